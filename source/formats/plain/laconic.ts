import type {Format, LineShape} from '../../core/format.ts';
import {places, prefixes} from './names.ts';

/** Records of loops that name little of what they count or measure. */
export const laconic = [
	{
		kind: 'metrics',
		match:
			/^(?!\W*best)(?=(?:.*?\W)??(?:epoch|ep)\b[\s:=#[(]{0,10}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?).*?\bloss(?:es)?\W{1,4}(?:train(?:ing)?|tr)\W{1,4}(?<loss>\d+\.?\d*(?:e[-+]?\d+)?|nan|inf)\W{1,6}(?:val(?:id(?:ation)?)?|dev|vl|test)\W{1,4}(?<val_loss>\d+\.?\d*(?:e[-+]?\d+)?|nan|inf)/i,
		prefixes,
	},
	// Policy gradients by ikostrikov and those after him.
	{
		kind: 'facts',
		opens: true,
		has: 'num timesteps',
		match: /^Updates \d+, num timesteps (?<step>\d+), FPS \d+/,
	},
	{
		kind: 'metrics',
		joins: true,
		has: 'training episodes',
		match: /^ ?Last \d+ training episodes: mean\/median reward (?<reward>[-\d.]+|nan)\//,
	},
	{
		kind: 'metrics',
		has: 'pisode',
		match:
			/^\W*episode[\s:=#[(]{0,10}(?<step>\d+)(?:\s*(?:\/|of)\s*(?<steps>\d+))?\]?[\s:|,-]+(?:(?:finished|done|ended|completed?|over)[\s:|,-]+)?(?=(?:(?:avg|average|mean|total|sum)\b[^\w:=]{0,3}|(?:(?:avg|average|mean|total|episode|last)[ _])?(?:reward|return|length)s? {0,3})[:=]\s*[-+]?\d)/i,
		rest: 'pairs',
		places: {...places, Steps: 'none', steps: 'none', Episode: 'none', Best: 'none'},
		prefixes,
	},
	{
		kind: 'metrics',
		match:
			/^\W{0,4}(?<epoch>\d+)\s?[)\]:|,-]\W{0,3}(?=(?:(?:avg|mean|train\w*)[ _])?loss\s*[:=]\s*[-+\d.n].*\b(?:val|valid|validation|test|dev))/i,
		rest: 'pairs',
		places,
		prefixes,
	},
	{
		kind: 'metrics',
		match: /^(?<epoch>\d+) (?<stepInEpoch>\d+) (?=loss[=:] ?[-+\d.n])/i,
		rest: 'pairs',
		places,
		prefixes,
	},
	{
		kind: 'metrics',
		match: /^(?:\d+ ){1,2}(?=train loss: [-+\d.n])/,
		rest: 'pairs',
		places,
		prefixes,
	},
	{
		kind: 'metrics',
		match:
			/^\W{0,4}(?:train(?:ing)?\W{1,3})?(?:mini[ -]?)?batch(?: ?(?:no|id|num|idx)\b\.?)?[\s:=#[(]{0,4}(?<stepInEpoch>\d+)(?:\s*(?:\/|of)\s*(?<stepsPerEpoch>\d+))?\b(?![\d.%])(?=.*\bloss\b.{0,20}?[\s:=]+[-+]?(?:\d|\.\d|nan|inf))/i,
		rest: 'pairs',
		places,
		prefixes,
	},
	// Knowledge graph embeddings by RotatE and those after it.
	{
		kind: 'metrics',
		joins: true,
		has: 'Training average ',
		match:
			/^Training average (?<key>\w+) at step (?<step>\d+): (?<value>-?\d+(?:\.\d+)?(?:e[-+]?\d+)?|nan|inf)/,
	},
	{
		kind: 'metrics',
		split: 'val',
		joins: true,
		has: 'Valid ',
		match: /^Valid (?<key>MRR|MR|HITS@\d+) at step (?<step>\d+): (?<value>\d+(?:\.\d+)?)/,
	},
	{
		kind: 'metrics',
		split: 'train',
		match: /^\s*train(?:ing)? metrics?: (?=\w+ ?[=:] ?[-+\d.n])/i,
		rest: 'pairs',
		places,
	},
] as const satisfies readonly LineShape[];

/** What they print, and what some of those that name more do. */
export const laconicSamples: Format['samples'] = [
	[
		'Epoch 1/50 | Train Loss: 0.5 Acc: 0.75 | Val Loss: 0.25 Acc: 0.875',
		[
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 50},
				values: {Loss: 0.5, Acc: 0.75},
			},
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 1, epochs: 50},
				values: {Loss: 0.25, Acc: 0.875},
			},
		],
	],
	[
		'Epoch 3/10 | Loss: train 0.5, val 0.25 | lr 0.001',
		[
			{kind: 'metrics', split: 'train', position: {epoch: 3, epochs: 10}, values: {loss: 0.5}},
			{kind: 'metrics', split: 'val', position: {epoch: 3, epochs: 10}, values: {loss: 0.25}},
		],
	],
	[
		'[ (2 ) Loss:  0.5, train_Acc: 0.75, valid_Loss: 0.25]',
		[
			{kind: 'metrics', split: 'train', position: {epoch: 2}, values: {Loss: 0.5, Acc: 0.75}},
			{kind: 'metrics', split: 'val', position: {epoch: 2}, values: {Loss: 0.25}},
		],
	],
	['wandb:    val/acc 0.75', []],
	[
		'2021-11-08 04:46:56,318 INFO     Training average loss at step 99900: 0.0625',
		{kind: 'metrics', split: 'train', position: {step: 99900}, values: {loss: 0.0625}},
	],
	[
		'2021-11-08 04:46:56,318 INFO     Valid HITS@10 at step 99900: 0.75',
		{kind: 'metrics', split: 'val', position: {step: 99900}, values: {'HITS@10': 0.75}},
	],
	[
		'	Train metrics: loss=0.9375, accuracy=0.625',
		{kind: 'metrics', split: 'train', values: {loss: 0.9375, accuracy: 0.625}},
	],
	[
		'Step: 200; Accuracy: 0.0625; Time (200 Steps): 37.5',
		{
			kind: 'metrics',
			split: 'train',
			position: {step: 200},
			values: {Accuracy: 0.0625, Time: 37.5},
		},
	],
	[
		'accuracy:  98.58%; precision:  83.64%; recall:  84.46%; FB1:  84.04',
		{
			kind: 'metrics',
			split: 'val',
			values: {accuracy: 98.58, precision: 83.64, recall: 84.46, FB1: 84.04},
		},
	],
	['Updates 10, num timesteps 1280, FPS 300 ', {kind: 'facts', facts: {}, position: {step: 1280}}],
	[
		' Last 10 training episodes: mean/median reward 20.5/21.0, min/max reward 10.0/30.0',
		{kind: 'metrics', split: 'train', values: {reward: 20.5}},
	],
	[
		'epoch 3 tested, Recall@20: 0.25, NDCG@20: 0.125',
		{
			kind: 'metrics',
			split: 'val',
			position: {epoch: 3},
			values: {'Recall@20': 0.25, 'NDCG@20': 0.125},
		},
	],
	['Valid: Rank: 0, epoch: 0, step: 200, batch: 100/200, val_loss: 99.1', []],
	[
		'Episode   300\tAvg: -976.5\tBest: -976.5\tSteps:  97505',
		{kind: 'metrics', split: 'train', position: {step: 300}, values: {Avg: -976.5}},
	],
	[
		'Episode 10\tLast length:    13\tAverage length: 31.30',
		{kind: 'metrics', split: 'train', position: {step: 10}, values: {length: 13}},
	],
	[
		'2017-10-14 16:48:58,960 - INFO - allennlp.training.trainer - Batch 567/17168: accuracy: 0.5, loss: 1.25 ||',
		{
			kind: 'metrics',
			split: 'train',
			position: {stepInEpoch: 567, stepsPerEpoch: 17168},
			values: {accuracy: 0.5, loss: 1.25},
		},
	],
	[
		'[I 210629 00:29:43 models:110] 234 1024 train loss: 0.0625 valid loss: 0.25 P@1: 0.5',
		[
			{kind: 'metrics', split: 'train', values: {loss: 0.0625, 'P@1': 0.5}},
			{kind: 'metrics', split: 'val', values: {loss: 0.25}},
		],
	],
	[
		'333 160 Loss=nan Time=0.036',
		{
			kind: 'metrics',
			split: 'train',
			position: {epoch: 333, stepInEpoch: 160},
			values: {Loss: Number.NaN, Time: 0.036},
		},
	],
	[
		'Finished epoch 3. Average of the last 100 loss values: 0.0625',
		{kind: 'metrics', split: 'train', position: {epoch: 3}, values: {loss: 0.0625}},
	],
	[
		'Training Set - Average Loss: 0.0625, Accuracy: 49487/49980 (99.01%)',
		{kind: 'metrics', split: 'train', values: {Loss: 0.0625}},
	],
	[
		'Epoch: 1 | Train Loss: 0.5 Vali Loss: 0.25 Test Loss: 0.75',
		[
			{kind: 'metrics', split: 'train', position: {epoch: 1}, values: {Loss: 0.5}},
			{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {Loss: 0.25}},
			{kind: 'metrics', split: 'test', position: {epoch: 1}, values: {Loss: 0.75}},
		],
	],
	[
		'2021-04-05 10:02:30,123 transreid.train INFO: CMC curve, Rank-1  :80.5%',
		{kind: 'metrics', split: 'val', values: {'Rank-1': 80.5}},
	],
	[
		'2021-04-05 10:02:30,123 transreid.train INFO: Validation Results - Epoch: 2',
		{kind: 'facts', facts: {}, position: {epoch: 2}},
	],
	[
		'[12:05:23.123] iteration 200 : mean_dice : 0.5 mean_hd95 : 12.125',
		{
			kind: 'metrics',
			split: 'val',
			position: {step: 200},
			values: {mean_dice: 0.5, mean_hd95: 12.125},
		},
	],
	[
		'loss_D: 0.5, loss_G_fake: 0.25,',
		{kind: 'metrics', split: 'train', values: {loss_D: 0.5, loss_G_fake: 0.25}},
	],
	[
		'Acc:0.875, Acc_class:0.75, mIoU:0.625, fwIoU: 0.5',
		{
			kind: 'metrics',
			split: 'val',
			values: {Acc: 0.875, Acc_class: 0.75, mIoU: 0.625, fwIoU: 0.5},
		},
	],
	[
		' Test Loss: 1.75 | Acc: 28.5% (2840/10000)',
		{kind: 'metrics', split: 'test', values: {Loss: 1.75, Acc: 28.5}},
	],
];
