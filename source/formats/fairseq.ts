import type {Format} from '../core/format.ts';

const about = {
	num_updates: 'step',
	update: 'none',
	wall: 'none',
	train_wall: 'none',
	ntokens: 'none',
	nsentences: 'none',
	train_num_updates: 'none',
	valid_num_updates: 'step',
} as const;

/** fairseq: JSON with quoted numbers behind the logger's prefix, or `epoch 001: 200 / 482 loss=9.2, …` (fairseq/logging/progress_bar.py). */
export default {
	title: 'fairseq',
	url: 'https://github.com/facebookresearch/fairseq',
	head: /^(?:\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[,.]\d+)\]\[[\w.]+\]\[(?<level>[A-Z]+)\] - |\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \| [A-Z]+ \| [\w.]+ \| |\| (?=epoch |valid |done |saved ))/,
	hallmark: /\[?(?:train_inner|fairseq[\w.]*|fairseq_cli\.\w+)\]?(?:\[| \| )/,
	losses: ['loss', 'nll_loss'],
	primary: ['best_loss', 'loss'],
	lines: [
		{
			kind: 'metrics',
			split: 'val',
			has: '"valid_loss"',
			match: /^\{(?="epoch": \d+, .*"valid_loss": )/,
			rest: 'json',
			prefixes: {valid_: 'val'},
			places: about,
		},
		{
			kind: 'metrics',
			has: '"train_loss"',
			match: /^\{(?="epoch": \d+, .*"train_loss": "(?<train_loss>[\d.]+|nan|inf)")(?:.*)$/,
		},
		{
			kind: 'metrics',
			has: '"loss"',
			match: /^\{(?="epoch": \d+, "update": [\d.]+, .*"loss": )/,
			rest: 'json',
			places: about,
		},
		{
			kind: 'metrics',
			match: /^epoch +(?<epoch>\d+):? +(?<stepInEpoch>\d+) \/ (?<stepsPerEpoch>\d+) (?=.*\bloss=)/,
			rest: 'pairs',
			places: about,
		},
		{
			kind: 'metrics',
			split: 'val',
			match: /^epoch +(?<epoch>\d+) \| valid on '[^']*' subset \| /,
			rest: 'pairs',
			prefixes: {valid_: 'val', 'valid ': 'val'},
			places: about,
		},
		{kind: 'noise', match: /^epoch +\d+ \| valid on '[^']*' subset:? +\d+ \/ \d+/},
		{
			kind: 'metrics',
			match:
				/^epoch +(?<epoch>\d+) \| (?:train )?loss (?<train_loss>[\d.]+|nan|inf) \|(?=.*\bnum_updates (?<step>\d+)|)/,
		},
		{
			kind: 'checkpoint',
			has: 'aved checkpoint ',
			match:
				/^[Ss]aved checkpoint (?<path>\S+) \(epoch (?<epoch>\d+) @ (?<step>\d+) updates(?:, score (?:[-\d.]+|None))?\)/,
		},
		{kind: 'phase', phase: 'saving', match: /^Preparing to save checkpoint/},
		{kind: 'phase', phase: 'validating', match: /^begin validation on /},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^Loaded checkpoint (?<path>\S+) \(epoch (?<epoch>\d+) @ (?<step>[1-9]\d*) updates\)/,
		},
		{kind: 'phase', phase: 'finished', match: /^done training in [\d.]+ seconds/},
		{
			kind: 'trouble',
			what: 'error',
			has: 'Minimum loss scale reached',
			match: /(?<text>Minimum loss scale reached.*)/,
		},
		{
			kind: 'noise',
			match:
				/^(?:NOTE: gradient overflow detected|Saving checkpoint to|Finished saving checkpoint|Start iterating over samples|end of epoch|begin training epoch|\{"_name"|max tokens per device|num\. )/,
		},
	],
	samples: [
		["| epoch 010 | valid on 'valid' subset  1000 / 1311 loss=1.60", []],
		[
			"| epoch 010 | valid on 'valid' subset | valid loss 1.9375 | valid ppl 3.75",
			{kind: 'metrics', split: 'val', position: {epoch: 10}, values: {loss: 1.9375, ppl: 3.75}},
		],
		[
			'[2022-04-08 18:48:05,372][train_inner][INFO] - {"epoch": 1, "update": 0.416, "loss": "9.276", "ntokens": "115657", "ppl": "620.5", "num_updates": "200", "lr": "3.1e-05", "wall": "310"}',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, step: 200},
				values: {loss: 9.276, ppl: 620.5, lr: 3.1e-5},
			},
		],
		[
			'2022-04-08 19:15:02 | INFO | valid | {"epoch": 2, "valid_loss": "4.72", "valid_ppl": "26.5", "valid_num_updates": "958", "valid_best_loss": "4.72"}',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 2, step: 958},
				values: {loss: 4.72, ppl: 26.5, best_loss: 4.72},
			},
		],
		[
			'[2022-04-08 18:58:06,786][train][INFO] - {"epoch": 1, "train_loss": "7.864", "train_ntokens": "115961"}',
			{kind: 'metrics', split: 'train', values: {train_loss: 7.864}},
		],
		[
			'2022-04-08 18:48:05 | INFO | train_inner | epoch 001:    200 / 482 loss=9.276, ppl=620.5, num_updates=200, lr=3.1e-05',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, stepInEpoch: 200, stepsPerEpoch: 482, step: 200},
				values: {loss: 9.276, ppl: 620.5, lr: 3.1e-5},
			},
		],
		[
			"2022-04-08 19:15:02 | INFO | valid | epoch 002 | valid on 'valid' subset | loss 4.72 | ppl 26.5 | num_updates 958 | best_loss 4.72",
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 2, step: 958},
				values: {loss: 4.72, ppl: 26.5, best_loss: 4.72},
			},
		],
		[
			'2022-04-08 19:15:02 | INFO | train | epoch 001 | loss 7.864 | ppl 233.0 | wps 50149.6',
			{kind: 'metrics', split: 'train', position: {epoch: 1}, values: {train_loss: 7.864}},
		],
		[
			'[2022-04-08 19:15:05,380][fairseq.checkpoint_utils][INFO] - Saved checkpoint checkpoints/checkpoint_best.pt (epoch 2 @ 958 updates, score 4.72) (writing took 2.5 seconds)',
			{
				kind: 'checkpoint',
				best: false,
				path: 'checkpoints/checkpoint_best.pt',
				position: {epoch: 2, step: 958},
			},
		],
		[
			'2022-04-08 19:15:02 | INFO | fairseq.checkpoint_utils | Preparing to save checkpoint for epoch 2 @ 958 updates',
			{kind: 'phase', phase: 'saving'},
		],
		[
			'[2022-04-08 19:14:24,809][fairseq_cli.train][INFO] - begin validation on "valid" subset',
			{kind: 'phase', phase: 'validating'},
		],
		[
			'2022-04-08 18:15:02 | INFO | fairseq.trainer | Loaded checkpoint checkpoints/checkpoint_last.pt (epoch 3 @ 958 updates)',
			{
				kind: 'phase',
				phase: 'resumed',
				position: {epoch: 3, step: 958},
				text: 'Loaded checkpoint checkpoints/checkpoint_last.pt (epoch 3 @ 958 updates)',
			},
		],
		[
			'2022-04-08 20:15:02 | INFO | fairseq_cli.train | done training in 1234.5 seconds',
			{kind: 'phase', phase: 'finished'},
		],
		[
			'FloatingPointError: Minimum loss scale reached (0.0001). Your loss is probably exploding.',
			{
				kind: 'trouble',
				what: 'error',
				text: 'Minimum loss scale reached (0.0001). Your loss is probably exploding.',
			},
		],
		[
			'[2022-04-08 19:05:58,432][fairseq.trainer][INFO] - NOTE: gradient overflow detected, ignoring gradient, setting loss scale to: 64.0',
			[],
		],
		['{"epoch": 1, "loss": 0.5}', null],
	],
} satisfies Format;
