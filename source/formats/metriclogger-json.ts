import type {Format} from '../core/format.ts';

/** `log.txt` of DETR, DeiT, MAE and others with MetricLogger: an object per epoch, `train_*` and `test_*`. */
export default {
	title: 'DETR-style log.txt',
	url: 'https://github.com/facebookresearch/detr',
	hallmark: /^\{"train_lr": [^}]*"train_loss": /,
	losses: ['loss'],
	primary: ['coco_eval_bbox0', 'acc1'],
	goals: {coco_eval_bbox0: 'max', coco_eval_masks0: 'max', n_parameters: null},
	lines: [
		{
			kind: 'metrics',
			has: '"train_loss"',
			match:
				/^\{(?="train_lr": [^}]*"train_loss": )(?=.*"test_coco_eval_bbox": *\[(?<test_coco_eval_bbox0>[^,\]]+)|)(?=.*"test_coco_eval_masks": *\[(?<test_coco_eval_masks0>[^,\]]+)|)/,
			rest: 'json',
			places: {n_parameters: 'none'},
			prefixes: {train_: 'train', test_: 'val', val_: 'val', eval_: 'val'},
		},
	],
	samples: [
		[
			'{"train_lr": 0.0001, "train_loss": 43.395, "test_loss": 40.1, "test_coco_eval_bbox": [0.0012, 0.005], "epoch": 0, "n_parameters": 41302368}',
			[
				{
					kind: 'metrics',
					split: 'train',
					position: {epoch: 0},
					values: {lr: 0.0001, loss: 43.395},
				},
				{
					kind: 'metrics',
					split: 'val',
					position: {epoch: 0},
					values: {coco_eval_bbox0: 0.0012, loss: 40.1},
				},
			],
		],
		['{"loss": 1.5, "epoch": 0}', null],
	],
} satisfies Format;
