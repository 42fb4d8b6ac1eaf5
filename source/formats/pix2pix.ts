import type {Format} from '../core/format.ts';

/** CycleGAN and pix2pix (util/visualizer.py, train.py). */
export default {
	title: 'CycleGAN and pix2pix',
	url: 'https://github.com/junyanz/pytorch-CycleGAN-and-pix2pix',
	hallmark: /^=+ Training Loss \(|^(?:\[Rank \d+\] )?\(epoch: \d+, iters: \d+, time: /,
	losses: ['G_GAN', 'G', 'G_A', 'G_L1'],
	lines: [
		{
			kind: 'metrics',
			has: '(epoch: ',
			match:
				/^(?:\[Rank \d+\] )?\(epoch: (?<epoch>\d+), iters: (?<stepInEpoch>[\d,]+), time: (?<time_per_image>[\d.]+)(?:, data: (?<data>[\d.]+))?\)[, ]*/,
			rest: 'pairs',
		},
		{
			kind: 'phase',
			phase: 'training',
			match: /^End of epoch (?<epoch>\d+) \/ (?<epochs>\d+) \t? ?Time Taken: \d+ sec/,
		},
		{
			kind: 'checkpoint',
			match: /^saving the (?:latest )?model (?:at the end of epoch (?<epoch>\d+)|\(epoch)/,
		},
		{kind: 'noise', match: /^(?:=+ Training Loss|learning rate (?:[\d.]+ -> |= ))/},
	],
	samples: [
		[
			'(epoch: 3, iters: 400, time: 0.125, data: 0.25) G_GAN: 1.25 G_L1: 20.5 D_real: 0.5 D_fake: 0.75 ',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, stepInEpoch: 400},
				values: {
					time_per_image: 0.125,
					data: 0.25,
					G_GAN: 1.25,
					G_L1: 20.5,
					D_real: 0.5,
					D_fake: 0.75,
				},
			},
		],
		[
			'End of epoch 3 / 200 \t Time Taken: 20 sec',
			{kind: 'phase', phase: 'training', position: {epoch: 3, epochs: 200}},
		],
		[
			'saving the model at the end of epoch 5, iters 2000',
			{kind: 'checkpoint', best: false, position: {epoch: 5}},
		],
		['learning rate 0.0002000 -> 0.0001980', []],
	],
} satisfies Format;
