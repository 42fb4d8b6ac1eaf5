import type {Format} from '../core/format.ts';

/** Detectron2's log.txt and console (utils/events.py, engine/hooks.py, evaluation/testing.py), and maskrcnn-benchmark's before it (engine/trainer.py). */
export default {
	title: 'Detectron2',
	url: 'https://github.com/facebookresearch/detectron2',
	head: /^(?:\[(?<time>\d\d\/\d\d \d\d:\d\d:\d\d)(?:\] [\w.]+ (?<level>[A-Z]+): | [\w.]+\]: )|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+ [\w.]+ [A-Z]+: )/,
	hallmark:
		/^\[\d\d\/\d\d [\d:]+(?:\] | )(?:d2\.|detectron2|fvcore\.)|^\d{4}-\d\d-\d\d [\d:,]+ maskrcnn_benchmark\./,
	losses: ['total_loss', 'loss'],
	goals: {'panoptic_seg/PQ': 'max', PQ: 'max'},
	primary: ['bbox/AP', 'segm/AP', 'keypoints/AP', 'panoptic_seg/PQ', 'sem_seg/mIoU', 'AP', 'mIoU'],
	lines: [
		{
			kind: 'metrics',
			has: 'iter: ',
			match: /^\s*(?:eta: .{1,30}?\s\s)?iter: (?<step>\d+)\s(?! ?\/)/,
			rest: 'pairs',
			places: {last_time: 'none', last_data_time: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			within: true,
			columns: true,
			has: 'copypaste: ',
			match:
				/^copypaste: (?<AP>[-\d.]+|nan),(?<AP50>[-\d.]+|nan),(?<AP75>[-\d.]+|nan)(?:,(?<APs>[-\d.]+|nan),(?<APm>[-\d.]+|nan),(?<APl>[-\d.]+|nan)(?:,(?<APr>[-\d.]+|nan),(?<APc>[-\d.]+|nan),(?<APf>[-\d.]+|nan))?)?$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			within: true,
			columns: true,
			has: 'copypaste: ',
			match:
				/^copypaste: (?<AP>[-\d.]+|nan),(?<AP50>[-\d.]+|nan),(?<AP75>[-\d.]+|nan),(?<APm>[-\d.]+|nan),(?<APl>[-\d.]+|nan)$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			within: true,
			columns: true,
			has: 'copypaste: ',
			match:
				/^copypaste: (?<mIoU>[\d.]+|nan),(?<fwIoU>[\d.]+|nan),(?<mACC>[\d.]+|nan),(?<pACC>[\d.]+|nan)$/,
		},
		{
			kind: 'phase',
			phase: 'validating',
			within: true,
			has: 'copypaste: ',
			match: /^copypaste: Task: (?<text>\S+)/,
		},
		{
			kind: 'phase',
			phase: 'validating',
			columns: true,
			has: 'copypaste: ',
			match: /^copypaste: (?<text>[A-Za-z][\w,]*,[\w,]+)$/,
		},
		{kind: 'checkpoint', match: /^Saving checkpoint to (?<path>\S+)/},
		{
			kind: 'checkpoint',
			best: true,
			match:
				/^Saved (?:best model as latest eval score for (?<monitor>\S+) is|first model at) (?<value>[\d.]+)/,
		},
		{
			kind: 'phase',
			phase: 'started',
			match: /^Starting training from iteration (?<step>0)\b/,
		},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^Starting training from iteration (?<step>\d+)/,
		},
		{kind: 'phase', phase: 'validating', match: /^Start inference on /},
		{kind: 'facts', match: /^\s*MAX_ITER: (?<steps>\d+)/},
		// Printed by what runs when the loop is left, whyever.
		{kind: 'phase', phase: 'left', match: /^(?<text>Overall training speed: .*)/},
		{kind: 'trouble', what: 'exception', match: /^(?<text>Exception during training:.*)/},
		{
			kind: 'noise',
			match:
				/^(?:copypaste: |Inference done |Total inference |Total training time|Evaluation results for|Per-category |Preparing results|Saving results|Evaluating predictions|Loading |Serializ|Removed |Contents of args|Full config saved|Running with full config|Using |Environment info|Rank of current process|Command line arguments)/,
		},
	],
	samples: [
		[
			'[08/30 23:15:00] d2.engine.hooks INFO: Overall training speed: 1998 iterations in 0:14:30 (0.4355 s / it)',
			{
				kind: 'phase',
				phase: 'left',
				text: 'Overall training speed: 1998 iterations in 0:14:30 (0.4355 s / it)',
			},
		],
		[
			'2019-01-10 10:00:20,123 maskrcnn_benchmark.trainer INFO: eta: 1 day, 2:12:13  iter: 20  loss: 1.25 (1.5)  loss_classifier: 0.5 (0.75)  lr: 0.0075  max mem: 3456',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 20},
				values: {loss: 1.25, loss_classifier: 0.5, lr: 0.0075, mem: 3456},
			},
		],
		[
			'[08/30 23:00:36] d2.utils.events INFO:  eta: 0:14:11  iter: 19  total_loss: 76.49  loss_cls: 1.169    time: 0.4260  last_time: 0.4135  data_time: 0.0037  last_data_time: 0.0028   lr: 1.9e-05  max_mem: 5230M',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 19},
				values: {total_loss: 76.49, loss_cls: 1.169, time: 0.426, data_time: 0.0037, lr: 0.000019},
			},
		],
		[
			'[08/30 23:00:56 d2.utils.events]:  eta: 1 day, 2:03:04  iter: 39  total_loss: nan  lr: 3.9e-05',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 39},
				values: {total_loss: Number.NaN, lr: 0.000039},
			},
		],
		[
			'[08/30 23:15:03] d2.evaluation.testing INFO: copypaste: 65.1157,91.3488,69.7608,nan,58.7758,72.2168',
			{
				kind: 'metrics',
				split: 'val',
				values: {
					AP: 65.1157,
					AP50: 91.3488,
					AP75: 69.7608,
					APs: Number.NaN,
					APm: 58.7758,
					APl: 72.2168,
				},
			},
		],
		[
			'[08/30 23:15:03] d2.evaluation.testing INFO: copypaste: 60.1000,85.2000,65.3000,55.4000,70.5000',
			{
				kind: 'metrics',
				split: 'val',
				values: {AP: 60.1, AP50: 85.2, AP75: 65.3, APm: 55.4, APl: 70.5},
			},
		],
		[
			'[08/30 23:15:03] d2.evaluation.testing INFO: copypaste: 41.2000,60.3000,52.4000,80.5000',
			{
				kind: 'metrics',
				split: 'val',
				values: {mIoU: 41.2, fwIoU: 60.3, mACC: 52.4, pACC: 80.5},
			},
		],
		[
			'[08/30 23:15:03] d2.evaluation.testing INFO: copypaste: Task: bbox',
			{kind: 'phase', phase: 'validating', text: 'bbox'},
		],
		[
			'[08/30 23:15:03] d2.evaluation.testing INFO: copypaste: PQ,SQ,RQ,PQ_th',
			{kind: 'phase', phase: 'validating', text: 'PQ,SQ,RQ,PQ_th'},
		],
		[
			'[08/30 23:15:00] fvcore.common.checkpoint INFO: Saving checkpoint to ./output/model_final.pth',
			{kind: 'checkpoint', best: false, path: './output/model_final.pth'},
		],
		[
			'[08/30 23:20:00] d2.engine.hooks INFO: Saved best model as latest eval score for bbox/AP50 is 0.51, better than last best score 0.49 @ iteration 999.',
			{kind: 'checkpoint', best: true, monitor: 'bbox/AP50', value: 0.51},
		],
		[
			'[08/30 23:00:26] d2.engine.train_loop INFO: Starting training from iteration 0',
			{kind: 'phase', phase: 'started', position: {step: 0}},
		],
		[
			'[08/30 23:00:26] d2.engine.train_loop INFO: Starting training from iteration 5000',
			{kind: 'phase', phase: 'resumed', position: {step: 5000}},
		],
		[
			'[08/30 23:14:26] d2.evaluation.evaluator INFO: Start inference on 500 batches',
			{kind: 'phase', phase: 'validating'},
		],
		['  MAX_ITER: 90000', {kind: 'facts', facts: {}, position: {steps: 90_000}}],
		[
			'[08/30 23:20:00] d2.engine.train_loop ERROR: Exception during training:',
			{kind: 'trouble', what: 'exception', text: 'Exception during training:'},
		],
		['[08/30 23:15:00] d2.engine.hooks INFO: Total training time: 0:14:31 (0:00:01 on hooks)', []],
		['| person        | 39.540 | bicycle      | 17.329 |', null],
	],
} satisfies Format;
