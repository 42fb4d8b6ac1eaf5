import type {Format} from '../core/format.ts';

/** XGBoost's rounds in Python and R (`[10]\ttrain-logloss:0.4\teval-logloss:0.5`) and the end by early stopping. */
export default {
	title: 'XGBoost',
	url: 'https://github.com/dmlc/xgboost',
	hallmark: /^\[\d+\]\s+[\w.-]+-[\w@.-]+:[-\d.]/,
	losses: ['logloss', 'rmse', 'mlogloss', 'error', 'merror', 'mae', 'auc'],
	lines: [
		{
			kind: 'metrics',
			split: 'val',
			match: /^\[(?<step>\d+)\][\t ]+(?=[A-Za-z_][\w.-]*-[\w@.-]+:[-\d.nai])/,
			rest: 'pairs',
			prefixes: {
				'train-': 'train',
				'training-': 'train',
				'dtrain-': 'train',
				'validation_0-': 'val',
				'validation-': 'val',
				'valid-': 'val',
				'val-': 'val',
				'eval-': 'val',
				'test-': 'val',
			},
		},
		{
			kind: 'phase',
			phase: 'finished',
			match: /^Stopping\. Best iteration:/,
		},
		{kind: 'noise', match: /^(?:Will train until |Multiple eval metrics (?:are|have been) )/},
	],
	samples: [
		[
			'[10]\ttrain-logloss:0.40123\teval-logloss:0.51234',
			[
				{kind: 'metrics', split: 'train', position: {step: 10}, values: {logloss: 0.40123}},
				{kind: 'metrics', split: 'val', position: {step: 10}, values: {logloss: 0.51234}},
			],
		],
		[
			'[3]\tvalidation_0-auc:0.75\tvalidation_1-auc:0.7',
			{
				kind: 'metrics',
				split: 'val',
				position: {step: 3},
				values: {auc: 0.75, 'validation_1-auc': 0.7},
			},
		],
		[
			'[0]\ttrain-mae:1.5+0.25\ttest-mae:1.75+0.5',
			[
				{kind: 'metrics', split: 'train', position: {step: 0}, values: {mae: 1.5}},
				{kind: 'metrics', split: 'val', position: {step: 0}, values: {mae: 1.75}},
			],
		],
		['Stopping. Best iteration:', {kind: 'phase', phase: 'finished'}],
		["Will train until test_mcc hasn't improved in 100 rounds.", []],
		['[10] items: 3', null],
	],
} satisfies Format;
