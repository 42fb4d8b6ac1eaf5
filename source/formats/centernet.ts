import type {Format} from '../core/format.ts';

/**
CenterNet, CenterTrack and FairMOT: a bar of running means, and a log.txt with a line an epoch (src/lib/trains/base_trainer.py,
src/main.py); Det3D and CenterPoint: a line of places, and a line of losses for each of its tasks, of which the first
is told (det3d/torchie/trainer/hooks/logger/text.py).
*/
export default {
	title: 'CenterNet, CenterPoint',
	url: 'https://github.com/xingyizhou/CenterNet',
	hallmark:
		/\|Tot: [\d:]+ \|ETA: [\d:]+ \||^\d{4}-\d\d-\d\d-\d\d-\d\d: epoch: ?\d+ ?\|\w+ [\d.]+ \||^[\d ,:-]{23} - INFO - Epoch \[\d+\/\d+\]\[.*\btransfer_time: /,
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
		{
			kind: 'facts',
			opens: true,
			has: ' - Epoch [',
			match:
				/^(?<time>[\d-]{10} [\d:]{8},\d+) - INFO - Epoch \[(?<epoch>\d+)\/(?<epochs>\d+)\]\[(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\]\s+lr: /,
		},
		{
			kind: 'metrics',
			joins: 'once',
			has: ' - task : [',
			match: /^[\d-]{10} [\d:]{8},\d+ - INFO - task : \[.*?\], (?=loss: )/,
			rest: 'pairs',
		},
		{
			kind: 'checkpoint',
			match: /^[\d-]{10} [\d:]{8},\d+ - INFO - Saving checkpoint at (?<epoch>\d+) epochs/,
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
			'2020-06-03 07:31:50,175 - INFO - Epoch [1/20][230/1000]\tlr: 0.00003, eta: 8:22:24, time: 4.018, data_time: 3.668, transfer_time: 0.026, forward_time: 0.110, loss_parse_time: 0.000 memory: 2683, ',
			{
				kind: 'facts',
				facts: {},
				position: {epoch: 1, epochs: 20, stepInEpoch: 230, stepsPerEpoch: 1000},
				at: Date.UTC(2020, 5, 3, 7, 31, 50, 175),
			},
		],
		[
			"2020-06-03 07:31:50,175 - INFO - task : ['car'], loss: 3.5, hm_loss: 2.25, loc_loss_elem: ['0.0439', '0.1117'], num_positive: 34.0000",
			{
				kind: 'metrics',
				split: 'train',
				values: {loss: 3.5, hm_loss: 2.25, num_positive: 34},
			},
		],
		[
			'2020-06-03 08:31:50,175 - INFO - Saving checkpoint at 1 epochs',
			{kind: 'checkpoint', best: false, position: {epoch: 1}},
		],
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
