import type {Format} from '../core/format.ts';

/** Megatron-LM, Megatron-DeepSpeed and GPT-NeoX: one line per log interval, printed by the last rank (megatron/training/training.py). */
export default {
	title: 'Megatron-LM',
	url: 'https://github.com/NVIDIA/Megatron-LM',
	head: /^\s*\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?)\]\s+/,
	hallmark: /\biteration +\d+\/ *\d+ \| (?:consumed samples: |elapsed time per iteration \(ms\): )/,
	losses: ['lm loss', 'lm_loss', 'loss', 'total loss', 'mlm loss'],
	goals: {'loss scale': null, 'grad norm': null, 'number of nan iterations': 'min'},
	lines: [
		{
			kind: 'metrics',
			has: 'iteration ',
			match:
				/^\s*(?:samples\/sec: [\d.]+ \| )?iteration +(?<step>\d+)\/ *(?<steps>\d+) \|(?=.*\|)(?:.*?elapsed time per iteration \(ms\): (?<ms_per_iteration>[\d.]+) \|)?(?:.*?throughput[^|]*: (?<TFLOPs>[\d.]+) \|)?(?:.*?learning rate: (?<learning_rate>[-+.\dE]+) \|)?(?:.*?\|? (?:(?:lm|mlm|total)[ _])?loss: (?<loss>[-+.\dE]+|nan|inf) \|)?(?:.*?loss scale: (?<loss_scale>[\d.]+) \|)?(?:.*?grad norm: (?<grad_norm>[\d.]+|nan|inf) \|)?(?:.*?skipped iterations: +(?<skipped_iterations>\d+) \|)?(?:.*?nan iterations: +(?<nan_iterations>\d+) \|)?/i,
		},
		{
			kind: 'metrics',
			split: 'test',
			has: 'test',
			match:
				/^-* ?(?:validation|test) loss at (?:iteration (?<step>\d+)|the end of training)[^|]*test[^|]*\| lm[ _]loss value: (?<loss>[-+.\dE]+|nan|inf) \|(?: lm[ _]loss[ _]PPL(?: value)?: (?<PPL>[-+.\dE]+|nan|inf))?/i,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'loss at iteration',
			match:
				/^-* ?validation loss at (?:iteration (?<step>\d+)(?: on validation set)?|the end of training for val data)[^|]*\| lm[ _]loss value: (?<loss>[-+.\dE]+|nan|inf) \|(?: lm[ _]loss[ _]PPL(?: value)?: (?<PPL>[-+.\dE]+|nan|inf))?/i,
		},
		{
			kind: 'checkpoint',
			has: 'successfully saved checkpoint',
			match:
				/successfully saved checkpoint (?:from|at) iteration +(?<step>\d+)(?: to (?<path>[^\s,]+))?/,
		},
		{
			kind: 'phase',
			phase: 'saving',
			has: 'saving checkpoint at iteration',
			match: /saving checkpoint at iteration +(?<step>\d+)/,
		},
		{
			kind: 'phase',
			phase: 'resumed',
			has: 'successfully loaded checkpoint',
			match: /successfully loaded checkpoint from .* at iteration +(?<step>[1-9]\d*)/,
		},
		{
			kind: 'phase',
			phase: 'training',
			match: /^(?:training \.\.\.|before the start of training step)/,
		},
		{kind: 'phase', phase: 'finished', match: /^\[?after training is done\]?/},
		{
			kind: 'phase',
			phase: 'finished',
			has: 'exiting program',
			match: /exiting program (?<text>at iteration +(?<step>\d+))/,
		},
		{kind: 'facts', has: 'train_iters', match: /^ *train_iters \.{3,} (?<steps>\d+)\s*$/},
		{
			kind: 'noise',
			match: /^ *\w+ \.{3,} |^-{20,}\s*$|^Number of parameters|^ > |^> |^time to |^\(min, max\)/,
		},
	],
	samples: [
		[
			' [2026-04-15 11:19:02.524672] iteration        1/     500 | consumed samples:           80 | elapsed time per iteration (ms): 12465.5 | throughput per GPU (TFLOP/s/GPU): 11.9 | learning rate: 6.000000E-06 | global batch size:    80 | lm loss: 1.218301E+01 | loss scale: 1.0 | grad norm: 11.908 | number of skipped iterations:   0 | number of nan iterations:   0 |',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 1, steps: 500},
				values: {
					ms_per_iteration: 12465.5,
					TFLOPs: 11.9,
					learning_rate: 6e-6,
					loss: 12.18301,
					loss_scale: 1,
					grad_norm: 11.908,
					skipped_iterations: 0,
					nan_iterations: 0,
				},
			},
		],
		[
			' iteration      100/  1000 | elapsed time per iteration (ms): 120.5 | learning rate: 1.000E-04 | loss scale: 65536.0 | number of skipped iterations:   0 | number of nan iterations:   3 |',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 100, steps: 1000},
				values: {
					ms_per_iteration: 120.5,
					learning_rate: 0.0001,
					loss_scale: 65536,
					skipped_iterations: 0,
					nan_iterations: 3,
				},
			},
		],
		[
			'validation loss at iteration 1000 | lm loss value: 3.100000E+00 | lm loss PPL: 2.225000E+01 |',
			{kind: 'metrics', split: 'val', position: {step: 1000}, values: {loss: 3.1, PPL: 22.25}},
		],
		[
			'validation loss at iteration 1000 on test set | lm loss value: 3.200000E+00 | lm loss PPL: 2.450000E+01 |',
			{kind: 'metrics', split: 'test', position: {step: 1000}, values: {loss: 3.2, PPL: 24.5}},
		],
		[
			'  successfully saved checkpoint from iteration     200 to /ckpt [ t 1/1, p 1/1 ]',
			{kind: 'checkpoint', best: false, position: {step: 200}, path: '/ckpt'},
		],
		[
			'saving checkpoint at iteration     200 to /ckpt in torch_dist format',
			{kind: 'phase', phase: 'saving', position: {step: 200}},
		],
		[
			'  successfully loaded checkpoint from /ckpt [ t 1/1, p 1/1 ] at iteration 14000',
			{
				kind: 'phase',
				phase: 'resumed',
				position: {step: 14000},
				text: 'successfully loaded checkpoint from /ckpt [ t 1/1, p 1/1 ] at iteration 14000',
			},
		],
		['training ...', {kind: 'phase', phase: 'training'}],
		['[after training is done] datetime: 2026-04-15 11:30:00 ', {kind: 'phase', phase: 'finished'}],
		[
			'[exiting program at iteration 500] datetime: 2026-04-15 11:30:00',
			{kind: 'phase', phase: 'finished', text: 'at iteration 500', position: {step: 500}},
		],
		[
			'  train_iters ..................................... 500',
			{kind: 'facts', facts: {}, position: {steps: 500}},
		],
		['  loss_scale ...................................... None', []],
		['iteration 5 of the data', null],
	],
} satisfies Format;
