import type {Format} from '../core/format.ts';

/** DeePMD-kit: `lcurve.out`, a row of errors on the validation and the training data, and its log (deepmd/tf/loss, deepmd/loggers/training.py). */
export default {
	title: 'DeePMD-kit',
	url: 'https://github.com/deepmodeling/deepmd-kit',
	guarded: true,
	head: /^(?:\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:,\d+)?)\] )?DEEPMD (?:rank:\d+ +)?(?<level>[A-Z]+) +/,
	hallmark:
		/^# +(?:step|batch) +(?:rmse|l2)_|DEEPMD (?:rank:\d+ +)?INFO +[Bb]atch +\d+(?: training time|: (?:trn|val): )/,
	losses: ['rmse_trn', 'rmse'],
	primary: ['rmse_val', 'rmse'],
	lines: [
		{
			kind: 'metrics',
			match:
				/^ *(?<step>\d+) +(?<val_rmse_val>\d\.\d+e[-+]\d+|nan) +(?<rmse_trn>\d\.\d+e[-+]\d+|nan) +(?<val_rmse_e_val>\d\.\d+e[-+]\d+|nan) +(?<rmse_e_trn>\d\.\d+e[-+]\d+|nan) +(?<val_rmse_f_val>\d\.\d+e[-+]\d+|nan) +(?<rmse_f_trn>\d\.\d+e[-+]\d+|nan)(?: +(?<val_rmse_v_val>\d\.\d+e[-+]\d+|nan) +(?<rmse_v_trn>\d\.\d+e[-+]\d+|nan))? +(?<lr>\d\.\d+e[-+]\d+)\s*$/,
			prefixes: {val_: 'val'},
		},
		{
			kind: 'metrics',
			match:
				/^ *(?<step>\d+) +(?<rmse_trn>\d\.\d+e[-+]\d+|nan) +(?<rmse_e_trn>\d\.\d+e[-+]\d+|nan) +(?<rmse_f_trn>\d\.\d+e[-+]\d+|nan)(?: +(?<rmse_v_trn>\d\.\d+e[-+]\d+|nan))? +(?<lr>\d\.\d+e[-+]\d+)\s*$/,
		},
		{
			kind: 'metrics',
			has: 'atch ',
			match: /^[Bb]atch +(?<step>\d+): trn: /,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'atch ',
			match: /^[Bb]atch +(?<step>\d+): val: /,
			rest: 'pairs',
		},
		{kind: 'checkpoint', match: /^[Ss]aved? (?:checkpoint|model) to (?<path>\S+)/},
		{kind: 'phase', phase: 'finished', match: /^finished training/},
		{
			kind: 'noise',
			match:
				/^(?:# +(?:step|batch) +(?:rmse|l2)_|# If there is no available|batch +\d+ training time)/,
		},
	],
	samples: [
		[
			'    100      7.50e+00    7.25e+00      2.50e-02    1.25e-03      4.50e-01    4.25e-01    3.5e-04',
			[
				{
					kind: 'metrics',
					split: 'train',
					position: {step: 100},
					values: {rmse_trn: 7.25, rmse_e_trn: 0.00125, rmse_f_trn: 0.425, lr: 3.5e-4},
				},
				{
					kind: 'metrics',
					split: 'val',
					position: {step: 100},
					values: {rmse_val: 7.5, rmse_e_val: 0.025, rmse_f_val: 0.45},
				},
			],
		],
		[
			'    100      1.25e+01      2.25e-01      4.25e-01    1.0e-03',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 100},
				values: {rmse_trn: 12.5, rmse_e_trn: 0.225, rmse_f_trn: 0.425, lr: 0.001},
			},
		],
		[
			'[2024-12-08 01:28:48,178] DEEPMD INFO    Batch     100: trn: rmse = 1.25e+01, rmse_e = 2.50e-01, lr = 1.00e-03',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 100},
				values: {rmse: 12.5, rmse_e: 0.25, lr: 0.001},
			},
		],
		[
			'[2024-12-08 01:28:48,178] DEEPMD INFO    Batch     100: val: rmse = 1.50e+01',
			{kind: 'metrics', split: 'val', position: {step: 100}, values: {rmse: 15}},
		],
		[
			'DEEPMD INFO    Saved model to model.ckpt-1000.pt',
			{kind: 'checkpoint', best: false, path: 'model.ckpt-1000.pt'},
		],
		['DEEPMD INFO    finished training', {kind: 'phase', phase: 'finished'}],
		['#  step      rmse_val    rmse_trn         lr', []],
	],
} satisfies Format;
