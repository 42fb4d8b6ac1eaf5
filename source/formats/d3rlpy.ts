import type {Format} from '../core/format.ts';

/** d3rlpy, offline reinforcement learning: a line of structlog per epoch (d3rlpy/logging/logger.py). */
export default {
	title: 'd3rlpy',
	url: 'https://github.com/takuseno/d3rlpy',
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d[.:]\d\d) \[(?<level>\w+) *\] /,
	hallmark: /\] \w+: epoch=\d+ step=\d+ (?:.* )?metrics=\{/,
	losses: ['loss', 'critic_loss', 'imitator_loss', 'actor_loss'],
	primary: ['environment', 'evaluation'],
	goals: {environment: 'max', evaluation: 'max', conservative_loss: null, temp_loss: null},
	lines: [
		{
			kind: 'metrics',
			has: 'metrics={',
			match: /^\w+: epoch=(?<epoch>\d+) step=(?<step>\d+) (?:.* )?metrics=\{/,
			rest: 'python',
			places: {
				epoch: 'none',
				step: 'none',
				time_sample_batch: 'none',
				time_algorithm_update: 'none',
				time_step: 'none',
			},
			prefixes: {eval_: 'val', val_: 'val', test_: 'val'},
		},
		{
			kind: 'checkpoint',
			has: ' saved to ',
			match: /^Model parameters are saved to (?<path>\S+)/,
		},
		{
			kind: 'noise',
			has: 'Epoch ',
			match: /^Epoch \d+\/\d+: *\d+%\|.*\d+\/\d+ \[/,
		},
	],
	samples: [
		[
			"2024-01-03 08:15.28 [info     ] CQL_20240103081154: epoch=5 step=5000 epoch=5 metrics={'time_step': 0.04, 'critic_loss': 2.5, 'alpha': 0.75, 'environment': -264.5} step=5000",
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 5, step: 5000},
				values: {critic_loss: 2.5, alpha: 0.75, environment: -264.5},
			},
		],
		[
			'2024-01-03 08:15.28 [info     ] Model parameters are saved to d3rlpy_logs/CQL_20240103081154/model_5000.d3',
			{kind: 'checkpoint', best: false, path: 'd3rlpy_logs/CQL_20240103081154/model_5000.d3'},
		],
		['Epoch 6/10: 100%|██████████| 1000/1000 [00:41<00:00, 24.02it/s, critic_loss=2.2e+5]', []],
	],
} satisfies Format;
