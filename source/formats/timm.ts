import type {Format} from '../core/format.ts';

/** timm's train.py: an evaluation is its last `Test:` line, the running average in parentheses its result. */
export default {
	title: 'timm',
	url: 'https://github.com/huggingface/pytorch-image-models',
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+) - +[\w.]+: \[ *(?<level>[A-Z]+)\] - /,
	hallmark: /(?:^|\] - )Train: \d+ \[ *\d+\/\d+ \( *\d+%\)\]|(?:^|\] - )\*\*\* Best metric: /,
	losses: ['Loss'],
	primary: ['Acc1', 'Loss'],
	lines: [
		{
			kind: 'metrics',
			has: 'Train: ',
			match:
				/^Train: (?<epoch>\d+) \[ *(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) +\( *\d+%\)\](?=.*?Time: *(?<Time>[\d.]+)s|)/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Test: ',
			match:
				/^Test: +\[ *(\d+)\/\1\](?=.*?Loss: +\S+ +\( *(?<Loss>[\d.]+|nan|inf)\))(?=.*?Acc@1: +\S+ +\( *(?<Acc1>[\d.]+|nan)\)|)(?=.*?Acc@5: +\S+ +\( *(?<Acc5>[\d.]+|nan)\)|)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'EMA',
			match:
				/^Test \(EMA\)(?: log)?: +\[ *(\d+)\/\1\](?=.*?Loss: +\S+ +\( *(?<Loss_EMA>[\d.]+|nan|inf)\))(?=.*?Acc@1: +\S+ +\( *(?<Acc1_EMA>[\d.]+|nan)\)|)(?=.*?Acc@5: +\S+ +\( *(?<Acc5_EMA>[\d.]+|nan)\)|)/,
		},
		{kind: 'noise', match: /^Test(?: \(EMA\))?(?: log)?: +\[/},
		{kind: 'checkpoint', match: /^Current checkpoints:/},
		{kind: 'phase', phase: 'finished', match: /^\*\*\* Best metric: /},
		{kind: 'facts', match: /^Scheduled epochs: (?<epochs>\d+)/},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^Loaded checkpoint '[^']*' \(epoch (?<epoch>\d+)\)/,
		},
		{
			kind: 'noise',
			match: /^(?: \('[^']*\.pth\.tar', |Restoring |Model \S+ created|Data processing)/,
		},
	],
	samples: [
		[
			'Train: 0 [  50/1251 (  4%)]  Loss:  6.907627 (6.9267)  Time: 2.159s,  474.22/s  (0.696s, 1471.12/s)  LR: 1.000e-04  Data: 1.992 (0.383)',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, stepInEpoch: 50, stepsPerEpoch: 1251},
				values: {Time: 2.159, Loss: 6.907627, LR: 0.0001, Data: 1.992},
			},
		],
		[
			'2026-01-05 11:20:08,232 -                train: [    INFO] - Train: 3 [  19/20 (100%)]  Loss: nan (nan)  Time: 0.171s,  187.57/s  (0.171s,  187.57/s)  LR: 1.000e-05  Data: 0.000 (0.000)',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, stepInEpoch: 19, stepsPerEpoch: 20},
				values: {Time: 0.171, Loss: Number.NaN, LR: 0.00001, Data: 0},
			},
		],
		[
			'Test: [  48/48]  Time: 0.062 (0.155)  Loss:   1.318 ( 1.310)  Acc@1:  69.000 ( 70.250)  Acc@5:  90.000 ( 91.500)',
			{kind: 'metrics', split: 'val', values: {Loss: 1.31, Acc1: 70.25, Acc5: 91.5}},
		],
		[
			'Test (EMA): [  48/48]  Time: 0.062 (0.155)  Loss:   1.318 ( 1.210)  Acc@1:  69.000 ( 71.250)  Acc@5:  90.000 ( 92.500)',
			{kind: 'metrics', split: 'val', values: {Loss_EMA: 1.21, Acc1_EMA: 71.25, Acc5_EMA: 92.5}},
		],
		[
			'Test: [   0/48]  Time: 6.2 (6.2)  Loss:  6.8 ( 6.8)  Acc@1:   0.4 (  0.4)  Acc@5:   2.1 (  2.1)',
			[],
		],
		['Current checkpoints:', {kind: 'checkpoint', best: false}],
		['*** Best metric: 72.18999993408202 (epoch 299)', {kind: 'phase', phase: 'finished'}],
		[
			'Scheduled epochs: 300. LR stepped per epoch.',
			{kind: 'facts', facts: {}, position: {epochs: 300}},
		],
		[
			"Loaded checkpoint 'output/train/x/last.pth.tar' (epoch 12)",
			{
				kind: 'phase',
				phase: 'resumed',
				position: {epoch: 12},
				text: "Loaded checkpoint 'output/train/x/last.pth.tar' (epoch 12)",
			},
		],
		[" ('output/train/x/checkpoint-0.pth.tar', 1.3579999966430665)", []],
		['Train dataset: 1281167 images', null],
	],
} satisfies Format;
