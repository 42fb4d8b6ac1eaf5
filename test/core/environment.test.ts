import {expect, test} from 'vitest';
import {differs, incomparable} from '../../source/core/environment.ts';

test.each([
	['2.1.2', '1.13.1', true],
	['2.1', '2.1.2', false],
	['8.2', '8.2.0', false],
	['11.3', '11.7', true],
	['NVIDIA A100', 'nvidia a100', false],
	['NVIDIA A100', '2 x NVIDIA A100', true],
])('%s and %s: %s', (a, b, expected) => {
	expect(differs(a, b)).toBe(expected);
});

test('only known values that differ, and that matter, make results incomparable', () => {
	expect(
		incomparable([
			{torch: '2.1.2', host: 'gpu01', python: '3.8.1'},
			undefined,
			{torch: '1.13.1', host: 'gpu02', python: '3.11.0'},
			{torch: '2.1', cuda: '11.8'},
		]),
	).toEqual(['torch 2.1.2 vs 1.13.1']);
});
