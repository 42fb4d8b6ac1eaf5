import type {Format} from '../core/format.ts';

/** CenterNet, CenterTrack and FairMOT: a bar of running means, and a log.txt with a line an epoch (src/lib/trains/base_trainer.py, src/main.py). */
export default {
	title: 'CenterNet',
	url: 'https://github.com/xingyizhou/CenterNet',
	hallmark:
		/\|Tot: [\d:]+ \|ETA: [\d:]+ \||^\d{4}-\d\d-\d\d-\d\d-\d\d: epoch: ?\d+ ?\|\w+ [\d.]+ \|/,
	guarded: true,
	losses: ['loss', 'tot'],
	lines: [
		{
			kind: 'metrics',
			bar: 'mean',
			has: 'train: [',
			match:
				/(?:^|\|)\s*train: \[(?<epoch>\d+)\]\[(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\] ?\|Tot: [\d:]+ \|ETA: [\d:]+ \|/,
			rest: 'pairs',
			places: {Data: 'none', Net: 'none'},
		},
		{kind: 'noise', has: '|Tot: ', match: /\b(?:val|test): \[\d+\]\[\d+\/\d+\] ?\|Tot: /},
		{
			kind: 'metrics',
			has: ': epoch: ',
			match:
				/^\d{4}-\d\d-\d\d-\d\d-\d\d: epoch: ?(?<epoch>\d+) ?\|(?=.*?\btime +[\d.]+ \| loss +(?<val_loss>[\d.]+|nan) \||)/,
			rest: 'pairs',
			prefixes: {val_: 'val'},
		},
		{kind: 'phase', phase: 'started', match: /^Starting training\.\.\.$/},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^Resumed optimizer with start lr|^loaded \S+, epoch (?<epoch>\d+)/,
		},
	],
	samples: [
		[
			'ctdet/coco_dla |###     | train: [1][100/1000]|Tot: 0:01:02 |ETA: 0:09:00 |loss 12.375 |hm_loss 10.25 |Data 0.001s(0.015s) |Net 0.600s',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, stepInEpoch: 100, stepsPerEpoch: 1000},
				values: {loss: 12.375, hm_loss: 10.25},
			},
		],
		['ctdet/coco_dla |###     | val: [1][10/100]|Tot: 0:01:02 |ETA: 0:09:00 |loss 12.375', []],
		[
			'2019-05-01-12-12: epoch: 2 |loss 6.5 | hm_loss 3.25 | time 12.25 | ',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 2},
				values: {loss: 6.5, hm_loss: 3.25, time: 12.25},
			},
		],
		[
			'2019-05-01-12-12: epoch: 5 |loss 6.500000 | hm_loss 3.250000 | time 12.250000 | loss 7.500000 | hm_loss 4.250000 | time 1.000000 | ',
			[
				{
					kind: 'metrics',
					split: 'train',
					position: {epoch: 5},
					values: {loss: 6.5, hm_loss: 3.25, time: 12.25},
				},
				{
					kind: 'metrics',
					split: 'val',
					position: {epoch: 5},
					values: {loss: 7.5, hm_loss: 4.25, time: 1},
				},
			],
		],
		['Starting training...', {kind: 'phase', phase: 'started'}],
		[
			'loaded ../exp/model_last.pth, epoch 20',
			{
				kind: 'phase',
				phase: 'resumed',
				text: 'loaded ../exp/model_last.pth, epoch 20',
				position: {epoch: 20},
			},
		],
	],
} satisfies Format;
