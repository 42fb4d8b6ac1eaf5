import type {Format} from '../core/format.ts';

/** Swin Transformer and the many built on its main.py (SimMIM, VMamba, InternImage, NAT …). */
export default {
	title: 'Swin Transformer',
	url: 'https://github.com/microsoft/Swin-Transformer',
	head: /^\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) [^\]\s]*\] ?\([\w.]+ \d+\): (?<level>[A-Z]+) ?/,
	hallmark: /^\[[\d: -]+ [^\]\s]*\] ?\([\w.]+ \d+\): [A-Z]+ /,
	guarded: true,
	losses: ['loss'],
	primary: ['Acc@1'],
	lines: [
		{
			kind: 'metrics',
			has: 'Train: ',
			match:
				/^Train: \[(?<epoch>\d+)\/(?<epochs>\d+)\]\[(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\]\s+(?:eta [\d:]+(?: days?, [\d:]+)?\s+)?/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '* ',
			match: /^ ?\* (?=Acc@1 [\d.]+)/,
			rest: 'pairs',
		},
		{kind: 'checkpoint', match: /^(?<path>\S+\.pth) saved !!!/},
		{kind: 'phase', phase: 'started', match: /^Start training\s*$/},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^=> loaded successfully .*\(epoch (?<epoch>\d+)\)/,
		},
		{kind: 'phase', phase: 'finished', match: /^Training time \d/},
		{
			kind: 'noise',
			match: /^(?:Test: \[|EPOCH \d|Max accuracy: |Accuracy of the network|\S+ saving\.{3,})/,
		},
	],
	samples: [
		[
			'[2021-05-01 10:00:00 swin_tiny] (main.py 180): INFO Train: [3/300][10/1251]\teta 0:10:00 lr 0.001\ttime 0.5 (0.6)\tloss 6.5 (6.7)\tgrad_norm 1.5 (1.6)\tmem 1000MB',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, epochs: 300, stepInEpoch: 10, stepsPerEpoch: 1251},
				values: {lr: 0.001, time: 0.5, loss: 6.5, grad_norm: 1.5},
			},
		],
		[
			'[2021-05-01 10:00:00 swin_tiny] (main.py 220): INFO  * Acc@1 1.5 Acc@5 5.25',
			{kind: 'metrics', split: 'val', values: {'Acc@1': 1.5, 'Acc@5': 5.25}},
		],
		[
			'[2021-05-01 10:00:00 swin_tiny] (utils.py 80): INFO output/ckpt_epoch_3.pth saved !!!',
			{kind: 'checkpoint', best: false, path: 'output/ckpt_epoch_3.pth'},
		],
		[
			'[2021-05-01 10:00:00 swin_tiny](main.py 130): INFO Start training',
			{kind: 'phase', phase: 'started'},
		],
		[
			"[2021-05-01 10:00:00 swin_tiny] (utils.py 40): INFO => loaded successfully 'output/ckpt_epoch_3.pth' (epoch 3)",
			{
				kind: 'phase',
				phase: 'resumed',
				position: {epoch: 3},
				text: "=> loaded successfully 'output/ckpt_epoch_3.pth' (epoch 3)",
			},
		],
		[
			'[2021-05-01 10:00:00 swin_tiny] (main.py 150): INFO Training time 1 day, 2:03:04',
			{kind: 'phase', phase: 'finished'},
		],
		['[2021-05-01 10:00:00 swin_tiny] (main.py 150): INFO Max accuracy: 1.50%', []],
	],
} satisfies Format;
