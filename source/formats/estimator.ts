import type {Format} from '../core/format.ts';

/** TensorFlow's Estimator and Object Detection API (basic_session_run_hooks.py, model_lib_v2.py). */
export default {
	title: 'TensorFlow Estimator',
	url: 'https://github.com/tensorflow/estimator',
	head: /^(?:INFO:tensorflow:|[IWE]\d{4} (?<time>\d\d:\d\d:\d\d\.\d+)\s+\d+ [\w.]+:\d+\] (?:INFO:tensorflow:)?)/,
	hallmark:
		/(?:tensorflow:|\] )(?:loss = \S+, step = \d|Step \d+ per-step time |global_step\/sec: |Saving dict for global step|[\d-]+ [\d:.]+: Step \d+: (?:Cross entropy|Train accuracy|Validation accuracy) = )/,
	losses: ['loss', 'Loss/total_loss', 'Cross entropy'],
	lines: [
		{
			kind: 'metrics',
			has: 'step = ',
			match: /^(?=(?:.*, )?\w*loss = )(?=.*\bstep = (?<step>\d+))/,
			rest: 'pairs',
			places: {step: 'step', global_step: 'step'},
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'global step',
			match: /^Saving dict for global step (?<step>\d+): /,
			rest: 'pairs',
			places: {global_step: 'none'},
		},
		// What `retrain.py` of the image retraining tells.
		{
			kind: 'metrics',
			joins: true,
			has: ': Step ',
			match:
				/^[\d-]+ (?<time>[\d:.]+): Step (?<step>\d+): (?:Train )?(?<key>accuracy|Cross entropy) = (?<value>[\d.]+|nan|inf)%?/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: ': Validation accuracy',
			match:
				/^[\d-]+ (?<time>[\d:.]+): Step (?<step>\d+): Validation (?<key>accuracy) = (?<value>[\d.]+|nan)%/,
		},
		{
			kind: 'metrics',
			split: 'test',
			match: /^Final test (?<key>accuracy) = (?<value>[\d.]+|nan)%/,
		},
		{
			kind: 'metrics',
			has: 'per-step time',
			match: /^Step (?<step>\d+) per-step time (?<step_time>[\d.]+)s\s+(?=\w*loss=)/,
			rest: 'pairs',
		},
		{
			kind: 'facts',
			opens: true,
			has: 'per-step time',
			match: /^Step (?<step>\d+) per-step time [\d.]+s\s*$/,
		},
		{
			kind: 'metrics',
			joins: true,
			has: "'Loss/",
			match: /^[{ ]?'(?<key>Loss\/[\w/]+)': (?<value>[-+\d.e]+|nan|inf)[,}]?$/,
		},
		{
			kind: 'metrics',
			joins: true,
			has: "'learning_rate'",
			match: /^[{ ]?'learning_rate': (?<learning_rate>[\d.e-]+)[,}]?$/,
		},
		{kind: 'checkpoint', match: /^Saving checkpoints for (?<step>\d+) into (?<path>\S+?)\.?$/},
		{kind: 'phase', phase: 'finished', match: /^Loss for final step: /},
		{kind: 'phase', phase: 'resumed', match: /^Restoring parameters from (?<path>\S+)/},
		{
			kind: 'noise',
			match:
				/^(?:global_step\/sec|examples\/sec|Calling model_fn|Done calling|Create CheckpointSaverHook|Graph was finalized|Running (?:local_)?init_op|Done running|Starting evaluation|Finished evaluation|Evaluation \[)/,
		},
	],
	samples: [
		[
			'INFO:tensorflow:loss = 0.125, step = 101 (3.212 sec)',
			{kind: 'metrics', split: 'train', position: {step: 101}, values: {loss: 0.125}},
		],
		[
			'I0301 10:10:00.123456 140 basic_session_run_hooks.py:247] loss = 1.5, step = 0',
			{kind: 'metrics', split: 'train', position: {step: 0}, values: {loss: 1.5}},
		],
		[
			'INFO:tensorflow:Saving dict for global step 1000: accuracy = 0.91, global_step = 1000, loss = 0.31',
			{kind: 'metrics', split: 'val', position: {step: 1000}, values: {accuracy: 0.91, loss: 0.31}},
		],
		[
			'I0301 10:10:00.123456 140 model_lib_v2.py:680] Step 100 per-step time 0.512s loss=1.25',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 100},
				values: {step_time: 0.512, loss: 1.25},
			},
		],
		[
			'INFO:tensorflow:Step 200 per-step time 0.512s',
			{kind: 'facts', facts: {}, position: {step: 200}},
		],
		[
			"I0301 10:10:00.123456 140 model_lib_v2.py:705] {'Loss/classification_loss': 0.5,",
			{kind: 'metrics', split: 'train', values: {'Loss/classification_loss': 0.5}},
		],
		[" 'learning_rate': 0.01}", {kind: 'metrics', split: 'train', values: {learning_rate: 0.01}}],
		[
			'INFO:tensorflow:Saving checkpoints for 1000 into /tmp/m/model.ckpt.',
			{kind: 'checkpoint', best: false, position: {step: 1000}, path: '/tmp/m/model.ckpt'},
		],
		['INFO:tensorflow:Loss for final step: 0.3.', {kind: 'phase', phase: 'finished'}],
		[
			'INFO:tensorflow:Restoring parameters from /tmp/m/model.ckpt-1000',
			{kind: 'phase', phase: 'resumed', text: 'Restoring parameters from /tmp/m/model.ckpt-1000'},
		],
		['INFO:tensorflow:global_step/sec: 31.2', []],
		[
			'INFO:tensorflow:2019-04-23 05:08:06.707314: Step 90: Cross entropy = 0.03125',
			{kind: 'metrics', split: 'train', position: {step: 90}, values: {'Cross entropy': 0.03125}},
		],
		[
			'INFO:tensorflow:2019-04-23 05:08:06.747128: Step 90: Validation accuracy = 87.5% (N=100)',
			{kind: 'metrics', split: 'val', position: {step: 90}, values: {accuracy: 87.5}},
		],
		[
			'INFO:tensorflow:Final test accuracy = 87.5% (N=353)',
			{kind: 'metrics', split: 'test', values: {accuracy: 87.5}},
		],
	],
} satisfies Format;
