import type {Format} from '../core/format.ts';

/** PaddleX 1 and 2: places with `=`, as in its first logs (paddlex/cv/models/base.py, utils/stats.py). */
export default {
	title: 'PaddleX',
	url: 'https://github.com/PaddlePaddle/PaddleX',
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) \[(?<level>[A-Z]+)\]\s+/,
	hallmark: /\[TRAIN\] Epoch[= ]\d+(?:\/\d+, Step=\d| finished)|\[EVAL\] Finished, Epoch=\d/,
	guarded: true,
	losses: ['loss', 'epoch_loss'],
	primary: ['bbox_map', 'bbox_mmap', 'miou', 'acc1'],
	goals: {
		bbox_map: 'max',
		bbox_mmap: 'max',
		segm_map: 'max',
		segm_mmap: 'max',
		acc1: 'max',
		acc5: 'max',
	},
	lines: [
		{
			kind: 'metrics',
			has: '[TRAIN]',
			match:
				/^\[TRAIN\] Epoch=(?<epoch>\d+)\/(?<epochs>\d+), Step=(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+), /,
			rest: 'pairs',
			places: {eta: 'none', time_each_step: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '[EVAL]',
			match: /^\[EVAL\] Finished, Epoch=(?<epoch>\d+), /,
			rest: 'pairs',
		},
		// All that is printed of an epoch with fewer steps than a printing takes.
		{
			kind: 'metrics',
			has: ' finished, ',
			match:
				/^\[TRAIN\] Epoch (?<epoch>\d+) finished, (?:.*, )?loss=(?<epoch_loss>[-\d.e]+|nan|inf)(?:, | \.|$)/,
		},
		{kind: 'checkpoint', best: true, match: /^Model saved in (?<path>\S*best_model)\.?\s*$/},
		{kind: 'checkpoint', match: /^Model saved in (?<path>\S+?)\.?\s*$/},
		{kind: 'phase', phase: 'started', match: /^Start(?:ing)? training\.{3,}/},
		{kind: 'phase', phase: 'validating', match: /^Start to evaluat/},
		{
			kind: 'noise',
			match:
				/^(?:\[TRAIN\] Epoch \d+ finished|\[EVAL\] Epoch=\d+, Step=|Current evaluated best model|There are \d+\/\d+ variables|Loading pretrained model|Connecting PaddleHub)/,
		},
	],
	samples: [
		[
			'2021-03-10 10:00:10 [INFO]\t[TRAIN] Epoch=1/12, Step=2/50, loss=2.301, lr=0.000125, time_each_step=0.52s, eta=0:5:12',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 12, stepInEpoch: 2, stepsPerEpoch: 50},
				values: {loss: 2.301, lr: 0.000125},
			},
		],
		[
			'2021-03-10 10:00:59 [INFO]\t[EVAL] Finished, Epoch=1, bbox_map=50.125 .',
			{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {bbox_map: 50.125}},
		],
		[
			'2021-03-10 10:01:00 [INFO]\tModel saved in output/yolov3/best_model.',
			{kind: 'checkpoint', best: true, path: 'output/yolov3/best_model'},
		],
		[
			'2021-03-10 10:01:00 [INFO]\tModel saved in output/yolov3/epoch_1.',
			{kind: 'checkpoint', best: false, path: 'output/yolov3/epoch_1'},
		],
		['2021-03-10 10:00:00 [INFO]\tStart training....', {kind: 'phase', phase: 'started'}],
		[
			'Start to evaluate(total_samples=40, total_steps=10)...',
			{kind: 'phase', phase: 'validating'},
		],
		[
			'2021-03-10 10:00:50 [INFO]\t[TRAIN] Epoch 1 finished, loss_xy=0.25, loss=1.75, lr=0.000125 .',
			{kind: 'metrics', split: 'train', position: {epoch: 1}, values: {epoch_loss: 1.75}},
		],
		[
			'2021-03-10 10:01:00 [INFO]\tCurrent evaluated best model on eval_dataset is epoch_5, bbox_map=69.5',
			[],
		],
	],
} satisfies Format;
