import type {Format} from '../core/format.ts';

/** PyTorch Lightning: its tqdm and Rich bars, and what Trainer and its callbacks say (pytorch/callbacks/progress, trainer/call.py). */
export default {
	title: 'Lightning',
	url: 'https://github.com/Lightning-AI/pytorch-lightning',
	hallmark:
		/\[.*\bv_num=|^(?:.*\s)?`Trainer\.fit` stopped: |^(?:Sanity Checking|Validation) DataLoader/,
	lines: [
		{
			kind: 'phase',
			phase: 'finished',
			has: '`Trainer.fit` stopped: ',
			match:
				/`Trainer\.fit` stopped: (?<text>`max_(?:epochs=(?<epochs>\d+)|steps=(?<steps>\d+)|time=[^`]*)` reached)/,
		},
		{
			kind: 'phase',
			phase: 'interrupted',
			has: 'Detected KeyboardInterrupt',
			match: /Detected KeyboardInterrupt, attempting graceful shutdown/,
		},
		{
			kind: 'phase',
			phase: 'finished',
			has: 'Signaling Trainer to stop',
			match: /(?<text>(?:Monitored metric|The metric) .{1,120}?)\. .*Signaling Trainer to stop/,
		},
		{
			kind: 'metrics',
			bar: 'each',
			has: 'v_num=',
			match:
				/^(?:Epoch|Training) (?<epoch>\d+)(?:\/(?<epochs>\d+))?:[^|]{0,40}(?:\|[^|]{0,300}\|)? *(?<stepInEpoch>\d+)(?:\/(?<stepsPerEpoch>\d+)|it) \[[^,]*,[^,]*,? (?=.*\]\s*$)/,
			rest: 'pairs',
			prefixes: {
				train_: 'train',
				'train/': 'train',
				val_: 'val',
				'val/': 'val',
				valid_: 'val',
				'valid/': 'val',
				test_: 'test',
				'test/': 'test',
			},
			places: {v_num: 'none'},
		},
		{
			kind: 'metrics',
			joins: true,
			has: 'v_num: ',
			match:
				/^Epoch (?<epoch>\d+)\/\d+ +[━╸╺ ]+(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) +[\d:]+ • [\d:-]+ +[\d.]+it\/s +v_num: \S+(?= +\S+: )/,
			rest: 'pairs',
			prefixes: {train_: 'train', 'train/': 'train', val_: 'val', 'val/': 'val', test_: 'test'},
		},
		{
			kind: 'phase',
			phase: 'training',
			has: '━',
			match:
				/^Epoch (?<epoch>\d+)\/\d+ +[━╸╺ ]+(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) +[\d:]+ • /,
		},
		{
			kind: 'metrics',
			joins: true,
			match: /^ {30,}(?<key>[A-Za-z][\w/]*): +(?<value>[-+\d.e]+|nan|-?inf)\s*$/,
			prefixes: {train_: 'train', 'train/': 'train', val_: 'val', 'val/': 'val', test_: 'test'},
		},
		{
			kind: 'metrics',
			has: 'INFO',
			match: /^.{0,120}\[[\d/]+ [\d:]+\] INFO +Epoch (?<epoch>\d+): (?=.*\bloss )/,
			rest: 'pairs',
			prefixes: {v_: 'val', val_: 'val', train_: 'train'},
		},
		// The table of `trainer.test`.
		{
			kind: 'metrics',
			split: 'test',
			joins: true,
			has: 'test',
			match:
				/^[ │]{3,}test[_/](?<key>[\w/@.-]+) {3,}[│ ]*(?<value>-?\d+(?:\.\d+)?(?:e[-+]?\d+)?|nan)[ │]*$/,
		},
		{
			kind: 'checkpoint',
			has: 'saving model to',
			best: true,
			match:
				/Epoch \d+, global step (?<step>\d+): '(?<monitor>[^']+)' reached (?<value>[-+\d.e]+) \(best [^)]*\), saving model to '(?<path>[^']+)'/,
		},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^Restor(?:ed all states|ing states) from the checkpoint/,
		},
		{
			kind: 'phase',
			phase: 'validating',
			match: /^Validation(?: DataLoader \d+)?: +(?:0%)?\| *\| 0\//,
		},
		{
			kind: 'noise',
			match:
				/^(?:Metric \S+ improved|Seed set to|Global seed|(?:GPU|TPU|HPU|IPU) available: |(?:Sanity Checking|Validation|Testing|Predicting|Training|Epoch \d+)\b[^|]{0,60}\|[^|]{0,300}\| *\d+\/[\d?]+ \[[^\]]*\]\s*$|LOCAL_RANK: |Epoch \d+, global step \d+: )/,
		},
	],
	samples: [
		[
			'        test_acc            0.9125000238418579     ',
			{kind: 'metrics', split: 'test', values: {acc: 0.9125000238418579}},
		],
		[
			'Epoch 3:  45%|████▌     | 12/27 [00:01<00:02,  7.12it/s, v_num=0, train_loss=0.34, val_loss=0.4]',
			[
				{
					kind: 'metrics',
					split: 'train',
					position: {epoch: 3, stepInEpoch: 12, stepsPerEpoch: 27},
					values: {loss: 0.34},
				},
				{
					kind: 'metrics',
					split: 'val',
					position: {epoch: 3, stepInEpoch: 12, stepsPerEpoch: 27},
					values: {loss: 0.4},
				},
			],
		],
		[
			'Epoch 0: 100%|██████████| 30/30 [00:00<00:00, 503.17it/s, loss=1.570, v_num=1]',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, stepInEpoch: 30, stepsPerEpoch: 30},
				values: {loss: 1.57},
			},
		],
		['Epoch 0:  17%|█▋        | 5/30 [00:00<00:00, 386.68it/s, v_num=0]', []],
		[
			'Epoch 5/5  ━━━━━━━━━━━━━━━━ 30/30 0:00:00 • 0:00:00 479.97it/s v_num: 0.000 train_loss: 0.525',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 5, stepInEpoch: 30, stepsPerEpoch: 30},
				values: {loss: 0.525},
			},
		],
		[
			'Epoch 4/5  ━━━━━━━━━━━━━━━━ 30/30 0:00:00 • 0:00:00 479.97it/s v_num: 0.000     ',
			{kind: 'phase', phase: 'training', position: {epoch: 4, stepInEpoch: 30, stepsPerEpoch: 30}},
		],
		[
			'                                                               val_loss: 0.347  ',
			{kind: 'metrics', split: 'val', values: {loss: 0.347}},
		],
		[
			'Validation: |          | 0/? [00:00<?, ?it/s][12/09/24 14:03:31] INFO   Epoch 0: v_recons 4.545e-01  recons 4.626e-01  v_loss 4.591e+00  loss 5.362e+00',
			[
				{
					kind: 'metrics',
					split: 'train',
					position: {epoch: 0},
					values: {recons: 0.4626, loss: 5.362},
				},
				{
					kind: 'metrics',
					split: 'val',
					position: {epoch: 0},
					values: {recons: 0.4545, loss: 4.591},
				},
			],
		],
		[
			'Epoch 5: 100%|██████████| 30/30 [00:00<00:00, 388.79it/s, v_num=1, val_loss=0.398]`Trainer.fit` stopped: `max_epochs=6` reached.',
			{kind: 'phase', phase: 'finished', text: '`max_epochs=6` reached', position: {epochs: 6}},
		],
		[
			'Detected KeyboardInterrupt, attempting graceful shutdown ...',
			{kind: 'phase', phase: 'interrupted'},
		],
		[
			'Monitored metric val_loss did not improve in the last 3 records. Best score: 0.123. Signaling Trainer to stop.',
			{
				kind: 'phase',
				phase: 'finished',
				text: 'Monitored metric val_loss did not improve in the last 3 records',
			},
		],
		[
			"Epoch 4, global step 1500: 'val_loss' reached 0.12345 (best 0.12345), saving model to '/a/epoch=4-step=1500.ckpt' as top 1",
			{
				kind: 'checkpoint',
				best: true,
				position: {step: 1500},
				monitor: 'val_loss',
				value: 0.12345,
				path: '/a/epoch=4-step=1500.ckpt',
			},
		],
		[
			'Restored all states from the checkpoint at last.ckpt',
			{
				kind: 'phase',
				phase: 'resumed',
				text: 'Restored all states from the checkpoint at last.ckpt',
			},
		],
		[
			'Validation DataLoader 0:   0%|          | 0/10 [00:00<?, ?it/s]',
			{kind: 'phase', phase: 'validating'},
		],
		['Sanity Checking DataLoader 0: 100%|██████████| 2/2 [00:00<00:00, 151.43it/s]', []],
		['Metric val_loss improved by 0.356 >= min_delta = 0.0. New best score: 0.644', []],
		['Epoch 3/10, loss: 0.5', null],
	],
} satisfies Format;
