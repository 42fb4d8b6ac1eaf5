import type {Format} from '../core/format.ts';

/**
Scene text outside Paddle: deep-text-recognition-benchmark (train.py), EasyOCR's trainer grown from it, crnn.pytorch
(train.py), DB (trainer.py, concern/log.py), PSENet (train_ic15.py) and PAN, which grew from it.
*/
export default {
	title: 'CRNN, DB, PSENet and their kin',
	url: 'https://github.com/clovaai/deep-text-recognition-benchmark',
	hallmark:
		/^Current_accuracy\s*: |^\[\d+\/\d+\] valid loss: [\d.]+ accuracy: [\d.]+, norm_ED: |^Test loss: [\d.]+, accuray: |\| Loss\(text\/kernel\/emb|\| IOU_t: |^\[INFO\] \[[\d: ,-]+\] step: +\d+, epoch: +\d+, loss: /,
	guarded: true,
	head: /^\[INFO\] \[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+)\] /,
	primary: ['accuracy', 'fmeasure', 'norm_ED', 'accuray'],
	goals: {accuray: 'max', norm_ED: 'max', fmeasure: 'max'},
	losses: ['loss', 'Loss'],
	lines: [
		{
			kind: 'metrics',
			has: 'Train loss: ',
			match:
				/^\[(?<step>\d+)\/(?<steps>\d+)\] Train loss: (?=[\d.n]+, Valid loss: )(?<loss>[\d.]+|nan), Valid loss: (?<val_loss>[\d.]+|nan)/,
			prefixes: {val_: 'val'},
		},
		{
			kind: 'metrics',
			has: ' elapsed_time: ',
			match: /^\[(?<step>\d+)\/(?<steps>\d+)\] Loss: (?<loss>[\d.]+|nan) elapsed_time: /,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '] valid loss: ',
			match:
				/^\[(?<step>\d+)\/(?<steps>\d+)\] valid loss: (?<loss>[\d.]+|nan) accuracy: (?<accuracy>[\d.]+), norm_ED: [\d.]+/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Current_accuracy',
			match: /^Current_accuracy\s*: (?<accuracy>[\d.]+), Current_norm_ED\s*: (?<norm_ED>[\d.]+)/,
		},
		{
			kind: 'metrics',
			match:
				/^\[(?<epoch>\d+)\/(?<epochs>\d+)\]\[(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\] Loss: ?(?<loss>[\d.]+|nan|inf)(?: Acc:\d+ Time:[\d.]+s Lr:(?<lr>[\d.]+))?$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'Test loss: ',
			match: /^Test loss: (?<loss>[\d.]+|nan|inf), accuray: (?<accuracy>[\d.]+)$/,
		},
		{
			kind: 'metrics',
			has: 'step: ',
			match:
				/^step: +(?<step>\d+), epoch: +(?<epoch>\d+), loss: (?<loss>[\d.]+|nan), lr: (?<lr>[\d.e-]+)/,
		},
		{
			kind: 'metrics',
			joins: true,
			match: /^(?<key>(?:bce|thresh|l1|dice|prob)_loss): (?<value>[\d.]+|nan)$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match: /^(?:[\w-]+\/)?(?<key>precision|recall|fmeasure) : (?<value>[\d.]+|nan) \(\d+\)$/,
		},
		{
			kind: 'phase',
			phase: 'training',
			match: /^Epoch: \[(?<epoch>\d+) \| (?<epochs>\d+)\](?: LR: [\d.]+)?$/,
		},
		{
			kind: 'metrics',
			has: 'min | ETA: ',
			match:
				/^\((?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\) (?:LR: (?<lr>[\d.]+) \| )?Batch: [\d.]+s \| (?:Total|TOTAL): \d+min \| ETA: \d+min \| Loss: (?<loss>[\d.]+|nan)(?=.*\| IOU_t: +(?<IOU_t>[\d.]+|nan)|)/,
		},
		{kind: 'phase', phase: 'training', match: /^Training epoch (?<epoch>\d+)$/},
		{kind: 'phase', phase: 'finished', match: /^(?:Training done|end the training)$/},
		{
			kind: 'noise',
			match: /^(?:best_accuracy: |Best_accuracy|Start val$|-{20,}$|Ground Truth +\|)/,
		},
	],
	samples: [
		[
			'[2000/300000] Train loss: 1.25, Valid loss: 0.75, Elapsed_time: 605.12345',
			[
				{
					kind: 'metrics',
					split: 'train',
					position: {step: 2000, steps: 300_000},
					values: {loss: 1.25},
				},
				{
					kind: 'metrics',
					split: 'val',
					position: {step: 2000, steps: 300_000},
					values: {loss: 0.75},
				},
			],
		],
		[
			'Current_accuracy : 70.125, Current_norm_ED  : 0.875',
			{kind: 'metrics', split: 'val', values: {accuracy: 70.125, norm_ED: 0.875}},
		],
		[
			'[1/25][100/5000] Loss: 1.125',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 25, stepInEpoch: 100, stepsPerEpoch: 5000},
				values: {loss: 1.125},
			},
		],
		[
			'Test loss: 1.125, accuray: 0.75',
			{kind: 'metrics', split: 'val', values: {loss: 1.125, accuracy: 0.75}},
		],
		[
			'[INFO] [2021-01-01 12:00:10,123] step:     50, epoch:   0, loss: 5.125000, lr: 0.007000',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 50, epoch: 0},
				values: {loss: 5.125, lr: 0.007},
			},
		],
		[
			'[INFO] [2021-01-01 12:00:10,123] bce_loss: 0.500000',
			{kind: 'metrics', split: 'train', values: {bce_loss: 0.5}},
		],
		[
			'[INFO] [2021-01-01 12:10:20,123] icdar2015/fmeasure : 0.625000 (1)',
			{kind: 'metrics', split: 'val', values: {fmeasure: 0.625}},
		],
		[
			'Epoch: [2 | 600] LR: 0.001000',
			{kind: 'phase', phase: 'training', position: {epoch: 2, epochs: 600}},
		],
		[
			'(21/1000) LR: 0.0010000 | Batch: 0.512s | Total: 1min | ETA: 15min | Loss: 0.875 | Loss(text/kernel/emb/rec): 0.412/0.512/0.000/0.000',
			{
				kind: 'metrics',
				split: 'train',
				position: {stepInEpoch: 21, stepsPerEpoch: 1000},
				values: {lr: 0.001, loss: 0.875},
			},
		],
		[
			'[INFO] [2021-01-01 12:00:00,123] Training epoch 3',
			{kind: 'phase', phase: 'training', position: {epoch: 3}},
		],
		[
			'[2000/300000] Loss: 1.25000 elapsed_time: 605.12345',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 2000, steps: 300_000},
				values: {loss: 1.25},
			},
		],
		[
			'[2000/300000] valid loss: 0.75000 accuracy: 70.125, norm_ED: 120.50',
			{
				kind: 'metrics',
				split: 'val',
				position: {step: 2000, steps: 300_000},
				values: {loss: 0.75, accuracy: 70.125},
			},
		],
		[
			'[1/30][100/5000] Loss:1.125000 Acc:1 Time:0.512345s Lr:0.001000',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 30, stepInEpoch: 100, stepsPerEpoch: 5000},
				values: {loss: 1.125, lr: 0.001},
			},
		],
		[
			'(21/62) Batch: 1.512s | TOTAL: 1min | ETA: 1min | Loss: 0.7500 | Acc_t:  0.9125 | IOU_t:  0.6250 | IOU_k:  0.5125',
			{
				kind: 'metrics',
				split: 'train',
				position: {stepInEpoch: 21, stepsPerEpoch: 62},
				values: {loss: 0.75, IOU_t: 0.625},
			},
		],
		['[INFO] [2021-01-01 12:10:20,123] Training done', {kind: 'phase', phase: 'finished'}],
		['Best_accuracy    : 70.123, Best_norm_ED     : 0.88', []],
	],
} satisfies Format;
