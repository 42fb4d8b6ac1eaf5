import type {Format} from '../core/format.ts';

/** NVIDIA's DLLogger, as its examples print it (dllogger/logger.py). */
export default {
	title: 'NVIDIA DLLogger',
	url: 'https://github.com/NVIDIA/dllogger',
	head: /^(?:\d+: )?DLL (?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+) - /,
	hallmark: /\bDLL \d{4}-\d\d-\d\d [\d:.]+ - /,
	guarded: true,
	losses: ['loss', 'train_loss', 'Loss', 'step_loss'],
	lines: [
		{
			kind: 'metrics',
			has: 'teration: ',
			match:
				/^(?:(?:Training )?Epoch: (?<epoch>\d+) )?(?:Training )?Iteration: (?<stepInEpoch>\d+)(?: \/ \d+)? +(?=(?:[a-z]+\.\w+|step_loss|average_loss) : )(?!.*\bval(?:idation)?[._ ])/i,
			rest: 'pairs',
			prefixes: {'train.': 'train', train_: 'train', 'val.': 'val'},
		},
		{
			kind: 'metrics',
			has: ' : ',
			match: /^\((?<epoch>\d+), (?<stepInEpoch>\d+)\) (?=.*\w*loss : )(?!.*\bval[._])/,
			rest: 'pairs',
			prefixes: {'train.': 'train', train_: 'train'},
		},
		{
			kind: 'metrics',
			has: ' : ',
			match: /^\((?<epoch>\d+),\) (?=.*\b(?:train|val)_\w*loss : )/,
			rest: 'pairs',
			prefixes: {train_: 'train', val_: 'val'},
		},
		{
			kind: 'metrics',
			has: 'poch: ',
			match: /^Epoch: (?<epoch>\d+) +(?!Validation )(?=.*\bval\.\w+ : )/,
			rest: 'pairs',
			prefixes: {'train.': 'train', 'val.': 'val'},
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'alidation ',
			match: /^(?:Epoch: (?<epoch>\d+) )?\(?Validation\)? (?=[a-z]+[._]\w+ : )/,
			rest: 'pairs',
			prefixes: {'val.': 'val', val_: 'val'},
		},
		{
			kind: 'facts',
			match: /^PARAMETER (?=.*?\bepochs : (?<epochs>\d+)|)/,
		},
		{kind: 'noise', match: /^Epoch: \d+ +\w/},
	],
	samples: [
		[
			'DLL 2020-05-26 12:00:10.123456 - Epoch: 0 Iteration: 10  train.loss : 6.75  train.compute_ips : 800.5 img/s train.lr : 0.0625 ',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, stepInEpoch: 10},
				values: {loss: 6.75, compute_ips: 800.5, lr: 0.0625},
			},
		],
		[
			'DLL 2020-05-26 12:00:10.123456 - Training Epoch: 0 Training Iteration: 10  step_loss : 10.5 learning_rate : 0.0001 ',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, stepInEpoch: 10},
				values: {step_loss: 10.5, learning_rate: 0.0001},
			},
		],
		[
			'DLL 2020-05-26 12:00:10.123456 - (0, 10) train_loss : 0.5 ',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, stepInEpoch: 10},
				values: {loss: 0.5},
			},
		],
		[
			'DLL 2020-05-26 12:20:20.123456 - (0,) val_loss : 0.25 ',
			{kind: 'metrics', split: 'val', position: {epoch: 0}, values: {loss: 0.25}},
		],
		[
			'DLL 2020-05-26 12:20:20.123456 - Epoch: 0  val.top1 : 10.5 % val.loss : 5.125 ',
			{kind: 'metrics', split: 'val', position: {epoch: 0}, values: {top1: 10.5, loss: 5.125}},
		],
		[
			'DLL 2020-05-26 12:20:20.123456 - Epoch: 0 Validation val.mean_dice : 0.75 ',
			{kind: 'metrics', split: 'val', position: {epoch: 0}, values: {mean_dice: 0.75}},
		],
		[
			'DLL 2020-05-26 12:00:00.123456 - PARAMETER data : /imagenet  batch_size : 256  epochs : 90 ',
			{kind: 'facts', facts: {}, position: {epochs: 90}},
		],
		['DLL 2020-05-26 12:20:20.123456 - Epoch: 0  train.total_ips : 700.5 img/s', []],
	],
} satisfies Format;
