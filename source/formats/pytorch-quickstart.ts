import type {Format} from '../core/format.ts';

/** PyTorch's quickstart tutorial and the many loops copied from it (beginner/basics/quickstart_tutorial.html). */
export default {
	title: 'PyTorch quickstart',
	url: 'https://github.com/pytorch/tutorials',
	hallmark: /^loss: [\d.]+ +\[ *\d+\/ *\d+\]/,
	lines: [
		{
			kind: 'metrics',
			has: 'loss: ',
			match:
				/^(?:train )?loss: (?<loss>[-\d.]+|nan|inf) +\[ *(?<stepInEpoch>\d+)\/ *(?<stepsPerEpoch>\d+)\]/,
		},
		{
			kind: 'metrics',
			split: 'test',
			has: 'Avg loss: ',
			match: /^ ?Accuracy: (?<Accuracy>[\d.]+)%, Avg loss: (?<loss>[-\d.]+|nan|inf)/,
		},
		{kind: 'phase', phase: 'training', match: /^Epoch (?<epoch>\d+)(?:\/(?<epochs>\d+))?\s*$/},
		{kind: 'phase', phase: 'finished', match: /^Done!\s*$/},
		{kind: 'noise', match: /^(?:-{9,}|Test Error: ?)\s*$/},
	],
	samples: [
		[
			'loss: 2.25  [ 6464/60000]',
			{
				kind: 'metrics',
				split: 'train',
				position: {stepInEpoch: 6464, stepsPerEpoch: 60_000},
				values: {loss: 2.25},
			},
		],
		[
			' Accuracy: 41.5%, Avg loss: 1.75 ',
			{kind: 'metrics', split: 'test', values: {Accuracy: 41.5, loss: 1.75}},
		],
		['Epoch 3', {kind: 'phase', phase: 'training', position: {epoch: 3}}],
		['Done!', {kind: 'phase', phase: 'finished'}],
		['Test Error: ', []],
	],
} satisfies Format;
