import type {Format} from '../core/format.ts';

/** Single-shot detectors with `||` between what they print: ssd.pytorch, Pytorch_Retinaface, yolact (train.py of each) and RFBNet, from which LPRNet grew. */
export default {
	title: 'SSD and its kin',
	url: 'https://github.com/amdegroot/ssd.pytorch',
	hallmark:
		/^Epoch: ?\d+(?:\/\d+)? ?\|\| ?[Ee]pochiter: \d|^iter \d+ \|\| Loss: [\d.]+ \|\| timer: |^\[ *\d+\] +\d+ \|\| B: [\d.]+ \|/,
	guarded: true,
	losses: ['T', 'Loss', 'Loc', 'L'],
	goals: {box: 'max', mask: 'max'},
	primary: ['mask', 'box'],
	lines: [
		{
			kind: 'metrics',
			has: 'pochiter: ',
			match:
				/^Epoch: ?(?<epoch>\d+)(?:\/(?<epochs>\d+))? ?\|\| ?[Ee]pochiter: (?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) ?\|\| ?(?:Iter:|Totel iter) (?<step>\d+)(?:\/(?<steps>\d+))? ?\|\| /,
			rest: 'pairs',
			places: {Batchtime: 'none', time: 'none', ETA: 'none'},
		},
		{
			kind: 'metrics',
			has: ' || Loss: ',
			match: /^iter (?<step>\d+) \|\| (?=Loss: )/,
			rest: 'pairs',
			places: {timer: 'none', ETA: 'none'},
		},
		{
			kind: 'metrics',
			has: '|| ETA: ',
			match: /^\[ *(?<epoch>\d+)\] +(?<step>\d+) \|\| (?=.*\| T: )/,
			rest: 'pairs',
			places: {timer: 'none', ETA: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match: /^ +(?<key>box|mask) \| +(?<value>[\d.]+) \| +[\d.]+ \|/,
		},
		{kind: 'checkpoint', match: /^Saving state, (?:iter|epoch): (?<step>\d+)/},
		{kind: 'phase', phase: 'resumed', match: /^Resuming training, loading /},
		{
			kind: 'noise',
			match:
				/^(?:timer: [\d.]+ sec\.|Calculating mAP|Computing validation mAP|-+\+-+| +\| +all +\|)/,
		},
	],
	samples: [
		[
			'Epoch:1/250 || Epochiter: 2/403 || Iter: 2/100750 || Loc: 5.25 Cla: 9.5 Landm: 11.0 || LR: 0.001 || Batchtime: 0.5123 s || ETA: 14:10:10',
			{
				kind: 'metrics',
				split: 'train',
				position: {
					epoch: 1,
					epochs: 250,
					stepInEpoch: 2,
					stepsPerEpoch: 403,
					step: 2,
					steps: 100750,
				},
				values: {Loc: 5.25, Cla: 9.5, Landm: 11, LR: 0.001},
			},
		],
		[
			'Epoch:1 || epochiter: 20/14785|| Totel iter 20 || L: 0.375 C: 2.5||Batch time: 6.4400 sec. ||LR: 0.00400000',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, stepInEpoch: 20, stepsPerEpoch: 14785, step: 20},
				values: {L: 0.375, C: 2.5, LR: 0.004},
			},
		],
		[
			'iter 10 || Loss: 20.125 || timer: 0.1572 sec.',
			{kind: 'metrics', split: 'train', position: {step: 10}, values: {Loss: 20.125}},
		],
		[
			'[  1]    7330 || B: 2.0 | C: 3.25 | M: 2.5 | S: 0.5 | T: 8.25 || ETA: 4 days, 10:10:10 || timer: 0.523',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, step: 7330},
				values: {B: 2, C: 3.25, M: 2.5, S: 0.5, T: 8.25},
			},
		],
		['  mask | 18.12 | 35.10 | 32.10 |', {kind: 'metrics', split: 'val', values: {mask: 18.12}}],
		['Saving state, iter: 5000', {kind: 'checkpoint', best: false, position: {step: 5000}}],
		[
			'Resuming training, loading weights/ssd.pth...',
			{kind: 'phase', phase: 'resumed', text: 'Resuming training, loading weights/ssd.pth...'},
		],
		['timer: 2.4172 sec.', []],
	],
} satisfies Format;
