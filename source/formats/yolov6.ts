import type {Format} from '../core/format.ts';

/** YOLOv6: a bar an epoch with running means, its rate cut off at times, and pycocotools' two figures (yolov6/core/engine.py). */
export default {
	title: 'YOLOv6',
	url: 'https://github.com/meituan/YOLOv6',
	hallmark:
		/^\s+Epoch(?: +lr)? +iou_loss +(?:l1_loss +)?(?:obj_loss +)?(?:dfl_loss +)?cls_loss|^Epoch: \d+ \| mAP@0\.5: /,
	losses: ['iou_loss'],
	primary: ['map_50_95'],
	goals: {map_50: 'max', map_50_95: 'max'},
	lines: [
		{
			kind: 'metrics',
			bar: 'mean',
			has: '%|',
			match:
				/^ +(?<epoch>\d+)\/(?<epochs>\d+)(?: +(?<lr>\d[\d.]*e-\d+|0\.0\d+))? +(?<iou_loss>[\d.e-]+|nan|inf) +(?<dfl_loss>[\d.e-]+|nan|inf) +(?<cls_loss>[\d.e-]+|nan|inf): +\d+%\|[^|]*\| *(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) /,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'mAP@0.5',
			match:
				/^Epoch: (?<epoch>\d+) \| mAP@0\.5: (?<map_50>[\d.e-]+|nan) \| mAP@0\.50:0\.95: (?<map_50_95>[\d.e-]+|nan)/,
		},
		{kind: 'phase', phase: 'started', match: /^Training start\.\.\./},
		{kind: 'phase', phase: 'finished', match: /^Training completed in [\d.]+ hours/},
		{
			kind: 'noise',
			match:
				/^(?:\s+Epoch(?: +lr)? +iou_loss|Inferencing model in|Evaluating (?:speed|mAP)|Average (?:pre-process|inference|NMS) time)/,
		},
	],
	samples: [
		[
			'      1/99    0.7134     0.125    0.1631: 100%|██████████| 106/106 [00:16<00:00,',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 99, stepInEpoch: 106, stepsPerEpoch: 106},
				values: {iou_loss: 0.7134, dfl_loss: 0.125, cls_loss: 0.1631},
			},
		],
		[
			'Epoch: 1 | mAP@0.5: 0.25 | mAP@0.50:0.95: 0.125',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 1},
				values: {map_50: 0.25, map_50_95: 0.125},
			},
		],
		['Training start...', {kind: 'phase', phase: 'started'}],
		['Training completed in 0.021 hours.', {kind: 'phase', phase: 'finished'}],
		['     Epoch  iou_loss  dfl_loss  cls_loss', []],
	],
} satisfies Format;
