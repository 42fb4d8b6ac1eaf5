import type {Format} from '../core/format.ts';

/** ParallelWaveGAN and TensorFlowTTS: a line for each loss of a step (parallel_wavegan/bin/train.py, base_trainer.py). */
export default {
	title: 'ParallelWaveGAN',
	url: 'https://github.com/kan-bayashi/ParallelWaveGAN',
	head: /^(?:.*\])?(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+) \(\w+:\d+\) (?<level>[A-Z]+): /,
	hallmark: /\) INFO: \(Steps?: \d+\) (?:train|eval)[_/]\w+ = [\d.]/,
	losses: ['generator_loss', 'gen_loss', 'mel_loss', 'mel_loss_before', 'stop_token_loss'],
	lines: [
		{
			kind: 'metrics',
			joins: true,
			has: ') train',
			match:
				/^\(Steps?: (?<step>\d+)\) train[_/](?<key>\w+) = (?<value>[-+]?\d[\d.]*?(?:e[-+]?\d+)?|nan|inf)\.?\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: ') eval',
			match:
				/^\(Steps?: (?<step>\d+)\) eval[_/](?<key>\w+) = (?<value>[-+]?\d[\d.]*?(?:e[-+]?\d+)?|nan|inf)\.?\s*$/,
		},
		{
			kind: 'phase',
			phase: 'training',
			match: /^\(Steps?: (?<step>\d+)\) Finished (?<epoch>\d+) epoch training/,
		},
		{kind: 'phase', phase: 'validating', match: /^\(Steps?: \d+\) Start evaluation/},
		{
			kind: 'checkpoint',
			match: /^Successfully saved checkpoint @ (?<step>\d+) ?steps/,
		},
		{
			kind: 'phase',
			phase: 'finished',
			match: /^(?:Finished training|Finish training|Training done)\b/,
		},
		{kind: 'noise', has: '/', match: /^\[train\]: *\d+%\|[^|]*\| \d+\/\d+ \[[^\]]*\]\s*$/},
	],
	samples: [
		[
			'2021-09-17 10:13:40,362 (base_trainer:658) INFO: (Step: 2000) train_gen_loss = 0.8125.',
			{kind: 'metrics', split: 'train', position: {step: 2000}, values: {gen_loss: 0.8125}},
		],
		[
			'2020-01-01 10:13:40,362 (train:466) INFO: (Steps: 1000) eval/log_stft_magnitude_loss = 1.0625.',
			{
				kind: 'metrics',
				split: 'val',
				position: {step: 1000},
				values: {log_stft_magnitude_loss: 1.0625},
			},
		],
		[
			'2020-01-01 10:13:40,362 (train:140) INFO: (Steps: 500) Finished 2 epoch training (250 steps per epoch).',
			{kind: 'phase', phase: 'training', position: {step: 500, epoch: 2}},
		],
		[
			'2020-01-01 10:13:40,362 (train:140) INFO: (Steps: 500) Start evaluation.',
			{kind: 'phase', phase: 'validating'},
		],
		[
			'2020-01-01 10:13:40,362 (train:140) INFO: Successfully saved checkpoint @ 1000 steps.',
			{kind: 'checkpoint', best: false, position: {step: 1000}},
		],
		[
			'2020-01-01 10:13:40,362 (train:140) INFO: Finished training.',
			{kind: 'phase', phase: 'finished'},
		],
		['[train]:   0%|          | 2200/4000000 [20:35<614:13:07,  1.81it/s]', []],
	],
} satisfies Format;
