import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {linearRows, powerRows} from '../../source/show/y-axis.ts';

const told = (labels: readonly string[]) => labels.map(label => label.trim()).filter(Boolean);

describe('a linear axis', () => {
	test.each([
		[0.55, 1.77, 13, ['2.0', '1.5', '1.0', '0.5']],
		[0.69, 2.15, 9, ['2.2', '2.0', '1.8', '1.6', '1.4', '1.2', '1.0', '0.8', '0.6']],
		[0, 1, 11, ['1.0', '0.8', '0.6', '0.4', '0.2', '0.0']],
		[20, 31, 7, ['32', '30', '28', '26', '24', '22', '20']],
		[-3, 5, 10, ['6', '4', '2', '0', '-2']],
		[0.0121, 0.0123, 3, ['0.0123', '0.0122', '0.0121']],
		[0, 1_000_000, 3, ['1.0e6', '5e5', '0']],
	])('from %d to %d in %d rows bears %j', (low, high, rows, labels) => {
		expect(told(linearRows(low, high, rows).labels)).toEqual(labels);
	});

	test('holds what it is for, wastes at most three fifths, and its labels stand where they say', () => {
		const value = fc.double({min: -1e6, max: 1e6, noNaN: true});
		fc.assert(
			fc.property(
				value,
				fc.double({min: 1e-3, max: 1e6, noNaN: true}),
				rowCount,
				(low, size, rows) => {
					const high = low + size;
					const axis = linearRows(low, high, rows);
					const step = (axis.high - axis.low) / (rows - 1);
					expect(axis.low).toBeLessThanOrEqual(low + step / 1000);
					expect(axis.high).toBeGreaterThanOrEqual(high - step / 1000);
					expect(size / (axis.high - axis.low)).toBeGreaterThan(0.4);
					for (const [row, label] of axis.labels.entries()) {
						if (label.trim() === '') continue;
						const at = axis.high - row * step;
						expect(Math.abs(Number(label) - at)).toBeLessThan(step / 10 + Math.abs(at) * 1e-6);
					}
				},
			),
		);
	});
});

const rowCount = fc.integer({min: 5, max: 60});

describe('a logarithmic axis', () => {
	test.each([
		[-2, 1, 13, ['10', '1', '0.1', '0.01']],
		[-0.5, 0.3, 12, ['2', '1', '0.5']],
		[-6, -2, 5, ['0.01', '0.001', '0.0001', '1e-5', '1e-6']],
		[0.1, 0.2, 9, ['1.58', '1.54', '1.5', '1.45', '1.41', '1.37', '1.33', '1.3', '1.26']],
	])('from 10^%d to 10^%d in %d rows bears %j', (low, high, rows, labels) => {
		expect(told(powerRows(low, high, rows).labels)).toEqual(labels);
	});
});
