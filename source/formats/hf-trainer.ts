import type {Format} from '../core/format.ts';

/** HF transformers' Trainer and its heirs (TRL, PEFT scripts, axolotl, ms-swift): a Python dict per log (trainer_callback.py). */
export default {
	title: 'HF Trainer',
	url: 'https://github.com/huggingface/transformers',
	hallmark: /\{'(?:loss|eval_loss|train_runtime)': .*'epoch': /,
	lines: [
		{
			kind: 'phase',
			phase: 'finished',
			has: 'train_runtime',
			match: /\{(?![^{}]*["']loss["']: )(?=[^{}]*["']train_runtime["']: )/,
			rest: 'python',
		},
		{
			kind: 'metrics',
			has: 'global_step/max_steps',
			match:
				/^[^{}]*\{(?=[^{}]*["']global_step\/max_steps["']: ["'](?<step>\d+)\/(?<steps>\d+)["'])/,
			rest: 'python',
			prefixes: {eval_: 'val'},
		},
		{
			kind: 'metrics',
			has: "'eval_",
			match: /\{(?='eval_|[^{}]*, 'eval_)(?=[^{}]*'epoch': )/,
			rest: 'python',
			prefixes: {eval_: 'val', test_: 'test'},
			places: {
				step: 'step',
				eval_runtime: 'none',
				eval_samples_per_second: 'none',
				eval_steps_per_second: 'none',
			},
		},
		{
			kind: 'metrics',
			has: "'epoch': ",
			match:
				/\{(?=[^{}]*'(?:loss|learning_rate|grad_norm|loss\/[\w/]+|reward)': )(?=[^{}]*'epoch': )/,
			rest: 'python',
			places: {
				step: 'step',
				global_step: 'step',
				total_flos: 'none',
				train_runtime: 'none',
				train_tokens_per_second: 'none',
			},
		},
		// The examples without a Trainer print the result of an epoch.
		{
			kind: 'metrics',
			split: 'val',
			has: 'epoch ',
			match: /^(?:[\d/]+ [\d:]+ - INFO - \S+ - )?epoch (?<epoch>\d+): \{(?=')/,
			rest: 'python',
		},
		// PaddleNLP's Trainer prints the same records as names and numbers.
		{
			kind: 'phase',
			phase: 'finished',
			has: 'train_runtime: ',
			match: /^\[[-\d :,]+\] \[ *[A-Z]+\] - +train_runtime: (?=.*?\bepoch: (?<epoch>[\d.]+)|)/,
		},
		{
			kind: 'metrics',
			has: 'eval_runtime: ',
			match: /^\[(?<time>[-\d :,]+)\] \[ *[A-Z]+\] - +(?=eval_\w+: )/,
			rest: 'pairs',
			prefixes: {eval_: 'val'},
			places: {
				epoch: 'epoch',
				global_step: 'step',
				eval_runtime: 'none',
				eval_samples_per_second: 'none',
				eval_steps_per_second: 'none',
			},
		},
		{
			kind: 'metrics',
			has: 'global_step: ',
			match: /^\[(?<time>[-\d :,]+)\] \[ *[A-Z]+\] - +(?=loss: )/,
			rest: 'pairs',
			places: {epoch: 'epoch', global_step: 'step'},
		},
		{
			kind: 'checkpoint',
			has: 'Saving model checkpoint to',
			match: /Saving model checkpoint to (?<path>\S*checkpoint-(?<step>\d+))/,
		},
		{
			kind: 'phase',
			phase: 'finished',
			has: 'Training ',
			match: /\bTraining (?:Completed!!!|completed\. Do not forget)/,
		},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /Continuing training from global step (?<step>\d+)/,
		},
		{kind: 'phase', phase: 'started', match: /\*{5} Running training \*{5}/},
		{kind: 'phase', phase: 'validating', match: /\*{5} Running (?:Evaluation|Prediction) \*{5}/i},
		{kind: 'facts', match: /^.{0,120}?\bTotal (?:optimization )?steps = (?<steps>[\d,]+)/},
		{kind: 'facts', match: /^.{0,120}?\bNum Epochs = (?<epochs>[\d,]+)/},
		// The bar of the training steps is drawn again right after a record, of which it tells the step.
		{
			kind: 'facts',
			joins: true,
			has: '%',
			match:
				/^ *\d+%(?:\|[^|]*\|)? (?<step>\d+)\/(?<steps>\d+) \[[\d:]+<[\d:?]+, *[\d.?]+ ?(?:it\/s|s\/it)\]\s*$/,
		},
		{
			kind: 'noise',
			has: '/',
			match:
				/^.{0,80}?\d+%(?:\|.{0,400}\|)? *[\d.]+[kMG]?\/[\d.]+[kMG]? \[[\d:]+<[\d:?]+, *[\d.?]+ ?\w+\/\w+\]\s*$/,
		},
		{
			kind: 'noise',
			has: '[PID:',
			match: /^\[[-\d :,]+\] \[[A-Z]+\] \[axolotl[\w.]*:\d+\] \[PID:\d+\]/,
		},
	],
	samples: [
		[
			'[2024-05-01 10:00:00,123] [INFO] [axolotl.train.train:120] [PID:4242] [RANK:0] Starting trainer...',
			[],
		],
		[
			"{'loss': 0.8917, 'grad_norm': 5.4, 'learning_rate': 4.6e-07, 'epoch': 0.06}",
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0.06},
				values: {loss: 0.8917, grad_norm: 5.4, learning_rate: 4.6e-7},
			},
		],
		[
			"            {'loss': '0.6221', 'grad_norm': 'nan', 'learning_rate': '7.01e-06', 'ppl': 'inf', 'epoch': '0.2157'}",
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0.2157},
				values: {
					loss: 0.6221,
					grad_norm: Number.NaN,
					learning_rate: 7.01e-6,
					ppl: Number.POSITIVE_INFINITY,
				},
			},
		],
		[
			"{'loss': 0.6875, 'rewards/chosen': -0.02, 'rewards/accuracies': 0.5, 'logps/chosen': -210.5, 'epoch': 0.01}",
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0.01},
				values: {
					loss: 0.6875,
					'rewards/chosen': -0.02,
					'rewards/accuracies': 0.5,
					'logps/chosen': -210.5,
				},
			},
		],
		[
			"{'eval_loss': 1.25, 'eval_accuracy': 0.75, 'eval_runtime': 3.5, 'eval_samples_per_second': 9.1, 'eval_steps_per_second': 1.2, 'epoch': 1.0}",
			{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {loss: 1.25, accuracy: 0.75}},
		],
		[
			"{'loss': '14.5', 'epoch': '0.5', 'train_runtime': '110.7', 'train_tokens_per_second': '2583'}",
			{kind: 'metrics', split: 'train', position: {epoch: 0.5}, values: {loss: 14.5}},
		],
		['Training Completed!!! Saving pre-trained model to ./o', {kind: 'phase', phase: 'finished'}],
		[
			"{'train_runtime': '0.6352', 'train_samples_per_second': '2015', 'train_loss': '2.328', 'epoch': '4'}",
			{kind: 'phase', phase: 'finished', position: {epoch: 4}},
		],
		[
			'{"loss": 1.5, "grad_norm": 32.5, "token_acc": 0.5, "epoch": 0.0025, "global_step/max_steps": "10/2353", "elapsed_time": "6s"}',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 10, steps: 2353, epoch: 0.0025},
				values: {loss: 1.5, grad_norm: 32.5, token_acc: 0.5},
			},
		],
		[
			"{'eval_loss': '0.5', 'eval_token_acc': '0.75', 'epoch': '1', 'global_step/max_steps': '100/200'}",
			{
				kind: 'metrics',
				split: 'val',
				position: {step: 100, steps: 200, epoch: 1},
				values: {loss: 0.5, token_acc: 0.75},
			},
		],
		[
			'Saving model checkpoint to ./out/checkpoint-500',
			{kind: 'checkpoint', best: false, path: './out/checkpoint-500', position: {step: 500}},
		],
		[
			'[INFO|trainer.py:2128] 2024-05-01 10:00:00,000 >> ***** Running training *****',
			{kind: 'phase', phase: 'started'},
		],
		[
			'[2023-05-06 10:00:10,123] [    INFO] - loss: 2.5, learning_rate: 2.9e-05, global_step: 10, interval_runtime: 3.25, epoch: 1.0',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 10, epoch: 1},
				values: {loss: 2.5, learning_rate: 2.9e-5, interval_runtime: 3.25},
			},
		],
		[
			'[2023-05-06 10:00:12,123] [    INFO] - eval_loss: 1.5, eval_accuracy: 0.75, eval_runtime: 2.1, eval_samples_per_second: 200.1, epoch: 1.0',
			{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {loss: 1.5, accuracy: 0.75}},
		],
		[
			'[2023-05-06 10:00:31,200] [    INFO] - train_runtime: 31.2, train_samples_per_second: 96.1, train_loss: 1.73, epoch: 3.0',
			{kind: 'phase', phase: 'finished', position: {epoch: 3}},
		],
		[
			"05/01/2024 10:05:00 - INFO - __main__ - epoch 0: {'accuracy': 0.8125, 'f1': 0.875}",
			{kind: 'metrics', split: 'val', position: {epoch: 0}, values: {accuracy: 0.8125, f1: 0.875}},
		],
		['***** Running Evaluation *****', {kind: 'phase', phase: 'validating'}],
		[
			'  Continuing training from global step 45',
			{kind: 'phase', phase: 'resumed', position: {step: 45}},
		],
		[
			'[INFO|trainer.py:2136] 2024-05-01 10:00:00,000 >>   Total optimization steps = 1,500',
			{kind: 'facts', facts: {}, position: {steps: 1500}},
		],
		['  Num Epochs = 3', {kind: 'facts', facts: {}, position: {epochs: 3}}],
		[
			'  1%|▏         | 25/5000 [00:10<35:10,  2.36it/s]',
			{kind: 'facts', facts: {}, position: {step: 25, steps: 5000}},
		],
		['Map: 100%|██████████| 2/2 [00:00<00:00, 641.33 examples/s]', []],
		[' 42%|████▎     | 34/80 [00:00<00:00, 134.26it/s]Traceback (most recent call last):', null],
		["{'learning_rate': 0.1, 'optimizer': 'adam'}", null],
		['{"loss": 0.5, "epoch": 1}', null],
		["{'model': {'loss': 'ce'}, 'epochs': 3}", null],
	],
} satisfies Format;
