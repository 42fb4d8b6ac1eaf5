import type {Format} from '../core/format.ts';

/** Kaldi's nnet3 and nnet2 trainers, where larger is better (src/nnet3/nnet-training.cc, nnet-diagnostics.cc), and nnet1's (src/nnet/nnet-loss.cc). */
export default {
	title: 'Kaldi',
	url: 'https://github.com/kaldi-asr/kaldi',
	head: /^LOG \([\w-]+(?:\[[^\]]*\])?:[^()]*\(\):[\w-]+\.(?:cc|h):\d+\) /,
	hallmark: /^LOG \(nnet[\w-]*(?:\[[^\]]*\])?:/,
	losses: ['output', 'AvgLoss'],
	primary: ['output accuracy', 'output', 'frame accuracy'],
	goals: {output: 'max', 'output-xent': 'max'},
	lines: [
		{
			kind: 'metrics',
			has: 'for minibatches ',
			match:
				/^Average objective function for '(?<key>[\w-]+)' for minibatches \d+-(?<step>\d+) is (?<value>[-+\d.e]+|-?nan|-?inf) over /,
		},
		{
			kind: 'noise',
			has: 'verall average ',
			match: /^Overall average (?:objective function|regularizer|l2|log-prob)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Overall log-probability',
			match:
				/^Overall log-probability for '(?<key>[\w-]+)' is (?<value>[-+\d.e]+|-?nan|-?inf)(?: \+ [-\d.e]+ = [-\d.e]+)? per frame/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			name: 'output accuracy',
			has: 'Overall accuracy',
			match: /^Overall accuracy for 'output' is (?<value>[\d.e-]+) per frame/,
		},
		{
			kind: 'metrics',
			has: 'AvgLoss: ',
			match: /^(?:\[[\w ,:]+\] )?AvgLoss: (?<AvgLoss>[-+\d.e]+|nan|inf) \((?:Xent|Mse)\)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			name: 'frame accuracy',
			has: 'FRAME_ACCURACY',
			match: /^FRAME_ACCURACY >> (?<value>[\d.]+)% <</,
		},
		{kind: 'phase', phase: 'finished', has: 'Ended', match: /^# Ended \(code 0\)/},
		{
			kind: 'trouble',
			what: 'failed',
			has: 'Ended',
			match: /^# Ended \(code (?!0\))\d+[^)]*\)/,
		},
	],
	samples: [
		[
			"LOG (nnet3-train[5.5.1~1-abcd]:PrintStatsForThisPhase():nnet-training.cc:278) Average objective function for 'output' for minibatches 0-99 is -3.125 over 12345 frames.",
			{kind: 'metrics', split: 'train', position: {step: 99}, values: {output: -3.125}},
		],
		[
			"LOG (nnet3-train[5.5.1~1-abcd]:PrintTotalStats():nnet-training.cc:310) Overall average objective function for 'output' is -2.8 over 37035 frames.",
			[],
		],
		[
			"LOG (nnet3-compute-prob[5.5]:PrintTotalStats():nnet-diagnostics.cc:178) Overall log-probability for 'output' is -1.25 per frame, over 2000 frames.",
			{kind: 'metrics', split: 'val', values: {output: -1.25}},
		],
		[
			"LOG (nnet3-compute-prob[5.5]:PrintTotalStats():nnet-diagnostics.cc:170) Overall accuracy for 'output' is 0.5 per frame, over 2000 frames.",
			{kind: 'metrics', split: 'val', values: {'output accuracy': 0.5}},
		],
		[
			'LOG (nnet-train-frmshuff[5.5]:main():nnet-train-frmshuff.cc:450) AvgLoss: 2.375 (Xent), [AvgXent: 2.375, AvgTargetEnt: 0]',
			{kind: 'metrics', split: 'train', values: {AvgLoss: 2.375}},
		],
		[
			'FRAME_ACCURACY >> 45.5% <<',
			{kind: 'metrics', split: 'val', values: {'frame accuracy': 45.5}},
		],
		['# Ended (code 0) at Mon May  1 10:00:00 UTC 2023', {kind: 'phase', phase: 'finished'}],
		[
			'# Ended (code 1) at Mon May  1 10:00:00 UTC 2023',
			{
				kind: 'trouble',
				what: 'failed',
				text: '# Ended (code 1) at Mon May  1 10:00:00 UTC 2023',
			},
		],
		['LOG (gmm-align[5.5]:main():gmm-align.cc:119) 0001', null],
	],
} satisfies Format;
