import type {Format} from '../core/format.ts';

/** Marian NMT: updates with their cost, and a line for each metric of a validation (src/training/scheduler.h). */
export default {
	title: 'Marian',
	url: 'https://github.com/marian-nmt/marian-dev',
	head: /^\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\] /,
	hallmark: /^\[[\d: -]+\] (?:\[valid\] )?Ep\. \d+ : Up\. \d+ : |^\[[\d: -]+\] \[marian\] /,
	losses: ['Cost'],
	primary: ['translation', 'bleu-detok', 'bleu', 'ce-mean-words', 'cross-entropy', 'perplexity'],
	goals: {
		translation: 'max',
		'bleu-detok': 'max',
		'cross-entropy': 'min',
		'ce-mean-words': 'min',
		Cost: 'min',
	},
	lines: [
		{
			kind: 'metrics',
			has: ': Cost ',
			match:
				/^Ep\. (?<epoch>\d+)(?:\.\d+)? : Up\. (?<step>[\d,]+) : Sen\. [\d,]+ : Cost (?<Cost>[-+\d.e]+|-?nan|inf)\b(?=.*?: L\.r\. (?<lr>[\d.e-]+)|)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: '[valid] ',
			match:
				/^\[valid\] (?:\[[^\]]*\] )?Ep\. (?<epoch>\d+)(?:\.\d+)? : Up\. (?<step>[\d,]+) : (?<key>[\w-]+) : (?<value>[-+\d.e]+|nan|inf) : (?:new best|stalled)/,
		},
		{kind: 'checkpoint', match: /^Saving model weights and runtime parameters to (?<path>\S+)/},
		{kind: 'phase', phase: 'resumed', match: /^Loading training state from /},
		{kind: 'phase', phase: 'started', match: /^Training started/},
		{kind: 'phase', phase: 'finished', match: /^Training finished/},
		{
			kind: 'noise',
			match:
				/^(?:\[(?:marian|config|memory|data|comm|training|batching|vocab|gpu\d+)\] |Seen [\d,]+ samples)/,
		},
	],
	samples: [
		[
			'[2020-05-01 10:01:00] Ep. 1 : Up. 1,100 : Sen. 6,400 : Cost 9.875 * 168,012 after 168,012 : Time 30.12s : 5578.12 words/s : L.r. 1.8750e-06',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, step: 1100},
				values: {Cost: 9.875, lr: 1.875e-6},
			},
		],
		[
			'[2020-05-01 10:03:15] [valid] Ep. 1 : Up. 200 : translation : 1.25 : stalled 1 times (last best: 5.5)',
			{kind: 'metrics', split: 'val', position: {epoch: 1, step: 200}, values: {translation: 1.25}},
		],
		[
			'[2020-05-01 10:04:01] Saving model weights and runtime parameters to model/model.npz',
			{kind: 'checkpoint', best: false, path: 'model/model.npz'},
		],
		[
			'Loading training state from model.npz.progress.yml',
			{kind: 'phase', phase: 'resumed', text: 'Loading training state from model.npz.progress.yml'},
		],
		['[2020-05-01 10:00:09] Training started', {kind: 'phase', phase: 'started'}],
		['[2020-05-01 10:06:00] Training finished', {kind: 'phase', phase: 'finished'}],
		['[2020-05-01 10:00:00] [marian] Marian v1.9.0', []],
	],
} satisfies Format;
