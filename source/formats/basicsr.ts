import type {Format} from '../core/format.ts';

/**
BasicSR and what grew from it: Real-ESRGAN, GFPGAN, HAT, SAFMN … (utils/logger.py, models/sr_model.py); its
ancestors and KAIR, where SwinIR was trained: `<epoch: 3, iter: 1,200, lr:…> G_loss: …` (main_train_psnr.py).
*/
export default {
	title: 'BasicSR',
	url: 'https://github.com/XPixelGroup/BasicSR',
	head: /^(?<time>(?:\d\d)?\d\d-\d\d-\d\d \d\d:\d\d:\d\d[,.]\d+) (?:: |(?:- )?(?<level>[A-Z]+): )/,
	hallmark:
		/^(?:\d\d)?\d\d-\d\d-\d\d [\d:,.]+ (?:- )?(?:[A-Z]+)?: (?:\[[^\]]*\])?[[<]epoch: *\d+, iter: *[\d,]+, lr:|^\s+BasicSR: \d|^# GENERATE TIME:/,
	losses: ['l_total', 'l_g_total'],
	primary: ['psnr'],
	lines: [
		{
			kind: 'metrics',
			split: 'val',
			has: '<epoch:',
			match:
				/^<epoch: *(?<epoch>\d+), iter: *(?<step>[\d,]+)(?:, Average PSNR ?|> psnr): *(?<psnr>[-+\d.e]*\d|nan|inf)(?: ?dB)?\.?\s*$/,
		},
		{
			kind: 'metrics',
			has: 'epoch:',
			match:
				/^(?:\[[^\]]*\] ?)?[[<]epoch: *(?<epoch>\d+), iter: *(?<step>[\d,]+), lr: ?\(?(?<lr>[\d.e+-]+)[^\]>]*[\]>] ?(?:\[eta: [^\]]*?, time \(data\): *(?<iter_time>[\d.]+) \((?<data_time>[\d.]+)\)\])?/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: '# ',
			match: /^\s+# (?<key>[\w@/. -]+): *(?<value>[-+\d.e]+|[-+]?nan|[-+]?inf)(?=\s|$)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '# ',
			match: /^Validation [^,#]+,\s+(?=# )/,
			rest: 'pairs',
		},
		{kind: 'checkpoint', match: /^Sav(?:ing models and training states|e the latest model)\./},
		{kind: 'phase', phase: 'validating', match: /^Validation (?!loss)[^:=]*$/},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^Resuming training from epoch: (?<epoch>\d+), iter: (?<step>[\d,]+)/,
		},
		{
			kind: 'phase',
			phase: 'started',
			match: /^Start training from epoch: (?<epoch>\d+), iter: (?<step>[\d,]+)/,
		},
		{
			kind: 'facts',
			match: /^\s*Total epochs: (?<epochs>[\d,]+); iters: (?<steps>[\d,]+)/,
		},
		{kind: 'facts', match: /^\s*Require iter number per epoch: (?<stepsPerEpoch>[\d,]+)/},
		{kind: 'phase', phase: 'finished', match: /^End of training\.(?: Time consumed|\s*$)/},
		{
			kind: 'trouble',
			what: 'error',
			passing: true,
			match: /^Save (?:training state|model) error: (?<text>.+)/,
		},
		{
			kind: 'noise',
			match:
				/^(?:\s+Best: .* @ [\d,]+ iter|Training statistics:|Network[: [].*|Model \[\w+\] is created|Dataset \[\w+\] .*is built|Loading \w+ model|\t(?:Number of|Dataset enlarge|Batch size|World size)|.*Path already exists\. Rename it)/,
		},
	],
	samples: [
		[
			'22-01-05 10:05:00.123 : <epoch:  0, iter:   1,200, lr:2.000e-04> G_loss: 5.125e-02',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, step: 1200},
				values: {lr: 0.0002, G_loss: 0.05125},
			},
		],
		[
			'22-01-05 10:12:20.123 : <epoch:  1, iter:     400, Average PSNR : 34.12dB',
			{kind: 'metrics', split: 'val', position: {epoch: 1, step: 400}, values: {psnr: 34.12}},
		],
		[
			'2024-05-01 10:03:05,123 INFO: [SAFMN..][epoch:  3, iter:   1,200, lr:(1.000e-03,)] [eta: 20:12:56, time (data): 0.161 (0.017)] l_pix: 3.5858e-02 l_freq: 2.7815e-01 ',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3, step: 1200},
				values: {lr: 0.001, iter_time: 0.161, data_time: 0.017, l_pix: 0.035858, l_freq: 0.27815},
			},
		],
		[
			'2024-05-01 11:00:00,123 INFO: [finet..][epoch:1049, iter:  65,100, lr:(1.000e-04,1.000e-05,)] [eta: 1 day, 22:42:24, time (data): 0.477 (0.047)] l_g_pix: nan out_d_real: 5.5e+00 ',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1049, step: 65100},
				values: {
					lr: 0.0001,
					iter_time: 0.477,
					data_time: 0.047,
					l_g_pix: Number.NaN,
					out_d_real: 5.5,
				},
			},
		],
		[
			'2020-10-07 01:02:03.456 INFO: <epoch: 12, iter:   3,400, lr:2.000e-04> l_pix: 1.5e-02 ',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 12, step: 3400},
				values: {lr: 0.0002, l_pix: 0.015},
			},
		],
		[
			'\t # psnr: 28.1327\tBest: 28.1327 @ 5000 iter',
			{kind: 'metrics', split: 'val', values: {psnr: 28.1327}},
		],
		[
			'\t # psnr: 30.1200\t # folder1: 29.9000',
			{kind: 'metrics', split: 'val', values: {psnr: 30.12}},
		],
		[
			'2020-10-07 01:02:03,456 INFO: Validation Set5,\t\t # psnr: 30.1200\t # ssim: 0.8021',
			{kind: 'metrics', split: 'val', values: {psnr: 30.12, ssim: 0.8021}},
		],
		['\t    Best: 30.1200 @ 5000 iter', []],
		[
			'2024-05-01 11:00:01,123 INFO: Saving models and training states.',
			{kind: 'checkpoint', best: false},
		],
		['2024-05-02 12:00:00,123 INFO: Save the latest model.', {kind: 'checkpoint', best: false}],
		['2024-05-01 11:00:30,123 INFO: Validation Set5', {kind: 'phase', phase: 'validating'}],
		[
			'2024-05-01 11:00:31,123 INFO: Resuming training from epoch: 1048, iter: 65000.',
			{kind: 'phase', phase: 'resumed', position: {epoch: 1048, step: 65000}},
		],
		[
			'2024-05-01 10:00:05,123 INFO: Start training from epoch: 0, iter: 0',
			{kind: 'phase', phase: 'started', position: {epoch: 0, step: 0}},
		],
		[
			'\tTotal epochs: 24; iters: 400000.',
			{kind: 'facts', facts: {}, position: {epochs: 24, steps: 400000}},
		],
		[
			'\tRequire iter number per epoch: 125',
			{kind: 'facts', facts: {}, position: {stepsPerEpoch: 125}},
		],
		[
			'2024-05-02 12:00:00,123 INFO: End of training. Time consumed: 20:55:20',
			{kind: 'phase', phase: 'finished'},
		],
		[
			'2024-05-01 11:00:32,123 WARNING: Save training state error: [enforce fail] unexpected pos 110, remaining retry times: 2',
			{
				kind: 'trouble',
				what: 'error',
				text: '[enforce fail] unexpected pos 110, remaining retry times: 2',
				passing: true,
			},
		],
		['    print_freq: 100', null],
	],
} satisfies Format;
