import {describe, expect, test} from 'vitest';
import {mostRows} from '../../source/core/series.ts';
import {append, type Batch, createTable, type Table} from '../../source/judge/columns.ts';
import {createPyramid, rangeOf} from '../../source/judge/pyramid.ts';
import {freshRows} from '../../source/judge/track.ts';
import {viewOf} from '../../source/judge/view.ts';

function batch(names: readonly string[], rows: readonly (readonly number[])[], order = 0): Batch {
	const count = rows.map((_, index) => order + index);
	return {
		length: rows.length,
		step: count,
		epoch: rows.map(() => Number.NaN),
		stepInEpoch: rows.map(() => Number.NaN),
		at: rows.map(() => Number.NaN),
		line: count.map(index => index + 1),
		offset: count.map(index => index * 10),
		order,
		names,
		values: names.map((_, column) => rows.map(row => row[column] as number)),
	};
}

function seriesIn(table: Table, name: string) {
	const told = table.told.get(name);
	const span = told?.spans.get(0);
	if (!told || !span) throw new Error(`${name} was not told`);
	const cut = {told, from: 0, to: Number.POSITIVE_INFINITY, below: Number.POSITIVE_INFINITY};
	return viewOf(`train/${name}`, 'min', 'log.txt', span, [cut]);
}

describe('columns', () => {
	test('series told by the same lines share their places', () => {
		const table = createTable();
		append(
			table,
			batch(
				['loss', 'lr'],
				[
					[1, 0.1],
					[2, 0.1],
				],
			),
			0,
		);
		expect(table.told.get('loss')?.track).toBe(table.told.get('lr')?.track);
	});

	test('a series that misses a row goes its own way and keeps what it has', () => {
		const table = createTable();
		append(
			table,
			batch(
				['loss', 'lr'],
				[
					[1, 0.1],
					[2, 0.2],
				],
			),
			0,
		);
		append(table, batch(['loss'], [[3]], 2), 0);
		append(table, batch(['loss', 'lr'], [[4, 0.4]], 3), 0);
		const loss = seriesIn(table, 'loss');
		const lr = seriesIn(table, 'lr');
		expect([0, 1, 2, 3].map(index => loss.value(index))).toEqual([1, 2, 3, 4]);
		expect([0, 1, 2].map(index => lr.value(index))).toEqual([0.1, 0.2, 0.4]);
		expect([0, 1, 2].map(index => lr.x(index, 'step'))).toEqual([0, 1, 3]);
	});

	test('a series stays as it was when it was taken', () => {
		const table = createTable();
		append(table, batch(['loss'], [[1], [2]]), 0);
		const before = seriesIn(table, 'loss');
		append(
			table,
			batch(
				['loss'],
				Array.from({length: 1000}, () => [9]),
				2,
			),
			0,
		);
		expect(before.length).toBe(2);
		expect(before.range(0, 2)).toEqual([1, 2]);
		expect(before.point(1)).toEqual({step: 1, epoch: null, at: null, line: 2, value: 2});
	});

	test('first, last, min, max, points and what is not finite are exact', () => {
		const table = createTable();
		append(table, batch(['loss'], [[3], [Number.NaN], [1], [Number.POSITIVE_INFINITY], [2]]), 0);
		const {points, nonFinite, first, last, min, max} = seriesIn(table, 'loss');
		expect({points, nonFinite}).toEqual({points: 5, nonFinite: 2});
		expect([first.value, last.value, min?.value, max?.value]).toEqual([3, 2, 1, 3]);
		expect(min?.line).toBe(3);
	});

	test('beyond its bound a track is thinned, and minima, maxima and NaN survive', () => {
		const table = createTable();
		const total = mostRows * 3;
		const size = 10_000;
		for (let from = 0; from < total; from += size) {
			const rows = Array.from({length: Math.min(size, total - from)}, (_, index) => {
				const row = from + index;
				return [row === 77_777 ? -5 : row === 88_888 ? 900 : row === 99_999 ? Number.NaN : 1];
			});
			append(table, batch(['loss'], rows, from), 0);
		}

		const series = seriesIn(table, 'loss');
		expect(series.points).toBe(total);
		expect(series.length).toBeLessThanOrEqual(mostRows);
		expect(series.length).toBeGreaterThan(freshRows);
		expect(series.range(0, series.length)).toEqual([-5, 900]);
		const kept = Array.from({length: series.length}, (_, index) => series.point(index));
		expect(kept.find(({value}) => value === -5)?.line).toBe(77_778);
		expect(kept.find(({value}) => Number.isNaN(value))?.line).toBe(100_000);
		expect(
			kept.every(({step}, index) => index === 0 || (step ?? 0) > (kept[index - 1]?.step ?? 0)),
		).toBe(true);
	});

	test('names without end are bounded and counted', () => {
		const table = createTable();
		for (let index = 0; index < 1000; index++)
			append(table, batch([`key${index}`], [[1]], index), 0);
		expect(table.told.size).toBe(400);
		expect(table.dropped).toBe(600);
	});
});

describe('pyramid', () => {
	test('a range is what a look at every value gives', () => {
		const values = Float64Array.from({length: 5000}, (_, index) => (index * 7919) % 1013);
		values[4321] = Number.NaN;
		values[1234] = Number.POSITIVE_INFINITY;
		const pyramid = createPyramid();
		for (const [from, to] of [
			[0, 5000],
			[1, 4999],
			[16, 32],
			[17, 300],
			[1234, 1235],
			[4000, 4400],
		] as const) {
			const finite = [...values.subarray(from, to)].filter(Number.isFinite);
			const wanted =
				finite.length > 0 ? [Math.min(...finite), Math.max(...finite)] : [Number.NaN, Number.NaN];
			expect(rangeOf(pyramid, values, 5000, from, to)).toEqual(wanted);
		}
	});
});
