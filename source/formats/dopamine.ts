import type {Format} from '../core/format.ts';

/** Dopamine: returns of an iteration's phases of training and evaluation (dopamine/discrete_domains/run_experiment.py). */
export default {
	title: 'Dopamine',
	url: 'https://github.com/google/dopamine',
	guarded: true,
	head: /^(?:INFO:tensorflow:|INFO:absl:|[IWE]\d{4} (?<time>\d\d:\d\d:\d\d\.\d+)\s+\d+ [\w.]+:\d+\] )/,
	hallmark: /Average undiscounted return per (?:training|evaluation) episode: /,
	primary: ['evaluation_return'],
	goals: {return: 'max'},
	losses: ['loss'],
	lines: [
		{kind: 'phase', phase: 'training', match: /^(?:Starting|Beginning) iteration (?<epoch>\d+)/},
		{
			kind: 'metrics',
			has: 'per training episode',
			match: /^Average undiscounted return per training episode: (?<return>[-\d.]+|nan)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'per evaluation episode',
			match: /^Average undiscounted return per evaluation episode: (?<return>[-\d.]+|nan)/,
		},
		{kind: 'noise', match: /^Average (?:training steps per second|normalized return per )/},
	],
	samples: [
		[
			'I0908 17:19:39.618797 1803949 run_experiment.py:446] Starting iteration 3',
			{kind: 'phase', phase: 'training', position: {epoch: 3}},
		],
		[
			'I0908 17:19:40.592262 1803949 run_experiment.py:405] Average undiscounted return per training episode: -168.25',
			{kind: 'metrics', split: 'train', values: {return: -168.25}},
		],
		[
			'INFO:tensorflow:Average undiscounted return per evaluation episode: -279.5',
			{kind: 'metrics', split: 'val', values: {return: -279.5}},
		],
		['INFO:tensorflow:Average training steps per second: 1027.80', []],
	],
} satisfies Format;
