import type {Format} from '../core/format.ts';

/** OLMo's train.py: a line of places, then a line per value, with thousands separators (olmo/train.py, log_metrics_to_console). */
export default {
	title: 'OLMo',
	url: 'https://github.com/allenai/OLMo',
	head: /^(?:(?<time>\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.,]\d+)\s+)?(?:[\w.-]+:\d+\s+)?[\w.]+:\d+\s+(?<level>[A-Z]+)\s+/,
	hallmark: /^\d{4}-\d\d-\d\d \S+\s+\S+\s+olmo[\w.]*:\d+\s/,
	losses: ['CrossEntropyLoss', 'train/CE loss'],
	lines: [
		{
			kind: 'facts',
			opens: true,
			has: '[step=',
			match:
				/^\[step=(?<step>\d[\d,]*)(?:\/(?<steps>\d(?:[\d,]*\d)?))?(?:,epoch=(?<epoch>\d+)(?:\/(?<epochs>\d+))?)?.*\]\s*$/,
		},
		{kind: 'noise', match: /^ {4}[A-Z][\w ()/]*=/},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'eval/',
			match: /^ {4}eval\/(?<key>[\w./ -]+)=(?<value>[-+\d.,e]+|nan|inf)\s*$/i,
		},
		{
			kind: 'metrics',
			joins: true,
			match: /^ {4}(?:train\/)?(?<key>[\w./ ()-]+)=(?<value>[-+\d.,e]+|nan|inf)\s*$/i,
		},
		{kind: 'checkpoint', match: /^Checkpoint saved to (?<path>\S+)/},
		{kind: 'phase', phase: 'resumed', match: /^Loading checkpoint from (?<path>\S+)/},
		{kind: 'phase', phase: 'started', match: /^Starting training\.\.\./},
		{kind: 'phase', phase: 'finished', match: /^Training (?:complete|epoch complete)\b/},
	],
	samples: [
		[
			'2025-12-27 00:58:00.517\tnode-03:0\tolmo.train:990\tINFO\t[step=1,010/10,000,epoch=0]',
			{kind: 'facts', facts: {}, position: {step: 1010, steps: 10_000, epoch: 0}},
		],
		[
			'    train/CrossEntropyLoss=9.362',
			{kind: 'metrics', split: 'train', values: {CrossEntropyLoss: 9.362}},
		],
		[
			'    throughput/total_tokens=20,971,520',
			{kind: 'metrics', split: 'train', values: {'throughput/total_tokens': 20_971_520}},
		],
		[
			'    eval/c4/CrossEntropyLoss=3.5',
			{kind: 'metrics', split: 'val', values: {'c4/CrossEntropyLoss': 3.5}},
		],
		['    System/Peak GPU Memory (MB)=21,313', []],
		[
			'2025-12-27 00:59:00.517\tnode-03:0\tolmo.train:1186\tINFO\tCheckpoint saved to /runs/a/step500',
			{kind: 'checkpoint', best: false, path: '/runs/a/step500'},
		],
		[
			'2025-12-27 00:57:00.517\tnode-03:0\tolmo.train:286\tINFO\tStarting training...',
			{kind: 'phase', phase: 'started'},
		],
		[
			'2025-12-27 00:57:00.517\tnode-03:0\tolmo.train:286\tINFO\tLoading checkpoint from /runs/a/step500',
			{kind: 'phase', phase: 'resumed', text: 'Loading checkpoint from /runs/a/step500'},
		],
		[
			'2025-12-27 00:57:00.517\tnode-03:0\tolmo.train:286\tINFO\tTraining complete',
			{kind: 'phase', phase: 'finished'},
		],
	],
} satisfies Format;
