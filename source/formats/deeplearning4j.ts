import type {Format} from '../core/format.ts';

/** Deeplearning4j's listeners (org.deeplearning4j.optimize.listeners). */
export default {
	title: 'Deeplearning4j',
	url: 'https://github.com/deeplearning4j/deeplearning4j',
	guarded: true,
	head: /^(?:\[?(?<time>(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d[.,]\d{3})\]? )?(?:\[[\w-]+\] )?(?:(?<level>INFO|DEBUG|WARN|ERROR) +)?(?:\[?[\w.]+\]? )?- /,
	hallmark: /\bScore at iteration \d+ is [-\d.N]/,
	losses: ['score'],
	goals: {score: 'min'},
	lines: [
		{
			kind: 'metrics',
			has: 'Score at iteration ',
			match: /^Score at iteration (?<step>\d+) is (?<score>[-+\d.]+(?:E[-+]?\d+)?|NaN)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match: /^ *(?<key>Accuracy|Precision|Recall|F1 Score): +(?<value>[01]\.\d+|NaN)\s*$/,
		},
		{
			kind: 'phase',
			phase: 'training',
			match: /^(?:Completed|Starting) epoch (?<epoch>\d+)/,
		},
		{
			kind: 'checkpoint',
			match: /^Model checkpoint saved: epoch \d+, iteration \d+, path: (?<path>\S+)/,
		},
	],
	samples: [
		[
			'06:38:16.402 [main] INFO org.deeplearning4j.optimize.listeners.ScoreIterationListener - Score at iteration 100 is 1.625',
			{kind: 'metrics', split: 'train', position: {step: 100}, values: {score: 1.625}},
		],
		[
			'o.d.o.l.ScoreIterationListener - Score at iteration 0 is 1.5E-4',
			{kind: 'metrics', split: 'train', position: {step: 0}, values: {score: 1.5e-4}},
		],
		[' Accuracy:        0.9375', {kind: 'metrics', split: 'val', values: {Accuracy: 0.9375}}],
		[
			'INFO o.d.o.l.EvaluativeListener - Completed epoch 3',
			{kind: 'phase', phase: 'training', position: {epoch: 3}},
		],
		[
			'12:00:00.000 [main] INFO org.deeplearning4j.optimize.listeners.CheckpointListener - Model checkpoint saved: epoch 0, iteration 99, path: /tmp/checkpoint_0_MultiLayerNetwork.zip',
			{kind: 'checkpoint', best: false, path: '/tmp/checkpoint_0_MultiLayerNetwork.zip'},
		],
	],
} satisfies Format;
