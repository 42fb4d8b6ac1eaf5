import type {Format} from '../core/format.ts';

/** PaddleClas (ppcls/engine/train/utils.py, ppcls/engine/engine.py). */
export default {
	title: 'PaddleClas',
	url: 'https://github.com/PaddlePaddle/PaddleClas',
	head: /^\[(?<time>\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d)\] \w+ (?<level>[A-Z]+): /,
	hallmark: /^\[[\d/: ]+\] (?:ppcls [A-Z]+: |root INFO: \[Train\]\[Epoch )/,
	losses: ['loss', 'CELoss'],
	primary: ['top1', 'recall1', 'best metric', 'loss'],
	goals: {'best metric': 'max'},
	lines: [
		{
			kind: 'metrics',
			has: '[Train]',
			match:
				/^\[Train\]\[Epoch (?<epoch>\d+)\/(?<epochs>\d+)\]\[Iter: (?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\],? *(?:lr(?:\([^)]*\))?: (?<lr>[\d.e+-]+),? ?)?/,
			rest: 'pairs',
			places: {eta: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: '[Avg]',
			match: /^\[Eval\]\[Epoch (?<epoch>\d+)\]\[Avg\],? ?/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			name: 'best metric',
			joins: true,
			has: '[best metric: ',
			match: /^\[Eval\]\[Epoch (?<epoch>\d+)\]\[best metric: (?<value>[-\d.e+]+|nan)\]/,
		},
		{kind: 'noise', match: /^\[(?:Train|Eval)\]\[Epoch \d+/},
		{
			kind: 'checkpoint',
			best: true,
			match: /^(?:Already save model in|save best model is to) (?<path>\S*best_\w+)/,
		},
		{kind: 'checkpoint', match: /^(?:Already )?save model in (?<path>\S+)/},
		{kind: 'phase', phase: 'resumed', match: /^Finish load checkpoints from (?<text>.+)/},
		{
			kind: 'phase',
			phase: 'started',
			match: /^train with paddle \S+ and device /,
		},
		{kind: 'phase', phase: 'finished', match: /^training finished\b/i},
		{kind: 'facts', match: /^train dataloader has (?<stepsPerEpoch>\d+) iters/},
		{kind: 'facts', match: /^\s*epochs : (?<epochs>\d+)$/},
		{
			kind: 'noise',
			match:
				/^(?: *[A-Za-z_]\w* :(?: |$)|best metric, |During the training process, |unique_endpoints|Finish load pretrained|load pretrain|Export succeeded|-{10,}$|=+$|==\s)/,
		},
	],
	samples: [
		[
			'[2022/09/04 15:59:36] ppcls INFO: [Train][Epoch 1/26][Iter: 0/1096]lr(PiecewiseDecay): 0.10000000, top1: 0.00000, CELoss: 40.60518, loss: 40.60518, batch_cost: 4.50566s, reader_cost: 1.90701, ips: 99.43000 samples/s, eta: 1 day, 11:39:53',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 26, stepInEpoch: 0, stepsPerEpoch: 1096},
				values: {
					lr: 0.1,
					top1: 0,
					CELoss: 40.60518,
					loss: 40.60518,
					reader_cost: 1.90701,
					ips: 99.43,
				},
			},
		],
		[
			'[2021/06/04 15:59:36] root INFO: [Train][Epoch 2/120][Iter: 10/50]lr: 0.05000, CELoss: nan, reader_cost: 1.90701',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 2, epochs: 120, stepInEpoch: 10, stepsPerEpoch: 50},
				values: {lr: 0.05, CELoss: Number.NaN, reader_cost: 1.90701},
			},
		],
		['[2022/09/04 16:12:40] ppcls INFO: [Train][Epoch 1/26][Avg]top1: 0.01000, loss: 30.10000', []],
		[
			'[2022/09/04 16:13:40] ppcls INFO: [Eval][Epoch 1][Iter: 0/243], batch_cost: 4.5s, reader_cost: 4.2, ips: 56.6 images/sec',
			[],
		],
		[
			'[2022/09/04 16:15:40] ppcls INFO: [Eval][Epoch 1][Avg]CELoss: 2.50000, top1: 0.51000, top5: 0.80000',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 1},
				values: {CELoss: 2.5, top1: 0.51, top5: 0.8},
			},
		],
		[
			'[2022/09/04 16:15:41] ppcls INFO: [Eval][Epoch 1][best metric: 0.51]',
			{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {'best metric': 0.51}},
		],
		[
			'[2022/09/04 16:15:42] ppcls INFO: Already save model in ./output/RecModel/best_model',
			{kind: 'checkpoint', best: true, path: './output/RecModel/best_model'},
		],
		[
			'[2022/09/04 16:15:42] ppcls INFO: Already save model in ./output/RecModel/epoch_1',
			{kind: 'checkpoint', best: false, path: './output/RecModel/epoch_1'},
		],
		[
			'[2022/09/04 15:50:00] ppcls INFO: Finish load checkpoints from ./output/RecModel/latest',
			{kind: 'phase', phase: 'resumed', text: './output/RecModel/latest'},
		],
		[
			'[2022/09/04 15:50:00] ppcls INFO: train with paddle 2.3.2 and device Place(gpu:0)',
			{kind: 'phase', phase: 'started'},
		],
		['[2022/09/04 18:50:00] ppcls INFO: training finished', {kind: 'phase', phase: 'finished'}],
		[
			'[2022/09/04 15:50:00] ppcls INFO: train dataloader has 23 iters',
			{kind: 'facts', facts: {}, position: {stepsPerEpoch: 23}},
		],
		[
			'[2022/09/04 15:50:00] ppcls INFO:     epochs : 26',
			{kind: 'facts', facts: {}, position: {epochs: 26}},
		],
		['[2022/09/04 15:50:00] ppcls INFO:     learning_rate : 0.1', []],
		['W0904 15:50:00.000000  123 device_context.cc:447] Please NOTE: device: 0', null],
	],
} satisfies Format;
