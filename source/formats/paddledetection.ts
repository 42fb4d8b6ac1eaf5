import type {Format} from '../core/format.ts';
import {averages} from './coco/averages.ts';

/** PaddleDetection (ppdet/engine/callbacks.py, ppdet/metrics); its averages come from pycocotools. */
export default {
	title: 'PaddleDetection',
	url: 'https://github.com/PaddlePaddle/PaddleDetection',
	head: /^\[(?<time>\d\d\/\d\d \d\d:\d\d:\d\d)\] ppdet[\w.]* (?<level>[A-Z]+): /,
	hallmark: /^\[\d\d\/\d\d [\d:]+\] ppdet\./,
	primary: ['AP@[.5:.95]', 'mAP'],
	lines: [
		{
			kind: 'metrics',
			has: 'Epoch: [',
			match:
				/^(?: *(?<step>\d+)\/(?<steps>\d+) iters +)?Epoch: \[ *(?<epoch>\d+)\] \[ *(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\] /,
			rest: 'pairs',
			places: {eta: 'none'},
		},
		...averages,
		{
			kind: 'metrics',
			split: 'val',
			name: 'mAP',
			match: /^mAP\([\d.]+, \w+\) = (?<value>[\d.]+|nan)%/,
		},
		{kind: 'checkpoint', match: /^Save checkpoint: (?<path>\S+)/},
		{kind: 'phase', phase: 'validating', match: /^Eval iter: \d+/},
		{kind: 'phase', phase: 'resumed', match: /^Resume (?:weights|from|training)\b.*/},
		{
			kind: 'noise',
			match:
				/^(?:Best test \w+ \w+ is |Total sample number: |The \w+ result is saved|Start evaluate|Finish loading model weights|Accumulating evalu|Load \[|Found |The shape |\[.*in pretrained weight)/,
		},
	],
	samples: [
		[
			'[06/24 11:27:12] ppdet.engine INFO: Epoch: [0] [200/268] learning_rate: 0.000010 loss_class: 0.905059 loss: 9.145962 eta: 21:19:53 batch_cost: 1.6297 data_cost: 1.2137 ips: 9.8176 images/s',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, stepInEpoch: 200, stepsPerEpoch: 268},
				values: {
					learning_rate: 0.00001,
					loss_class: 0.905059,
					loss: 9.145962,
					batch_cost: 1.6297,
					data_cost: 1.2137,
					ips: 9.8176,
				},
			},
		],
		[
			'[06/24 11:27:12] ppdet.engine INFO:     12/9000 iters Epoch: [0] [    12/100] learning_rate: 0.000010 loss: nan eta: 1 day, 21:19:53 batch_cost: 1.6297',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 12, steps: 9000, epoch: 0, stepInEpoch: 12, stepsPerEpoch: 100},
				values: {learning_rate: 0.00001, loss: Number.NaN, batch_cost: 1.6297},
			},
		],
		[
			' Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.234',
			{kind: 'metrics', split: 'val', values: {'AP@[.5:.95]': 0.234}},
		],
		[
			'[06/24 11:27:13] ppdet.metrics.metrics INFO: mAP(0.50, 11point) = 85.31%',
			{kind: 'metrics', split: 'val', values: {mAP: 85.31}},
		],
		[
			'[06/24 11:28:20] ppdet.utils.checkpoint INFO: Save checkpoint: output/yolov3',
			{kind: 'checkpoint', best: false, path: 'output/yolov3'},
		],
		['[06/24 11:27:13] ppdet.engine INFO: Eval iter: 100', {kind: 'phase', phase: 'validating'}],
		[
			'[06/24 11:20:00] ppdet.engine INFO: Resume weights from output/yolov3/3',
			{kind: 'phase', phase: 'resumed', text: 'Resume weights from output/yolov3/3'},
		],
		['[06/24 11:28:13] ppdet.engine INFO: Best test bbox ap is 0.756.', []],
		['creating index...', null],
	],
} satisfies Format;
