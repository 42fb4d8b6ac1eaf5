import type {Format} from '../core/format.ts';

/** InsightFace's arcface_torch: losses by speed, and pairs of faces told apart (recognition/arcface_torch/utils/utils_callbacks.py). */
export default {
	title: 'InsightFace',
	url: 'https://github.com/deepinsight/insightface',
	head: /^(?:Training: )?(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+)-/,
	hallmark: /-Speed [\d.]+ samples\/sec +Loss |\]Accuracy-(?:Flip|Highest): /,
	guarded: true,
	primary: ['Accuracy-Flip'],
	lines: [
		{
			kind: 'metrics',
			has: 'Global Step',
			match:
				/^Speed (?<speed>[\d.]+) samples\/sec +Loss (?<loss>[-\d.]+|nan|inf)(?: +LearningRate (?<lr>[\d.e-]+))? +Epoch: (?<epoch>\d+) +Global Step: (?<step>\d+)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: ']Accuracy-Flip',
			match: /^\[\w+\]\[(?<step>\d+)\](?<key>Accuracy-Flip): (?<value>[\d.]+)/,
		},
		{kind: 'noise', match: /^(?:\[\w+\]\[\d+\]|: \w+)/},
	],
	samples: [
		[
			'Training: 2022-05-01 10:00:00,123-Speed 3123.5 samples/sec   Loss 42.125   LearningRate 0.0100   Epoch: 0   Global Step: 100   Fp16 Grad Scale:  8192   Required: 10 hours',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, step: 100},
				values: {speed: 3123.5, loss: 42.125, lr: 0.01},
			},
		],
		[
			'Training: 2022-05-01 10:05:10,123-[lfw][2000]Accuracy-Flip: 0.95125+-0.00812',
			{kind: 'metrics', split: 'val', position: {step: 2000}, values: {'Accuracy-Flip': 0.95125}},
		],
		['Training: 2022-05-01 10:05:10,123-[lfw][2000]XNorm: 22.123456', []],
	],
} satisfies Format;
