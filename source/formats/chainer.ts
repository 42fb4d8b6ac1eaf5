import type {Format} from '../core/format.ts';

/**
Chainer's PrintReport, as ESPnet 1 and ChainerCV print it: names once, then a row of values an epoch or some
iterations. A value that was not measured leaves its column blank, and what follows such a gap is not read.
*/
export default {
	title: 'Chainer',
	url: 'https://github.com/chainer/chainer',
	hallmark: /^\s*(?:epoch|iteration) +(?:iteration +)?(?:lr +)?(?:main|validation)\/\S+ /,
	losses: ['main/loss', 'loss'],
	lines: [
		{
			kind: 'phase',
			phase: 'training',
			columns: true,
			has: 'main/',
			match:
				/^\s*(?<text>(?:epoch|iteration) +(?:iteration +)?(?:lr +)?(?:main|validation)\/\S+ .*)$/,
		},
		{
			kind: 'metrics',
			columns: true,
			match:
				/^\s*(?<c1>\d+) {2,25}(?<c2>\d+(?:\.\d+)?(?:e[-+]?\d+)?|nan|inf)(?: {2,25}(?<c3>-?\d+(?:\.\d+)?(?:e[-+]?\d+)?|nan|inf))?(?: {2,25}(?<c4>-?\d+(?:\.\d+)?(?:e[-+]?\d+)?|nan|inf))?(?: {2,25}(?<c5>-?\d+(?:\.\d+)?(?:e[-+]?\d+)?|nan|inf))?(?: {2,25}(?<c6>-?\d+(?:\.\d+)?(?:e[-+]?\d+)?|nan|inf))?(?: {2,25}(?<c7>-?\d+(?:\.\d+)?(?:e[-+]?\d+)?|nan|inf))?(?: {2,25}(?<c8>-?\d+(?:\.\d+)?(?:e[-+]?\d+)?|nan|inf))?(?: {2,25}(?<c9>-?\d+(?:\.\d+)?(?:e[-+]?\d+)?|nan|inf))?(?: {2,}[-+\d.enaif ]*)?$/,
		},
		{
			kind: 'noise',
			match: /^\s*(?:(?:total|this epoch) \[[#.]+\]|\d+ iter, \d+ epoch|[\d.infa]+ iters\/sec)/,
		},
	],
	samples: [
		[
			'epoch       main/loss   validation/main/loss  elapsed_time',
			{
				kind: 'phase',
				phase: 'training',
				text: 'epoch       main/loss   validation/main/loss  elapsed_time',
			},
		],
		[
			'1           0.192916    0.103601              9.05948',
			{kind: 'metrics', split: 'train', values: {c1: 1, c2: 0.192916, c3: 0.103601, c4: 9.05948}},
		],
		[
			'2           522.25                            0.617117',
			{kind: 'metrics', split: 'train', values: {c1: 2, c2: 522.25}},
		],
		['    this epoch [########..........................................] 16.67%', []],
		['epoch 1 main/loss 0.5', null],
	],
} satisfies Format;
