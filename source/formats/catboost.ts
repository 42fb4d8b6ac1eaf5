import type {Format} from '../core/format.ts';

/** CatBoost's rounds (catboost/libs/logging, loggers.cpp). */
export default {
	title: 'CatBoost',
	url: 'https://github.com/catboost/catboost',
	hallmark: /^\d+:\s+(?:learn|test): [-\d.]+.*\s(?:total|remaining): /,
	losses: ['learn'],
	primary: ['test'],
	goals: {learn: 'min', test: 'min'},
	lines: [
		{
			kind: 'metrics',
			has: 'total: ',
			match: /^(?<step>\d+):\s+learn: (?<learn>[-+\d.e]+|nan|inf)(?!.*test: )/,
		},
		{
			kind: 'metrics',
			has: 'test: ',
			match:
				/^(?<step>\d+):\s+(?:learn: (?<train_learn>[-+\d.e]+|nan|inf)\s+)?test: (?<val_test>[-+\d.e]+|nan|inf)/,
			prefixes: {train_: 'train', val_: 'val'},
		},
		{
			kind: 'phase',
			phase: 'finished',
			match: /^(?:bestTest = |Stopped by overfitting detector)/,
		},
		{kind: 'noise', match: /^(?:bestIteration = |Shrink model to first|Learning rate set to)/},
	],
	samples: [
		[
			'10:\tlearn: 0.625\ttotal: 52ms\tremaining: 52s',
			{kind: 'metrics', split: 'train', position: {step: 10}, values: {learn: 0.625}},
		],
		[
			'10:\tlearn: 0.625\ttest: 0.75\tbest: 0.5 (9)\ttotal: 52ms\tremaining: 52s',
			[
				{kind: 'metrics', split: 'train', position: {step: 10}, values: {learn: 0.625}},
				{kind: 'metrics', split: 'val', position: {step: 10}, values: {test: 0.75}},
			],
		],
		['bestTest = 0.78', {kind: 'phase', phase: 'finished'}],
		['bestIteration = 19', []],
	],
} satisfies Format;
