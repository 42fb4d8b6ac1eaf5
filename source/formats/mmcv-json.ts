import type {Format} from '../core/format.ts';

/** MMCV 1.x `*.log.json`: one object per record, `mode` first; `iter` is that of the epoch. */
export default {
	title: 'MMCV 1.x JSON log',
	url: 'https://github.com/open-mmlab/mmcv/tree/1.x',
	hallmark: /^\{"(?:mode": "(?:train|val)", "epoch"|env_info":)/,
	primary: ['bbox_mAP', 'segm_mAP', 'mIoU', 'accuracy_top-1', 'AP', 'mAP'],
	lines: [
		{
			kind: 'metrics',
			has: '"mode"',
			match: /^\{"mode": *"train"/,
			rest: 'json',
			places: {iter: 'stepInEpoch'},
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '"mode"',
			match: /^\{"mode": *"(?:val|test)"/,
			rest: 'json',
			places: {iter: 'none', lr: 'none', memory: 'none', time: 'none', data_time: 'none'},
		},
		{kind: 'phase', phase: 'started', match: /^\{"(?:env_info|config|seed|exp_name)":/},
	],
	samples: [
		[
			'{"mode": "train", "epoch": 1, "iter": 50, "lr": 0.00198, "memory": 3790, "data_time": 0.059, "loss_cls": 0.4, "loss": NaN, "time": 0.3}',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, stepInEpoch: 50},
				values: {
					lr: 0.00198,
					memory: 3790,
					data_time: 0.059,
					loss_cls: 0.4,
					loss: Number.NaN,
					time: 0.3,
				},
			},
		],
		[
			'{"mode": "val", "epoch": 1, "iter": 7330, "lr": 0.02, "bbox_mAP": 0.231, "bbox_mAP_copypaste": "0.231 0.400 0.243"}',
			{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {bbox_mAP: 0.231}},
		],
		[
			'{"env_info": "sys.platform: linux", "seed": 0, "exp_name": "a.py"}',
			{kind: 'phase', phase: 'started'},
		],
		['<<<<<<< HEAD', null],
	],
} satisfies Format;
