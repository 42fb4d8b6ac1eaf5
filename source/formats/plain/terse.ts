import type {Format, LineShape} from '../../core/format.ts';
import {places, prefixes, suffixes} from './names.ts';

/** `[2/5] train loss 0.5`: an epoch that only its place tells. */
export const progress = {
	kind: 'metrics',
	match:
		/^\W{0,3}(?<epoch>\d{1,3})\s*\/\s*(?<epochs>\d{1,3})\]?[\s:|,-]+(?=(?:train(?:ing)?[ _])?(?:(?!val|test|eval|dev)[a-z]{1,6}_?)?loss\b.*?[\s:=]+(?:\[|tensor\(\[?)?[-+]?(?:\d|\.\d|nan|inf))/i,
	rest: 'pairs',
	places,
	prefixes,
	suffixes,
} as const satisfies LineShape;

/** Records of loops that count without saying what, or in two languages. */
export const terse = [
	// `[ 1/17] [ 3/20] loss=0.5`: an epoch and a step in it.
	{
		kind: 'metrics',
		match:
			/^\[ *(?<epoch>\d+) ?\/ ?(?<epochs>\d+)\] ?\[ *(?<stepInEpoch>\d+) ?\/ ?(?<stepsPerEpoch>\d+)\][\s:|,-]{0,4}(?=(?:.{0,200}\W)?loss[\s:=]{1,3}[-+\d.n])/i,
		rest: 'pairs',
		places,
		prefixes,
	},
	// `Train 100: loss:0.5`: what is counted is not said.
	{
		kind: 'metrics',
		match: /^\W{0,4}train(?:ing)? \d+(?:\/\d+)?[:,] ?(?=(?:\w+[_ ])?loss ?[:=] ?[-+\d.n])/i,
		rest: 'pairs',
		places,
		prefixes,
	},
	// `[E01] train loss=0.9 acc=0.5 | val loss=0.8 acc=0.6`
	{
		kind: 'metrics',
		match:
			/^\W{0,3}(?:e|ep|epoch)(?<epoch>\d{1,4})(?:\/(?<epochs>\d+))?\b(?![.\d])\W{1,4}(?=.*\bloss\w{0,20}\s{0,3}[:= ]\s{0,3}[-+\d.n])/i,
		rest: 'pairs',
		places,
		prefixes,
		suffixes,
	},
	// `Weights: none, EP3, avg_loss=0.5`
	{
		kind: 'metrics',
		match:
			/^(?!\W*(?:best|sav|resum))[^=]{1,60}[,|;] (?:ep|epoch)(?<epoch>\d{1,4})[,:|] (?=(?:\w+[_ ])?loss ?[:=] ?[-+\d.n])/i,
		rest: 'pairs',
		places,
		prefixes,
	},
	// `Epoch 3 @ 10:27 PM : 0.5 C.E. Loss, 94.25% Accuracy`: values before their names.
	{
		kind: 'metrics',
		match:
			/^(?!.*(?:\bval|\btest|\beval|\bdev\b|\bbest|\bsav|%\|))\W*epoch[\s:=#[(]{0,5}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?\b[^.]{0,40}?[:|,-]\s*(?<loss>\d+\.\d+(?:e[-+]?\d+)?|nan) (?:[\w.]{1,12} )?loss\b(?!\s*[:=]?\s*[-+\d])(?:\W{1,4}(?<accuracy>\d+(?:\.\d+)?)%? acc(?:uracy)?\b)?/i,
	},
	// `==>>> it: 101, avg. loss: 0.5, running train acc: 0.25`
	{
		kind: 'metrics',
		match:
			/^[^\w\s]{0,8} ?it ?[:=] ?(?<step>\d+)(?:\s*\/\s*(?<steps>\d+))?[\s,|:-]{1,4}(?=(?:[\w.]{1,10} ){0,2}loss ?[:=] ?[-+\d.n])/i,
		rest: 'pairs',
		places,
		prefixes,
	},
	// facebookresearch/pytorch_GAN_zoo: a scale and a step.
	{
		kind: 'metrics',
		has: '] loss ',
		match:
			/^\[\d+ : +(?<step>\d+)\] loss G : (?<loss_G>[-\d.]+|nan) loss D : (?<loss_D>[-\d.]+|nan)\s*$/,
	},
	// `Patch number: 3 / 100, Train loss: 0.5`: a part that is no step.
	{
		kind: 'metrics',
		match:
			/^\W{0,4}(?:patch|volume|sample|image|clip|chunk|shard|block|window|tile|slice|sequence|sentence|document|file|task|client|round)(?: (?:number|no|idx|index|id)\.?)?[\s:#]{1,3}\d+\s*(?:\/|of)\s*\d+[\]\s:|,-]{1,4}(?=(?:(?:avg|mean|train(?:ing)?)[ _])?loss\s*[:=]\s*[-+\d.n])/i,
		rest: 'pairs',
		places,
		prefixes,
	},
	// `1       train loss=0.5        train acc=0.75         valid loss=0.25`
	{
		kind: 'metrics',
		match:
			/^\W{0,3}(?<epoch>\d{1,5})(?:\t| {2})\s{0,12}(?=(?:train(?:ing)?[ _])?loss ?[=:] ?[-+\d.n])/i,
		rest: 'pairs',
		places,
		prefixes,
		suffixes,
	},
	// Losses in two languages: `Epoch 30 完成 | 训练损失: 4.37 | 验证损失: 5.99`.
	{
		kind: 'metrics',
		has: '损失',
		match:
			/^(?!.*(?:恢复|保存|最[佳优好小低]|%\|))(?=[^\p{L}\d]*epoch[\s:=#[(]{0,5}(?<epoch>\d+)(?:\s*\/\s*(?<epochs>\d+))?)(?=.*损失值?\s*[:：=]\s*[-+\d.n])/iu,
		rest: 'pairs',
		places,
		prefixes,
	},
] as const satisfies readonly LineShape[];

/** What they print, and what else is told in few words. */
export const terseSamples: Format['samples'] = [
	[
		'[  1/17] [   3/20] loss=2.0805 acc=0.25 lr=0.006',
		{
			kind: 'metrics',
			split: 'train',
			position: {epoch: 1, epochs: 17, stepInEpoch: 3, stepsPerEpoch: 20},
			values: {loss: 2.0805, acc: 0.25, lr: 0.006},
		},
	],
	[
		'[2/5] train loss 0.5',
		{kind: 'metrics', split: 'train', position: {epoch: 2, epochs: 5}, values: {loss: 0.5}},
	],
	[
		'[E01] train loss=0.5 acc=0.75 | val loss=0.25 acc=0.875',
		[
			{kind: 'metrics', split: 'train', position: {epoch: 1}, values: {loss: 0.5, acc: 0.75}},
			{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {loss: 0.25, acc: 0.875}},
		],
	],
	[
		'ep: 1, acc: 0.875',
		{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {acc: 0.875}},
	],
	[
		'train_loss\ttrain_EPE\tEPE',
		{kind: 'phase', phase: 'training', text: 'train_loss\ttrain_EPE\tEPE'},
	],
	['14.5\t27.25\t21.5', {kind: 'metrics', split: 'train', values: {c1: 14.5, c2: 27.25, c3: 21.5}}],
	['RMSE 30.5, MAPE 0.25', {kind: 'metrics', split: 'val', values: {RMSE: 30.5, MAPE: 0.25}}],
	[
		'Epoch 149, Step 25, avg loss so far is 0.0625',
		{kind: 'metrics', split: 'train', position: {epoch: 149, step: 25}, values: {loss: 0.0625}},
	],
	[
		'Epoch: [69][300/320]	 Loss [ 0.5] Avg Loss [ 0.25] Accuracy 0.75',
		{
			kind: 'metrics',
			split: 'train',
			position: {epoch: 69, stepInEpoch: 300, stepsPerEpoch: 320},
			values: {Loss: 0.5, 'Avg Loss': 0.25, Accuracy: 0.75},
		},
	],
	[
		'1       train loss=0.5        valid loss=0.25',
		[
			{kind: 'metrics', split: 'train', position: {epoch: 1}, values: {loss: 0.5}},
			{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {loss: 0.25}},
		],
	],
	['Model test error: 0.25', {kind: 'metrics', split: 'test', values: {error: 0.25}}],
	['Train 100: loss:0.5', {kind: 'metrics', split: 'train', values: {loss: 0.5}}],
	[
		'Epoch 30 完成 | 训练损失: 4.5 | 验证损失: 5.5 | 时间: 385.5s',
		[
			{kind: 'metrics', split: 'train', position: {epoch: 30}, values: {损失: 4.5}},
			{kind: 'metrics', split: 'val', position: {epoch: 30}, values: {损失: 5.5}},
		],
	],
	['✅ 预训练任务圆满结束 (总耗时: 1.5 小时)', {kind: 'phase', phase: 'finished'}],
	[' * ADE  1.25 FDE  2.5', {kind: 'metrics', split: 'val', values: {ADE: 1.25, FDE: 2.5}}],
	[
		'==Epoch: 14/20,top 5 acc: 0.5==',
		{kind: 'metrics', split: 'val', position: {epoch: 14, epochs: 20}, values: {'top 5 acc': 0.5}},
	],
	[
		'what           :             AP           AP50           AP25',
		{kind: 'phase', phase: 'validating', text: 'AP           AP50           AP25'},
	],
	[
		'average        :          0.125          0.225          0.25',
		{kind: 'metrics', split: 'val', values: {c1: 0.125, c2: 0.225, c3: 0.25}},
	],
	[
		'Display validation results at (epoch 290, total_steps 92800)',
		{kind: 'facts', facts: {}, position: {epoch: 290, step: 92800}},
	],
	[
		'Display training progress at (epoch 292, total_steps 93440)',
		{kind: 'facts', facts: {}, position: {epoch: 292, step: 93440}},
	],
	[
		'Epoch 3, Step 30: Recon Loss=0.5, KL Loss=0.25, Total Loss=0.75',
		{
			kind: 'metrics',
			split: 'train',
			position: {epoch: 3, step: 30},
			values: {'Recon Loss': 0.5, 'KL Loss': 0.25, 'Total Loss': 0.75},
		},
	],
	[
		'Epoch 43/1000 - Loss Encoder: -51.5, Loss Decoder: 0.0625',
		{
			kind: 'metrics',
			split: 'train',
			position: {epoch: 43, epochs: 1000},
			values: {'Loss Encoder': -51.5, 'Loss Decoder': 0.0625},
		},
	],
	['INFO:__main__:   Loss: 0.5', {kind: 'metrics', split: 'train', values: {Loss: 0.5}}],
	[
		'Load file: None, EP3, avg_loss=0.5',
		{kind: 'metrics', split: 'train', position: {epoch: 3}, values: {avg_loss: 0.5}},
	],
	[
		'Epoch 3 @ 10:27 PM : 0.5 C.E. Loss, 94.25% Accuracy',
		{kind: 'metrics', split: 'train', position: {epoch: 3}, values: {loss: 0.5, accuracy: 94.25}},
	],
	[
		'==>>> it: 101, avg. loss: 0.5, running train acc: 0.25',
		{
			kind: 'metrics',
			split: 'train',
			position: {step: 101},
			values: {loss: 0.5, acc: 0.25},
		},
	],
	[
		'[0 :    100] loss G : 0.5 loss D : 0.25',
		{
			kind: 'metrics',
			split: 'train',
			position: {step: 100},
			values: {loss_G: 0.5, loss_D: 0.25},
		},
	],
	[
		'Patch number: 99 / 100, Train loss: 0.5',
		{kind: 'metrics', split: 'train', values: {loss: 0.5}},
	],
	[
		"Episode 1/10 finished, total reward  : -42.5, actions taken : {'hold': 2010}",
		{
			kind: 'metrics',
			split: 'train',
			position: {step: 1, steps: 10},
			values: {reward: -42.5},
		},
	],
	['Accuracy for class: plane is 93.7 %', []],
];
