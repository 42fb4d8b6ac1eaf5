import type {Format} from '../core/format.ts';
import {averages} from './coco/averages.ts';

/** Paddle's suites before their dynamic graph: PaddleOCR 1.x, PaddleDetection 0.x, with names in quotes (ppocr/utils/stats.py, tools/program.py, ppdet/utils/stats.py, tools/train.py). */
export default {
	title: 'PaddleOCR 1.x, PaddleDetection 0.x',
	url: 'https://github.com/PaddlePaddle/PaddleDetection',
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:,\d+)?) ?-? ?(?<level>[A-Z]+): /,
	hallmark: /^\d{4}-\d\d-\d\d [\d:,]+ ?- ?INFO: (?:epoch: \d+, )?iter: \d+, (?:lr: [\d.]+, )?'/,
	guarded: true,
	losses: ['loss', 'total_loss'],
	primary: ['acc', 'hmean', 'box ap', 'AP@[.5:.95]'],
	goals: {'box ap': 'max', hmean: 'max'},
	lines: [
		{
			kind: 'metrics',
			has: 'iter: ',
			match:
				/^(?:\[[\w-]+\] )?(?:epoch: (?<epoch>\d+), )?iter: (?<step>\d+), (?:lr: (?<lr>[\d.e-]+), )?(?=')/,
			rest: 'python',
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'Test iter: ',
			match: /^Test iter: (?<step>\d+), (?:metrics:)?(?=.*\d)/,
			rest: 'pairs',
			places: {
				best_acc: 'none',
				best_hmean: 'none',
				best_epoch: 'none',
				best_batch_id: 'none',
				eval_sample_num: 'none',
			},
		},
		{
			kind: 'metrics',
			has: 'train',
			match: /^epoch:(?<epoch>\d+) +train +step:(?<stepInEpoch>\d+) +/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'END ',
			match: /^END (?:epoch:(?<epoch>\d+) +)?valid +/,
			rest: 'pairs',
		},
		{kind: 'noise', match: /^(?:END epoch:\d+ +train |valid +step:\d+)/},
		...averages,
		{
			kind: 'metrics',
			split: 'val',
			name: 'mAP',
			match: /^mAP\([\d.]+, \w+\) = (?<value>[\d.]+|nan)/,
		},
		{kind: 'checkpoint', match: /^(?:Save model to|Already save model in) (?<path>\S+?)\.?$/},
		{
			kind: 'noise',
			match:
				/^(?:Best test box ap: |Test (?:finish )?iter \d|Start evaluate|\d+ samples in file|Accumulating evalua|places would be)/,
		},
	],
	samples: [
		[
			'2020-12-30 06:13:33 INFO: epoch:0   train step:10   top1: 0.0000 top5: 0.0312 loss: 11.5 lr: 0.100000, batch_cost: 0.125 s',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, stepInEpoch: 10},
				values: {top1: 0, top5: 0.0312, loss: 11.5, lr: 0.1, batch_cost: 0.125},
			},
		],
		[
			'2020-12-30 06:13:41 INFO: END valid top1: 0.0127 top5: 0.0569 loss: 8773.5',
			{kind: 'metrics', split: 'val', values: {top1: 0.0127, top5: 0.0569, loss: 8773.5}},
		],
		['2020-12-30 06:13:39 INFO: valid step:10   top1: 0.0625', []],
		[
			"2020-05-25 13:03:19,243-INFO: epoch: 1, iter: 10, lr: 0.001000, 'loss': 250.125, 'acc': 0.5, time: 1.25",
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, step: 10},
				values: {lr: 0.001, loss: 250.125, acc: 0.5},
			},
		],
		[
			"2020-05-01 12:00:20,123-INFO: iter: 20, lr: 0.000125, 'loss_xy': '1.5', 'loss': '13.25', time: 0.5, eta: 10:10:10",
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 20},
				values: {lr: 0.000125, loss_xy: 1.5, loss: 13.25},
			},
		],
		[
			'2020-05-25 13:05:29,243-INFO: Test iter: 20, acc:0.5, best_acc:0.5, best_epoch:1, best_batch_id:20, eval_sample_num:2000',
			{kind: 'metrics', split: 'val', position: {step: 20}, values: {acc: 0.5}},
		],
		[
			'2020-05-01 12:30:20,123-INFO: Save model to output/yolov3/1000.',
			{kind: 'checkpoint', best: false, path: 'output/yolov3/1000'},
		],
		[
			'2020-05-01 12:30:20,123-INFO: mAP(0.50, 11point) = 75.50',
			{kind: 'metrics', split: 'val', values: {mAP: 75.5}},
		],
		['2020-05-01 12:33:20,123-INFO: Best test box ap: 0.201, in iter: 1000', []],
	],
} satisfies Format;
