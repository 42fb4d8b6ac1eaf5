import type {Format} from '../core/format.ts';

const prefixes = {
	"training's ": 'train',
	"train's ": 'train',
	"valid_0's ": 'val',
	"valid_1's ": 'val',
	"valid's ": 'val',
	"valid_sets's ": 'val',
	"test's ": 'val',
	"eval's ": 'val',
} as const;

/** LightGBM's rounds in Python (`[10]\ttraining's auc: 0.98`) and from its command line (src/boosting/gbdt.cpp). */
export default {
	title: 'LightGBM',
	url: 'https://github.com/microsoft/LightGBM',
	head: /^\[LightGBM\] \[(?<level>\w+)\] /,
	hallmark: /^\[LightGBM\] /,
	losses: ['binary_logloss', 'multi_logloss', 'l2', 'rmse', 'l1', 'auc'],
	primary: ['auc', 'binary_logloss', 'multi_logloss', 'l2', 'rmse'],
	lines: [
		{
			kind: 'metrics',
			split: 'val',
			has: "'s ",
			match: /^\[(?<step>\d+)\]\s+(?=[\w.]+'s [\w@.-]+: )/,
			rest: 'pairs',
			prefixes,
		},
		{
			kind: 'metrics',
			joins: true,
			has: 'Iteration:',
			match:
				/^Iteration:(?<step>\d+), training(?:'s)? (?<key>[\w@.-]+) ?: (?<value>[-+.\de]+|nan|inf)\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Iteration:',
			match:
				/^Iteration:(?<step>\d+), .+?(?:'s)? (?<key>[\w@.-]+) ?: (?<value>[-+.\de]+|nan|inf)\s*$/,
		},
		{
			kind: 'phase',
			phase: 'finished',
			match: /^(?:Early stopping|Did not meet early stopping)(?:\.|,) (?:[Bb]est iteration is:)/,
		},
		{kind: 'phase', phase: 'finished', match: /^Finished training/},
		{kind: 'phase', phase: 'started', match: /^Start training from score/},
		{
			kind: 'noise',
			match:
				/^(?:Training until validation scores|Total Bins|Number of (?:positive|data points)|Auto-choosing|No further splits|\[\w+:BoostFromScore\]|[\d.]+ seconds elapsed, finished iteration)/,
		},
	],
	samples: [
		[
			"[10]\ttraining's auc: 0.98\tvalid_1's auc: 0.91\tvalid_1's l2: 0.5",
			[
				{kind: 'metrics', split: 'train', position: {step: 10}, values: {auc: 0.98}},
				{kind: 'metrics', split: 'val', position: {step: 10}, values: {auc: 0.91, l2: 0.5}},
			],
		],
		[
			"[LightGBM] [Info] Iteration:10, training's auc: 0.981234",
			{kind: 'metrics', split: 'train', position: {step: 10}, values: {auc: 0.981234}},
		],
		[
			"[LightGBM] [Info] Iteration:10, C:/path/val.csv's auc: 0.91",
			{kind: 'metrics', split: 'val', position: {step: 10}, values: {auc: 0.91}},
		],
		[
			'[LightGBM] [Info] Iteration:10, valid_1 auc : 0.91',
			{kind: 'metrics', split: 'val', position: {step: 10}, values: {auc: 0.91}},
		],
		['Early stopping, best iteration is:', {kind: 'phase', phase: 'finished'}],
		['Did not meet early stopping. Best iteration is:', {kind: 'phase', phase: 'finished'}],
		['[LightGBM] [Info] Finished training', {kind: 'phase', phase: 'finished'}],
		['[LightGBM] [Info] Start training from score 0.563935', {kind: 'phase', phase: 'started'}],
		['[LightGBM] [Warning] No further splits with positive gain, best gain: -inf', []],
		['[10] items', null],
	],
} satisfies Format;
