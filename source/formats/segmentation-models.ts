import type {Format} from '../core/format.ts';

/**
segmentation_models.pytorch: bars with `name - value` behind them (segmentation_models_pytorch/utils/train.py); Image_Segmentation
(U-Net and its kin): an epoch's loss, then its metrics in lines of their own (solver.py).
*/
export default {
	title: 'segmentation_models.pytorch, Image_Segmentation',
	url: 'https://github.com/qubvel-org/segmentation_models.pytorch',
	hallmark:
		/^(?:train|valid): +\d+%\|.*\[[^\]]*, [\w+ .]*[Ll]oss\w* - [\d.]+|^\[(?:Training|Validation)\] Acc: [\d.]+, SE: /,
	guarded: true,
	primary: ['iou_score', 'fscore', 'DC'],
	goals: {SE: 'max', SP: 'max', PC: 'max', JS: 'max', DC: 'max'},
	lines: [
		{kind: 'phase', phase: 'training', has: 'Epoch: ', match: /^Epoch: (?<epoch>\d+)$/},
		{
			kind: 'metrics',
			bar: 'mean',
			has: ' - ',
			match:
				/^train: +\d+%\|[^|]*\| *(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) \[[^\]]*?, (?<key>[\w+ .]*[Ll]oss\w*) - (?<value>[\d.]+(?:e-\d+)?|nan)(?=.*\biou_score - (?<iou_score>[\d.]+)|)(?=.*\bfscore - (?<fscore>[\d.]+)|)(?=.*\baccuracy - (?<accuracy>[\d.]+)|)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: ' - ',
			match:
				/^valid: +100%\|[^|]*\| *\d+\/\d+ \[[^\]]*?, (?<key>[\w+ .]*[Ll]oss\w*) - (?<value>[\d.]+(?:e-\d+)?|nan)(?=.*\biou_score - (?<iou_score>[\d.]+)|)(?=.*\bfscore - (?<fscore>[\d.]+)|)(?=.*\baccuracy - (?<accuracy>[\d.]+)|)/,
		},
		{
			kind: 'metrics',
			has: '], Loss: ',
			match: /^Epoch \[(?<epoch>\d+)\/(?<epochs>\d+)\], Loss: (?<Loss>[-\d.]+|nan|inf), ?$/,
		},
		{
			kind: 'metrics',
			joins: true,
			has: '[Training] Acc: ',
			match: /^\[Training\] (?=Acc: )/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '[Validation] Acc: ',
			match: /^\[Validation\] (?=Acc: )/,
			rest: 'pairs',
		},
		{
			kind: 'checkpoint',
			best: true,
			match: /^Best \w+ model score ?: (?<value>[\d.]+)/,
		},
		{kind: 'noise', match: /^valid: +\d+%\|/},
		{kind: 'checkpoint', best: true, match: /^Model saved!$/},
	],
	samples: [
		[
			'Epoch [27/100], Loss: 165.25, ',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 27, epochs: 100},
				values: {Loss: 165.25},
			},
		],
		[
			'[Training] Acc: 0.9625, SE: 0.875, SP: 0.75, PC: 0.5, F1: 0.625, JS: 0.375, DC: 0.625',
			{
				kind: 'metrics',
				split: 'train',
				values: {Acc: 0.9625, SE: 0.875, SP: 0.75, PC: 0.5, F1: 0.625, JS: 0.375, DC: 0.625},
			},
		],
		[
			'[Validation] Acc: 0.9625, SE: 0.875, SP: 0.75, PC: 0.5, F1: 0.625, JS: 0.375, DC: 0.625',
			{
				kind: 'metrics',
				split: 'val',
				values: {Acc: 0.9625, SE: 0.875, SP: 0.75, PC: 0.5, F1: 0.625, JS: 0.375, DC: 0.625},
			},
		],
		['Best U_Net model score : 0.625', {kind: 'checkpoint', best: true, value: 0.625}],
		['Epoch: 3', {kind: 'phase', phase: 'training', position: {epoch: 3}}],
		[
			'train: 100%|██████████| 46/46 [00:20<00:00,  2.25it/s, dice_loss - 0.25, iou_score - 0.5]',
			{
				kind: 'metrics',
				split: 'train',
				position: {stepInEpoch: 46, stepsPerEpoch: 46},
				values: {iou_score: 0.5, dice_loss: 0.25},
			},
		],
		[
			'valid: 100%|██████████| 101/101 [00:05<00:00, 18.12it/s, dice_loss - 0.125, iou_score - 0.75]',
			{kind: 'metrics', split: 'val', values: {iou_score: 0.75, dice_loss: 0.125}},
		],
		['valid:  50%|█████     | 50/101 [00:05<00:00, 18.12it/s, dice_loss - 0.125]', []],
		['Model saved!', {kind: 'checkpoint', best: true}],
	],
} satisfies Format;
