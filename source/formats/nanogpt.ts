import type {Format} from '../core/format.ts';

/** nanoGPT and its relatives: makemore, build-nanogpt, modded-nanogpt, llm.c, and loops that print `step N | loss x | …`. */
export default {
	title: 'nanoGPT',
	url: 'https://github.com/karpathy/nanoGPT',
	hallmark: /^(?:step \d+\/\d+ \([\d.]+%\) \| |iter \d+: loss |s:\d+ t[re]l:)/,
	goals: {norm: null, mfu: null, 'Validation bpb': 'min', 'CORE metric': 'max'},
	lines: [
		{
			kind: 'metrics',
			has: '%) | loss: ',
			match: /^step (?<step>\d+)\/(?<steps>\d+) \([\d.]+%\) \| (?=loss: )/,
			rest: 'pairs',
			places: {dt: 'none', time: 'none', lrm: 'none', eta: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Step ',
			match:
				/^Step (?<step>\d+) \| (?<key>Validation bpb|CORE metric|Validation loss): (?<value>[\d.]+|nan|inf)\s*$/,
		},
		{
			kind: 'metrics',
			has: 'iter ',
			match: /^iter (?<step>\d+): (?!val )(?=(?:\w+ )?loss )/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			has: ' train loss',
			match: /^step (?<step>\d+)(?:: (?=train loss )| (?=train loss: [\d.]+ test loss: ))/,
			rest: 'pairs',
			prefixes: {'val ': 'val', 'test ': 'val'},
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'step',
			match:
				/^\s*(?:\[\w+\] *)?step:? *(?<step>\d+)(?:\/(?<steps>\d+))? ?[|:]? *(?=(?:val|valid|validation|eval)[ _]?\w*:? *[\d.]|val\w* loss)/,
			rest: 'pairs',
			prefixes: {val_: 'val', 'val ': 'val', valid_: 'val', 'validation ': 'val', eval_: 'val'},
			places: {train_time: 'none', step_avg: 'none'},
		},
		{
			kind: 'metrics',
			has: 'step',
			match:
				/^\s*step:? *(?<step>\d+)(?:\/(?<steps>\d+))? *[|:]? *(?=(?:train_)?loss[: ] *[-\d.ni])/,
			rest: 'pairs',
			prefixes: {train_: 'train'},
			places: {train_time: 'none', step_avg: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			match: /^(?:validation|val) loss:? (?<loss>[\d.]+|nan|inf)\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'HellaSwag',
			match: /^HellaSwag(?: accuracy)?: (?:\d+\/\d+ ?= ?)?(?<HellaSwag>[\d.]+)/,
		},
		{
			kind: 'metrics',
			match: /^(?<step>\d+) train (?<loss>[\d.]+|nan|inf)\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			match: /^(?<step>\d+) val (?<loss>[\d.]+|nan|inf)\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match: /^(?<step>\d+) hella (?<HellaSwag>[\d.]+)\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			match: /^(?<step>\d+) (?=val\w+ [\d.]+(?: \w+ [\d.]+)*\s*$)/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			has: ' trl:',
			match: /^s:(?<step>\d+) trl:(?<loss>[\d.]+|nan)/,
			rest: 'pairs',
		},
		{kind: 'metrics', split: 'val', has: ' tel:', match: /^s:(?<step>\d+) tel:(?<loss>[\d.]+|nan)/},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: ' eval:',
			match: /^s:(?<step>\d+) eval:(?<HellaSwag>[\d.]+)/,
		},
		{kind: 'checkpoint', match: /^saving checkpoint to (?<path>\S+)/},
		{
			kind: 'checkpoint',
			match:
				/^\[\w+\] saved (?:checkpoint )?(?:to )?(?<path>\S+\.(?:pt|pth|bin|ckpt|safetensors))\b/i,
		},
		{
			kind: 'phase',
			phase: 'resumed',
			match:
				/^(?:Resuming training from |\[\w+\] resumed from )(?<text>\S+)(?: at step (?<step>\d+))?/,
		},
		{
			kind: 'phase',
			phase: 'started',
			match: /^(?:Initializing a new model from scratch|tokens per iteration will be: )/,
		},
		{kind: 'facts', match: /^[Mm]ax steps *: *(?<steps>[\d,]+)\s*$/},
		{kind: 'noise', match: /^step:\d+\/\d+ train_time:/},
	],
	samples: [
		[
			'step 00250/21400 (1.17%) | loss: 5.5 | grad norm: 0.5 | lrm: 1.00 | dt: 5120.10ms | tok/sec: 102,400 | mfu: 10.25',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 250, steps: 21400},
				values: {loss: 5.5, norm: 0.5, 'tok/sec': 102400, mfu: 10.25},
			},
		],
		[
			'Step 00250 | Validation bpb: 1.125',
			{kind: 'metrics', split: 'val', position: {step: 250}, values: {'Validation bpb': 1.125}},
		],
		[
			'iter 10: loss 4.1234, time 23.30ms, mfu -100.00%',
			{kind: 'metrics', split: 'train', position: {step: 10}, values: {loss: 4.1234, mfu: -100}},
		],
		[
			'step 250: train loss 1.9500, val loss 2.0500',
			{
				kind: 'metrics',
				split: 'val',
				position: {step: 250},
				values: {'train loss': 1.95, loss: 2.05},
			},
		],
		[
			'step 500 train loss: 2.25 test loss: 2.375',
			{
				kind: 'metrics',
				split: 'val',
				position: {step: 500},
				values: {'train loss': 2.25, loss: 2.375},
			},
		],
		[
			'step  9563 | loss: 3.612734 | lr 3.4529e-04 | norm: 0.6311 | dt: 159.61ms | tok/sec: 3449340.51',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 9563},
				values: {loss: 3.612734, lr: 0.00034529, norm: 0.6311, 'tok/sec': 3449340.51},
			},
		],
		[
			'step   10/19560 | loss 7.510000 (+0.00z)| norm 1.2000 (+0.10z)| lr 6.00e-04 | 1234.50 ms',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 10, steps: 19560},
				values: {loss: 7.51, norm: 1.2, lr: 0.0006},
			},
		],
		[
			'step:1/3040 train_loss:10.8125 train_time:144ms step_avg:144.00ms',
			{kind: 'metrics', split: 'train', position: {step: 1, steps: 3040}, values: {loss: 10.8125}},
		],
		[
			'step:125/3040 val_loss:4.51317 train_time:76.628s step_avg:613.02ms',
			{kind: 'metrics', split: 'val', position: {step: 125, steps: 3040}, values: {loss: 4.51317}},
		],
		[
			'  [eval] step   48000 | val_loss 4.0749',
			{kind: 'metrics', split: 'val', position: {step: 48000}, values: {loss: 4.0749}},
		],
		['validation loss: 10.8906', {kind: 'metrics', split: 'val', values: {loss: 10.8906}}],
		[
			'HellaSwag accuracy: 2503/10042=0.2493',
			{kind: 'metrics', split: 'val', values: {HellaSwag: 0.2493}},
		],
		[
			'250 train 6.498441',
			{kind: 'metrics', split: 'train', position: {step: 250}, values: {loss: 6.498441}},
		],
		[
			'250 val 6.5193',
			{kind: 'metrics', split: 'val', position: {step: 250}, values: {loss: 6.5193}},
		],
		[
			'250 hella 0.2444',
			{kind: 'metrics', split: 'val', position: {step: 250}, values: {HellaSwag: 0.2444}},
		],
		[
			'250 valbin_ppl 19.5 valbin_loss 2.97',
			{
				kind: 'metrics',
				split: 'val',
				position: {step: 250},
				values: {valbin_ppl: 19.5, valbin_loss: 2.97},
			},
		],
		[
			's:100 trl:6.5000 lr:0.000300 norm:1.2500',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 100},
				values: {loss: 6.5, lr: 0.0003, norm: 1.25},
			},
		],
		[
			's:0 tel:11.0100',
			{kind: 'metrics', split: 'val', position: {step: 0}, values: {loss: 11.01}},
		],
		[
			's:250 eval:0.3000',
			{kind: 'metrics', split: 'val', position: {step: 250}, values: {HellaSwag: 0.3}},
		],
		['saving checkpoint to out', {kind: 'checkpoint', best: false, path: 'out'}],
		[
			'[Checkpoint] saved ./checkpoints/ckpt_step0047850.pt',
			{kind: 'checkpoint', best: false, path: './checkpoints/ckpt_step0047850.pt'},
		],
		[
			'[Checkpoint] resumed from ./latest.pt at step 47700',
			{kind: 'phase', phase: 'resumed', position: {step: 47700}, text: './latest.pt'},
		],
		['tokens per iteration will be: 491,520', {kind: 'phase', phase: 'started'}],
		['Max steps               : 100,000', {kind: 'facts', facts: {}, position: {steps: 100000}}],
		['step:2/3040 train_time:288ms step_avg:144.00ms', []],
		['[Checkpoint] pruned checkpoints/ckpt_step0047400.pt', null],
	],
} satisfies Format;
