import type {Format} from '../core/format.ts';

/**
HRNet's programs and those grown from them: segmentation (HRNet-Semantic-Segmentation, lib/core/function.py and
tools/train.py) and pose (deep-high-resolution-net.pytorch, lib/core/function.py).
*/
export default {
	title: 'HRNet',
	url: 'https://github.com/HRNet',
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+) /,
	hallmark:
		/Epoch: \[\d+\/\d+\] Iter:\[\d+\/\d+\], Time: |\tSpeed [\d.]+ samples\/s\t|Loss: [\d.na]+, MeanIU: +[\d.]/,
	guarded: true,
	goals: {MeanIU: 'max', 'Ap .5': 'max', 'AP .75': 'max', 'AP (M)': 'max', 'AP (L)': 'max'},
	primary: ['MeanIU', 'AP', 'Mean'],
	lines: [
		{
			kind: 'metrics',
			has: ' Iter:[',
			match:
				/^Epoch: \[(?<epoch>\d+)\/(?<epochs>\d+)\] Iter:\[(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\], /,
			rest: 'pairs',
			places: {Time: 'none'},
		},
		{
			kind: 'metrics',
			has: 'Speed ',
			match:
				/^Epoch: \[(?<epoch>\d+)\]\[(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\]\tTime [\d.]+s \([\d.]+s\)\tSpeed (?<speed>[\d.]+) samples\/s\tData [\d.]+s \([\d.]+s\)\t/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'MeanIU',
			match:
				/^Loss: (?<loss>[\d.]+|nan), MeanIU: +(?<MeanIU>[\d.]+|nan)(?:, Best_mIoU: +(?:[\d.]+|nan))?/,
		},
		{
			kind: 'phase',
			phase: 'validating',
			columns: true,
			has: '| Arch |',
			match: /^\| Arch \| (?<text>.+?) \|\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			columns: true,
			has: ' | ',
			match:
				/^\| [\w.@-]+ \| (?<c1>\d+\.\d{3}|nan) \| (?<c2>\d+\.\d{3}|nan) \| (?<c3>\d+\.\d{3}|nan)(?: \| (?<c4>\d+\.\d{3}|nan))?(?: \| (?<c5>\d+\.\d{3}|nan))?(?: \| (?<c6>\d+\.\d{3}|nan))?(?: \| (?<c7>\d+\.\d{3}|nan))?(?: \| (?<c8>\d+\.\d{3}|nan))?(?: \| (?<c9>\d+\.\d{3}|nan))?(?: \| (?<c10>\d+\.\d{3}|nan))? \|\s*$/,
		},
		{kind: 'checkpoint', match: /^=> saving checkpoint to (?<path>\S+)/},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^=> loaded checkpoint '?.*?\(epoch (?<epoch>\d+)\)/,
		},
		{kind: 'phase', phase: 'finished', match: /^(?:Hours: \d+|Done)\s*$/},
		{
			kind: 'noise',
			match:
				/^(?:Test: \[\d+\/\d+\]\t|\|---|=> (?:coco eval results|loading|writing|init)|(?:\d+ )?\[\d\.[\d. ]+)/,
		},
	],
	samples: [
		[
			'2022-03-27 16:24:33,715 Epoch: [21/484] Iter:[0/185], Time: 4.69, lr: 0.009600, Loss: 0.334865',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 21, epochs: 484, stepInEpoch: 0, stepsPerEpoch: 185},
				values: {lr: 0.0096, Loss: 0.334865},
			},
		],
		[
			'2022-03-27 16:26:33,815 Loss: 0.512, MeanIU:  0.7533, Best_mIoU:  0.7533',
			{kind: 'metrics', split: 'val', values: {loss: 0.512, MeanIU: 0.7533}},
		],
		[
			'2019-07-02 12:00:00,123 Epoch: [3][100/2341]\tTime 0.412s (0.512s)\tSpeed 310.8 samples/s\tData 0.012s (0.052s)\tLoss 0.00115 (0.00165)\tAccuracy 0.125 (0.058)',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, stepInEpoch: 100, stepsPerEpoch: 2341},
				values: {speed: 310.8, Loss: 0.00115, Accuracy: 0.125},
			},
		],
		['| Arch | AP | Ap .5 | AR |', {kind: 'phase', phase: 'validating', text: 'AP | Ap .5 | AR'}],
		[
			'| pose_hrnet | 0.750 | 0.875 | 0.500 |',
			{kind: 'metrics', split: 'val', values: {c1: 0.75, c2: 0.875, c3: 0.5}},
		],
		[
			'2019-07-02 12:13:00,123 => saving checkpoint to output/coco/pose_hrnet/w32_256x192',
			{kind: 'checkpoint', best: false, path: 'output/coco/pose_hrnet/w32_256x192'},
		],
		[
			"2019-07-02 12:13:00,123 => loaded checkpoint 'output/checkpoint.pth' (epoch 20)",
			{
				kind: 'phase',
				phase: 'resumed',
				text: "=> loaded checkpoint 'output/checkpoint.pth' (epoch 20)",
				position: {epoch: 20},
			},
		],
		['Hours: 16', {kind: 'phase', phase: 'finished'}],
		['2019-07-02 12:11:00,123 Test: [0/205]\tTime 1.812 (1.812)\tLoss 0.0009 (0.0009)', []],
	],
} satisfies Format;
