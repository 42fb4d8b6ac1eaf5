import type {Format} from '../core/format.ts';

/** Point clouds after Pointnet_Pointnet2_pytorch (train_classification.py, train_semseg.py) and dgcnn (pytorch/main.py). */
export default {
	title: 'PointNet++, DGCNN',
	url: 'https://github.com/yanx27/Pointnet_Pointnet2_pytorch',
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+) - Model - (?<level>[A-Z]+) - /,
	hallmark:
		/ - Model - INFO - (?:\*{4} Epoch|Epoch \d+ \()|^Train \d+, loss: [\d.na]+, train acc: [\d.]+, train avg acc: |^Test Instance Accuracy: [\d.]+, Class Accuracy: |^eval point avg class IoU: | Inctance avg mIOU: /,
	guarded: true,
	primary: ['Instance Accuracy', 'point avg class IoU', 'Inctance avg mIOU', 'acc'],
	goals: {'point avg class IoU': 'max', 'Inctance avg mIOU': 'max', 'Class avg mIOU': 'max'},
	lines: [
		{
			kind: 'facts',
			opens: true,
			has: 'poch ',
			match: /^(?:\*{4} )?Epoch \d+ \((?<epoch>\d+)\/(?<epochs>\d+)\)(?::| \*{4})/,
		},
		{
			kind: 'metrics',
			joins: true,
			has: 'raining mean loss: ',
			match: /^Training mean loss: (?<loss>[\d.]+|nan)/,
		},
		{
			kind: 'metrics',
			joins: true,
			match: /^Train (?:Instance Accuracy|accuracy is): (?<accuracy>[\d.]+|nan)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'eval ',
			match:
				/^eval (?:(?<key>point avg class IoU|point accuracy|point avg class acc): (?<value>[\d.]+|nan)|mean loss: (?<loss>[\d.]+|nan))/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Test Instance Accuracy: ',
			match: /^Test (?<key>Instance Accuracy): (?<value>[\d.]+)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: ' Inctance avg mIOU: ',
			match:
				/^Epoch (?<epoch>\d+) test Accuracy: (?<accuracy>[\d.]+) +Class avg mIOU: [\d.]+ +(?<key>Inctance avg mIOU): (?<value>[\d.]+)/,
		},
		{
			kind: 'metrics',
			has: ', train acc: ',
			match:
				/^Train (?<epoch>\d+), loss: (?<loss>[\d.]+|nan), train acc: (?<acc>[\d.]+)(?:, train avg acc: (?<avg_acc>[\d.]+))?/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: ', test acc: ',
			match:
				/^Test (?<epoch>\d+), loss: (?<loss>[\d.]+|nan), test acc: (?<acc>[\d.]+)(?:, test avg acc: (?<avg_acc>[\d.]+))?/,
		},
		{kind: 'checkpoint', best: true, match: /^Saving at (?<path>\S*best_model\S*)/},
		{kind: 'checkpoint', match: /^Saving at (?<path>\S+)/},
		{kind: 'phase', phase: 'finished', match: /^End of training\.\.\./},
		{kind: 'phase', phase: 'started', match: /^Start training\.\.\./},
		{
			kind: 'noise',
			match:
				/^(?:Training accuracy: |Best (?:\w+ ){0,3}(?:accuracy|mIOU)|Learning rate: ?[\d.]|BN momentum|Eval (?:mean loss|accuracy): |[Ee]val mIoU of)/i,
		},
	],
	samples: [
		[
			'2021-03-27 12:00:00,123 - Model - INFO - Epoch 1 (1/200):',
			{kind: 'facts', facts: {}, position: {epoch: 1, epochs: 200}},
		],
		[
			'2021-03-27 12:20:00,123 - Model - INFO - Training mean loss: 0.875',
			{kind: 'metrics', split: 'train', values: {loss: 0.875}},
		],
		[
			'2021-03-27 12:02:00,123 - Model - INFO - Train Instance Accuracy: 0.625',
			{kind: 'metrics', split: 'train', values: {accuracy: 0.625}},
		],
		[
			'2021-03-27 12:30:00,123 - Model - INFO - eval point avg class IoU: 0.5',
			{kind: 'metrics', split: 'val', values: {'point avg class IoU': 0.5}},
		],
		[
			'2021-03-27 12:03:00,123 - Model - INFO - Test Instance Accuracy: 0.875, Class Accuracy: 0.75',
			{kind: 'metrics', split: 'val', values: {'Instance Accuracy': 0.875}},
		],
		[
			'2021-03-27 12:03:00,123 - Model - INFO - Epoch 3 test Accuracy: 0.875  Class avg mIOU: 0.75   Inctance avg mIOU: 0.8125',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 3},
				values: {accuracy: 0.875, 'Inctance avg mIOU': 0.8125},
			},
		],
		[
			'Train 0, loss: 2.125, train acc: 0.625, train avg acc: 0.5',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0},
				values: {loss: 2.125, acc: 0.625, avg_acc: 0.5},
			},
		],
		[
			'Test 0, loss: 1.875, test acc: 0.75, test avg acc: 0.625',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 0},
				values: {loss: 1.875, acc: 0.75, avg_acc: 0.625},
			},
		],
		[
			'2021-03-27 12:03:00,123 - Model - INFO - Saving at log/checkpoints/best_model.pth',
			{kind: 'checkpoint', best: true, path: 'log/checkpoints/best_model.pth'},
		],
		[
			'2021-03-27 12:03:00,123 - Model - INFO - Saving at log/checkpoints/model.pth',
			{kind: 'checkpoint', best: false, path: 'log/checkpoints/model.pth'},
		],
		[
			'2021-03-27 12:06:00,123 - Model - INFO - End of training...',
			{kind: 'phase', phase: 'finished'},
		],
		[
			'2021-03-27 12:00:00,123 - Model - INFO - Start training...',
			{kind: 'phase', phase: 'started'},
		],
		[
			'2021-03-27 12:03:00,123 - Model - INFO - Best Instance Accuracy: 0.875, Class Accuracy: 0.75',
			[],
		],
	],
} satisfies Format;
