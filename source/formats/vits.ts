import type {Format} from '../core/format.ts';

/** VITS and the voice changers built on it (so-vits-svc, RVC, GPT-SoVITS), HiFi-GAN, Tacotron 2: a line of losses or several. */
export default {
	title: 'VITS',
	url: 'https://github.com/jaywalnut310/vits',
	head: /^(?:(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+)[\s|]+[\w.-]+[\s|]+INFO[\s|]+|INFO:[\w.-]+:)/,
	hallmark: /(?:\s|:|^)(?:Train Epoch: \d+ \[\d+%\]|====> Epoch: \d+\b|Losses: \[|loss_disc=)/,
	losses: ['loss_mel', 'loss_0', 'loss_gen_all'],
	lines: [
		{
			kind: 'facts',
			opens: true,
			has: 'Train Epoch: ',
			match: /^Train Epoch: (?<epoch>\d+) \[[\d.]+%\]\s*$/,
		},
		{
			kind: 'metrics',
			joins: true,
			has: ', ',
			match:
				/^(?:Losses: )?\[(?<loss_0>[\d.e-]+|nan), (?<loss_1>[\d.e-]+|nan), (?<loss_2>[\d.e-]+|nan), (?<loss_3>[\d.e-]+|nan), (?<loss_4>[\d.e-]+|nan)[\d.e, nan-]*?(?:, (?<step>\d+), (?<lr>[\d.e-]+)\]|\](?:, step: (?<step_>\d+))?(?:, lr: (?<lr_>[\d.e-]+))?)/,
			places: {step_: 'step', lr_: 'none'},
		},
		{kind: 'metrics', joins: true, has: 'loss_', match: /^(?=loss_disc=)/, rest: 'pairs'},
		{kind: 'facts', opens: true, match: /^\[(?<step>\d+), [\d.e-]+\]\s*$/},
		{
			kind: 'metrics',
			has: 'Gen Loss Total',
			match:
				/^Steps : (?<step>\d+), Gen Loss Total : (?<loss_gen_all>[\d.]+|nan), Mel-Spec\. Error : (?<mel_error>[\d.]+|nan)/,
		},
		{
			kind: 'metrics',
			has: 'Grad Norm',
			match:
				/^Train loss (?<step>\d+) (?<loss>[\d.]+|nan|inf) Grad Norm (?<grad_norm>[\d.]+|nan|inf)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'Validation loss ',
			match: /^Validation loss (?<step>\d+): +(?<loss>[\d.]+|nan|inf)\s*$/,
		},
		{
			kind: 'checkpoint',
			match:
				/^[Ss]aving (?:model and optimizer state at (?:iteration|epoch) \d+|checkpoint) to (?<path>\S+)/,
		},
		{kind: 'phase', phase: 'training', match: /^=+> Epoch: (?<epoch>\d+)(?: \[|\s*$)/},
	],
	samples: [
		[
			'2023-01-01 10:00:00,123\tvits\tINFO\tTrain Epoch: 3 [50%]',
			{kind: 'facts', facts: {}, position: {epoch: 3}},
		],
		[
			'2023-01-01 10:00:00,123\tvits\tINFO\t[2.5, 2.25, 5.125, 20.5, 1.25, 1.5, 300, 0.0002]',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 300},
				values: {loss_0: 2.5, loss_1: 2.25, loss_2: 5.125, loss_3: 20.5, loss_4: 1.25, lr: 0.0002},
			},
		],
		[
			'2023-01-01 10:00:00,123\tvits\tINFO\tloss_disc=3.5, loss_gen=3.25, loss_fm=9.5,loss_mel=20.5, loss_kl=1.5',
			{
				kind: 'metrics',
				split: 'train',
				values: {loss_disc: 3.5, loss_gen: 3.25, loss_fm: 9.5, loss_mel: 20.5, loss_kl: 1.5},
			},
		],
		['INFO:mi-test:[200, 0.0001]', {kind: 'facts', facts: {}, position: {step: 200}}],
		[
			'Steps : 25, Gen Loss Total : 70.5, Mel-Spec. Error : 1.25, s/b : 0.5',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 25},
				values: {loss_gen_all: 70.5, mel_error: 1.25},
			},
		],
		[
			'Train loss 20 0.5 Grad Norm 1.25 2.1s/it',
			{kind: 'metrics', split: 'train', position: {step: 20}, values: {loss: 0.5, grad_norm: 1.25}},
		],
		[
			'Validation loss 20: 0.625',
			{kind: 'metrics', split: 'val', position: {step: 20}, values: {loss: 0.625}},
		],
		[
			'Saving model and optimizer state at iteration 20 to out/checkpoint_20',
			{kind: 'checkpoint', best: false, path: 'out/checkpoint_20'},
		],
		['INFO:vits:====> Epoch: 3', {kind: 'phase', phase: 'training', position: {epoch: 3}}],
	],
} satisfies Format;
