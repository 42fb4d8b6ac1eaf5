import type {Format} from '../core/format.ts';

/**
The CIFAR programs that most others grew from: pytorch-cifar's bar (utils.py, main.py), whose count is drawn with backspaces
and so stands in a piece of its own; pytorch-classification's log.txt (utils/logger.py).
*/
export default {
	title: 'pytorch-cifar, pytorch-classification',
	url: 'https://github.com/kuangliu/pytorch-cifar',
	hallmark:
		/^ ?\[=*>\.*\] {2}Step: \S+ \| Tot: |^(?=[\w .\t]+\t$).*\b(?:Train|Valid|Val|Test) [Ll]oss\t/,
	guarded: true,
	primary: ['Acc', 'Acc.'],
	goals: {'Acc.': 'max', 'Acc.1': 'max', 'Acc.5': 'max'},
	lines: [
		{kind: 'phase', phase: 'training', match: /^Epoch: (?<epoch>\d+)$/},
		{
			kind: 'metrics',
			bar: 'mean',
			tried: 'val',
			has: '| Tot: ',
			match:
				/^ ?\[=*>\.*\] {2}Step: \S+ \| Tot: \S+ \| Loss: (?<Loss>[\d.]+|nan) \| Acc: (?<Acc>[\d.]+)% \(\d+\/\d+\) *$/,
		},
		{
			kind: 'facts',
			joins: true,
			match: /^ (?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) $/,
		},
		{
			kind: 'phase',
			phase: 'training',
			columns: true,
			has: '\t',
			match: /^(?=[\w .\t]+$)(?=.*\b(?:Train|Valid|Val|Test) [Ll]oss\t)(?<text>[A-Z].*?)\t$/,
		},
		{
			kind: 'metrics',
			columns: true,
			has: '\t',
			match:
				/^(?<c1>\d+\.\d{6})\t(?<c2>\d+\.\d{6}|nan)\t(?<c3>\d+\.\d{6}|nan)(?:\t(?<c4>\d+\.\d{6}|nan)(?:\t(?<c5>\d+\.\d{6}|nan)(?:\t(?<c6>\d+\.\d{6}|nan)(?:\t(?<c7>\d+\.\d{6}|nan))?)?)?)?\t?$/,
		},
		{kind: 'checkpoint', match: /^Saving\.\.$/},
	],
	samples: [
		['Epoch: 3', {kind: 'phase', phase: 'training', position: {epoch: 3}}],
		[
			' [=====>......]  Step: 50ms | Tot: 20s50ms | Loss: 1.750 | Acc: 35.500% (17750/50000)',
			{
				kind: 'metrics',
				split: 'train',
				values: {Loss: 1.75, Acc: 35.5},
			},
		],
		[' 391/391 ', {kind: 'facts', facts: {}, position: {stepInEpoch: 391, stepsPerEpoch: 391}}],
		[
			'Learning Rate\tTrain Loss\tValid Loss\tTrain Acc.\tValid Acc.\t',
			{
				kind: 'phase',
				phase: 'training',
				text: 'Learning Rate\tTrain Loss\tValid Loss\tTrain Acc.\tValid Acc.',
			},
		],
		[
			'0.100000\t1.523456\t1.223456\t43.125000\t56.125000\t',
			{
				kind: 'metrics',
				split: 'train',
				values: {c1: 0.1, c2: 1.523456, c3: 1.223456, c4: 43.125, c5: 56.125},
			},
		],
		['Saving..', {kind: 'checkpoint', best: false}],
	],
} satisfies Format;
