import type {Format} from '../core/format.ts';

/** SpeechBrain's train_log.txt: a line an epoch, ` - ` between its splits (speechbrain/utils/train_logger.py). */
export default {
	title: 'SpeechBrain',
	url: 'https://github.com/speechbrain/speechbrain',
	head: /^speechbrain[\w.]* - /,
	hallmark: /^(?:speechbrain[\w.]* - )?[Ee]poch: \d+.* - train loss: \S+ - valid loss: /,
	primary: ['WER', 'CER', 'error', 'loss'],
	lines: [
		{
			kind: 'metrics',
			has: ' - train ',
			match: /^[Ee]poch: (?<epoch>\d+)(?=.* - train \w)/,
			rest: 'pairs',
			prefixes: {'train ': 'train', 'valid ': 'val', 'test ': 'test'},
			places: {steps: 'step', optimizer_step: 'step'},
		},
		{
			kind: 'metrics',
			split: 'test',
			has: ' - test ',
			match: /^[Ee]poch loaded: (?<epoch>\d+)(?= - test )/,
			rest: 'pairs',
			prefixes: {'test ': 'test'},
		},
	],
	samples: [
		[
			'epoch: 1, lr: 1.00e-04, steps: 1200 - train loss: 2.35 - valid loss: 1.98, valid CER: 2.50e-01, valid WER: 5.21e-01',
			[
				{
					kind: 'metrics',
					split: 'train',
					position: {epoch: 1, step: 1200},
					values: {lr: 0.0001, loss: 2.35},
				},
				{
					kind: 'metrics',
					split: 'val',
					position: {epoch: 1, step: 1200},
					values: {loss: 1.98, CER: 0.25, WER: 0.521},
				},
			],
		],
		[
			'Epoch loaded: 30 - test loss: 1.25, test WER: 3.25',
			{kind: 'metrics', split: 'test', position: {epoch: 30}, values: {loss: 1.25, WER: 3.25}},
		],
		['epoch: 1, loss: 2.5', null],
	],
} satisfies Format;
