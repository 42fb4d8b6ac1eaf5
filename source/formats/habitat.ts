import type {Format} from '../core/format.ts';

/** Habitat's policies: an update in three lines (habitat_baselines/rl/ppo/ppo_trainer.py). */
export default {
	title: 'Habitat',
	url: 'https://github.com/facebookresearch/habitat-lab',
	guarded: true,
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+) /,
	hallmark: /^\S+ \S+ Average window size:? \d+ /,
	primary: ['success', 'spl', 'reward'],
	lines: [
		{
			kind: 'facts',
			opens: true,
			match:
				/^(?:update: \d+\s+env-time: .*\bframes: |Num updates: \d+\s+Num frames:? )(?<step>\d+)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Average window size',
			match: /^Average window size:? \d+ /,
			rest: 'pairs',
		},
		{kind: 'noise', match: /^(?:update: \d+\s+fps: |\s*Perf Stats: |agent number of parameters: )/},
	],
	samples: [
		[
			'2020-09-29 12:18:38,351 update: 10\tenv-time: 175.496s\tpth-time: 90.586s\tframes: 8250',
			{kind: 'facts', facts: {}, position: {step: 8250}},
		],
		[
			'2020-09-29 12:18:38,351 Average window size 11 reward: -0.125',
			{kind: 'metrics', split: 'val', values: {reward: -0.125}},
		],
		[
			'2024-03-20 16:51:22,460 Average window size: 10  pick_success: 0.5  reward: -0.25',
			{kind: 'metrics', split: 'val', values: {pick_success: 0.5, reward: -0.25}},
		],
		['2024-03-20 16:51:22,459 update: 10\tfps: 26.673\t', []],
	],
} satisfies Format;
