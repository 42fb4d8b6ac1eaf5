import {expect, test} from 'vitest';
import {scaleOf} from '../../source/show/scale.ts';

const samples = (...values: readonly number[]) =>
	values.map(value => ({min: value, max: value}) as Parameters<typeof scaleOf>[0][number]);

test('a loss that does not move is a line in the middle, whatever smoothing makes of it', () => {
	const {low, high} = scaleOf(samples(2.3, 2.3 + 1e-9, 2.3), false, 10);
	expect([low, high].map(value => value.toFixed(2))).toEqual(['2.07', '2.53']);
});

test('a loss that moves in its sixth digit fills the axis', () => {
	const {low, high} = scaleOf(samples(2.3, 2.30001), false, 11);
	expect([low, high].map(value => value.toFixed(6))).toEqual(['2.300000', '2.300010']);
});
