import type {Format, LineShape} from '../core/format.ts';

const places = {
	epoch: 'epoch',
	Epoch: 'epoch',
	total_epochs: 'epochs',
	num_epochs: 'epochs',
	max_epochs: 'epochs',
	num_train_epochs: 'epochs',
	step: 'step',
	_step: 'step',
	iter: 'step',
	iteration: 'step',
	global_step: 'step',
	train_step: 'step',
	current_steps: 'step',
	timesteps_total: 'step',
	total_timesteps: 'step',
	num_env_steps_sampled_lifetime: 'step',
	training_iteration: 'none',
	nupdates: 'none',
	serial_timesteps: 'none',
	episodes_total: 'none',
	pid: 'none',
	total_steps: 'steps',
	max_steps: 'steps',
	num_steps: 'steps',
	total_iters: 'steps',
	steps_per_epoch: 'stepsPerEpoch',
	iters_per_epoch: 'stepsPerEpoch',
	_timestamp: 'time',
	timestamp: 'time',
	ts: 'time',
	_runtime: 'none',
	percentage: 'none',
} as const satisfies LineShape['places'];

const prefixes = {
	'train/': 'train',
	train_: 'train',
	'train.': 'train',
	training_: 'train',
	'val/': 'val',
	val_: 'val',
	'val.': 'val',
	'valid/': 'val',
	valid_: 'val',
	'validation/': 'val',
	validation_: 'val',
	'eval/': 'val',
	eval_: 'val',
	'dev/': 'val',
	dev_: 'val',
	'test/': 'test',
	test_: 'test',
} as const satisfies LineShape['prefixes'];

/** Any loop that writes a JSON object per record, with common names for places and splits. */
export default {
	title: 'JSON lines',
	fallback: true,
	losses: ['loss', 'train_loss', 'total_loss', 'value_loss'],
	lines: [
		// StyleGAN's metric-*.jsonl.
		{
			kind: 'metrics',
			split: 'val',
			has: '"results"',
			match: /^\s*\{"results": \{(?=")/,
			rest: 'json',
			places: {total_time: 'none', num_gpus: 'none', timestamp: 'time'},
		},
		{
			kind: 'metrics',
			split: 'val',
			match:
				/^\s*\{(?=.*"(?:split|mode|phase|stage|set|subset)": *"(?:val|valid|validation|eval|evaluation|dev|test)")(?=.*"[^"]*(?:loss|acc|map|iou|psnr|f1|fscore|f-score|auc|ppl|wer|bleu|reward|score|error|mse|mae)[^"]*": *"?[-\dNI.])(?=.*"(?:time|timestamp|date|datetime|ts|@timestamp)": *"(?<time>\d[^"]{7,40})"|)/i,
			rest: 'json',
			places,
			prefixes,
		},
		{
			kind: 'metrics',
			match:
				/^\s*\{(?=.*"[^"]*(?:loss|acc|map|iou|psnr|ssim|f1|fscore|f-score|auc|ppl|perplexity|wer|bleu|rouge|reward|return|score|error|mse|mae|mmd|fid|nll|elbo|(?:^|\/|_)ce)[^"]*": *"?(?:[-\d.]|nan|inf))(?=.*"(?:time|timestamp|date|datetime|ts|@timestamp)": *"(?<time>\d[^"]{7,40})"|)/i,
			rest: 'json',
			places,
			prefixes,
		},
		{
			kind: 'metrics',
			match:
				/^\s*\{(?=.*"(?:train|val|valid|eval|test)[/_.][^"]+": *"?(?:[-\d.]|nan|inf))(?=.*"(?:time|timestamp|date|datetime|ts|@timestamp)": *"(?<time>\d[^"]{7,40})"|)/i,
			rest: 'json',
			places,
			prefixes,
		},
		{
			kind: 'phase',
			phase: 'finished',
			match:
				/^\s*\{(?=.*"(?:event|status|state|msg|message|type)": *"(?:train(?:ing)?[ _])?(?:end|ended|finish|finished|complete|completed|done|train_end)")(?=.*"(?:time|timestamp|date|datetime|ts|@timestamp)": *"(?<time>\d[^"]{7,40})"|)/i,
		},
		{
			kind: 'facts',
			match:
				/^\s*\{(?=.*"(?:total_epochs|num_epochs|max_epochs|num_train_epochs|total_steps|max_steps|num_steps|total_iters|steps_per_epoch|batch_size)": *\d)/,
			rest: 'json',
			places,
		},
	],
	samples: [
		[
			'{"results": {"fid50k_full": 312.5}, "metric": "fid50k_full", "total_time": 123.4, "num_gpus": 1}',
			{kind: 'metrics', split: 'val', values: {fid50k_full: 312.5}},
		],
		[
			'{"epoch": 3, "step": 120, "split": "val", "loss": 0.41, "acc": 0.9}',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 3, step: 120},
				values: {loss: 0.41, acc: 0.9},
			},
		],
		[
			'{"_timestamp": 1767607200.5, "_step": 12, "epoch": 0.25, "train/loss": NaN, "train/lr": 0.001}',
			{
				at: 1_767_607_200_500,
				kind: 'metrics',
				split: 'train',
				position: {step: 12, epoch: 0.25},
				values: {loss: Number.NaN, lr: 0.001},
			},
		],
		[
			'{"time": "2026-01-05T10:00:00.250Z", "epoch": 1, "step": 30, "val_loss": 1.84, "val_acc": 0.78}',
			{
				at: Date.UTC(2026, 0, 5, 10, 0, 0, 250),
				kind: 'metrics',
				split: 'val',
				position: {epoch: 1, step: 30},
				values: {loss: 1.84, acc: 0.78},
			},
		],
		[
			'{"_step": 12, "train/grad_norm": 1.5}',
			{kind: 'metrics', split: 'train', position: {step: 12}, values: {grad_norm: 1.5}},
		],
		['{"event": "end", "seconds": 4.2}', {kind: 'phase', phase: 'finished'}],
		[
			'{"event": "start", "total_epochs": 5, "steps_per_epoch": 30, "params": 2081}',
			{kind: 'facts', facts: {params: 2081}, position: {epochs: 5, stepsPerEpoch: 30}},
		],
		['{"level": "info", "msg": "error budget 0, nan guard enabled"}', null],
		['epoch 1 loss 0.5', null],
	],
} satisfies Format;
