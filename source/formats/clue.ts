import type {Format} from '../core/format.ts';

/** CLUE, BERT-NER-Pytorch and other scripts with lonePatient's progress bar: `[Training] 12/160 [==>...] - ETA: 2:53  [ loss=9.7 ]`. */
export default {
	title: 'CLUE and BERT-NER-Pytorch',
	url: 'https://github.com/lonePatient/BERT-NER-Pytorch',
	hallmark: /^\[Training\] \d+\/\d+ \[[=>.]+\] /,
	head: /^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d - (?<level>[A-Z]+) - [\w.]+ - +/,
	primary: ['f1', 'acc'],
	lines: [
		{
			kind: 'metrics',
			bar: 'each',
			has: '[Training] ',
			match:
				/^\s*\[Training\] (?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) \[[=>.]*\] (?:- ETA: [\d:]+s?|[\d.]+[mu]?s\/step) +\[ (?=\w+=)/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			has: ' - loss: ',
			match: /^\s*(?=(?:acc|precision|eval_acc): [\d.]+ - .*- loss: [\d.]+\s*$)/,
			rest: 'pairs',
		},
		{kind: 'phase', phase: 'training', match: /^Epoch: (?<epoch>\d+)\/(?<epochs>\d+)\s*$/},
		{kind: 'facts', match: /^Num Epochs = (?<epochs>\d+)\s*$/},
		{kind: 'facts', match: /^Total optimization steps = (?<steps>\d+)\s*$/},
		{kind: 'checkpoint', match: /^Saving model checkpoint to (?<path>\S+)/},
		{
			kind: 'noise',
			match: /^\s*\[(?:Training|Evaluating|Predicting|Testing)\] \d+\/\d+ \[[=>.]*\]/,
		},
	],
	samples: [
		[
			'[Training] 12/160 [=>............................] - ETA: 3:13  [ loss=52.9920 ]',
			{
				kind: 'metrics',
				split: 'train',
				position: {stepInEpoch: 12, stepsPerEpoch: 160},
				values: {loss: 52.992},
			},
		],
		[
			'01/04/2024 19:40:29 - INFO - root -    acc: 0.75 - recall: 0.5 - f1: 0.25 - loss: 4.5 ',
			{kind: 'metrics', split: 'val', values: {acc: 0.75, recall: 0.5, f1: 0.25, loss: 4.5}},
		],
		['Epoch: 3/50', {kind: 'phase', phase: 'training', position: {epoch: 3, epochs: 50}}],
		[
			'01/04/2024 19:37:19 - INFO - root -     Num Epochs = 50',
			{kind: 'facts', facts: {}, position: {epochs: 50}},
		],
		[
			'01/04/2024 19:37:19 - INFO - root -     Total optimization steps = 8000',
			{kind: 'facts', facts: {}, position: {steps: 8000}},
		],
		[
			'01/04/2024 19:37:19 - INFO - root -   Saving model checkpoint to out/checkpoint-160',
			{kind: 'checkpoint', best: false, path: 'out/checkpoint-160'},
		],
		['[Evaluating] 20/20 [==============================] 30.2ms/step', []],
		['[Training] Epoch 3', null],
	],
} satisfies Format;
