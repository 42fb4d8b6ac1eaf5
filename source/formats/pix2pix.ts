import type {Format} from '../core/format.ts';

/**
CycleGAN and pix2pix (util/visualizer.py, train.py); StyleGAN 2 and 3, whose log tells of places and of what
its images are worth, not of losses (training/training_loop.py, metrics/metric_main.py, metric_base.py).
*/
export default {
	title: 'CycleGAN, pix2pix, StyleGAN',
	url: 'https://github.com/junyanz/pytorch-CycleGAN-and-pix2pix',
	hallmark:
		/^=+ Training Loss \(|^(?:\[Rank \d+\] )?\(epoch: \d+, iters: \d+, time: |^tick \d+ +kimg [\d.]+ |^network-snapshot-\d+ +time /,
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
		{
			kind: 'metrics',
			has: ' kimg ',
			match:
				/^tick (?<tick>\d+) +kimg (?<step>\d+)(?:\.\d+)? (?=.*? sec\/tick (?<sec_per_tick>[\d.]+)|)(?=.*? augment (?<augment>[\d.]+)|)(?=.*?\bloss (?<loss>[-\d.]+)|)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'network-snapshot-',
			match: /^network-snapshot-(?<step>\d+) +time .{2,14}? +(?<key>[a-z]\w+) +(?<value>[\d.]+)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'network-snapshot-',
			match:
				/^\{"results": \{"(?<key>\w+)": (?<value>[-\d.e]+)(?=.*"snapshot_pkl": "\S*?network-snapshot-(?<step>\d+))/,
		},
		{kind: 'facts', match: /^Training for (?<steps>\d+) kimg\.\.\./},
		{kind: 'phase', phase: 'left', match: /^(?<text>Exiting\.\.\.)$/},
		{kind: 'noise', match: /^(?:=+ Training Loss|learning rate (?:[\d.]+ -> |= ))/},
	],
	samples: [
		[
			'tick 14    kimg 70.1     time 1h 38m 21s   sec/tick 366.5   sec/kimg 73.10   maintenance 0.1    cpumem 5.88   gpumem 9.79   reserved 10.64  augment 0.5',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 70},
				values: {tick: 14, sec_per_tick: 366.5, augment: 0.5},
			},
		],
		[
			'network-snapshot-005734        time 4m 26s       fid50k_full 46.5',
			{kind: 'metrics', split: 'val', position: {step: 5734}, values: {fid50k_full: 46.5}},
		],
		[
			'{"results": {"fid50k_full": 12.5}, "metric": "fid50k_full", "total_time": 266.1, "total_time_str": "4m 26s", "num_gpus": 1, "snapshot_pkl": "network-snapshot-000201.pkl", "timestamp": 1610442000.5}',
			{kind: 'metrics', split: 'val', position: {step: 201}, values: {fid50k_full: 12.5}},
		],
		['Training for 25000 kimg...', {kind: 'facts', facts: {}, position: {steps: 25000}}],
		['Exiting...', {kind: 'phase', phase: 'left', text: 'Exiting...'}],
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
