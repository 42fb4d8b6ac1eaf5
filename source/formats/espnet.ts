import type {Format} from '../core/format.ts';

/** ESPnet 2: `3epoch:train:1-100batch: iter_time=…, loss=…` and the results of each epoch (espnet2/train/reporter.py). */
export default {
	title: 'ESPnet',
	url: 'https://github.com/espnet/espnet',
	head: /^\[[\w.-]+(?::\d+\/\d+)?\] (?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+) \(\w+:\d+\) (?<level>[A-Z]+): /,
	hallmark: /\d+epoch(?::train:\d+-\d+batch: | results: \[train\] )/,
	primary: ['acc', 'loss'],
	lines: [
		{
			kind: 'metrics',
			has: 'epoch:train:',
			match: /^(?<epoch>\d+)epoch:train:\d+-(?<stepInEpoch>\d+)batch: /,
			rest: 'pairs',
			places: {
				iter_time: 'none',
				forward_time: 'none',
				backward_time: 'none',
				optim_step_time: 'none',
				train_time: 'none',
			},
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'epoch results: ',
			match: /^(?<epoch>\d+)epoch results: \[train\] .*?(?:, |\] )\[valid\] (?=.*\w=)/,
			rest: 'pairs',
			places: {total_count: 'none', gpu_max_cached_mem_GB: 'none'},
		},
		{
			kind: 'checkpoint',
			best: true,
			match: /^The best model has been updated: (?<monitor>[\w.]+)/,
		},
		{
			kind: 'phase',
			phase: 'finished',
			match:
				/^(?:\[Early stopping\] )?(?<text>.*The training was (?:stopped|finished) at (?<epoch>\d+)\s?epochs?)/,
		},
		{kind: 'phase', phase: 'training', match: /^(?<epoch>\d+)\/(?<epochs>\d+)epoch started/},
	],
	samples: [
		[
			'[node01] 2024-01-01 12:00:00,123 (trainer:737) INFO: 3epoch:train:1-100batch: iter_time=1.5e-04, forward_time=0.125, loss_ctc=55.5, loss=45.25, acc=0.5, optim0_lr0=2.5e-05, train_time=0.75',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, stepInEpoch: 100},
				values: {loss_ctc: 55.5, loss: 45.25, acc: 0.5, optim0_lr0: 2.5e-5},
			},
		],
		[
			'[node01] 2024-01-01 12:00:00,123 (trainer:338) INFO: 3epoch results: [train] iter_time=1.5e-04, loss=40.5, time=5 minutes and 2 seconds, total_count=300, [valid] loss=30.25, acc=0.75, time=12.5 seconds, total_count=12',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 3},
				values: {loss: 30.25, acc: 0.75, time: 12.5},
			},
		],
		[
			'[node01] 2024-01-01 12:00:00,123 (trainer:384) INFO: The best model has been updated: valid.acc',
			{kind: 'checkpoint', best: true, monitor: 'valid.acc'},
		],
		[
			'[node01] 2024-01-01 12:00:00,123 (trainer:458) INFO: The training was finished at 50 epochs',
			{
				kind: 'phase',
				phase: 'finished',
				text: 'The training was finished at 50 epochs',
				position: {epoch: 50},
			},
		],
		[
			'[node01] 2024-01-01 12:00:00,123 (trainer:272) INFO: 1/50epoch started',
			{kind: 'phase', phase: 'training', position: {epoch: 1, epochs: 50}},
		],
		['[node01] 2024-01-01 12:00:00,123 (abs_task:1157) INFO: Model summary: loss=3', null],
	],
} satisfies Format;
