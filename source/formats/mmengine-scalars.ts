import type {Format} from '../core/format.ts';

/**
MMEngine `vis_data/scalars.json`. The `step` of a validation record is the epoch or the iteration, by
the kind of loop, so it is left out: the training records before it tell where it stands.
*/
export default {
	title: 'MMEngine scalars',
	url: 'https://github.com/open-mmlab/mmengine',
	hallmark: /^\{(?=.*"data_time": )(?=.*"time": )(?=.*"step": \d+\})(?!.*"(?:mode|iteration)": )/,
	primary: ['coco/bbox_mAP', 'coco/segm_mAP', 'mIoU', 'accuracy/top1', 'coco/AP', 'pascal_voc/mAP'],
	lines: [
		{
			kind: 'metrics',
			has: '"step"',
			match:
				/^\{(?=.*"step": *\d+\})(?=.*"(?:iter|epoch|lr|base_lr)": *\d)(?=.*"(?:train\/)?\w*loss[^"]*": )(?!"mode")/,
			rest: 'json',
			places: {iter: 'none'},
			prefixes: {'train/': 'train'},
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '"data_time"',
			match:
				/^\{(?=.*"step": *\d+\})(?=.*"(?:val\/)?data_time": )(?!.*"(?:mode|iter|iteration|epoch|lr|base_lr)": )/,
			rest: 'json',
			places: {
				step: 'none',
				time: 'none',
				data_time: 'none',
				'val/time': 'none',
				'val/data_time': 'none',
			},
			prefixes: {'val/': 'val', 'test/': 'test'},
		},
	],
	samples: [
		[
			'{"lr": 0.001, "data_time": 0.004, "loss": 1.49, "loss_cls": 0.66, "time": 0.3, "epoch": 1, "iter": 50, "memory": 3312, "step": 50}',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, step: 50},
				values: {
					lr: 0.001,
					data_time: 0.004,
					loss: 1.49,
					loss_cls: 0.66,
					time: 0.3,
					memory: 3312,
				},
			},
		],
		[
			'{"lr": 0.01, "data_time": 0.004, "loss": NaN, "time": 0.3, "iter": 50, "memory": 5600, "step": 50}',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 50},
				values: {lr: 0.01, data_time: 0.004, loss: Number.NaN, time: 0.3, memory: 5600},
			},
		],
		[
			'{"lr": 0.1, "data_time": 0.0002, "loss": 3.34, "time": 0.14, "epoch": 1, "memory": 2928, "step": 100}',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, step: 100},
				values: {lr: 0.1, data_time: 0.0002, loss: 3.34, time: 0.14, memory: 2928},
			},
		],
		[
			'{"coco/bbox_mAP": 0.705, "coco/bbox_mAP_s": -1.0, "data_time": 0.005, "time": 0.04, "step": 40}',
			{kind: 'metrics', split: 'val', values: {'coco/bbox_mAP': 0.705, 'coco/bbox_mAP_s': -1}},
		],
		['=======', null],
	],
} satisfies Format;
