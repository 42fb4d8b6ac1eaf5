import type {Format, LineShape} from '../core/format.ts';

const places = {
	epoch: 'epoch',
	Epoch: 'epoch',
	epochs: 'epochs',
	num_epochs: 'epochs',
	step: 'step',
	Step: 'step',
	steps: 'step',
	iter: 'step',
	iteration: 'step',
	global_step: 'step',
	train_step: 'step',
	total_steps: 'steps',
	max_steps: 'steps',
	batch: 'stepInEpoch',
	seed: 'none',
	fold: 'none',
	runtime: 'none',
	time: 'none',
} as const satisfies LineShape['places'];

const prefixes = {
	'train/': 'train',
	train_: 'train',
	'train ': 'train',
	'val/': 'val',
	val_: 'val',
	'val ': 'val',
	'valid/': 'val',
	valid_: 'val',
	validation_: 'val',
	'validation/': 'val',
	'eval/': 'val',
	eval_: 'val',
	dev_: 'val',
	'dev/': 'val',
	'test/': 'test',
	test_: 'test',
} as const satisfies LineShape['prefixes'];

/** Loops that print a dict of what they measured, alone or behind words: `Train: {'loss': 0.5, 'step': 100}`. */
export default {
	title: 'Dicts of numbers',
	fallback: true,
	head: /^[[(]?(?<time>(?:\d{4}[-/.])?\d\d[-/.]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?|\d\d:\d\d:\d\d)[\])]?[\s|,:-]*(?:[^\d\s:={]{0,30}[\s|:[-]{0,6}\b(?<level>INFO|WARN(?:ING)?|DEBUG|ERROR)\b[\])]?[\s|:>-]*)?(?:[\w.<>]{1,60}:[\w.<>]{1,60}:\d+ +- +)?/,
	losses: ['loss', 'train_loss', 'total_loss'],
	lines: [
		{
			kind: 'metrics',
			split: 'val',
			match:
				/^(?!.*(?:%\||train_runtime|\bbest\b[^{]*\{))(?=[^{]{0,120}?\bepoch\W{0,4}(?<epoch>\d+)|)(?=[^{]{0,120}?\b(?:global_?)?(?:step|iter|iteration)\W{0,4}(?<step>\d+)|)[^\w{]{0,6}(?:[^{}]{0,80}?[\s[(])?(?:val|valid|validation|eval|evaluation|dev|test)\b[^{}]{0,60}(?=\{['"])(?=.*\}\W*$)(?=\{.*['"][^'"]*(?:loss|acc|map|iou|psnr|f1|score|auc|ppl|perplexity|wer|bleu|reward|error|mse|mae|precision|recall|ndcg|rouge)[^'"]*['"]: *\D{0,12}[-\d.ni])/i,
			rest: 'python',
			places,
			prefixes,
		},
		{
			kind: 'metrics',
			match:
				/^(?!.*(?:%\||train_runtime|\b(?:args|config|best|hparams|param\w*)\b[^{]*\{))(?=[^{]{0,120}?\bepoch\W{0,4}(?<epoch>\d+)|)(?=[^{]{0,120}?\b(?:global_?)?(?:step|iter|iteration)\W{0,4}(?<step>\d+)|)[^{}]{0,120}(?=\{['"])(?=.*\}\W*$)(?=\{.*['"][^'"]*(?:loss|acc|map|iou|psnr|f1|score|auc|ppl|perplexity|wer|bleu|reward|return|error|mse|mae)[^'"]*['"]: *\D{0,12}[-\d.ni])/i,
			rest: 'python',
			places,
			prefixes,
		},
	],
	samples: [
		[
			"Train: {'loss': 0.5, 'acc': 0.75, 'step': 100}",
			{kind: 'metrics', split: 'train', position: {step: 100}, values: {loss: 0.5, acc: 0.75}},
		],
		[
			"Epoch 3 eval results: {'loss': 0.5, 'acc': np.float64(0.75)}",
			{kind: 'metrics', split: 'val', position: {epoch: 3}, values: {loss: 0.5, acc: 0.75}},
		],
		[
			"{'epoch': 1, 'train_loss': 0.5, 'val_loss': 0.25}",
			[
				{kind: 'metrics', split: 'train', position: {epoch: 1}, values: {loss: 0.5}},
				{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {loss: 0.25}},
			],
		],
		[
			'2026-01-01 10:00:00 INFO {"step": 4, "loss": 0.5}',
			{kind: 'metrics', split: 'train', position: {step: 4}, values: {loss: 0.5}},
		],
		["Config: {'lr': 0.1, 'loss': 1}", null],
		["{'lr': 0.1, 'batch_size': 8}", null],
	],
} satisfies Format;
