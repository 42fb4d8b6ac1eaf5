import type {Format} from '../core/format.ts';

/** icefall (k2): the loss of a batch and of all before it in brackets, validations every few batches (egs/librispeech/ASR/zipformer/train.py). */
export default {
	title: 'icefall',
	url: 'https://github.com/k2-fsa/icefall',
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+) (?<level>[A-Z]+) \[\w+\.py:\d+\] (?:\(\d+\/\d+\) )?/,
	hallmark:
		/ Epoch \d+, batch \d+, (?:global_batch_idx: \d+, batch size: \d+, )?loss\[\w*loss=| Epoch \d+, validation: \w*loss=/,
	lines: [
		{
			kind: 'metrics',
			has: ', loss[',
			match:
				/^Epoch (?<epoch>\d+), batch (?<stepInEpoch>\d+), (?:global_batch_idx: (?<step>\d+), )?(?:batch size: \d+, )?loss\[(?=\w*loss=)/,
			rest: 'pairs',
			places: {over: 'none', size: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'validation: ',
			match: /^Epoch (?<epoch>\d+), validation: (?=\w*loss=)/,
			rest: 'pairs',
			places: {over: 'none'},
		},
		{kind: 'checkpoint', match: /^Saving checkpoint to (?<path>\S+)/},
		{kind: 'phase', phase: 'resumed', match: /^Loading checkpoint from (?<path>\S+)/},
		{kind: 'phase', phase: 'started', match: /^Training started/},
		{kind: 'phase', phase: 'finished', match: /^Done!\s*$/},
		{
			kind: 'noise',
			match:
				/^(?:Computing validation loss|Maximum memory allocated|Number of model parameters|Device: )/,
		},
	],
	samples: [
		[
			'2023-05-01 10:02:00,123 INFO [train.py:892] (0/4) Epoch 1, batch 50, loss[loss=1.25, simple_loss=1.125, over 4321.00 frames. ], tot_loss[loss=2.125, simple_loss=1.875, over 194321.00 frames. ], batch size: 20, lr: 2.35e-02, grad_scale: 2.0',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, stepInEpoch: 50},
				values: {loss: 1.25, simple_loss: 1.125, lr: 0.0235, grad_scale: 2},
			},
		],
		[
			'2023-05-01 10:03:30,123 INFO [train.py:926] (0/4) Epoch 1, validation: loss=1.0, simple_loss=0.875, over 944034.00 frames. ',
			{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {loss: 1, simple_loss: 0.875}},
		],
		[
			'2023-05-01 10:05:00,123 INFO [checkpoint.py:75] (0/4) Saving checkpoint to exp/epoch-1.pt',
			{kind: 'checkpoint', best: false, path: 'exp/epoch-1.pt'},
		],
		[
			'2023-05-01 10:05:00,123 INFO [checkpoint.py:112] (0/4) Loading checkpoint from exp/epoch-1.pt',
			{kind: 'phase', phase: 'resumed', text: 'Loading checkpoint from exp/epoch-1.pt'},
		],
		[
			'2023-05-01 10:00:00,123 INFO [train.py:1002] (0/4) Training started',
			{kind: 'phase', phase: 'started'},
		],
		[
			'2023-05-01 10:07:30,123 INFO [train.py:1202] (0/4) Done!',
			{kind: 'phase', phase: 'finished'},
		],
		['2023-05-01 10:03:00,123 INFO [train.py:917] (0/4) Computing validation loss', []],
	],
} satisfies Format;
