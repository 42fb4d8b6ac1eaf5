import type {Format} from '../core/format.ts';

/** LLaMA-Factory's trainer_log.jsonl: an object per log, evaluations without `loss` (src/llamafactory/train/callbacks.py). */
export default {
	title: 'LLaMA-Factory',
	url: 'https://github.com/hiyouga/LLaMA-Factory',
	hallmark: /^\{"current_steps": \d+, "total_steps": /,
	lines: [
		{
			kind: 'metrics',
			split: 'val',
			has: '"eval_loss"',
			match:
				/^\{(?="current_steps": (?<step>\d+), "total_steps": (?<steps>\d+))(?!.*"loss": [\d.])/,
			rest: 'json',
			prefixes: {eval_: 'val'},
			places: {
				current_steps: 'none',
				total_steps: 'none',
				percentage: 'none',
				vram_allocated: 'none',
				vram_reserved: 'none',
				throughput: 'none',
				total_tokens: 'none',
			},
		},
		{
			kind: 'metrics',
			has: '"current_steps"',
			match:
				/^\{(?="current_steps": (?<step>\d+), "total_steps": (?<steps>\d+))(?=.*"(?:loss|reward|accuracy)": (?:-?[\d.]|NaN|-?Infinity))/,
			rest: 'json',
			prefixes: {eval_: 'val', predict_: 'test'},
			places: {
				current_steps: 'none',
				total_steps: 'none',
				percentage: 'none',
				total_tokens: 'none',
			},
		},
		{
			kind: 'facts',
			match:
				/^\{"current_steps": \d+, "total_steps": (?<steps>\d+)(?:.*"epoch": (?<epoch>[\d.]+))?/,
		},
	],
	samples: [
		[
			'{"current_steps": 10, "total_steps": 6566, "loss": 0.8548, "lr": 9.5e-06, "epoch": 0.0125, "percentage": 0.15, "elapsed_time": "0:02:12", "remaining_time": "1 day, 0:08:23"}',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 10, steps: 6566, epoch: 0.0125},
				values: {loss: 0.8548, lr: 9.5e-6},
			},
		],
		[
			'{"current_steps": 10, "total_steps": 11900, "loss": 3.5, "reward": null, "learning_rate": 0.0001, "epoch": 0.02, "percentage": 0.08}',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 10, steps: 11900, epoch: 0.02},
				values: {loss: 3.5, learning_rate: 0.0001},
			},
		],
		[
			'{"current_steps": 500, "total_steps": 6566, "eval_loss": 0.75, "epoch": 0.5, "percentage": 7.61, "elapsed_time": "1:00:00"}',
			{
				kind: 'metrics',
				split: 'val',
				position: {step: 500, steps: 6566, epoch: 0.5},
				values: {loss: 0.75},
			},
		],
		[
			'{"current_steps": 6565, "total_steps": 6566, "epoch": 7.0, "percentage": 99.98, "elapsed_time": "1 day, 2:00:00"}',
			{kind: 'facts', facts: {}, position: {steps: 6566, epoch: 7}},
		],
		['{"loss": 0.5, "step": 3}', null],
	],
} satisfies Format;
