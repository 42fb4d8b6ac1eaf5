import type {Format} from '../core/format.ts';

/**
semseg (PSPNet, tool/train.py) and what grew from it, as Pointcept (pointcept/engines/hooks/misc.py, evaluator.py); HSNet and
other segmentation of few shots (common/logger.py).
*/
export default {
	title: 'semseg, Pointcept, HSNet',
	url: 'https://github.com/hszhao/semseg',
	head: /^\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+) (?<level>[A-Z]+) [\w.-]+ line \d+ \d+\] ?/,
	hallmark:
		/^\[\d{4}-\d\d-\d\d [\d:,]+ [A-Z]+ [\w.-]+\.py line \d+ \d+\] |^\[Epoch: \d+\] \[Batch: \d+\/\d+\] (?:Lr|L): |^\*\*\* \w+ \[@Epoch \d+\] /,
	guarded: true,
	losses: ['Loss', 'loss', 'MainLoss', 'L'],
	goals: {allAcc: 'max', mAcc: 'max', mIoU: 'max'},
	primary: ['mIoU', 'mAcc'],
	lines: [
		{
			kind: 'metrics',
			has: '[',
			match:
				/^(?:Epoch|Train): \[(?<epoch>\d+)\/(?<epochs>\d+)\]\[(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\] (?=.*\bRemain \d)(?:Scan \d+ \(\d+\) )?(?:Data [\d.]+ \([\d.]+\) Batch [\d.]+ \([\d.]+\) )?(?:Remain [\d:]+ )?/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			has: '[Batch: ',
			match:
				/^(?:[\d-]{10} [\d:]{8}(?:,\d+)? )?\[Epoch: (?<epoch>\d+)\] \[Batch: (?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\] (?=(?:Lr|L): )/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '*** Val',
			match: /^\*\*\* Val\w* \[@Epoch (?<epoch>\d+)\] /,
			rest: 'pairs',
		},
		{
			kind: 'checkpoint',
			match: /^Model saved @(?<epoch>\d+) w\/ val/,
		},
		{
			kind: 'metrics',
			split: 'val',
			match:
				/^Val\d? result(?: at epoch \[(?<epoch>\d+)\/(?<epochs>\d+)\])?: mIoU\/mAcc\/allAcc (?<mIoU>[\d.]+|nan)\/(?<mAcc>[\d.]+|nan)\/(?<allAcc>[\d.]+?|nan)\.?$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			match: /^Val result: (?=\w+(?:: | )[\d.])/,
			rest: 'pairs',
		},
		{
			kind: 'checkpoint',
			best: true,
			match: /^Best validation (?<monitor>\w+) updated to: (?<value>[\d.]+)/,
		},
		{kind: 'checkpoint', match: /^Saving checkpoint to: (?<path>\S+)/},
		{
			kind: 'phase',
			phase: 'resumed',
			match:
				/^(?:=> loaded checkpoint '.*?' \(epoch (?<epoch>\d+)\)|Resuming train at eval epoch: )/,
		},
		{kind: 'phase', phase: 'started', match: /^>+ Start Training >+/},
		{kind: 'phase', phase: 'validating', match: /^>+ Start Evaluation >+/},
		{
			kind: 'noise',
			match:
				/^(?:(?:Precise )?Test: \[|Train result|Class_\d+|Currently Best|Val loss result|=> |[<>]+ (?:Start|End))/,
		},
	],
	samples: [
		[
			'[2019-07-01 12:00:10,123 INFO train.py line 300 1234] Epoch: [1/200][10/1856] Data 0.001 (0.212) Batch 0.512 (0.712) Remain 50:10:10 MainLoss 2.125 AuxLoss 2.25 Loss 3.0 Accuracy 0.5.',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 200, stepInEpoch: 10, stepsPerEpoch: 1856},
				values: {MainLoss: 2.125, AuxLoss: 2.25, Loss: 3, Accuracy: 0.5},
			},
		],
		[
			'[2023-05-01 12:00:20,123 INFO misc.py line 119 1234] Train: [1/100][2/1201] Data 0.012 (0.012) Batch 0.512 (0.512) Remain 17:10:10 loss: 3.0 Lr: 0.00050',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 100, stepInEpoch: 2, stepsPerEpoch: 1201},
				values: {loss: 3, Lr: 0.0005},
			},
		],
		[
			'[Epoch: 01] [Batch: 0651/1425] L: 0.375  Avg L: 0.5  mIoU: 64.5  |  FB-IoU: 78.75',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, stepInEpoch: 651, stepsPerEpoch: 1425},
				values: {L: 0.375, mIoU: 64.5, 'FB-IoU': 78.75},
			},
		],
		[
			'*** Validation [@Epoch 01] Avg L: 0.25  mIoU: 61.5   FB-IoU: 75.25   ***',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 1},
				values: {L: 0.25, mIoU: 61.5, 'FB-IoU': 75.25},
			},
		],
		[
			'Model saved @1 w/ val. mIoU: 61.50.',
			{kind: 'checkpoint', best: false, position: {epoch: 1}},
		],
		[
			'[2023-05-01 12:11:31,123 INFO evaluator.py line 176 1234] Val result: mIoU/mAcc/allAcc 0.3125/0.4125/0.7125.',
			{kind: 'metrics', split: 'val', values: {mIoU: 0.3125, mAcc: 0.4125, allAcc: 0.7125}},
		],
		[
			'[2023-05-01 12:11:31,123 INFO evaluator.py line 66 1234] Val result: loss 0.75 accuracy 0.5',
			{kind: 'metrics', split: 'val', values: {loss: 0.75, accuracy: 0.5}},
		],
		[
			'[2023-05-01 12:11:31,123 INFO misc.py line 160 1234] Best validation mIoU updated to: 0.3125',
			{kind: 'checkpoint', best: true, monitor: 'mIoU', value: 0.3125},
		],
		[
			'[2023-05-01 12:11:31,123 INFO misc.py line 174 1234] Saving checkpoint to: exp/model/model_last.pth',
			{kind: 'checkpoint', best: false, path: 'exp/model/model_last.pth'},
		],
		[
			"[2019-07-01 12:00:10,123 INFO train.py line 140 1234] => loaded checkpoint 'exp/train_epoch_20.pth' (epoch 20)",
			{
				kind: 'phase',
				phase: 'resumed',
				text: "=> loaded checkpoint 'exp/train_epoch_20.pth' (epoch 20)",
				position: {epoch: 20},
			},
		],
		[
			'[2023-05-01 12:00:00,123 INFO train.py line 128 1234] >>>>>>>>>>>>>>>> Start Training >>>>>>>>>>>>>>>>',
			{kind: 'phase', phase: 'started'},
		],
		[
			'[2023-05-01 12:00:00,123 INFO evaluator.py line 118 1234] >>>>>>>>>>>>>>>> Start Evaluation >>>>>>>>>>>>>>>>',
			{kind: 'phase', phase: 'validating'},
		],
		['[2023-05-01 12:10:31,123 INFO evaluator.py line 159 1234] Test: [1/312] Loss 1.5123 ', []],
	],
} satisfies Format;
