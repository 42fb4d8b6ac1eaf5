import type {Format, LineShape} from '../../core/format.ts';

/** Tables with bars between their columns, the first of which counts: `| Epoch | Train Loss | Val Acc |`. */
export const tables = [
	{
		kind: 'phase',
		phase: 'training',
		columns: true,
		has: '|',
		match:
			/^\s*\|?\s*(?:epoch|ep|step|iter(?:ation)?)s?\s*\|(?<text>(?=.*(?:loss|acc|score|f1|iou|dice|psnr|mse|mae))[^|\d=:][^=:]*[^|=:])\|?\s*$/i,
	},
	{
		kind: 'metrics',
		within: true,
		columns: true,
		has: '|',
		match:
			/^\s*\|?\s*(?<epoch>\d+)(?:\s*\/\s*(?<epochs>\d+))?\s*\|\s*\[?(?<c1>[-+]?\d+\.\d+(?:e[-+]?\d+)?|nan)(?:, [^|\]]{1,80})?\]?\s*%?\s*\|\s*\[?(?<c2>[-+]?\d*\.?\d+(?:e[-+]?\d+)?|nan)(?:, [^|\]]{1,80})?\]?\s*[%s]?\s*(?:\|\s*\[?(?:(?<c3>[-+]?\d*\.?\d+(?:e[-+]?\d+)?|nan)(?:, [^|\]]{1,80})?\]?\s*[%s]?\s*(?:\|\s*\[?(?:(?<c4>[-+]?\d*\.?\d+(?:e[-+]?\d+)?|nan)(?:, [^|\]]{1,80})?\]?\s*[%s]?\s*(?:\|\s*\[?(?:(?<c5>[-+]?\d*\.?\d+(?:e[-+]?\d+)?|nan)(?:, [^|\]]{1,80})?\]?\s*[%s]?\s*(?:\|.*)?)?)?)?)?)?)?$/i,
	},
	// Columns between blanks: skorch and whoever prints so.
	{
		kind: 'phase',
		phase: 'training',
		columns: true,
		match:
			/^\s*(?:epoch|step|iter(?:ation)?)s? {2,}(?<text>(?=.*(?:loss|acc|score|f1|iou|dice|psnr|mse|mae))[A-Za-z][^=:|\d,]*)$/i,
	},
	{
		kind: 'metrics',
		within: true,
		columns: true,
		match:
			/^ *(?<epoch>\d+)(?:\/(?<epochs>\d+))? {2,}(?<c1>[-+]?\d+\.\d+(?:e[-+]?\d+)?|nan)%? {2,}(?<c2>[-+]?\d*\.?\d+(?:e[-+]?\d+)?|nan)%?(?: {2,}(?:(?<c3>[-+]?\d*\.?\d+(?:e[-+]?\d+)?|nan)%?(?: {2,}(?:\+ {2,})?(?:(?<c4>[-+]?\d*\.?\d+(?:e[-+]?\d+)?|nan)%?(?: {2,}(?:(?<c5>[-+]?\d*\.?\d+(?:e[-+]?\d+)?|nan)%?(?: {2,}.*)?)?)?)?)?)?)?\s*$/i,
	},
	// Columns of measures alone: `train_loss	train_EPE	EPE`.
	{
		kind: 'phase',
		phase: 'training',
		columns: true,
		match:
			/^\s*(?<text>(?=.*loss)(?:(?:train|tr|val?|valid|test|dev|eval)[ _-]?)?(?:loss|acc|accuracy|epe|auc|f1|m?iou|dice|psnr|mae|mse|rmse|lr)(?:(?:\t| ?\| ?| {1,12})(?:(?:train|tr|val?|valid|test|dev|eval)[ _-]?)?(?:loss|acc|accuracy|epe|auc|f1|m?iou|dice|psnr|mae|mse|rmse|lr)){1,7})\s*$/i,
	},
	{
		kind: 'metrics',
		columns: true,
		has: '.',
		match:
			/^ {0,8}(?<c1>\d+\.\d+(?:e[-+]?\d+)?)(?:\t| {1,12})(?<c2>\d+\.\d+(?:e[-+]?\d+)?)(?:(?:\t| {1,12})(?<c3>\d+\.\d+(?:e[-+]?\d+)?)(?:(?:\t| {1,12})(?<c4>\d+\.\d+(?:e[-+]?\d+)?)(?:(?:\t| {1,12})(?<c5>\d+\.\d+(?:e[-+]?\d+)?))?)?)?\s*$/,
	},
	// scikit-learn's linear models.
	{
		kind: 'metrics',
		has: 'Avg. loss',
		match: /^Norm: .*, T: \d+, Avg\. loss: (?<loss>[\d.]+|nan|inf)/,
	},
	// scikit-learn's boosting.
	{
		kind: 'metrics',
		match:
			/^ {4,}(?<step>\d+) {6,}(?<loss>\d+\.\d+)(?: {6,}(?<oob_improve>-?\d+\.\d+))?(?: {6,}-?\d+\.\d+)? {6,}\d+\.\d+[smh]\s*$/,
	},
	// Two lines below an epoch, without a colon: lessons on fine-tuning print so.
	{
		kind: 'metrics',
		joins: true,
		has: 'loss ',
		match:
			/^\s{0,8}train(?:ing)? {1,4}loss {1,3}(?<loss>\d+\.\d+(?:e[-+]?\d+)?|nan)(?:,? {1,3}acc(?:uracy)? {1,3}(?<accuracy>[\d.]+))?\s*$/i,
	},
	{
		kind: 'metrics',
		split: 'val',
		joins: true,
		has: 'loss ',
		match:
			/^\s{0,8}val(?:id(?:ation)?)? {1,4}loss {1,3}(?<loss>\d+\.\d+(?:e[-+]?\d+)?|nan)(?:,? {1,3}acc(?:uracy)? {1,3}(?<accuracy>[\d.]+))?\s*$/i,
	},
	{kind: 'noise', match: /^\s*[|+]?[-=:+|]{12,}\s*$/},
] as const satisfies readonly LineShape[];

/** What they print between blanks. */
export const tableSamples: Format['samples'] = [
	[
		'Train loss 0.5 accuracy 0.75',
		{kind: 'metrics', split: 'train', values: {loss: 0.5, accuracy: 0.75}},
	],
	['Val   loss 0.25', {kind: 'metrics', split: 'val', values: {loss: 0.25}}],
	[
		'[  3/200]: dloss: 0.5, gloss: 0.25',
		{
			kind: 'metrics',
			split: 'train',
			position: {epoch: 3, epochs: 200},
			values: {dloss: 0.5, gloss: 0.25},
		},
	],
	[
		'Epoch [1/100] Recon: 0.5 | KL: 39.75',
		{
			kind: 'metrics',
			split: 'train',
			position: {epoch: 1, epochs: 100},
			values: {Recon: 0.5, KL: 39.75},
		},
	],
	['Epoch 3 - KL weight: 0.5', null],
];
