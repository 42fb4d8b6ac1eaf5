import type {Format} from '../core/format.ts';

/** torchtitan: `step: 10  loss:  8.12  grad_norm: …` with thousands separators (torchtitan/components/metrics.py). */
export default {
	title: 'torchtitan',
	url: 'https://github.com/pytorch/torchtitan',
	head: /^(?:\[titan\] )?(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+) - root - (?<level>[A-Z]+) - /,
	hallmark: /^\[titan\] /,
	goals: {tps: 'max', tflops: 'max', mfu: 'max'},
	lines: [
		{
			kind: 'metrics',
			split: 'val',
			has: 'validate step:',
			match: /^validate step: +(?<step>\d+) +loss: +(?<loss>[\d.]+|nan|inf)/,
		},
		{
			kind: 'metrics',
			has: 'step:',
			match:
				/^step: +(?<step>\d+) +loss: +(?<loss>[\d.]+|nan|inf)(?: +grad_norm: +(?<grad_norm>[\d.]+|nan|inf))?(?: +memory: +(?<memory_GiB>[\d.]+)GiB\([\d.]+%\))?(?: +tps: +(?<tps>[\d,]+))?(?: +tflops: +(?<tflops>[\d.,]+))?(?: +mfu: +(?<mfu>[\d.]+)%)?/,
		},
		{
			kind: 'checkpoint',
			has: 'Finished saving the checkpoint',
			match: /^Finished saving the checkpoint/,
		},
		{kind: 'phase', phase: 'saving', match: /^Saving the (?:full )?checkpoint/},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^Loading the checkpoint (?:at step (?<step>[1-9]\d*)|from (?<path>\S+))/,
		},
		{
			kind: 'phase',
			phase: 'started',
			match: /^Training starts at step 1\b/,
		},
		{
			kind: 'facts',
			has: 'total steps',
			match: /^Trainer is initialized with .*?\btotal steps (?<steps>\d+)/,
		},
		{kind: 'phase', phase: 'finished', match: /^Training completed/},
	],
	samples: [
		[
			'[titan] 2025-05-01 10:00:00,123 - root - INFO - step: 10  loss:  8.12345  grad_norm:  1.2345  memory: 12.34GiB(15.61%)  tps: 7,123  tflops: 59.12  mfu: 18.95%',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 10},
				values: {
					loss: 8.12345,
					grad_norm: 1.2345,
					memory_GiB: 12.34,
					tps: 7123,
					tflops: 59.12,
					mfu: 18.95,
				},
			},
		],
		[
			'[titan] 2025-05-01 10:00:00,123 - root - INFO - step:  1  loss:  nan  memory: 12.34GiB(15.61%)  tps: 7  mfu: N/A',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 1},
				values: {loss: Number.NaN, memory_GiB: 12.34, tps: 7},
			},
		],
		[
			'[titan] 2025-05-01 10:00:00,123 - root - INFO - validate step: 10  loss:  7.9  memory: 12.34GiB(15.61%)  tps: 7,123',
			{kind: 'metrics', split: 'val', position: {step: 10}, values: {loss: 7.9}},
		],
		[
			'[titan] 2025-05-01 10:00:00,123 - root - INFO - Finished saving the checkpoint in 2.50 seconds.',
			{kind: 'checkpoint', best: false},
		],
		[
			'[titan] 2025-05-01 10:00:00,123 - root - INFO - Saving the checkpoint (or staging if async is enabled).',
			{kind: 'phase', phase: 'saving'},
		],
		[
			'[titan] 2025-05-01 10:00:00,123 - root - INFO - Loading the checkpoint at step 500.',
			{kind: 'phase', phase: 'resumed', position: {step: 500}},
		],
		[
			'[titan] 2025-05-01 10:00:00,123 - root - INFO - Training starts at step 1.',
			{kind: 'phase', phase: 'started'},
		],
		[
			'[titan] 2025-05-01 10:00:00,123 - root - INFO - Trainer is initialized with local batch size 8, global batch size 64, gradient accumulation steps 1, sequence length 2048, total steps 1000 (warmup 200).',
			{kind: 'facts', facts: {}, position: {steps: 1000}},
		],
		[
			'[titan] 2025-05-01 10:00:00,123 - root - INFO - Training completed',
			{kind: 'phase', phase: 'finished'},
		],
		['step: 10 of the guide', null],
	],
} satisfies Format;
