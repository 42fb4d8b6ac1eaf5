import type {Format} from '../core/format.ts';

/** PaddleGAN (ppgan/engine/trainer.py): metrics of an evaluation come one per line. */
export default {
	title: 'PaddleGAN',
	url: 'https://github.com/PaddlePaddle/PaddleGAN',
	head: /^\[?(?<time>\d\d\/\d\d \d\d:\d\d:\d\d)\] ppgan[\w.]* (?<level>[A-Z]+): /,
	hallmark: /^\[?\d\d\/\d\d [\d:]+\] ppgan/,
	primary: ['psnr', 'fid', 'ssim'],
	lines: [
		{
			kind: 'metrics',
			has: 'Iter: ',
			match: /^Iter: (?<step>\d+)\/(?<steps>\d+) /,
			rest: 'pairs',
			places: {eta: 'none'},
		},
		{
			kind: 'metrics',
			has: 'Epoch: ',
			match:
				/^Epoch: (?<epoch>\d+)\/(?<epochs>\d+), iter: (?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) /,
			rest: 'pairs',
			places: {eta: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Metric ',
			match: /^Metric (?<key>[\w@/.-]+): (?<value>[-\d.e+]+|-?inf|nan)$/,
		},
		{kind: 'phase', phase: 'validating', match: /^Test iter: \[/},
		{kind: 'facts', match: /^Configs: \{.*'total_iters': (?<steps>\d+)/},
		{kind: 'facts', match: /^Configs: \{.*'epochs': (?<epochs>\d+)/},
		{kind: 'noise', match: /^(?:Configs: |Found |Load(?:ed)? |Resum|Finish load)/},
	],
	samples: [
		[
			'[11/23 19:46:58] ppgan.engine.trainer INFO: Iter: 100/1000000 lr: 1.000e-04 loss_pixel: 6.448 batch_cost: 0.81953 sec reader_cost: 0.04610 sec ips: 19.52340 images/s eta: 9 days, 11:37:32',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 100, steps: 1_000_000},
				values: {
					lr: 0.0001,
					loss_pixel: 6.448,
					batch_cost: 0.81953,
					reader_cost: 0.0461,
					ips: 19.5234,
				},
			},
		],
		[
			'[11/23 19:46:58] ppgan.engine.trainer INFO: Epoch: 1/200, iter: 50/400 lr: 2.000e-04 G_idt_A_loss: 1.250 D_A_loss: 0.310 batch_cost: 0.8 sec eta: 1:37:32',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 200, stepInEpoch: 50, stepsPerEpoch: 400},
				values: {lr: 0.0002, G_idt_A_loss: 1.25, D_A_loss: 0.31, batch_cost: 0.8},
			},
		],
		[
			'[11/23 20:54:22] ppgan.engine.trainer INFO: Metric psnr: inf',
			{kind: 'metrics', split: 'val', values: {psnr: Number.POSITIVE_INFINITY}},
		],
		[
			'[11/23 20:54:12] ppgan.engine.trainer INFO: Test iter: [13/14]',
			{kind: 'phase', phase: 'validating'},
		],
		[
			"[11/23 19:27:00] ppgan INFO: Configs: {'total_iters': 400000, 'output_dir': 'output_dir/rcan'}",
			{kind: 'facts', facts: {}, position: {steps: 400_000}},
		],
		[
			"[11/23 19:27:00] ppgan INFO: Configs: {'epochs': 200, 'output_dir': 'output_dir/cyclegan'}",
			{kind: 'facts', facts: {}, position: {epochs: 200}},
		],
		['[11/23 19:27:00] ppgan.engine.trainer INFO: Loaded pretrained weight', []],
		['==== notes ====', null],
	],
} satisfies Format;
