import {expect, test} from 'vitest';
import {scaleOf} from '../../source/show/scale.ts';

const samples = (...values: readonly number[]) =>
	values.map(value => ({min: value, max: value}) as Parameters<typeof scaleOf>[0][number]);

test('a loss that does not move is a line in the middle, whatever smoothing makes of it', () => {
	const {low, high} = scaleOf(samples(2.3, 2.3 + 1e-9, 2.3), false);
	expect([low, high].map(value => value.toFixed(3))).toEqual(['2.070', '2.530']);
});

test('a loss that moves in its sixth digit fills the axis', () => {
	expect(scaleOf(samples(2.3, 2.30001), false)).toMatchObject({low: 2.3, high: 2.30001});
});
