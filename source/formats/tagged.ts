import type {Format} from '../core/format.ts';

/** `[TRAIN] …`, `[VAL] …`, `[SAVE] …`: hand-written loops with a tag per line. */
export default {
	title: 'Tagged lines',
	head: /^\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\] (?=\[[A-Z]+\])/,
	hallmark: /^(?:\[[\d: -]+\] )?\[(?:TRAIN|VAL|SAVE|CONFIG)\] /,
	lines: [
		{
			kind: 'metrics',
			has: '[TRAIN]',
			match:
				/^\[TRAIN\] Epoch:? (?<epoch>\d+)\/(?<epochs>\d+), Iter:? (?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+),/,
			rest: 'pairs',
		},
	],
	samples: [
		[
			'[TRAIN] Epoch 1/5, Iter 11/57, Loss: 1.498, LR: 0.007000',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 5, stepInEpoch: 11, stepsPerEpoch: 57},
				values: {Loss: 1.498, LR: 0.007},
			},
		],
	],
} satisfies Format;
