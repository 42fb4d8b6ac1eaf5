import type {Format} from '../core/format.ts';

/** MACE: the loss and the errors on the validation set, once in some epochs (mace/tools/train.py, valid_err_log). */
export default {
	title: 'MACE',
	url: 'https://github.com/ACEsuit/mace',
	head: /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+) (?<level>[A-Z]+): /,
	hallmark: /\b(?:MAE|RMSE)_E(?:_per_atom)?=/,
	primary: ['loss'],
	goals: {loss: 'min'},
	lines: [
		{
			kind: 'metrics',
			split: 'val',
			has: 'loss=',
			match: /^(?:Epoch (?<epoch>\d+)|Initial): (?:head: \S+, )?(?=loss=\S+, +\w*(?:MAE|RMSE)_)/,
			rest: 'pairs',
		},
		{kind: 'phase', phase: 'finished', match: /^Training complete\b/},
		{kind: 'checkpoint', match: /^Saving (?:model|checkpoint) to (?<path>\S+)/},
	],
	samples: [
		[
			'2025-02-24 22:22:01.037 INFO: Epoch 110: loss=0.125, MAE_E_per_atom=0.5 meV, MAE_F=19.5 meV / A',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 110},
				values: {loss: 0.125, MAE_E_per_atom: 0.5, MAE_F: 19.5},
			},
		],
		[
			'2025-02-24 22:22:01.037 INFO: Initial: head: default, loss=4.5, RMSE_E_per_atom=  120.5 meV, RMSE_F=  500.5 meV / A',
			{
				kind: 'metrics',
				split: 'val',
				values: {loss: 4.5, RMSE_E_per_atom: 120.5, RMSE_F: 500.5},
			},
		],
		['2025-02-24 22:22:01.037 INFO: Training complete', {kind: 'phase', phase: 'finished'}],
		[
			'2025-02-24 22:22:01.037 INFO: Saving model to checkpoints/m.model',
			{kind: 'checkpoint', best: false, path: 'checkpoints/m.model'},
		],
	],
} satisfies Format;
