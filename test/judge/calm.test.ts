import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Position, Rows} from '../../source/core/event.ts';
import {calm} from '../../source/judge/calm.ts';
import {createCounting, follow, locate} from '../../source/judge/place.ts';
import type {Witness} from '../../source/judge/witness.ts';
import {createWitness, reduce} from '../../source/judge/witness.ts';

type Row = {
	readonly epoch: number;
	readonly step: number;
	readonly stepInEpoch: number;
	readonly at: number;
	readonly loss: number;
};

const rowsOf = (rows: readonly Row[], line: number): Rows => {
	const column = (of: (row: Row, index: number) => number) => Float64Array.from(rows, of);
	return {
		length: rows.length,
		keys: ['loss'],
		line: column((_, index) => line + index),
		offset: column((_, index) => 10 * (line + index)),
		at: column(({at}) => at),
		epoch: column(({epoch}) => epoch),
		step: column(({step}) => step),
		stepInEpoch: column(({stepInEpoch}) => stepInEpoch),
		values: [column(({loss}) => loss)],
	};
};

/** What a file of these rows comes to, told in batches of a size, whose rows are taken at once or one by one. */
function told(rows: readonly Row[], position: Position, size: number, atOnce: boolean) {
	const witness = createWitness({file: 'log', path: 'log', format: 'x'});
	for (let from = 0; from < rows.length; from += size) {
		const batch = rowsOf(rows.slice(from, from + size), from + 1);
		// Rows in any other array are taken one by one.
		if (!atOnce) Object.assign(batch, {step: [...batch.step]});
		const source = {file: 'log', line: from + 1, offset: 10 * (from + 1)};
		reduce(witness, {kind: 'rows', split: 'train', position, source, rows: batch}, null);
	}

	return plain(witness);
}

/** All but the sizes of arrays and how often it was told something. */
function plain({tables, version, ...rest}: Witness) {
	const columns = [...tables.train.told.values()].map(({name, spans, track, column}) => ({
		name,
		spans,
		values: column.values.slice(0, track.length),
		axes: Object.values(track.axes).map(axis => axis.slice(0, track.length)),
	}));
	return {...rest, columns, told: version > 0};
}

const number = (most: number) =>
	fc.oneof({weight: 8, arbitrary: fc.integer({min: 0, max: most})}, fc.constant(Number.NaN));
/** Pieces that go on row by row, and begin anew anywhere. */
const piece = fc
	.record({
		rows: fc.integer({min: 1, max: 40}),
		epoch: fc.oneof(number(6), fc.constant(0.25)),
		step: number(60),
		stepInEpoch: number(30),
		epochWay: fc.constantFrom(0, 0, 0, 1, 0.1, -1),
		stepWay: fc.constantFrom(1, 1, 10, 0),
		at: fc.oneof(fc.constant(Number.NaN), fc.integer({min: 1000, max: 90_000})),
		loss: fc.constantFrom(0.5, Number.NaN, Number.POSITIVE_INFINITY, -1),
	})
	.map(({rows, epoch, step, stepInEpoch, epochWay, stepWay, at, loss}): readonly Row[] =>
		Array.from({length: rows}, (_, row) => ({
			epoch: epoch + row * epochWay,
			step: step + row * stepWay,
			stepInEpoch: stepInEpoch + row * stepWay,
			at: at + row * 700,
			loss: row % 7 === 3 ? loss : 1 / (1 + row),
		})),
	);
const plan = fc.constantFrom<Position>(
	{},
	{stepsPerEpoch: 30, epochs: 9},
	{steps: 60},
	{stepsPerEpoch: 30, steps: 270},
);

test('many rows at once come to what they come to one by one', () => {
	fc.assert(
		fc.property(fc.array(piece, {minLength: 1, maxLength: 8}), plan, (pieces, position) => {
			const rows = pieces.flat();
			for (const size of [rows.length, 23]) {
				expect(told(rows, position, size, true)).toEqual(told(rows, position, size, false));
			}
		}),
		{numRuns: 400, seed: 7},
	);
});

test('steps that rise within an epoch are taken up to the next epoch, without learning', () => {
	const counting = createCounting();
	counting.stepsPerEpoch = 100;
	const place = {step: Number.NaN, epoch: 3, stepInEpoch: 1};
	locate(counting, place);
	follow(counting, place);
	const column = (values: readonly number[]) => Float64Array.from(values);
	const batch = {
		length: 4,
		step: new Float64Array(4).fill(Number.NaN),
		epoch: column([3, 3, 4, 4]),
		stepInEpoch: column([2, 3, 1, 2]),
		at: [],
		line: [],
		offset: [],
		order: 1,
		names: [],
		values: [],
	};
	const into = {
		step: new Float64Array(4),
		epoch: new Float64Array(4),
		stepInEpoch: new Float64Array(4),
	};
	expect(calm(counting, batch, 0, into)).toEqual({rows: 2, advances: 2});
	expect([...into.step]).toEqual([202, 203, 0, 0]);
	expect(counting.top).toBe(203);
	expect(calm(counting, batch, 2, into)).toEqual({rows: 0, advances: 0});
});
