import type {Format} from '../core/format.ts';

/** OpenNMT-py, all its versions (onmt/utils/statistics.py, report_manager.py). */
export default {
	title: 'OpenNMT-py',
	url: 'https://github.com/OpenNMT/OpenNMT-py',
	head: /^\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+) (?<level>[A-Z]+)\] /,
	hallmark: /\bStep \d+\/ *\d+; acc: +[\d.]+; ppl: /,
	losses: ['xent', 'ppl'],
	primary: ['perplexity', 'accuracy'],
	goals: {xent: 'min', acc: 'max'},
	lines: [
		{
			kind: 'metrics',
			has: '; ppl: ',
			match: /^Step (?<step>\d+)\/ *(?<steps>\d+); (?=acc: )/,
			rest: 'pairs',
			places: {sents: 'none', bsz: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Validation ',
			match:
				/^Validation (?<key>perplexity|accuracy|xent|BLEU|TER): (?<value>[-\d.e]+|nan|inf)\s*$/,
		},
		{kind: 'checkpoint', match: /^Saving checkpoint (?<path>\S+)/},
		{kind: 'phase', phase: 'resumed', match: /^Loading checkpoint from (?<path>\S+)/},
		{kind: 'phase', phase: 'started', match: /^Start(?:ing)? training /},
		{
			kind: 'noise',
			match: /^(?:Train (?:perplexity|accuracy): |valid's data|\* |Model is improving)/,
		},
	],
	samples: [
		[
			'[2020-05-01 10:01:00,123 INFO] Step 50/100000; acc:   3.50; ppl: 2123.5; xent: 9.75; lr: 0.00001; 5012/4921 tok/s;     12 sec',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 50, steps: 100000},
				values: {acc: 3.5, ppl: 2123.5, xent: 9.75, lr: 0.00001},
			},
		],
		[
			'[2020-05-01 10:03:10,123 INFO] Validation perplexity: 9234.5',
			{kind: 'metrics', split: 'val', values: {perplexity: 9234.5}},
		],
		[
			'[2020-05-01 10:03:11,123 INFO] Saving checkpoint run/model_step_100.pt',
			{kind: 'checkpoint', best: false, path: 'run/model_step_100.pt'},
		],
		[
			'Loading checkpoint from run/model_step_100.pt',
			{kind: 'phase', phase: 'resumed', text: 'Loading checkpoint from run/model_step_100.pt'},
		],
		[
			'[2020-05-01 10:00:00,123 INFO] Starting training on GPU: [0]',
			{kind: 'phase', phase: 'started'},
		],
		['[2023-05-01 10:03:10,123 INFO] Train perplexity: 9234.12', []],
	],
} satisfies Format;
