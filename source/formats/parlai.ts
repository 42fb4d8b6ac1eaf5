import type {Format} from '../core/format.ts';

/** ParlAI: what was learnt since the last report, as a dict (parlai/scripts/train_model.py). */
export default {
	title: 'ParlAI',
	url: 'https://github.com/facebookresearch/ParlAI',
	guarded: true,
	head: /^(?:\[rank: *\d+\] )?(?:(?<time>\d\d:\d\d:\d\d) \| )?/,
	hallmark: /\[ ?time:[\d.]+s (?:total_exs|parleys):\d/,
	losses: ['loss', 'mean_loss', 'nll_loss'],
	primary: ['accuracy', 'f1', 'hits@1', 'ppl'],
	lines: [
		{
			kind: 'metrics',
			has: 'total_exs:',
			match: /^\[ time:[\d.]+s total_exs:\d+ epochs:(?<epoch>[\d.]+)(?: time_left:\S+)? \] \{/,
			rest: 'python',
			places: {
				total_train_updates: 'step',
				num_updates: 'step',
				exs: 'none',
				updates: 'none',
				gpu_mem_percent: 'none',
			},
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'valid:{',
			match: /^valid:\{/,
			rest: 'python',
			places: {total_train_updates: 'step', num_updates: 'step', exs: 'none', lr: 'none'},
		},
		{
			kind: 'metrics',
			split: 'test',
			has: 'test:{',
			match: /^test:\{/,
			rest: 'python',
			places: {total_train_updates: 'step', num_updates: 'step', exs: 'none', lr: 'none'},
		},
		{
			kind: 'checkpoint',
			best: true,
			has: 'saving best valid model',
			match: /^\[ saving best valid model: (?<path>\S+) \]/,
		},
		{
			kind: 'noise',
			match: /^\[ (?:new best|running eval|eval completed|training\.{3}|did not beat best)/,
		},
	],
	samples: [
		[
			"[rank:  1] [ time:4.0s total_exs:2114 epochs:4.25 time_left:15.0s ] {'exs': 1134, 'loss': 0.75, 'ppl': 2.5, 'updates': 81, 'total_train_updates': 151}",
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 4.25, step: 151},
				values: {loss: 0.75, ppl: 2.5},
			},
		],
		[
			"valid:{'exs': 1000, 'accuracy': 0.5, 'num_updates': 282, 'loss': 28.5}",
			{kind: 'metrics', split: 'val', position: {step: 282}, values: {accuracy: 0.5, loss: 28.5}},
		],
		[
			"test:{'exs': 1000, 'accuracy': 0.5}",
			{kind: 'metrics', split: 'test', values: {accuracy: 0.5}},
		],
		['[ saving best valid model: /tmp/m ]', {kind: 'checkpoint', best: true, path: '/tmp/m'}],
		['[ new best accuracy: 0.452 ]', []],
	],
} satisfies Format;
