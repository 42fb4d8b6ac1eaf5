import type {Format} from '../core/format.ts';

/**
nnU-Net, version 1 (network_trainer.py) and 2 (nnunetv2/training/nnUNetTrainer/nnUNetTrainer.py): a line per value. Of
several classes the mean, which decides what is best, is not told, so each class is a metric.
*/
export default {
	title: 'nnU-Net',
	url: 'https://github.com/MIC-DKFZ/nnUNet',
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+): /,
	hallmark:
		/^\d{4}-\d\d-\d\d [\d:.]+: (?:Pseudo dice|Yayy! New best EMA|Average global foreground Dice|Val glob dc per class|This epoch took)/,
	guarded: true,
	goals: {loss: 'min'},
	primary: ['Pseudo dice', 'Average global foreground Dice', 'dice_1'],
	lines: [
		{kind: 'metrics', match: /^train[_ ]loss ?:? (?<loss>[-+\d.e]+|nan|inf)\s*$/},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match: /^val(?:idation)?[_ ]loss ?(?:\(train=False\))?:? (?<loss>[-+\d.e]+|nan|inf)\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match:
				/^(?<key>Pseudo dice|Average global foreground Dice|Val glob dc per class):? \[(?:np\.float\d+\()?(?<value>[\d.]+|nan)\)?\]/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match:
				/^(?:Pseudo dice|Average global foreground Dice|Val glob dc per class):? \[(?:np\.float\d+\()?(?<dice_1>[\d.]+|nan)\)?, (?:np\.float\d+\()?(?<dice_2>[\d.]+|nan)\)?(?:, (?:np\.float\d+\()?(?<dice_3>[\d.]+|nan)\)?(?:, (?:np\.float\d+\()?(?<dice_4>[\d.]+|nan)\)?(?:, (?:np\.float\d+\()?(?<dice_5>[\d.]+|nan)\)?(?:, (?:np\.float\d+\()?(?<dice_6>[\d.]+|nan)\)?)?)?)?)?/,
		},
		{kind: 'phase', phase: 'training', match: /^(?:Epoch|epoch: ) (?<epoch>\d+)\s*$/},
		{
			kind: 'checkpoint',
			best: true,
			match: /^Yayy! New best EMA (?<monitor>pseudo Dice): (?<value>[\d.]+)/,
		},
		{kind: 'checkpoint', match: /^saving (?:scheduled )?checkpoint/},
		{kind: 'phase', phase: 'finished', match: /^Training done\./},
		{
			kind: 'noise',
			match:
				/^(?:Current learning rate: |lr(?: is now)?: |Epoch time: |This epoch took |done, saving took|\(interpret this as)/,
		},
	],
	samples: [
		[
			'2023-01-01 10:00:00.123456: train_loss -0.5',
			{kind: 'metrics', split: 'train', values: {loss: -0.5}},
		],
		[
			'2023-01-01 10:00:00.123456: validation loss: -0.25',
			{kind: 'metrics', split: 'val', values: {loss: -0.25}},
		],
		[
			'2023-01-01 10:00:00.123456: Pseudo dice [np.float32(0.75)]',
			{kind: 'metrics', split: 'val', values: {'Pseudo dice': 0.75}},
		],
		[
			'2023-01-01 10:00:00.123456: Pseudo dice [0.75, 0.5, nan]',
			{
				kind: 'metrics',
				split: 'val',
				values: {dice_1: 0.75, dice_2: 0.5, dice_3: Number.NaN},
			},
		],
		[
			'2023-01-01 10:00:00.123456: Epoch 3',
			{kind: 'phase', phase: 'training', position: {epoch: 3}},
		],
		[
			'2023-01-01 10:00:00.123456: Yayy! New best EMA pseudo Dice: 0.75',
			{kind: 'checkpoint', best: true, monitor: 'pseudo Dice', value: 0.75},
		],
		[
			'2023-01-01 10:00:00.123456: saving scheduled checkpoint file...',
			{kind: 'checkpoint', best: false},
		],
		['2023-01-01 10:00:00.123456: Training done.', {kind: 'phase', phase: 'finished'}],
		['2023-01-01 10:00:00.123456: Epoch time: 10.1 s', []],
	],
} satisfies Format;
