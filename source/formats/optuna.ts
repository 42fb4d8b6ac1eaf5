import type {Format} from '../core/format.ts';

/** Optuna's study: a line per trial (optuna/study/_optimize.py, study.py). */
export default {
	title: 'Optuna',
	url: 'https://github.com/optuna/optuna',
	guarded: true,
	head: /^(?:\[(?<level>[IWE]) (?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+)\] )/,
	hallmark: /\bTrial \d+ finished with values?: /,
	primary: ['value'],
	lines: [
		{
			kind: 'metrics',
			split: 'val',
			name: 'value',
			has: ' finished with value',
			match:
				/^Trial (?<step>\d+) finished with values?: \[?(?<value>[-+\d.]+(?:e[-+]?\d+)?|nan|-?inf)(?=[\],]? )/,
		},
		{kind: 'noise', match: /^Trial \d+ (?:pruned|failed)|^A new study created/},
	],
	samples: [
		[
			"[I 2022-03-06 15:23:48,570] Trial 3 finished with value: 0.625 and parameters: {'n_estimators': 20}. Best is trial 0 with value: 0.75.",
			{kind: 'metrics', split: 'val', position: {step: 3}, values: {value: 0.625}},
		],
		['[I 2022-03-06 15:23:48,570] Trial 4 pruned. ', []],
	],
} satisfies Format;
