import {expect, test} from 'vitest';
import {inNaturalOrder} from '../../source/core/natural.ts';

test.each([
	[
		['log10', 'log2', 'log1'],
		['log1', 'log2', 'log10'],
	],
	[
		['b', 'A', 'a', 'B'],
		['A', 'a', 'B', 'b'],
	],
	[
		['v1.10', 'v1.9', 'v1'],
		['v1', 'v1.9', 'v1.10'],
	],
	[
		['run_007', 'run_7', 'run_8'],
		['run_007', 'run_7', 'run_8'],
	],
	[
		['exp', 'exp-2', '10', '9'],
		['9', '10', 'exp', 'exp-2'],
	],
	[
		['e12345678901234567891', 'e12345678901234567890'],
		['e12345678901234567890', 'e12345678901234567891'],
	],
	[
		['验证2', '验证10', 'run'],
		['run', '验证2', '验证10'],
	],
	[
		['', 'a', ''],
		['', '', 'a'],
	],
])('%j in natural order is %j', (names, ordered) => {
	expect([...names].sort(inNaturalOrder)).toEqual(ordered);
});
