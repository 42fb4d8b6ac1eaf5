import type {Format} from '../core/format.ts';

/** DGL-KE, embeddings of knowledge graphs: a line for each loss of a step (dglke/train_pytorch.py). */
export default {
	title: 'DGL-KE',
	url: 'https://github.com/awslabs/dgl-ke',
	guarded: true,
	hallmark: /^\[(?:proc )?\d+\](?:\[Train\]\(\d+\/\d+\) average |(?:Valid|Test) average )/,
	primary: ['MRR', 'HITS@10'],
	goals: {MRR: 'max', MR: 'min', regularization: null},
	lines: [
		{
			kind: 'metrics',
			joins: true,
			has: '[Train](',
			match:
				/^\[(?:proc )?\d+\]\[Train\]\((?<step>\d+)\/(?<steps>\d+)\) average (?<key>\w+): (?<value>[-+.\d]+(?:e[-+]?\d+)?|nan|inf)\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Valid average ',
			match:
				/^\[(?:proc )?\d+\]Valid average (?<key>[\w@]+) ?: (?<value>[-+.\d]+(?:e[-+]?\d+)?|nan)\s*$/,
		},
		{
			kind: 'metrics',
			split: 'test',
			joins: true,
			has: 'Test average ',
			match:
				/^\[(?:proc )?\d+\]Test average (?<key>[\w@]+) ?: (?<value>[-+.\d]+(?:e[-+]?\d+)?|nan)\s*$/,
		},
		{kind: 'phase', phase: 'finished', match: /^(?:training|proc \d+) takes [\d.]+ seconds/},
		{kind: 'checkpoint', has: 'Save model to ', match: /^Save model to (?<path>\S+)/},
		{
			kind: 'noise',
			match: /^\[(?:proc )?\d+\](?:\[Train\] \d+ steps take|sample: )/,
		},
	],
	samples: [
		[
			'[proc 0][Train](1000/40000) average pos_loss: 0.9375',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 1000, steps: 40000},
				values: {pos_loss: 0.9375},
			},
		],
		['[proc 0]Valid average MRR : 0.625', {kind: 'metrics', split: 'val', values: {MRR: 0.625}}],
		[
			'[0]Test average HITS@10: 0.875',
			{kind: 'metrics', split: 'test', values: {'HITS@10': 0.875}},
		],
		['training takes 4157.1665122509 seconds', {kind: 'phase', phase: 'finished'}],
		[
			'Save model to dglke_results/RotatE_3',
			{kind: 'checkpoint', best: false, path: 'dglke_results/RotatE_3'},
		],
		['[proc 0]sample: 1.389, forward: 4.386, backward: 1.811, update: 4.162', []],
	],
} satisfies Format;
