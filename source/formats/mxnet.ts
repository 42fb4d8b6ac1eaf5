import type {Format} from '../core/format.ts';

/** MXNet's Module.fit and Speedometer (python/mxnet/module/base_module.py, callback.py), and GluonCV's scripts. */
export default {
	title: 'MXNet',
	url: 'https://github.com/apache/mxnet',
	head: /^(?:INFO:root:|\[[\d:-]{19}:INFO:sockeye[\w.]*:\w+\] |\[?(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:,\d+)?)\]? (?:\[?INFO\]?:? )?)(?:Node\[\d+\] )?/,
	hallmark:
		/(?:^|:|\s)(?:Epoch\[\d+\] (?:Batch |Train-|Validation-|Time cost)|\[Epoch \d+\](?:\s?\[Batch | (?:training: \w|Training cost: |Validation: \s*$|speed: \d|time cost)))/,
	losses: ['cross-entropy', 'perplexity', 'loss', 'RPNLoss', 'ObjLoss', 'CrossEntropy'],
	lines: [
		{
			kind: 'metrics',
			joins: true,
			has: 'Speed',
			match:
				/^\[?Epoch\s?\[?(?<epoch>\d+)\]?\s?,?\s?\[?Batch\s?\[(?:\d+-)?(?<stepInEpoch>\d+)\],?\s+(?:Speed: (?<speed>[\d.]+) (?:samples\/sec)?,?)(?: [\d.]+ \w+\/sec)*/,
			rest: 'pairs',
			places: {'samples/sec': 'none'},
			prefixes: {'Train-': 'train'},
		},
		{
			kind: 'metrics',
			has: '[Batch ',
			match:
				/^\[Epoch (?<epoch>\d+)\]\s?\[Batch (?<stepInEpoch>\d+)\],?\s+(?:Speed: (?<speed>[\d.]+) samples\/sec,?)/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Validation-',
			match:
				/^(?:Epoch\[(?<epoch>\d+)\]|Checkpoint \[\d+\]) *\t?Validation-(?<key>[\w.-]+)=(?<value>[-+\d.e]+|nan|inf)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'alidation: ',
			match: /^\[Epoch (?<epoch>\d+)\] validation: (?=[\w-]+=\d)/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match: /^~*(?<key>mAP)\s?=\s?(?<value>[\d.]+|nan)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: ']Accuracy-Flip',
			match: /^\[\w+\]\[(?<step>\d+)\](?<key>Accuracy-Flip): (?<value>[\d.]+)/,
		},
		{kind: 'noise', match: /^\[\w+\]\[\d+\]XNorm: /},
		{
			kind: 'metrics',
			has: 'Train-',
			match: /^Epoch\[(?<epoch>\d+)\]\s(?<key>Train-[\w.-]+)=(?<value>[-+\d.e]+|nan|inf)\s*$/,
		},
		{kind: 'checkpoint', match: /^Saved checkpoint to "(?<path>[^"]+)"/},
		{
			kind: 'noise',
			match:
				/^(?:(?:Epoch\[\d+\]|Checkpoint \[\d+\])\s(?:Train-|Time cost)|\[Epoch \d+\] (?:training: |Training cost: |Validation: \s*$|time cost|speed: ))/,
		},
	],
	samples: [
		[
			'INFO:root:Epoch[0] Batch [20-40]\tSpeed: 1234.5 samples/sec\taccuracy=0.25',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, stepInEpoch: 40},
				values: {speed: 1234.5, accuracy: 0.25},
			},
		],
		[
			'INFO:root:Epoch[3] Batch [20]\tSpeed: 1023.50 samples/sec\taccuracy=0.5\tcross-entropy=1.25',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, stepInEpoch: 20},
				values: {speed: 1023.5, accuracy: 0.5, 'cross-entropy': 1.25},
			},
		],
		[
			'2016-09-10 16:10:43,151 Node[0] Epoch[7] Batch [50]\tSpeed: 75294.25 samples/sec\tTrain-cross-entropy=0.125',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 7, stepInEpoch: 50},
				values: {speed: 75294.25, 'cross-entropy': 0.125},
			},
		],
		[
			'Epoch[3] Batch [0-20]\tSpeed: 1023.50 samples/sec\taccuracy=0.5',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, stepInEpoch: 20},
				values: {speed: 1023.5, accuracy: 0.5},
			},
		],
		[
			'[Epoch 2][Batch 49], Speed: 31.5 samples/sec, ObjLoss=3.5, ClassLoss=0.75',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 2, stepInEpoch: 49},
				values: {speed: 31.5, ObjLoss: 3.5, ClassLoss: 0.75},
			},
		],
		[
			'INFO:root:Epoch[3] Validation-accuracy=0.75',
			{kind: 'metrics', split: 'val', position: {epoch: 3}, values: {accuracy: 0.75}},
		],
		[
			'[Epoch 3] validation: err-top1=0.25 err-top5=0.125',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 3},
				values: {'err-top1': 0.25, 'err-top5': 0.125},
			},
		],
		['mAP=0.5', {kind: 'metrics', split: 'val', values: {mAP: 0.5}}],
		[
			'INFO:root:Saved checkpoint to "m-0003.params"',
			{kind: 'checkpoint', best: false, path: 'm-0003.params'},
		],
		[
			'INFO:root:Epoch[3] Train-accuracy=0.5',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3},
				values: {'Train-accuracy': 0.5},
			},
		],
		['INFO:root:Epoch[3] Time cost=85.508', []],
		[
			'[lfw][2000]Accuracy-Flip: 0.75125+-0.00704',
			{kind: 'metrics', split: 'val', position: {step: 2000}, values: {'Accuracy-Flip': 0.75125}},
		],
		['[lfw][2000]XNorm: 6.325816', []],
	],
} satisfies Format;
