import type {Format} from '../core/format.ts';

/** OpenPCDet: a line a few steps, results of each class at the end (tools/train_utils/train_utils.py). */
export default {
	title: 'OpenPCDet',
	url: 'https://github.com/open-mmlab/OpenPCDet',
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+) +(?<level>[A-Z]+) +/,
	hallmark:
		/\*{20}Start training \S+\(\S+\)\*{20}| {2}Train: +\d+\/\d+ \( *\d+%\) \[ *\d+\/\d+ | epoch: \d+\/\d+, acc_iter=\d+, cur_iter=/,
	guarded: true,
	primary: ['Car AP_R40@0.70, 0.70/3d', 'Car AP@0.70, 0.70/3d', 'NDS', 'mAP'],
	goals: {NDS: 'max', mATE: 'min', mASE: 'min', mAOE: 'min', mAVE: 'min', mAAE: 'min'},
	lines: [
		{
			kind: 'metrics',
			has: 'Train: ',
			match:
				/^Train: +(?<epoch>\d+)\/(?<epochs>\d+) \( *\d+%\) \[ *(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) \( *\d+%\)\] +Loss: (?<loss>[-\d.e]+|nan|inf) \([-\d.e]+\)(?=.*? LR: (?<lr>[\d.e-]+)|)(?=.*?Data time: (?<data_time>[\d.]+)|)(?=.*?Batch time: (?<batch_time>[\d.]+)|)/,
		},
		{
			kind: 'metrics',
			has: ', acc_iter=',
			match:
				/^epoch: (?<epoch>\d+)\/(?<epochs>\d+), acc_iter=(?<step>\d+), cur_iter=(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+), batch_size=\d+, time_cost\(epoch\): [\d:]+\/[\d:?]+, time_cost\(all\): [\d:]+\/[\d:?]+, (?=.*loss=)/,
			rest: 'pairs',
			places: {d_time: 'none', f_time: 'none', b_time: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match:
				/^(?<key>recall_\w+_[\d.]+|mAP|NDS|mATE|mASE|mAOE|mAVE|mAAE): (?<value>[\d.]+|nan)\s*$/,
		},
		{
			kind: 'phase',
			phase: 'validating',
			within: true,
			has: 'AP',
			match: /^(?<text>[A-Z]\w+ AP(?:_R40)?@[\d.]+, [\d.]+), [\d.]+:/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			within: true,
			has: ' AP:',
			match: /^(?<key>bbox|bev|3d|aos) +AP:[\d.]+, (?<value>[\d.]+), [\d.]+/,
		},
		{
			kind: 'facts',
			opens: true,
			has: 'Performance of EPOCH ',
			match: /^\*{10,} Performance of EPOCH (?<epoch>\d+) \*+/,
		},
		{kind: 'phase', phase: 'started', match: /^\*{10,}Start training \S+\(\S+\)\*+/},
		{kind: 'phase', phase: 'finished', match: /^\*{10,}End training \S+\(\S+\)\*+/},
		{kind: 'phase', phase: 'validating', match: /^\*{10,} EPOCH \d+ EVALUATION \*+/},
		{
			kind: 'noise',
			match: /^(?:==> (?:Loading|Done)|\*{10,}|cfg\.|average predicted)/,
		},
	],
	samples: [
		[
			'2022-05-01 10:07:05,123   INFO  Car AP_R40@0.70, 0.70, 0.70:',
			{kind: 'phase', phase: 'validating', text: 'Car AP_R40@0.70, 0.70'},
		],
		['3d   AP:86.5, 77.25, 74.5', {kind: 'metrics', split: 'val', values: {'3d': 77.25}}],
		[
			'2022-05-01 10:07:05,123   INFO  *************** Performance of EPOCH 80 *****************',
			{kind: 'facts', facts: {}, position: {epoch: 80}},
		],
		[
			'2022-05-01 10:01:05,123   INFO  Train:    1/80 (  1%) [  50/232 ( 22%)]  Loss: 1.625 (2.14)  LR: 3.000e-04  Time cost: 00:32/10:12 [00:32/13:36:12]  Acc_iter 51          Data time: 0.10(0.11)  Forward time: 0.55(0.55)  Batch time: 0.65(0.65)',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 80, stepInEpoch: 50, stepsPerEpoch: 232},
				values: {loss: 1.625, lr: 0.0003, data_time: 0.1, batch_time: 0.65},
			},
		],
		[
			'2022-05-01 10:01:05,123   INFO  epoch: 0/80, acc_iter=50, cur_iter=49/232, batch_size=4, time_cost(epoch): 00:32/02:00, time_cost(all): 00:32/2:40:00, loss=1.625, d_time=0.10(0.11), f_time=0.55(0.55), b_time=0.65(0.65), lr=0.0003',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, epochs: 80, step: 50, stepInEpoch: 49, stepsPerEpoch: 232},
				values: {loss: 1.625, lr: 0.0003},
			},
		],
		[
			'2022-05-01 10:07:05,123   INFO  recall_rcnn_0.3: 0.9375',
			{kind: 'metrics', split: 'val', values: {'recall_rcnn_0.3': 0.9375}},
		],
		[
			'2022-05-01 10:00:05,123   INFO  **********************Start training kitti_models/pointpillar(default)**********************',
			{kind: 'phase', phase: 'started'},
		],
		[
			'2022-05-01 12:00:05,123   INFO  **********************End training kitti_models/pointpillar(default)**********************',
			{kind: 'phase', phase: 'finished'},
		],
		[
			'2022-05-01 10:06:05,123   INFO  *************** EPOCH 80 EVALUATION *****************',
			{kind: 'phase', phase: 'validating'},
		],
		['2022-05-01 10:06:05,123   INFO  ==> Loading parameters from checkpoint a.pth to GPU', []],
	],
} satisfies Format;
