import type {Format} from '../core/format.ts';

/** The log writer of Flax's and Google's JAX projects (clu/metric_writers/logging_writer.py). */
export default {
	title: 'CLU metric writer',
	url: 'https://github.com/google/CommonLoopUtils',
	head: /^(?<level>[IWE])(?<time>\d{4} \d\d:\d\d:\d\d\.\d+)\s+\d+ [\w.]+:\d+\] /,
	hallmark: /^[IWE]\d{4} [\d:.]+\s+\d+ logging_writer\.py:\d+\] \[\d+\] /,
	guarded: true,
	lines: [
		{
			kind: 'metrics',
			has: '=',
			match: /^\[(?<step>\d+)\] (?:collection=\S+ )?(?=\S*=)(?!Hyperparameters)/,
			rest: 'pairs',
			prefixes: {
				train_: 'train',
				'train/': 'train',
				eval_: 'val',
				'eval/': 'val',
				val_: 'val',
				'val/': 'val',
				validation_: 'val',
				test_: 'test',
				'test/': 'test',
			},
			places: {epoch: 'epoch'},
		},
		{kind: 'phase', phase: 'started', match: /^Starting training(?: loop)?\b/},
	],
	samples: [
		[
			'I0301 10:10:00.123456 140000 logging_writer.py:48] [900] learning_rate=0.001, loss=1.25, steps_per_sec=10.5',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 900},
				values: {learning_rate: 0.001, loss: 1.25, steps_per_sec: 10.5},
			},
		],
		[
			'I0301 10:10:00.123456 140000 logging_writer.py:48] [900] eval_accuracy=0.75, eval_loss=0.5',
			{kind: 'metrics', split: 'val', position: {step: 900}, values: {accuracy: 0.75, loss: 0.5}},
		],
		[
			'I0301 10:10:00.123456 140000 train.py:120] Starting training loop at step 1.',
			{kind: 'phase', phase: 'started'},
		],
	],
} satisfies Format;
