import type {Format} from '../core/format.ts';

/** PaddleSeg, `epoch=1` of its first releases and `epoch: 1` since (paddleseg/core/train.py, val.py). */
export default {
	title: 'PaddleSeg',
	url: 'https://github.com/PaddlePaddle/PaddleSeg',
	head: /^\[?(?<time>\d{4}[-/]\d\d[-/]\d\d \d\d:\d\d:\d\d)\]? \[?(?<level>[A-Z]+)\]?:?\s/,
	hallmark:
		/^\[?\d{4}[-/]\d\d[-/]\d\d [\d:]+\]? \[?[A-Z]+\]?:?\s\[(?:TRAIN|EVAL)\] (?:epoch|#Images)/,
	primary: ['mIoU'],
	lines: [
		{
			kind: 'metrics',
			has: '[TRAIN]',
			match: /^\[TRAIN\] epoch[:=] ?(?<epoch>\d+), iter[:=] ?(?<step>\d+)\/(?<steps>\d+), /,
			rest: 'pairs',
			places: {ETA: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '[EVAL]',
			match: /^\[EVAL\] #Images[:=] ?\d+,? /,
			rest: 'pairs',
		},
		{
			kind: 'checkpoint',
			best: true,
			has: 'was saved at',
			match:
				/^\[EVAL\] The model with the best validation (?<monitor>\w+) \((?<value>[\d.]+|nan)\) was saved at iter \d+/,
		},
		{kind: 'noise', match: /^\[EVAL\] Class /},
		{kind: 'phase', phase: 'validating', match: /^Start evaluating/},
		{kind: 'phase', phase: 'resumed', match: /^Resume model from (?<text>.+)/},
		{
			kind: 'noise',
			match:
				/^(?:$|-+Environment Information-+|Loading pretrained model|There are \d+\/\d+ variables|Use the following config)/,
		},
	],
	samples: [
		[
			'2021-11-23 20:45:58 [INFO]\t[TRAIN] epoch: 1, iter: 10/80000, loss: 6.8504, lr: 0.009999, batch_cost: 1.5401, reader_cost: 0.12922, ips: 1.2986 samples/sec | ETA 34:13:14',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, step: 10, steps: 80000},
				values: {
					loss: 6.8504,
					lr: 0.009999,
					batch_cost: 1.5401,
					reader_cost: 0.12922,
					ips: 1.2986,
				},
			},
		],
		[
			'[2023/11/23 20:45:58] INFO: [TRAIN] epoch=1, iter=20/80000, loss=nan, lr=0.009998, batch_cost=0.15 | ETA 34:13:14',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, step: 20, steps: 80000},
				values: {loss: Number.NaN, lr: 0.009998, batch_cost: 0.15},
			},
		],
		[
			'2021-11-23 21:46:58 [INFO]\t[EVAL] #Images: 500 mIoU: 0.5000 Acc: 0.9400 Kappa: 0.9200 Dice: 0.7500',
			{
				kind: 'metrics',
				split: 'val',
				values: {mIoU: 0.5, Acc: 0.94, Kappa: 0.92, Dice: 0.75},
			},
		],
		[
			'2021-11-23 21:46:59 [INFO]\t[EVAL] The model with the best validation mIoU (0.5000) was saved at iter 8000.',
			{kind: 'checkpoint', best: true, monitor: 'mIoU', value: 0.5},
		],
		['2021-11-23 21:46:58 [INFO]\t[EVAL] Class IoU: ', []],
		[
			'2021-11-23 21:45:58 [INFO]\tStart evaluating (total_samples: 500, total_iters: 500)...',
			{kind: 'phase', phase: 'validating'},
		],
		[
			'2021-11-23 20:45:50 [INFO]\tResume model from output/iter_4000',
			{kind: 'phase', phase: 'resumed', text: 'output/iter_4000'},
		],
		['2021-11-23 20:45:50 [INFO]\tThere are 275/275 variables loaded into ResNet_vd.', []],
		['[0.97 0.81 0.63]', null],
	],
} satisfies Format;
