import type {Format} from '../core/format.ts';

/** Caffe's solver (src/caffe/solver.cpp). */
export default {
	title: 'Caffe',
	url: 'https://github.com/BVLC/caffe',
	hallmark: /^[IWEF]\d{4} [\d:.]+\s+\d+ (?:sgd_)?solver\.cpp:\d+\]/,
	guarded: true,
	lines: [
		{
			kind: 'metrics',
			has: 'Iteration ',
			match:
				/^[IWEF](?<time>\d{4} [\d:.]+)\s+\d+ \w*solver\.cpp:\d+\] Iteration (?<step>\d+)(?: \([\d.e+-]+ iter\/s, [\d.e+-]+s\/\d+ iters\))?, loss = (?<loss>[-+\d.e]+|-?nan|inf)$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Test net output',
			match:
				/^[IWEF](?<time>\d{4} [\d:.]+)\s+\d+ \w*solver\.cpp:\d+\] \s+Test net output #\d+: (?<key>[\w/.@-]+) = (?<value>[-+\d.e]+|-?nan|inf)(?: \(.*\))?$/,
		},
		{
			kind: 'metrics',
			joins: true,
			has: 'lr = ',
			match:
				/^[IWEF](?<time>\d{4} [\d:.]+)\s+\d+ \w*solver\.cpp:\d+\] Iteration (?<step>\d+), lr = (?<lr>[\d.e-]+)$/,
		},
		{
			kind: 'facts',
			opens: true,
			has: 'Testing net',
			match:
				/^[IWEF](?<time>\d{4} [\d:.]+)\s+\d+ \w*solver\.cpp:\d+\] Iteration (?<step>\d+), Testing net \(#\d+\)/,
		},
		{
			kind: 'checkpoint',
			match:
				/^[IWEF](?<time>\d{4} [\d:.]+)\s+\d+ \w*solver\.cpp:\d+\] Snapshotting to (?:binary proto|HDF5) file (?<path>\S+)/,
		},
		{
			kind: 'phase',
			phase: 'resumed',
			match:
				/^[IWEF](?<time>\d{4} [\d:.]+)\s+\d+ \w*solver\.cpp:\d+\] \s*(?:Restoring previous solver|Resuming from) /,
		},
		{
			kind: 'phase',
			phase: 'finished',
			match: /^[IWEF](?<time>\d{4} [\d:.]+)\s+\d+ \w*solver\.cpp:\d+\] Optimization Done\./,
		},
		{
			kind: 'phase',
			phase: 'interrupted',
			match:
				/^[IWEF](?<time>\d{4} [\d:.]+)\s+\d+ \w*solver\.cpp:\d+\] Optimization stopped early\./,
		},
		{kind: 'facts', match: /^max_iter: (?<steps>\d+)$/},
		{kind: 'noise', match: /solver\.cpp:\d+\] (?:\s+Train net output #|Snapshotting solver state)/},
	],
	samples: [
		[
			'I0301 10:10:05.123456  1234 solver.cpp:218] Iteration 500 (35.5 iter/s, 2.8s/100 iters), loss = 1.5',
			{kind: 'metrics', split: 'train', position: {step: 500}, values: {loss: 1.5}},
		],
		[
			'I0301 10:10:05.123456  1234 solver.cpp:204] Iteration 500, loss = 1.5',
			{kind: 'metrics', split: 'train', position: {step: 500}, values: {loss: 1.5}},
		],
		[
			'I0301 10:10:05.123456  1234 solver.cpp:397]     Test net output #1: loss = 0.9 (* 1 = 0.9 loss)',
			{kind: 'metrics', split: 'val', values: {loss: 0.9}},
		],
		[
			'I0301 10:10:05.123456  1234 sgd_solver.cpp:105] Iteration 500, lr = 0.01',
			{kind: 'metrics', split: 'train', position: {step: 500}, values: {lr: 0.01}},
		],
		[
			'I0301 10:10:05.123456  1234 solver.cpp:330] Iteration 500, Testing net (#0)',
			{kind: 'facts', facts: {}, position: {step: 500}},
		],
		[
			'I0301 10:10:33.123456  1234 solver.cpp:447] Snapshotting to binary proto file lenet_iter_500.caffemodel',
			{kind: 'checkpoint', best: false, path: 'lenet_iter_500.caffemodel'},
		],
		[
			'I0301 10:10:33.123456  1234 solver.cpp:400] Resuming from lenet_iter_500.solverstate',
			{kind: 'phase', phase: 'resumed'},
		],
		[
			'I0301 10:10:33.123456  1234 solver.cpp:315] Optimization Done.',
			{kind: 'phase', phase: 'finished'},
		],
		[
			'I0301 10:10:33.123456  1234 solver.cpp:305] Optimization stopped early.',
			{kind: 'phase', phase: 'interrupted'},
		],
		['max_iter: 10000', {kind: 'facts', facts: {}, position: {steps: 10_000}}],
		[
			'I0301 10:10:05.123456  1234 solver.cpp:237]     Train net output #0: loss = 1.5 (* 1 = 1.5 loss)',
			[],
		],
	],
} satisfies Format;
