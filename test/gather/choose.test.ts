import {expect, test} from 'vitest';
import {formats} from '../../source/formats/index.ts';
import {beginScores, best, scoreLine} from '../../source/gather/choose.ts';

function chosen(lines: readonly string[]): string | undefined {
	const scores = beginScores(formats);
	for (const line of lines) scoreLine(scores, formats, line, {});
	return best(scores)?.id;
}

test('rows of a table are of the format that knows their heading', () => {
	const rows = [
		'      1        0.6875       0.6250  0.0240',
		'      2        0.5625       0.6500  0.0250',
	];
	expect(chosen(['  epoch    train_loss    valid_acc     dur', ...rows])).toBe('plain');
	expect(chosen(['epoch       main/loss   main/accuracy  elapsed_time', ...rows])).toBe('chainer');
});
