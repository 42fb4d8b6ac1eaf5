import type {Format} from '../core/format.ts';

/** Detectron2 `metrics.json`: training objects, and results of evaluations as objects of their own. */
export default {
	title: 'Detectron2 metrics.json',
	url: 'https://github.com/facebookresearch/detectron2',
	hallmark: /^\{(?=.*"iteration": \d)(?=.*"(?:total_loss|eta_seconds|rank_data_time|\w+\/AP)": )/,
	losses: ['total_loss'],
	primary: ['bbox/AP', 'segm/AP', 'keypoints/AP', 'sem_seg/mIoU', 'panoptic_seg/PQ'],
	lines: [
		{
			kind: 'metrics',
			has: '"total_loss"',
			match: /^\{(?=.*"iteration": *\d)/,
			rest: 'json',
			places: {iteration: 'step', eta_seconds: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '"iteration"',
			match: /^\{(?=.*"[\w-]+\/(?:AP|mIoU|PQ|AR)[^"]*": )/,
			rest: 'json',
			places: {iteration: 'step', eta_seconds: 'none', lr: 'none', time: 'none', data_time: 'none'},
		},
		{kind: 'noise', has: '"iteration"', match: /^\{(?=.*"(?:eta_seconds|data_time|lr)": )/},
	],
	samples: [
		[
			'{"data_time": 0.0037, "eta_seconds": 851.2, "iteration": 19, "loss_cls": 1.169, "lr": 1.9e-05, "time": 0.42, "total_loss": 76.49}',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 19},
				values: {data_time: 0.0037, loss_cls: 1.169, lr: 0.000019, time: 0.42, total_loss: 76.49},
			},
		],
		[
			'{"bbox/AP": 65.1157, "bbox/AP50": 91.3, "bbox/APs": NaN, "iteration": 1999}',
			{
				kind: 'metrics',
				split: 'val',
				position: {step: 1999},
				values: {'bbox/AP': 65.1157, 'bbox/AP50': 91.3, 'bbox/APs': Number.NaN},
			},
		],
		['{"data_time": 0.0037, "iteration": 20, "lr": 1.9e-05}', []],
		['{"a": 1}', null],
	],
} satisfies Format;
