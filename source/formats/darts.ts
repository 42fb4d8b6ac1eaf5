import type {Format} from '../core/format.ts';

/** DARTS and the many searches grown from it: losses without names, accuracies with them (the print of many of its kin). */
export default {
	title: 'DARTS',
	url: 'https://github.com/quark0/darts',
	head: /^(?:(?<time>\d\d\/\d\d \d\d:\d\d:\d\d) [AP]M |\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?(?:,\d+)? )/,
	hallmark:
		/^[\d/ :,-]+ (?:[AP]M )?(?:train|valid) \d{3,} \d\.\d+e[-+]\d\d \d|(?:TRAIN|VALID|Train|Valid) Step: \d{3,} Objs: /,
	guarded: true,
	primary: ['acc', 'top1'],
	lines: [
		{kind: 'phase', phase: 'training', match: /^[Ee]poch:? (?<epoch>\d+) lr [\d.e-]+/},
		{
			kind: 'metrics',
			has: 'train ',
			match:
				/^train (?<stepInEpoch>\d{3,}) (?<loss>[\d.]+(?:e[-+]\d+)?|nan|inf) (?<top1>[\d.]+) (?<top5>[\d.]+)/,
		},
		{
			kind: 'metrics',
			has: ' Step: ',
			match:
				/^(?:TRAIN|Train) Step: (?<stepInEpoch>\d{3,}) Objs: (?<loss>[\d.]+(?:e[-+]\d+)?|nan|inf) R1: (?<top1>[\d.]+) R5: (?<top5>[\d.]+)/,
		},
		{kind: 'noise', match: /^(?:(?:valid|test) \d{3,} |(?:VALID|Valid|TEST|Test) Step: )/},
		{
			kind: 'metrics',
			match: /^[Tt]rain_acc:? (?<acc>[\d.]+)\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			match: /^[Vv]alid_acc:? (?<acc>[\d.]+)\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match: /^[Vv]alid_acc_(?<key>top[15]):? (?<value>[\d.]+)\s*$/,
		},
		{
			kind: 'noise',
			match: /^(?:param size = |gpu device = |genotype = |args = |Warming-up Epoch: |Epoch time: )/,
		},
	],
	samples: [
		[
			'05/20 06:01:32 AM epoch 0 lr 2.500000e-02',
			{kind: 'phase', phase: 'training', position: {epoch: 0}},
		],
		[
			'09/18 10:15:20 PM TRAIN Step: 050 Objs: 2.125000e+00 R1: 20.9375 R5: 66.875 BTime: 0.512s',
			{
				kind: 'metrics',
				split: 'train',
				position: {stepInEpoch: 50},
				values: {loss: 2.125, top1: 20.9375, top5: 66.875},
			},
		],
		['09/18 10:25:20 PM VALID Step: 050 Objs: 2.125000e+00 R1: 20.9375 R5: 66.875', []],
		[
			'09/18 10:35:20 PM Valid_acc_top1: 71.500000',
			{kind: 'metrics', split: 'val', values: {top1: 71.5}},
		],
		[
			'05/20 06:02:42 AM train 050 2.125000e+00 20.937500 66.875000',
			{
				kind: 'metrics',
				split: 'train',
				position: {stepInEpoch: 50},
				values: {loss: 2.125, top1: 20.9375, top5: 66.875},
			},
		],
		['05/20 06:03:52 AM valid 000 1.798345e+00 30.937500 86.875000', []],
		[
			'05/20 06:03:42 AM train_acc 31.125000',
			{kind: 'metrics', split: 'train', values: {acc: 31.125}},
		],
		[
			'05/20 06:04:42 AM valid_acc 41.125000',
			{kind: 'metrics', split: 'val', values: {acc: 41.125}},
		],
		['05/20 06:01:22 AM param size = 0.665578M', []],
	],
} satisfies Format;
