import type {Format} from '../core/format.ts';

/** Karpathy's lecture and the loops written after it: estimates of both splits, and no record between them. */
export default {
	title: 'GPT lecture',
	url: 'https://github.com/karpathy/ng-video-lecture',
	hallmark: /^step \d+: train loss /,
	lines: [
		{
			kind: 'metrics',
			has: ': train loss ',
			match: /^step (?<step>\d+): (?=train loss [\d.]+, val loss [\d.n])/,
			rest: 'pairs',
			prefixes: {'train ': 'train', 'val ': 'val'},
		},
	],
	samples: [
		[
			'step 250: train loss 1.9500, val loss 2.0500',
			[
				{kind: 'metrics', split: 'train', position: {step: 250}, values: {loss: 1.95}},
				{kind: 'metrics', split: 'val', position: {step: 250}, values: {loss: 2.05}},
			],
		],
	],
} satisfies Format;
