import type {Format} from '../core/format.ts';

/** super-gradients (YOLO-NAS): a bar an epoch with running means, and a tree of the results (src/super_gradients/training/utils/sg_trainer_utils.py, display_epoch_summary). */
export default {
	title: 'super-gradients',
	url: 'https://github.com/Deci-AI/super-gradients',
	hallmark: /^SUMMARY OF EPOCH \d+|^Train epoch \d+: +\d+%.*\bgpu_mem=/,
	guarded: true,
	losses: ['PPYoloELoss/loss'],
	lines: [
		{
			kind: 'metrics',
			bar: 'mean',
			has: 'Train epoch ',
			match:
				/^Train epoch (?<epoch>\d+): +\d+%\|[^|]{0,300}\| *(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) \[[^,]*,[^,]*, (?=.*[lL]oss)/,
			rest: 'pairs',
			places: {gpu_mem: 'none'},
		},
		{kind: 'facts', opens: true, match: /^SUMMARY OF EPOCH (?<epoch>\d+)\s*$/},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: '── ',
			match: /^ {4}[├└]── (?<key>[\w@./:-]+(?: [\w@./:-]+)*) = (?<value>[-\d.e+]+|nan|inf)\s*$/,
		},
		{kind: 'noise', match: /^(?:[│├└][ │─├└]*|={10,}$| +[│├└])/},
		{kind: 'noise', match: /^(?:Train|Valid\w*|Test\w*|Average) epoch \d+: /},
		{
			kind: 'checkpoint',
			best: true,
			has: 'est checkpoint overriden',
			match: /[Bb]est checkpoint overriden: validation (?<monitor>\S+): (?<value>[\d.]+)/,
		},
		{kind: 'phase', phase: 'started', match: /^.{0,120}Started training for (?<epochs>\d+) epochs/},
	],
	samples: [
		[
			'Train epoch 1: 100%|██████████| 10/10 [00:01<00:00,  1.73s/it, PPYoloELoss/loss=2.17, PPYoloELoss/loss_cls=1.15, gpu_mem=8.68]',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, stepInEpoch: 10, stepsPerEpoch: 10},
				values: {'PPYoloELoss/loss': 2.17, 'PPYoloELoss/loss_cls': 1.15},
			},
		],
		['SUMMARY OF EPOCH 1', {kind: 'facts', facts: {}, position: {epoch: 1}}],
		['    ├── Map@0.50 = 0.625', {kind: 'metrics', split: 'val', values: {'Map@0.50': 0.625}}],
		['    │   ├── Best until now = 0.6509 (↘ -0.0445)', []],
		['│   ├── Ppyoloeloss/loss = 2.1742', []],
		['Validation epoch 1: 100%|██████████| 1/1 [00:00<00:00,  1.72it/s]', []],
		[
			'[2023-06-01 10:00:00] INFO - base_sg_logger.py - Best checkpoint overriden: validation mAP@0.50: 0.625',
			{kind: 'checkpoint', best: true, monitor: 'mAP@0.50', value: 0.625},
		],
		[
			'[2023-06-01 10:00:00] INFO - sg_trainer.py - Started training for 25 epochs (0/24)',
			{kind: 'phase', phase: 'started', position: {epochs: 25}},
		],
	],
} satisfies Format;
