import type {Format} from '../core/format.ts';

/** MosaicML Composer and LLM Foundry: a line of places, then a line per value (composer/loggers/console_logger.py). */
export default {
	title: 'Composer',
	url: 'https://github.com/mosaicml/composer',
	hallmark: /^\[(?:epoch=\d+(?:\/\d+)?\]\[)?batch=\d+\/\d+\]:?\s*$/,
	losses: ['loss/train/total'],
	lines: [
		{
			kind: 'facts',
			opens: true,
			has: 'batch=',
			match: /^\[batch=(?<step>\d+)\/(?<steps>\d+)\]:?\s*$/,
		},
		{
			kind: 'facts',
			opens: true,
			has: 'batch=',
			match:
				/^\[epoch=(?<epoch>\d+)(?:\/(?<epochs>\d+))?\]\[batch=(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\]:?\s*$/,
		},
		{kind: 'noise', has: 'Train ', match: /^\s+Train (?:time|trainer|memory|throughput)\/\S+: /},
		{
			kind: 'metrics',
			joins: true,
			has: 'Train ',
			match: /^\s+Train (?<key>[\w./ -]+): (?<value>[-+\d.e]+|nan|inf)\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Eval ',
			match: /^\s+Eval (?:metrics\/)?(?:eval\/)?(?<key>[\w./ -]+): (?<value>[-+\d.e]+|nan|inf)\s*$/,
		},
	],
	samples: [
		['[batch=10/100]:', {kind: 'facts', facts: {}, position: {step: 10, steps: 100}}],
		[
			'[epoch=1][batch=10/100]:',
			{kind: 'facts', facts: {}, position: {epoch: 1, stepInEpoch: 10, stepsPerEpoch: 100}},
		],
		['\t Train time/batch: 9', []],
		[
			'\t Train loss/train/total: 11.25',
			{kind: 'metrics', split: 'train', values: {'loss/train/total': 11.25}},
		],
		[
			'\t Eval metrics/eval/MulticlassAccuracy: 0.5',
			{kind: 'metrics', split: 'val', values: {MulticlassAccuracy: 0.5}},
		],
		['[Eval batch=1/10] Eval on eval data', null],
	],
} satisfies Format;
