import type {Format} from '../core/format.ts';

/** MONAI's tutorials and the many loops copied from them: a heading an epoch, then its steps (3d_segmentation/torch/unet_training_array.py). */
export default {
	title: 'MONAI tutorials',
	url: 'https://github.com/Project-MONAI/tutorials',
	hallmark: /^ *\d+\/\d+, train_loss: |^(?:current )?epoch:? \d+ current mean dice: /,
	guarded: true,
	primary: ['mean dice'],
	lines: [
		{kind: 'phase', phase: 'training', match: /^epoch (?<epoch>\d+)\/(?<epochs>\d+)\s*$/},
		{
			kind: 'metrics',
			has: 'train_loss: ',
			match: /^ *(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+), train_loss: (?<loss>[-\d.e]+|nan|inf)/,
		},
		{
			kind: 'metrics',
			match: /^epoch (?<epoch>\d+) average loss: (?<average_loss>[-\d.e]+|nan|inf)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'current ',
			match:
				/^current epoch: (?<epoch>\d+),? current (?<key>mean dice|\w[\w ]{1,20}): (?<value>[\d.]+|nan)/,
		},
		{kind: 'checkpoint', best: true, match: /^saved new best metric model/},
		{
			kind: 'phase',
			phase: 'finished',
			match: /^train completed, (?<text>best_metric: [\d.]+)/,
		},
		{kind: 'noise', match: /^(?:-{10,}$| *best mean dice: )/},
	],
	samples: [
		['epoch 1/2', {kind: 'phase', phase: 'training', position: {epoch: 1, epochs: 2}}],
		[
			'1/32, train_loss: 0.9125',
			{
				kind: 'metrics',
				split: 'train',
				position: {stepInEpoch: 1, stepsPerEpoch: 32},
				values: {loss: 0.9125},
			},
		],
		[
			'epoch 1 average loss: 0.8625',
			{kind: 'metrics', split: 'train', position: {epoch: 1}, values: {average_loss: 0.8625}},
		],
		[
			'current epoch: 2 current mean dice: 0.5125',
			{kind: 'metrics', split: 'val', position: {epoch: 2}, values: {'mean dice': 0.5125}},
		],
		['saved new best metric model', {kind: 'checkpoint', best: true}],
		[
			'train completed, best_metric: 0.5125 at epoch: 2',
			{kind: 'phase', phase: 'finished', text: 'best_metric: 0.5125'},
		],
		['----------', []],
	],
} satisfies Format;
