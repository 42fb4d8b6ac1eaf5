import {expect, test} from 'vitest';
import {extremesOf, type ImageScore} from '../../source/core/results.ts';

const score = (image: string, recall: number | null): ImageScore => ({
	image,
	recall,
	precision: null,
});

test('the worst and the best come first, equal ones by name; images without the metric do not count', () => {
	const scores = [score('c', 0.5), score('a', 1), score('b', 0.5), score('d', null)];
	expect(extremesOf(scores, 'recall', 2)).toEqual({
		mean: 2 / 3,
		worst: [score('b', 0.5), score('c', 0.5)],
		best: [score('a', 1), score('b', 0.5)],
	});
	expect(extremesOf(scores, 'precision')).toBeNull();
});
