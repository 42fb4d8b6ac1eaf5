import type {Format} from '../core/format.ts';

/** rl_games, as Isaac Gym and Isaac Lab run it: one line of speeds an epoch, rewards only when they are the best (rl_games/common/a2c_common.py). */
export default {
	title: 'rl_games',
	url: 'https://github.com/Denys88/rl_games',
	hallmark: /^fps step: [\d.]+ fps step and policy inference: /,
	goals: {rewards: 'max', 'fps total': null},
	primary: ['rewards'],
	lines: [
		{
			kind: 'metrics',
			has: 'fps total: ',
			match:
				/^fps step: [\d.]+ +fps step and policy inference: [\d.]+ +fps total: (?<value>[\d.]+)(?: +epoch: (?<epoch>\d+)(?:\/(?<epochs>\d+))?)?(?: +frames: (?<step>\d+))?/,
			name: 'fps total',
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'next best rewards',
			match: /^saving next best rewards: +\[?(?<rewards>[-+\d.e]+)\]?/,
		},
		{kind: 'checkpoint', has: 'checkpoint', match: /^=> saving checkpoint '(?<path>[^']+)'/},
		{
			kind: 'phase',
			phase: 'resumed',
			has: 'checkpoint',
			match: /^=> loading checkpoint '(?<path>[^']+)'/,
		},
		{kind: 'phase', phase: 'finished', match: /^(?:MAX (?:EPOCHS|FRAMES) NUM!|Network won!)/},
	],
	samples: [
		[
			'fps step: 20435 fps step and policy inference: 16891 fps total: 12303 epoch: 2/500 frames: 65536',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 2, epochs: 500, step: 65536},
				values: {'fps total': 12303},
			},
		],
		['saving next best rewards:  [5.36]', {kind: 'metrics', split: 'val', values: {rewards: 5.36}}],
		[
			"=> saving checkpoint 'runs/Ant_12/nn/Ant.pth'",
			{kind: 'checkpoint', best: false, path: 'runs/Ant_12/nn/Ant.pth'},
		],
		[
			"=> loading checkpoint 'runs/Ant_12/nn/Ant.pth'",
			{kind: 'phase', phase: 'resumed', text: "=> loading checkpoint 'runs/Ant_12/nn/Ant.pth'"},
		],
		['MAX EPOCHS NUM!', {kind: 'phase', phase: 'finished'}],
		['fps: 30', null],
	],
} satisfies Format;
