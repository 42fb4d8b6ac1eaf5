import type {Format} from '../core/format.ts';

/** MMEngine: MMDetection 3, MMSegmentation 1, MMPretrain, MMPose 1 … (mmengine/runner/log_processor.py). */
export default {
	title: 'MMEngine',
	url: 'https://github.com/open-mmlab/mmengine',
	head: /^(?<time>(?:\d{4}\/)?\d\d\/\d\d \d\d:\d\d:\d\d) - [\w.]+ - (?<level>[A-Z]+) - /,
	hallmark: /^(?:\d{4}\/)?\d\d\/\d\d [\d:]+ - mm\w+ - [A-Z]+ - /,
	primary: ['coco/bbox_mAP', 'coco/segm_mAP', 'mIoU', 'accuracy/top1', 'coco/AP', 'pascal_voc/mAP'],
	lines: [
		{
			kind: 'metrics',
			has: 'Epoch(train)',
			match:
				/^Epoch\(train\) +\[ *(?<epoch>\d+)\]\[ *(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\]\s/,
			rest: 'pairs',
			places: {eta: 'none'},
		},
		{
			kind: 'metrics',
			has: 'Iter(train)',
			match: /^Iter\(train\) +\[ *(?<step>\d+)\/(?<steps>\d+)\]\s/,
			rest: 'pairs',
			places: {eta: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '(val)',
			match:
				/^(?:Epoch|Iter)\(val\) +(?:\[ *(?<epoch>\d+)\])?\[ *(\d+)\/\2\]\s(?!.*\beta: )(?=.*: )/,
			rest: 'pairs',
			places: {time: 'none', data_time: 'none', memory: 'none'},
		},
		{
			kind: 'metrics',
			split: 'test',
			has: '(test)',
			match: /^(?:Epoch|Iter)\(test\) +\[ *(\d+)\/\1\]\s(?!.*\beta: )(?=.*: )/,
			rest: 'pairs',
			places: {time: 'none', data_time: 'none', memory: 'none'},
		},
		{kind: 'noise', match: /^(?:Epoch|Iter)\((?:val|test)\) +\[/},
		{
			kind: 'checkpoint',
			has: 'Saving checkpoint',
			match:
				/^Saving checkpoint at (?:(?<epoch>\d+) epochs?|(?<step>\d+) iter(?:ation)?s?|\w+ epoch)/,
		},
		{
			kind: 'checkpoint',
			best: true,
			has: 'best checkpoint',
			match:
				/^The best checkpoint with (?<value>\S+) (?<monitor>\S+) at (?:(?<epoch>\d+) epoch|(?<step>\d+) iter) is saved to (?<path>\S+?)\.?$/,
		},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^[Rr]esumed (?:from )?epoch: (?<epoch>\d+), iter: (?<step>\d+)/,
		},
		{kind: 'phase', phase: 'started', match: /^Checkpoints will be saved to /},
		{kind: 'phase', phase: 'validating', match: /^Evaluating \S+\.\.\./},
		{
			kind: 'facts',
			match: /^ *(?:train_cfg *= *dict\(.*\b)?max_epochs *= *(?<epochs>\d+)\b/,
		},
		{
			kind: 'facts',
			match: /^ *(?:train_cfg *= *dict\(.*\b)?max_iters *= *(?<steps>\d+)\b/,
		},
		{
			kind: 'noise',
			match:
				/^(?:Exp name: |The previous best checkpoint|Auto resumed from|Load(?:ed|s)? (?:checkpoint|from)|Hooks will be executed|Config:|\w+_mAP_copypaste: |Distributed training|paramwise_options|Note: |per class results)/,
		},
	],
	samples: [
		[
			'2023/06/04 13:41:20 - mmengine - INFO - Epoch(train) [12][ 50/100]  base_lr: 4.0000e-05 lr: 4.0000e-05  eta: 2 days, 7:32:05  time: 1.0700  data_time: 0.0800  memory: 15079  grad_norm: nan  loss: 859.5978  loss_cls: 0.6614',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 12, stepInEpoch: 50, stepsPerEpoch: 100},
				values: {
					base_lr: 0.00004,
					lr: 0.00004,
					time: 1.07,
					data_time: 0.08,
					memory: 15079,
					grad_norm: Number.NaN,
					loss: 859.5978,
					loss_cls: 0.6614,
				},
			},
		],
		[
			'06/04 13:41:20 - mmengine - INFO - Epoch(train)  [1][100/100]  lr: 1.9820e-03  eta: 0:00:15  time: 0.3082  data_time: 0.0042  loss: 1.4919',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, stepInEpoch: 100, stepsPerEpoch: 100},
				values: {lr: 0.001982, time: 0.3082, data_time: 0.0042, loss: 1.4919},
			},
		],
		[
			'2023/06/04 13:41:20 - mmengine - INFO - Iter(train) [  50/40000]  lr: 9.9891e-03  eta: 4:51:21  time: 0.3500  data_time: 0.0100  memory: 5600  loss: 1.2000  decode.acc_seg: 71.2000',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 50, steps: 40000},
				values: {
					lr: 0.0099891,
					time: 0.35,
					data_time: 0.01,
					memory: 5600,
					loss: 1.2,
					'decode.acc_seg': 71.2,
				},
			},
		],
		[
			'2023/06/04 13:41:32 - mmengine - INFO - Epoch(val) [1][13/13]    coco/bbox_mAP: 0.7050  coco/bbox_mAP_s: -1.0000  data_time: 0.0055  time: 0.0409',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 1},
				values: {'coco/bbox_mAP': 0.705, 'coco/bbox_mAP_s': -1},
			},
		],
		[
			'2023/06/04 13:41:32 - mmengine - INFO - Iter(val) [87/87]    aAcc: 91.2000  mIoU: 64.3300  data_time: 0.0055  time: 0.0409',
			{kind: 'metrics', split: 'val', values: {aAcc: 91.2, mIoU: 64.33}},
		],
		[
			'2023/06/04 13:41:31 - mmengine - INFO - Epoch(val)  [1][13/13]    eta: 0:00:00  time: 0.0558  data_time: 0.0147  memory: 191  ',
			[],
		],
		[
			'2023/06/04 13:51:32 - mmengine - INFO - Epoch(test) [13/13]    coco/bbox_mAP: 0.7050  data_time: 0.0055  time: 0.0409',
			{kind: 'metrics', split: 'test', values: {'coco/bbox_mAP': 0.705}},
		],
		[
			'2023/06/04 13:51:31 - mmengine - INFO - Epoch(test) [10/13]    eta: 0:00:00  time: 0.0558',
			[],
		],
		[
			'2023/06/04 13:41:30 - mmengine - INFO - Saving checkpoint at 4000 iterations',
			{kind: 'checkpoint', best: false, position: {step: 4000}},
		],
		[
			'2023/06/04 13:41:30 - mmengine - INFO - Saving checkpoint at 1 epochs',
			{kind: 'checkpoint', best: false, position: {epoch: 1}},
		],
		[
			'2023/06/04 13:41:33 - mmengine - INFO - The best checkpoint with 0.7050 coco/bbox_mAP at 40 epoch is saved to best_coco_bbox_mAP_epoch_40.pth.',
			{
				kind: 'checkpoint',
				best: true,
				position: {epoch: 40},
				path: 'best_coco_bbox_mAP_epoch_40.pth',
				monitor: 'coco/bbox_mAP',
				value: 0.705,
			},
		],
		[
			'2023/06/04 13:41:40 - mmengine - INFO - resumed epoch: 3, iter: 300',
			{kind: 'phase', phase: 'resumed', position: {epoch: 3, step: 300}},
		],
		[
			'2023/06/04 13:41:10 - mmengine - INFO - Checkpoints will be saved to /w/work_dirs/x.',
			{kind: 'phase', phase: 'started'},
		],
		[
			'2023/06/04 13:41:32 - mmengine - INFO - Evaluating bbox...',
			{kind: 'phase', phase: 'validating'},
		],
		[
			'train_cfg = dict(by_epoch=True, max_epochs=200, val_interval=1)',
			{kind: 'facts', facts: {}, position: {epochs: 200}},
		],
		['    max_iters=40000,', {kind: 'facts', facts: {}, position: {steps: 40000}}],
		['2023/06/04 13:41:30 - mmengine - INFO - Exp name: x_20230604_134110', []],
		['(VERY_HIGH   ) RuntimeInfoHook                    ', null],
	],
} satisfies Format;
