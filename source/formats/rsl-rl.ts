import type {Format} from '../core/format.ts';

/** RSL-RL, as legged_gym and Isaac Lab run it: a block of right-aligned values an iteration (rsl_rl/runners/on_policy_runner.py, log). */
export default {
	title: 'RSL-RL',
	url: 'https://github.com/leggedrobotics/rsl_rl',
	hallmark: /^ +Learning iteration \d+\/\d+ *$/,
	losses: ['Value function loss', 'Mean value_function loss', 'Mean value loss'],
	primary: ['Mean reward'],
	lines: [
		{
			kind: 'facts',
			opens: true,
			has: 'Learning iteration',
			match: /^ +Learning iteration (?<step>\d+)\/(?<steps>\d+) *$/,
		},
		{
			kind: 'noise',
			match:
				/^(?:#{40,}|-{40,}| +(?:Computation|Total timesteps|Iteration time|Total time|Time elapsed|ETA): )/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Mean ',
			match: /^ +(?<key>Mean (?:reward|episode length))(?:\/\w+)?: (?<value>[-+\d.e]+|nan|inf)\s*$/,
		},
		{
			kind: 'metrics',
			joins: true,
			match:
				/^ +(?<key>(?:Mean|Value|Surrogate|Entropy|Symmetry|Adaptation|Estimation) [\w/ -]{2,50}?): (?<value>[-+\d.e]+|nan|inf)\s*$/,
		},
	],
	samples: [
		[
			'                       Learning iteration 10/1500                       ',
			{kind: 'facts', facts: {}, position: {step: 10, steps: 1500}},
		],
		['                       Computation: 51234 steps/s (collection: 1.512s, learning 0.312s)', []],
		[
			'               Value function loss: 0.125',
			{kind: 'metrics', split: 'train', values: {'Value function loss': 0.125}},
		],
		[
			'                       Mean reward: 1.25',
			{kind: 'metrics', split: 'val', values: {'Mean reward': 1.25}},
		],
		['--------------------------------------------------------------------------------', []],
	],
} satisfies Format;
