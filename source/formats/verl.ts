import type {Format} from '../core/format.ts';

/** verl and other trainers under Ray: one line a step, `name:value` joined by ` - ` (verl/utils/tracking.py). */
export default {
	title: 'verl',
	url: 'https://github.com/volcengine/verl',
	hallmark: /^step:\d+ - [\w/]+:/,
	losses: ['actor/loss', 'actor/pg_loss', 'loss'],
	primary: ['rewards/mean', 'score/mean'],
	lines: [
		{
			kind: 'metrics',
			has: 'step:',
			match: /^step:(?<step>\d+)(?= - \S+:)/,
			rest: 'pairs',
			prefixes: {
				'val-core/': 'val',
				'val-aux/': 'val',
				'val/': 'val',
				'train/': 'train',
				'critic/': 'val',
			},
			places: {'training/global_step': 'none', 'training/epoch': 'epoch'},
		},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^Resuming from (?<path>\S*global_step_(?<step>\d+))/,
		},
		{
			kind: 'checkpoint',
			match:
				/^\[?.{0,60}?\bSav(?:ed|ing) (?:model|checkpoint) to (?<path>\S*global_step_(?<step>\d+)\S*)/,
		},
	],
	samples: [
		[
			'step:19 - actor/loss:-0.0125 - critic/rewards/mean:0.25 - training/epoch:1 - val-core/gsm8k/acc:0.5',
			[
				{
					kind: 'metrics',
					split: 'train',
					position: {step: 19, epoch: 1},
					values: {'actor/loss': -0.0125},
				},
				{
					kind: 'metrics',
					split: 'val',
					position: {step: 19, epoch: 1},
					values: {'rewards/mean': 0.25, 'gsm8k/acc': 0.5},
				},
			],
		],
		[
			'step:20 - actor/pg_loss:np.float64(0.125) - training/epoch:np.int64(1)',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 20, epoch: 1},
				values: {'actor/pg_loss': 0.125},
			},
		],
		[
			'Resuming from ckpt/global_step_40',
			{
				kind: 'phase',
				phase: 'resumed',
				position: {step: 40},
				text: 'Resuming from ckpt/global_step_40',
			},
		],
		[
			'Saved model to ckpt/global_step_60/actor/model_world_size_8_rank_0.pt',
			{
				kind: 'checkpoint',
				best: false,
				position: {step: 60},
				path: 'ckpt/global_step_60/actor/model_world_size_8_rank_0.pt',
			},
		],
		['step:19 val_loss:0.5', null],
	],
} satisfies Format;
