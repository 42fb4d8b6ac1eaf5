import type {Format} from '../core/format.ts';

/** fastai's table of epochs (fastai/callback/progress.py): loss and validation loss come first, the time last. */
export default {
	title: 'fastai',
	url: 'https://github.com/fastai/fastai',
	hallmark: /^epoch\s+train_loss\s+valid_loss\b/,
	losses: ['train_loss'],
	lines: [
		{
			kind: 'metrics',
			split: 'val',
			within: true,
			columns: true,
			match:
				/^(?<epoch>\d+)\s+(?<train_loss>\d+\.\d+|nan|inf)\s+(?<valid_loss>\d+\.\d+|nan|inf|None)(?:\s+(?<metric>-?\d+\.\d+|nan))?(?:\s+(?<metric_2>-?\d+\.\d+|nan))?(?:\s+(?<metric_3>-?\d+\.\d+|nan))?(?:\s+(?<metric_4>-?\d+\.\d+|nan))?[\d.\s-]*\s(?:\d+:)?\d\d:\d\d\s*$/,
			prefixes: {train_: 'train', valid_: 'val'},
		},
		{
			kind: 'phase',
			phase: 'training',
			columns: true,
			match: /^epoch\s+(?<text>train_loss\s+valid_loss\b[\w\s]*?)(?:\s+time)?\s*$/,
		},
		{
			kind: 'checkpoint',
			best: true,
			match:
				/^Better model found at epoch (?<epoch>\d+) with (?<monitor>\w+) value: (?<value>\d+(?:\.\d+)?)/,
		},
		{
			kind: 'phase',
			phase: 'finished',
			match: /^No improvement since epoch \d+: early stopping/,
		},
	],
	samples: [
		[
			'3         0.600000    0.500000    0.830000  00:12     ',
			[
				{kind: 'metrics', split: 'train', position: {epoch: 3}, values: {loss: 0.6}},
				{kind: 'metrics', split: 'val', position: {epoch: 3}, values: {loss: 0.5, metric: 0.83}},
			],
		],
		[
			'epoch     train_loss  valid_loss  accuracy  time    ',
			{kind: 'phase', phase: 'training', text: 'train_loss  valid_loss  accuracy'},
		],
		[
			'Better model found at epoch 2 with valid_loss value: 0.5.',
			{
				kind: 'checkpoint',
				best: true,
				position: {epoch: 2},
				monitor: 'valid_loss',
				value: 0.5,
			},
		],
		['No improvement since epoch 4: early stopping', {kind: 'phase', phase: 'finished'}],
		['3 0.6 0.5', null],
	],
} satisfies Format;
