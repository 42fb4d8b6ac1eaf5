import type {Format} from '../core/format.ts';

/** Yet-Another-EfficientDet-Pytorch: what a bar describes, and a line a validation (train.py). */
export default {
	title: 'EfficientDet (PyTorch)',
	url: 'https://github.com/zylo117/Yet-Another-EfficientDet-Pytorch',
	hallmark:
		/^Step: \d+\. Epoch: \d+\/\d+\. Iteration: \d+\/\d+\. Cls loss: |^Val\. Epoch: \d+\/\d+\. Classification loss: /,
	guarded: true,
	lines: [
		{
			kind: 'metrics',
			bar: 'each',
			has: 'Total loss: ',
			match:
				/^Step: (?<step>\d+)\. Epoch: (?<epoch>\d+)\/(?<epochs>\d+)\. Iteration: (?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\. Cls loss: (?<cls_loss>[\d.]+|nan)\. Reg loss: (?<reg_loss>[\d.]+|nan)\. (?:Seg loss: (?<seg_loss>[\d.]+|nan)\. )?Total loss: (?<loss>[\d.]+|nan)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'Val. Epoch: ',
			match:
				/^Val\. Epoch: (?<epoch>\d+)\/(?<epochs>\d+)\. Classification loss: (?<cls_loss>[\d.]+|nan)\. Regression loss: (?<reg_loss>[\d.]+|nan)\. (?:Segmentation loss: (?<seg_loss>[\d.]+|nan)\. )?Total loss: (?<loss>[\d.]+|nan)/,
		},
		{kind: 'checkpoint', match: /^checkpoint\.\.\.$/},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^\[Info\] loaded weights: .{1,200}, resuming checkpoint from step: [1-9]\d*/,
		},
	],
	samples: [
		[
			'Step: 999. Epoch: 0/500. Iteration: 1000/1000. Cls loss: 0.50000. Reg loss: 0.25000. Total loss: 0.75000: 100%|██████████| 1000/1000 [10:06<00:00,  1.6it/s]',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 999, epoch: 0, epochs: 500, stepInEpoch: 1000, stepsPerEpoch: 1000},
				values: {cls_loss: 0.5, reg_loss: 0.25, loss: 0.75},
			},
		],
		[
			'Val. Epoch: 1/500. Classification loss: 0.50000. Regression loss: 0.25000. Total loss: 0.75000',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 1, epochs: 500},
				values: {cls_loss: 0.5, reg_loss: 0.25, loss: 0.75},
			},
		],
		['checkpoint...', {kind: 'checkpoint', best: false}],
		[
			'[Info] loaded weights: efficientdet-d0_1_2000.pth, resuming checkpoint from step: 2000',
			{
				kind: 'phase',
				phase: 'resumed',
				text: '[Info] loaded weights: efficientdet-d0_1_2000.pth, resuming checkpoint from step: 2000',
			},
		],
	],
} satisfies Format;
