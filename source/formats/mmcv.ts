import type {Format} from '../core/format.ts';

/** MMCV before MMEngine: MMDetection 2, MMSegmentation 0.x, MMClassification … (mmcv/runner/hooks/logger/text.py). */
export default {
	title: 'MMCV 1.x',
	url: 'https://github.com/open-mmlab/mmcv/tree/1.x',
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+) - (?:[\w.]+ - )?(?<level>[A-Z]+) - /,
	hallmark:
		/^\d{4}-\d\d-\d\d [\d:,]+ - (?:mm\w+ - )?[A-Z]+ - (?:(?:Epoch|Iter)(?:\(\w+\))? \[\d+|workflow: \[|Start running, host:)/,
	primary: ['bbox_mAP', 'segm_mAP', 'mIoU', 'accuracy_top-1', 'AP', 'mAP'],
	lines: [
		// Before MMCV 0.5 an evaluation was printed at the place where training stood, but without its times.
		{
			kind: 'metrics',
			split: 'val',
			has: 'Epoch [',
			match:
				/^Epoch \[(?<epoch>\d+)\]\[\d+\/\d+\]\s+(?!.*\btime: |.*\bloss)(?=.*(?:mAP|AR@|mIoU|[aA]cc|top|AP50))/,
			rest: 'pairs',
			places: {lr: 'none', bbox_mAP_copypaste: 'none', segm_mAP_copypaste: 'none'},
		},
		{
			kind: 'metrics',
			has: 'Epoch [',
			match: /^Epoch \[(?<epoch>\d+)\]\[(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\]\s/,
			rest: 'pairs',
			places: {eta: 'none'},
		},
		{
			kind: 'metrics',
			has: 'Iter [',
			match: /^Iter \[(?<step>\d+)\/(?<steps>\d+)\]\s/,
			rest: 'pairs',
			places: {eta: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '(val) [',
			match: /^(?:Epoch|Iter)\(val\) \[(?:(?<epoch>\d+)\]\[)?\d+\]\s/,
			rest: 'pairs',
			places: {
				lr: 'none',
				bbox_mAP_copypaste: 'none',
				segm_mAP_copypaste: 'none',
				proposal_mAP_copypaste: 'none',
				keypoints_mAP_copypaste: 'none',
			},
		},
		{
			kind: 'checkpoint',
			match:
				/^Saving checkpoint at (?:(?<epoch>\d+) epochs?|(?<step>\d+) iter(?:ation)?s?|\w+ epoch)/,
		},
		{
			kind: 'checkpoint',
			best: true,
			match:
				/^Now best checkpoint is (?:saved as )?(?<path>(?:\S*\/)?(?:best_(?<monitor>\S+)_)?(?:epoch|iter)_\d+\.pth)/,
		},
		{kind: 'noise', match: /^Best \S+ is [\d.]+ at \d+ (?:epoch|iter)/},
		{
			kind: 'facts',
			match: /^(?:workflow: .*, )max: (?:(?<epochs>\d+) epochs|(?<steps>\d+) iters)/,
		},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^resumed (?:from )?epoch:? (?<epoch>\d+), iter:? (?<step>\d+)/,
		},
		{kind: 'phase', phase: 'started', match: /^Start running, host: /},
		{kind: 'phase', phase: 'validating', match: /^Evaluating \S+\.\.\./},
		{
			kind: 'noise',
			match:
				/^(?:Exp name: |load (?:checkpoint|model) from|Load(?:ed|ing) |Environment info|Distributed training|Config:|Set random seed|Hooks will be|Checkpoints will be saved|per class results|Summary:|\d+ videos|The model and loaded state)/,
		},
	],
	samples: [
		[
			'2019-08-10 10:03:00,123 - INFO - Epoch [1][100/100]\tlr: 0.02, bbox_mAP: 0.25, bbox_mAP_50: 0.5, bbox_mAP_copypaste: 0.25 0.5 0.2',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 1},
				values: {bbox_mAP: 0.25, bbox_mAP_50: 0.5},
			},
		],
		[
			'2021-03-25 20:31:39,393 - mmdet - INFO - Epoch [1][1800/14659]\tlr: 2.000e-02, eta: 1 day, 3:02:05, time: 0.535, data_time: 0.213, memory: 4268, loss_cls: 0.4352, acc: 89.7200, loss: 0.9259',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, stepInEpoch: 1800, stepsPerEpoch: 14659},
				values: {
					lr: 0.02,
					time: 0.535,
					data_time: 0.213,
					memory: 4268,
					loss_cls: 0.4352,
					acc: 89.72,
					loss: 0.9259,
				},
			},
		],
		[
			'2019-12-18 03:12:01,393 - INFO - Epoch [2][50/3665]\tlr: 0.02000, eta: 3:02:05, time: 0.535, loss: nan',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 2, stepInEpoch: 50, stepsPerEpoch: 3665},
				values: {lr: 0.02, time: 0.535, loss: Number.NaN},
			},
		],
		[
			'2021-03-25 20:31:39,393 - mmseg - INFO - Iter [50/20000]\tlr: 9.979e-03, eta: 1:02:11, time: 0.187, decode.loss_ce: 1.1000, loss: 1.6436',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 50, steps: 20000},
				values: {lr: 0.009979, time: 0.187, 'decode.loss_ce': 1.1, loss: 1.6436},
			},
		],
		[
			'2021-03-25 21:05:00,000 - mmdet - INFO - Epoch(val) [12][7330]\tbbox_mAP: 0.3000, bbox_mAP_50: 0.4850, bbox_mAP_copypaste: 0.300 0.485 0.320 0.158 0.318 0.398',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 12},
				values: {bbox_mAP: 0.3, bbox_mAP_50: 0.485},
			},
		],
		[
			'2021-03-25 21:05:00,000 - mmseg - INFO - Iter(val) [1449]\taAcc: 0.9138, mIoU: 0.6433, IoU.background: 0.9170',
			{
				kind: 'metrics',
				split: 'val',
				values: {aAcc: 0.9138, mIoU: 0.6433, 'IoU.background': 0.917},
			},
		],
		['2021-03-25 21:05:00,000 - mmdet - INFO - Epoch(val) [3][500]\t', []],
		[
			'2021-03-25 21:00:00,000 - mmdet - INFO - Saving checkpoint at 1 epochs',
			{kind: 'checkpoint', best: false, position: {epoch: 1}},
		],
		[
			'2021-03-25 21:00:00,000 - mmseg - INFO - Saving checkpoint at 2000 iterations',
			{kind: 'checkpoint', best: false, position: {step: 2000}},
		],
		[
			'2021-03-25 21:05:01,000 - mmdet - INFO - Now best checkpoint is saved as best_bbox_mAP_epoch_12.pth.',
			{
				kind: 'checkpoint',
				best: true,
				path: 'best_bbox_mAP_epoch_12.pth',
				monitor: 'bbox_mAP',
			},
		],
		['2021-03-25 21:05:01,000 - mmdet - INFO - Best bbox_mAP is 0.3000 at 12 epoch.', []],
		[
			"2021-03-25 20:30:39,394 - mmdet - INFO - workflow: [('train', 1)], max: 12 epochs",
			{kind: 'facts', facts: {}, position: {epochs: 12}},
		],
		[
			"2021-03-25 20:30:39,394 - mmseg - INFO - workflow: [('train', 1)], max: 20000 iters",
			{kind: 'facts', facts: {}, position: {steps: 20000}},
		],
		[
			'2021-03-25 21:05:02,000 - mmdet - INFO - resumed epoch 2, iter 14660',
			{kind: 'phase', phase: 'resumed', position: {epoch: 2, step: 14660}},
		],
		[
			'2021-03-25 21:05:02,000 - mmseg - INFO - resumed from epoch: 1, iter 4000',
			{kind: 'phase', phase: 'resumed', position: {epoch: 1, step: 4000}},
		],
		[
			'2021-03-25 20:30:39,393 - mmdet - INFO - Start running, host: u@h, work_dir: /w/d',
			{kind: 'phase', phase: 'started'},
		],
		[
			'2021-03-25 21:04:00,000 - mmdet - INFO - Evaluating bbox...',
			{kind: 'phase', phase: 'validating'},
		],
		['2021-03-25 20:32:25,344 - mmdet - INFO - Exp name: my_cfg.py', []],
		['[>>>>        ] 12/500, 8.1 task/s, elapsed: 1s, ETA: 60s', null],
		['optimizer = dict(type="SGD", lr=0.02, momentum=0.9)', null],
	],
} satisfies Format;
