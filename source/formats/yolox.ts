import type {Format} from '../core/format.ts';
import {averages} from './coco/averages.ts';

/** YOLOX (loguru): an evaluation begins with its timing; the averages of pycocotools follow without a head. */
export default {
	title: 'YOLOX',
	url: 'https://github.com/Megvii-BaseDetection/YOLOX',
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?) \| (?<level>[A-Z]+) *\| yolox\S*:\d+ - /,
	hallmark: /^\d{4}-\d\d-\d\d [\d:.]+ \| [A-Z]+ *\| yolox\./,
	losses: ['total_loss'],
	primary: ['AP@[.5:.95]', 'map_5095', 'map_50'],
	lines: [
		{
			kind: 'metrics',
			has: 'epoch: ',
			match:
				/^epoch: (?<epoch>\d+)\/(?<epochs>\d+), iter: (?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+),(?=.*?iter_time: (?<iter_time>[\d.]+)s|)(?=.*?data_time: (?<data_time>[\d.]+)s|)/,
			rest: 'pairs',
			places: {size: 'none', ETA: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match:
				/^Average forward time: (?<forward_time>[\d.]+) ms, Average NMS time: (?<nms_time>[\d.]+) ms, Average inference time: (?<inference_time>[\d.]+) ms/,
		},
		...averages,
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match: /^(?<key>map_5095|map_50): *(?<value>[\d.]+|nan)/,
		},
		{
			kind: 'phase',
			phase: 'training',
			match: /^---> start train epoch(?<epoch>\d+)/,
		},
		{kind: 'checkpoint', match: /^Save weights to (?<path>\S+)/},
		{kind: 'phase', phase: 'validating', match: /^Evaluate in main process/},
		{kind: 'phase', phase: 'started', match: /^Training start\.\.\./},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^loaded checkpoint '[^']*' \(epoch (?<epoch>\d+)\)/,
		},
		{
			kind: 'phase',
			phase: 'finished',
			match: /^Training of experiment is done and the best AP is /,
		},
		{kind: 'facts', match: /^[│|] max_epoch +[│|] (?<epochs>\d+) +[│|]/},
		{
			kind: 'noise',
			match:
				/^(?:args: |exp value:|Model Summary|init prefetcher|Shape of |loading checkpoint|--->)/,
		},
	],
	samples: [
		[
			'2026-01-05 20:17:51.976 | INFO     | yolox.core.trainer:after_iter:246 - epoch: 1/300, iter: 10/47, mem: 1491Mb, iter_time: 0.487s, data_time: 0.002s, total_loss: 10.7, iou_loss: 1.9, l1_loss: 0.0, lr: 7.073e-06, size: 640, ETA: 1:54:27',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 300, stepInEpoch: 10, stepsPerEpoch: 47},
				values: {
					iter_time: 0.487,
					data_time: 0.002,
					total_loss: 10.7,
					iou_loss: 1.9,
					l1_loss: 0,
					lr: 0.000007073,
				},
			},
		],
		[
			'2026-01-05 20:17:52.976 | INFO     | yolox.core.trainer:after_iter:246 - epoch: 1/300, iter: 20/47, gpu mem: 1491Mb, mem: 10.1Gb, total_loss: nan, ETA: 2 days, 1:54:27',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 300, stepInEpoch: 20, stepsPerEpoch: 47},
				values: {total_loss: Number.NaN},
			},
		],
		[
			'Average forward time: 5.05 ms, Average NMS time: 1.10 ms, Average inference time: 6.15 ms',
			{
				kind: 'metrics',
				split: 'val',
				values: {forward_time: 5.05, nms_time: 1.1, inference_time: 6.15},
			},
		],
		[
			' Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.234',
			{kind: 'metrics', split: 'val', values: {'AP@[.5:.95]': 0.234}},
		],
		['map_5095: 0.4412', {kind: 'metrics', split: 'val', values: {map_5095: 0.4412}}],
		[
			'2026-01-05 20:17:41.976 | INFO     | yolox.core.trainer:before_epoch:190 - ---> start train epoch3',
			{kind: 'phase', phase: 'training', position: {epoch: 3}},
		],
		[
			'2026-01-05 20:18:41.976 | INFO     | yolox.core.trainer:save_ckpt:320 - Save weights to ./YOLOX_outputs/a',
			{kind: 'checkpoint', best: false, path: './YOLOX_outputs/a'},
		],
		[
			'2026-01-05 20:18:31.976 | INFO     | yolox.evaluators.coco_evaluator:evaluate_prediction:180 - Evaluate in main process...',
			{kind: 'phase', phase: 'validating'},
		],
		[
			'2026-01-05 20:17:40.976 | INFO     | yolox.core.trainer:before_train:150 - Training start...',
			{kind: 'phase', phase: 'started'},
		],
		[
			"2026-01-05 20:17:40.976 | INFO     | yolox.core.trainer:resume_train:300 - loaded checkpoint 'True' (epoch 12)",
			{kind: 'phase', phase: 'resumed', position: {epoch: 12}},
		],
		[
			'2026-01-05 23:17:40.976 | INFO     | yolox.core.trainer:after_train:190 - Training of experiment is done and the best AP is 41.20',
			{kind: 'phase', phase: 'finished'},
		],
		[
			'│ max_epoch         │ 300                        │',
			{kind: 'facts', facts: {}, position: {epochs: 300}},
		],
		[
			'2026-01-05 20:17:30.976 | INFO     | yolox.core.trainer:before_train:130 - args: Namespace(batch_size=8)',
			[],
		],
		['    (conv1): BaseConv(', null],
	],
} satisfies Format;
