import type {Format} from '../core/format.ts';

/** ST-GCN and the many built on it: 2s-AGCN, MS-G3D, CTR-GCN, InfoGCN (torchlight/io.py, main.py). */
export default {
	title: 'Skeleton networks',
	url: 'https://github.com/yysijie/st-gcn',
	head: /^\[ ?(?:(?<time>\d\d[.-]\d\d[.-]\d\d\|\d\d:\d\d:\d\d)|[A-Z][a-z]{2} [A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d \d{4}) ?\] ?/,
	losses: ['loss', 'mean_loss'],
	primary: ['Top1'],
	goals: {Top1: 'max', Top5: 'max'},
	lines: [
		{
			kind: 'facts',
			opens: true,
			split: 'train',
			has: 'raining epoch: ',
			match: /^Training epoch: (?<epoch>\d+)/,
		},
		{
			kind: 'facts',
			opens: true,
			split: 'val',
			has: 'Eval epoch: ',
			match: /^Eval epoch: (?<epoch>\d+)/,
		},
		{
			kind: 'metrics',
			joins: true,
			has: 'ean training loss: ',
			match: /^\s*Mean training loss: (?<loss>\d+(?:\.\d+)?|nan|inf)\.?/,
			rest: 'pairs',
			prefixes: {'training ': 'train'},
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'loss of ',
			match: /^\s*Mean \w+ loss of \d+ batches: (?<loss>\d+(?:\.\d+)?(?:e[-+]?\d+)?|nan|inf)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Top',
			match: /^\s*(?<key>Top\d+): (?<value>[\d.]+)%/,
		},
		{
			kind: 'metrics',
			has: 'Iter ',
			match: /^\s*Iter (?<step>\d+) Done\. \|/,
			rest: 'pairs',
		},
		{
			kind: 'noise',
			match:
				/^(?:\s*(?:Time consumption: |Learning Rate: |Batch\(\d+\/\d+\) done|mean_loss: )|adjust learning rate)/,
		},
	],
	samples: [
		[
			'[ Sun Oct 29 17:16:30 2023 ] Training epoch: 54',
			{kind: 'facts', facts: {}, position: {epoch: 54}},
		],
		[
			'[ Sun Oct 29 17:16:49 2023 ] \tMean training loss: 0.3125. Mean graph loss: 0.0000.  Mean training acc: 88.39%.',
			{kind: 'metrics', split: 'train', values: {loss: 0.3125, acc: 88.39}},
		],
		[
			'[ Sun Oct 29 17:16:49 2023 ] Eval epoch: 54',
			{kind: 'facts', facts: {}, position: {epoch: 54}},
		],
		[
			'[ Sun Oct 29 17:16:55 2023 ] \tMean test loss of 8 batches: 0.25.',
			{kind: 'metrics', split: 'val', values: {loss: 0.25}},
		],
		[
			'[ Sun Oct 29 17:16:55 2023 ] \tTop1: 91.81%',
			{kind: 'metrics', split: 'val', values: {Top1: 91.81}},
		],
		[
			'[11.04.19|22:08:55] \tIter 100 Done. | loss: 4.25 | lr: 0.100000',
			{kind: 'metrics', split: 'train', position: {step: 100}, values: {loss: 4.25, lr: 0.1}},
		],
		['[ Sun Oct 29 17:16:49 2023 ] \tTime consumption: [Data]16%, [Network]84%', []],
	],
} satisfies Format;
