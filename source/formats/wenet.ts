import type {Format} from '../core/format.ts';

/** WeNet: `Batch epoch/batch loss …` for training, `CV Batch …` and `CV info` for validation (wenet/utils/train_utils.py). */
export default {
	title: 'WeNet',
	url: 'https://github.com/wenet-e2e/wenet',
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+) (?<level>[A-Z]+) /,
	hallmark: /\b(?:TRAIN|CV) (?:\| steps\/sec [\d.]+\| )?Batch \d+\/\d+ loss /,
	primary: ['cv_loss', 'loss'],
	lines: [
		{
			kind: 'metrics',
			has: 'TRAIN ',
			match:
				/^TRAIN (?:\| steps\/sec [\d.]+ ?\| ?)?Batch (?<epoch>\d+)\/(?<stepInEpoch>\d+) (?=loss )/,
			rest: 'pairs',
			places: {rank: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			match: /^Epoch (?<epoch>\d+) (?:Step (?<step>\d+) )?CV info (?=.*cv_loss )/,
			rest: 'pairs',
			places: {rank: 'none', lr: 'none'},
		},
		{kind: 'noise', match: /^CV (?:\| steps\/sec [\d.]+ ?\| ?)?Batch /},
		{
			kind: 'checkpoint',
			has: 'Checkpoint: save',
			match: /^\[Rank \d+\] Checkpoint: save to checkpoint (?<path>\S+)/,
		},
		{kind: 'checkpoint', match: /^Checkpoint: save to checkpoint (?<path>\S+)/},
		{kind: 'phase', phase: 'training', match: /^Epoch (?<epoch>\d+) (?:Step \d+ )?TRAIN info /},
	],
	samples: [
		[
			'2024-01-01 12:00:00,123 DEBUG TRAIN | steps/sec 1.234| Batch 0/100 loss 120.345 loss_att 110.5 loss_ctc 140.25 acc 0.1 lr 0.0001 grad_norm 12.3 rank 0',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, stepInEpoch: 100},
				values: {
					loss: 120.345,
					loss_att: 110.5,
					loss_ctc: 140.25,
					acc: 0.1,
					lr: 0.0001,
					grad_norm: 12.3,
				},
			},
		],
		[
			'2022-01-01 12:00:00,123 DEBUG TRAIN Batch 3/200 loss 20.5 loss_att 18.5 lr 0.00025 rank 0',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, stepInEpoch: 200},
				values: {loss: 20.5, loss_att: 18.5, lr: 0.00025},
			},
		],
		[
			'2024-01-01 12:00:00,123 INFO Epoch 0 Step 12 CV info lr 0.0001 cv_loss 45.125 rank 0 acc 0.25',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 0, step: 12},
				values: {cv_loss: 45.125, acc: 0.25},
			},
		],
		[
			'2024-01-01 12:00:00,123 INFO Epoch 2 CV info cv_loss 40.5',
			{kind: 'metrics', split: 'val', position: {epoch: 2}, values: {cv_loss: 40.5}},
		],
		['2024-01-01 12:00:00,123 DEBUG CV Batch 0/100 loss 50.5 history loss 48.5 rank 0', []],
		[
			'2024-01-01 12:00:00,123 INFO [Rank 0] Checkpoint: save to checkpoint exp/epoch_0.pt',
			{kind: 'checkpoint', best: false, path: 'exp/epoch_0.pt'},
		],
		[
			'2022-01-01 12:00:00,123 INFO Checkpoint: save to checkpoint exp/0.pt',
			{kind: 'checkpoint', best: false, path: 'exp/0.pt'},
		],
		[
			'2024-01-01 12:00:00,123 INFO Epoch 1 Step 12 TRAIN info lr 0.0001 rank 0',
			{kind: 'phase', phase: 'training', position: {epoch: 1}},
		],
		['2024-01-01 12:00:00,123 INFO Batch size 12', null],
	],
} satisfies Format;
