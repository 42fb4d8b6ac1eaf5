import type {Format} from '../core/format.ts';

/** FuxiCTR, click-through rates: an epoch in several lines, its number in the last (fuxictr/pytorch/models/rank_model.py). */
export default {
	title: 'FuxiCTR',
	url: 'https://github.com/reczoo/FuxiCTR',
	guarded: true,
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+) P\d+ (?<level>[A-Z]+) /,
	hallmark: / P\d+ INFO (?:\[Metrics\] |\*+ Epoch=\d+ end)/,
	losses: ['loss'],
	primary: ['AUC', 'gAUC', 'logloss'],
	lines: [
		{
			kind: 'metrics',
			split: 'val',
			has: '[Metrics]',
			match: /^\[Metrics\] (?:\[\w+\] )?/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			has: 'Train loss: ',
			match: /^Train loss: (?<loss>[\d.]+|nan|inf)\s*$/,
		},
		{
			kind: 'facts',
			joins: true,
			has: 'Epoch=',
			match: /^\*+ Epoch=(?<epoch>\d+) end/,
		},
		{kind: 'checkpoint', best: true, match: /^Save best model: /},
		{
			kind: 'noise',
			match:
				/^(?:--- \d+\/\d+ batches finished|Monitor\(|Reduce learning rate|Evaluation @epoch|Start training|\*+ Epoch=)/,
		},
		{kind: 'phase', phase: 'finished', match: /^(?:Training finished\.|Early stopping at )/},
	],
	samples: [
		[
			'2020-02-27 03:08:07,282 P590 INFO [Metrics] logloss: 0.4375 - AUC: 0.8125',
			{kind: 'metrics', split: 'val', values: {logloss: 0.4375, AUC: 0.8125}},
		],
		[
			'2020-02-27 03:08:09,661 P590 INFO Train loss: 0.4375',
			{kind: 'metrics', split: 'train', values: {loss: 0.4375}},
		],
		[
			'2020-02-27 03:08:09,661 P590 INFO ************ Epoch=23 end ************',
			{kind: 'facts', facts: {}, position: {epoch: 23}},
		],
		[
			'2020-02-27 03:08:07,377 P590 INFO Save best model: monitor(max): 0.370389',
			{kind: 'checkpoint', best: true},
		],
		['2020-02-27 03:08:09,582 P590 INFO --- 12225/12225 batches finished ---', []],
		['2020-02-27 03:08:09,582 P590 INFO Training finished.', {kind: 'phase', phase: 'finished'}],
	],
} satisfies Format;
