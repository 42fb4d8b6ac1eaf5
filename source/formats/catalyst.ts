import type {Format} from '../core/format.ts';

/** Catalyst's console (catalyst/loggers/console.py), older and newer. */
export default {
	title: 'Catalyst',
	url: 'https://github.com/catalyst-team/catalyst',
	head: /^\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+)\]\s*/,
	hallmark: /^(?:\[[\d: ,-]+\]\s*)?(?:(?:train|valid)\w* \(\d+\/\d+\) |\d+\/\d+ \* Epoch \d+ \()/,
	primary: ['accuracy01', 'accuracy'],
	lines: [
		{
			kind: 'metrics',
			has: '* Epoch ',
			match: /^(?<epoch>\d+)\/(?<epochs>\d+) \* Epoch \d+ \((?:_base|train\w*)\): /,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '* Epoch ',
			match: /^(?<epoch>\d+)\/(?<epochs>\d+) \* Epoch \d+ \((?:valid|test|infer)\w*\): /,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			has: 'train',
			match: /^train\w* \((?<epoch>\d+)\/(?<epochs>\d+)\) /,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'valid',
			match: /^valid\w* \((?<epoch>\d+)\/(?<epochs>\d+)\) /,
			rest: 'pairs',
		},
		{kind: 'noise', match: /^\* Epoch \(\d+\/\d+\)/},
	],
	samples: [
		[
			'3/5 * Epoch 3 (train): accuracy01=0.75 | loss=0.5 | lr=0.001',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, epochs: 5},
				values: {accuracy01: 0.75, loss: 0.5, lr: 0.001},
			},
		],
		[
			'3/5 * Epoch 3 (valid): accuracy01=0.75 | loss=0.5',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 3, epochs: 5},
				values: {accuracy01: 0.75, loss: 0.5},
			},
		],
		[
			'train (3/5) accuracy01: 0.75 | loss: 0.5',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, epochs: 5},
				values: {accuracy01: 0.75, loss: 0.5},
			},
		],
		[
			'valid (3/5) accuracy01: 0.75 | loss: 0.5',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 3, epochs: 5},
				values: {accuracy01: 0.75, loss: 0.5},
			},
		],
		['* Epoch (3/5) ', []],
	],
} satisfies Format;
