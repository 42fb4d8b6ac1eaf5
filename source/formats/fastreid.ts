import type {Format} from '../core/format.ts';

/** FastReID: Detectron2's lines with the epoch in them, results in a table (fastreid/utils/events.py, fastreid/utils/logger.py, fastreid/evaluation/testing.py). */
export default {
	title: 'FastReID',
	url: 'https://github.com/JDAI-CV/fast-reid',
	head: /^\[(?<time>\d\d\/\d\d \d\d:\d\d:\d\d)(?:\] [\w.]+ (?<level>[A-Z]+): | [\w.]+\]: )/,
	hallmark: /^\[\d\d\/\d\d [\d:]+(?:\] | )fastreid\./,
	guarded: true,
	losses: ['total_loss'],
	goals: {
		mAP: 'max',
		'Rank-1': 'max',
		'Rank-5': 'max',
		'Rank-10': 'max',
		mINP: 'max',
		metric: null,
	},
	primary: ['mAP', 'Rank-1'],
	lines: [
		{
			kind: 'metrics',
			has: 'iter: ',
			match: /^\s*(?:eta: .{1,30}?\s\s)?epoch\/iter: (?<epoch>\d+)\/(?<step>\d+)\s/,
			rest: 'pairs',
			places: {last_time: 'none', last_data_time: 'none'},
		},
		{
			kind: 'phase',
			phase: 'validating',
			columns: true,
			has: '| Datasets ',
			match: /^\| Datasets +\| (?<text>.*?) *\|\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			columns: true,
			has: ' | ',
			match:
				/^\| [A-Za-z][\w-]* +\| (?<c1>\d+\.\d\d) +\| (?<c2>\d+\.\d\d) +\| (?<c3>\d+\.\d\d) +\| (?<c4>\d+\.\d\d) +\| (?<c5>\d+\.\d\d) +\|(?: (?<c6>\d+\.\d\d) +\|)?/,
		},
		{kind: 'checkpoint', match: /^Saving checkpoint to (?<path>\S+)/},
		{kind: 'phase', phase: 'started', match: /^Starting training from epoch 0\b/},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^Starting training from epoch (?<epoch>\d+)/,
		},
		{kind: 'phase', phase: 'validating', match: /^Start inference on /},
		{
			kind: 'noise',
			match:
				/^(?:Inference done|Total inference|Overall training speed|Total training time|Evaluation results|Prepare testing|Loading |\|:?-{3,})/,
		},
	],
	samples: [
		[
			'[02/25 12:02:10] fastreid.utils.events INFO:  eta: 1:05:12  epoch/iter: 3/199  total_loss: 8.125  loss_cls: 6.5  cls_accuracy: 0.125 time: 0.3512  lr: 3.50e-05  max_mem: 5230M',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, step: 199},
				values: {total_loss: 8.125, loss_cls: 6.5, cls_accuracy: 0.125, time: 0.3512, lr: 0.000035},
			},
		],
		[
			'| Datasets   | Rank-1   | Rank-5   | Rank-10   | mAP   | mINP   | metric   |',
			{
				kind: 'phase',
				phase: 'validating',
				text: 'Rank-1   | Rank-5   | Rank-10   | mAP   | mINP   | metric',
			},
		],
		[
			'| Market1501 | 85.12    | 94.21    | 96.50     | 66.12 | 30.12  | 75.62    |',
			{
				kind: 'metrics',
				split: 'val',
				values: {c1: 85.12, c2: 94.21, c3: 96.5, c4: 66.12, c5: 30.12, c6: 75.62},
			},
		],
		[
			'[02/25 12:05:41] fvcore.common.checkpoint INFO: Saving checkpoint to logs/model_best.pth',
			{kind: 'checkpoint', best: false, path: 'logs/model_best.pth'},
		],
		[
			'[02/25 12:00:00] fastreid.engine.train_loop INFO: Starting training from epoch 0',
			{kind: 'phase', phase: 'started'},
		],
		[
			'[02/25 12:00:00] fastreid.engine.train_loop INFO: Starting training from epoch 12',
			{kind: 'phase', phase: 'resumed', position: {epoch: 12}},
		],
		[
			'[02/25 12:00:00] fastreid.evaluation.evaluator INFO: Start inference on 500 batches',
			{kind: 'phase', phase: 'validating'},
		],
		['|:-----------|:---------|:---------|', []],
	],
} satisfies Format;
