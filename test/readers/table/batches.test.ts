import {expect, test} from 'vitest';
import type {Event} from '../../../source/core/event.ts';
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

const sizes = (events: readonly Event[]) =>
	events.map(event => (event.kind === 'rows' ? event.rows.length : 1));

test('thousands of records are told in batches of 8192, and none is lost between them', () => {
	const batches = createBatches();
	for (let line = 0; line < 20_000; line++) batches.add('train', told({loss: line}), place(line));
	const events = batches.take();
	expect(sizes(events)).toEqual([8192, 8192, 3616]);
	const losses = events.flatMap(event => (event.kind === 'rows' ? [...event.rows.values[0]!] : []));
	expect(losses.findIndex((loss, line) => loss !== line)).toBe(-1);
	expect(losses).toHaveLength(20_000);
	expect(events[2]).toMatchObject({source: {line: 16_384, offset: 163_840}});
});

test('of thousands of names fewer records are told together, at last one', () => {
	const batches = createBatches();
	const wide = (count: number) => ({
		names: Array.from({length: count}, (_, index) => `x${index}`),
		numbers: Array.from({length: count}, (_, index) => index),
		count,
	});
	for (const line of [1, 2, 3]) batches.add('train', wide(60_000), place(line));
	batches.add('train', wide(200_000), place(4));
	const [pair, single, widest] = batches.take();
	expect(pair?.kind === 'rows' && [pair.rows.length, pair.rows.values[59_999]]).toEqual([
		2,
		Float64Array.of(59_999, 59_999),
	]);
	expect(single?.kind === 'metrics' && [single.source?.line, single.values.x59999]).toEqual([
		3, 59_999,
	]);
	expect(widest?.kind === 'metrics' && [widest.source?.line, widest.values.x199999]).toEqual([
		4, 199_999,
	]);
});
