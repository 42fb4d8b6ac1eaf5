import type {Format} from '../core/format.ts';

/** Darknet's detector (examples/detector.c; AlexeyAB's src/detector.c). */
export default {
	title: 'Darknet',
	url: 'https://github.com/AlexeyAB/darknet',
	hallmark: /^\s*\d+: [\d.]+, [\d.]+ avg(?: loss)?, [\d.]+ rate, /,
	guarded: true,
	losses: ['avg_loss', 'loss'],
	goals: {images: null},
	lines: [
		{
			kind: 'metrics',
			has: ' rate, ',
			match:
				/^\s*(?<step>\d+): (?<loss>[\d.]+|-?nan|inf), (?<avg_loss>[\d.]+|-?nan|inf) avg(?: loss)?, (?<rate>[\d.e-]+) rate, (?<seconds>[\d.]+) seconds/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'mean average precision (mAP@',
			match: /^\s*mean average precision \(mAP@[\d.]+\) = (?<mAP>[\d.]+|-?nan)/,
		},
		{kind: 'facts', match: /^\s*max_batches\s*=\s*(?<steps>\d+)/},
		{kind: 'checkpoint', best: true, match: /^Saving weights to (?<path>\S*_best\.weights)/},
		{kind: 'checkpoint', match: /^Saving weights to (?<path>\S+)/},
		{
			kind: 'noise',
			match:
				/^\s*(?:Region \d+ Avg IOU|v3 \(|Loaded: |Resizing|total_bbox|calculation mAP|detections_count|class_id = |for conf_thresh|\(next mAP calculation)/,
		},
	],
	samples: [
		[
			' 1001: 1.5, 1.25 avg loss, 0.001 rate, 9.2 seconds, 64064 images, 12.3 hours left',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 1001},
				values: {loss: 1.5, avg_loss: 1.25, rate: 0.001, seconds: 9.2},
			},
		],
		[
			'1: 512.5, 512.5 avg, 0.000000 rate, 9.5 seconds, 64 images',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 1},
				values: {loss: 512.5, avg_loss: 512.5, rate: 0, seconds: 9.5},
			},
		],
		[
			' mean average precision (mAP@0.50) = 0.5125, or 51.25 %',
			{kind: 'metrics', split: 'val', values: {mAP: 0.5125}},
		],
		['max_batches = 6000', {kind: 'facts', facts: {}, position: {steps: 6000}}],
		[
			'Saving weights to backup//yolov4_best.weights',
			{kind: 'checkpoint', best: true, path: 'backup//yolov4_best.weights'},
		],
		[
			'Saving weights to backup//yolov4_1000.weights',
			{kind: 'checkpoint', best: false, path: 'backup//yolov4_1000.weights'},
		],
		[
			'Region 82 Avg IOU: 0.28, Class: 0.47, Obj: 0.52, No Obj: 0.47, .5R: 0.0, .75R: 0.0,  count: 4',
			[],
		],
	],
} satisfies Format;
