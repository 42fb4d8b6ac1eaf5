import {expect, test} from 'vitest';
import {createBatches, type Place} from '../../../source/readers/table/batches.ts';
import {singles} from '../kit.ts';

const place = (line: number, more: Partial<Place> = {}): Place => ({
	line,
	offset: line * 10,
	at: Number.NaN,
	epoch: Number.NaN,
	step: line,
	...more,
});
const told = (values: Readonly<Record<string, number>>) => ({
	names: Object.keys(values),
	numbers: Object.values(values),
	count: Object.keys(values).length,
});

test('records with the same names are columns; one alone is told by itself', () => {
	const batches = createBatches();
	batches.add('train', told({loss: 2, lr: 0.5}), place(1));
	batches.add('train', told({loss: Number.NaN, lr: 0.5}), place(2));
	batches.add('val', told({loss: 3}), place(2));
	const [rows, single] = batches.take();
	expect(rows).toMatchObject({kind: 'rows', split: 'train', source: {line: 1, offset: 10}});
	expect(rows?.kind === 'rows' && rows.rows).toEqual({
		length: 2,
		keys: ['loss', 'lr'],
		line: Float64Array.of(1, 2),
		offset: Float64Array.of(10, 20),
		at: Float64Array.of(Number.NaN, Number.NaN),
		epoch: Float64Array.of(Number.NaN, Number.NaN),
		step: Float64Array.of(1, 2),
		stepInEpoch: Float64Array.of(Number.NaN, Number.NaN),
		values: [Float64Array.of(2, Number.NaN), Float64Array.of(0.5, 0.5)],
	});
	expect(single).toEqual({
		kind: 'metrics',
		split: 'val',
		position: {step: 2},
		values: {loss: 3},
		source: {file: '', line: 2, offset: 20},
	});
	expect(batches.take()).toEqual([]);
});

test('what is told keeps its values when more is told', () => {
	const batches = createBatches();
	const tell = (loss: number) => {
		for (const line of [1, 2]) batches.add('train', told({loss}), place(line));
		return batches.take();
	};

	const first = tell(1);
	tell(2);
	expect(singles(first).map(event => event.kind === 'metrics' && event.values)).toEqual([
		{loss: 1},
		{loss: 1},
	]);
});

test('records with a time and those without are apart, and so are those around something else', () => {
	const batches = createBatches();
	batches.add('train', told({loss: 1}), place(1, {at: 5}));
	batches.add('train', told({loss: 1}), place(2));
	batches.tell({kind: 'phase', phase: 'resumed'});
	batches.add('train', told({loss: 1}), place(3));
	expect(batches.take()).toMatchObject([
		{kind: 'metrics', at: 5},
		{kind: 'metrics', position: {step: 2}},
		{kind: 'phase'},
		{kind: 'metrics', position: {step: 3}},
	]);
});

test('names that are numbers come in the order of an object, each with its own values', () => {
	const batches = createBatches();
	for (const line of [1, 2]) {
		batches.add('train', {names: ['b', '7', '1'], numbers: [3, 2, 1], count: 3}, place(line));
	}

	const [event] = batches.take();
	expect(
		event?.kind === 'rows' && [event.rows.keys, event.rows.values.map(([one]) => one)],
	).toEqual([
		['1', '7', 'b'],
		[1, 2, 3],
	]);
});

test('thousands of records, and thousands of names, are told in bounded batches', () => {
	const batches = createBatches();
	for (let line = 0; line < 20_000; line++) batches.add('train', told({loss: line}), place(line));
	const wide = Object.fromEntries(
		Array.from({length: 200_000}, (_, index) => [`x${index}`, index]),
	);
	batches.add('train', told(wide), place(20_000));
	const events = batches.take();
	expect(events.length).toBeLessThan(10);
	const all = singles(events);
	expect(all).toHaveLength(20_001);
	expect(all[19_999]).toMatchObject({values: {loss: 19_999}, position: {step: 19_999}});
	expect(all[20_000]).toMatchObject({values: {x199999: 199_999}});
});
