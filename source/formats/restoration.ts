import type {Format} from '../core/format.ts';

/** Image restoration outside BasicSR: EDSR-PyTorch (src/trainer.py, src/loss/__init__.py), MPRNet (Deblurring/train.py), DnCNN-PyTorch (train.py), LIIF (train_liif.py) and what grew from them. */
export default {
	title: 'EDSR, MPRNet, LIIF and their kin',
	url: 'https://github.com/sanghyun-son/EDSR-PyTorch',
	hallmark:
		/^\[\d+\/\d+\]\t\[[\w.]+: [-\d.na]+\]|^\[[\w-]+ x\d\]\tPSNR: [\d.]+ \(Best: |^\[(?:Ep|epoch) \d+(?: it \d+)?\s+PSNR.{3,40}\[?best_|\tLearningRate [\d.]+$|^\[epoch \d+\]\[\d+\/\d+\] loss: [\d.]+ PSNR_train: |^epoch \d+\/\d+, (?:\w+=[\d.]+, )?train(?: G)?: loss=.*, [\d.]+[smhd] [\d.]+[smhd]\/[\d.]+[smhd]\s*$/,
	guarded: true,
	losses: ['Loss', 'loss', 'Total', 'L1'],
	primary: ['PSNR', 'psnr', 'wfm'],
	goals: {sm: 'max', em: 'max', wfm: 'max', ber: 'min'},
	lines: [
		{
			kind: 'phase',
			phase: 'training',
			has: 'Learning rate: ',
			match: /^\[Epoch (?<epoch>\d+)\]\tLearning rate: /,
		},
		{
			kind: 'metrics',
			has: ']\t[',
			match:
				/^\[(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\]\t(?=.*?\[Total: (?<Total>[-\d.]+|nan)\]|)\[(?<key>[\w.]+): (?<value>[-\d.]+|nan)\]/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '\tPSNR: ',
			match: /^\[[\w-]+ x\d+\]\tPSNR: (?<PSNR>[\d.]+|nan|inf) \(Best: /,
		},
		{
			kind: 'metrics',
			has: '\tLearningRate ',
			match:
				/^Epoch: (?<epoch>\d+)\tTime: [\d.]+\tLoss: (?<Loss>[\d.]+|nan)\tLearningRate (?<lr>[\d.e-]+)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: ' PSNR',
			match:
				/^\[(?:Ep|epoch) (?<epoch>\d+)(?: it (?<stepInEpoch>\d+))?\s+PSNR(?: \w+)? ?: (?<PSNR>[\d.]+|nan)\s*(?:---|\])/,
		},
		{
			kind: 'metrics',
			has: ': loss=',
			match:
				/^epoch (?<epoch>\d+)\/(?<epochs>\d+), (?:\w+=[\d.]+, )?train(?: G)?: loss=(?<loss>[-\d.]+|nan|inf)(?=.*?, val: psnr=(?<val_psnr>[\d.]+)|)(?=.*?, val: sm=(?<val_sm>[\d.]+), val: em=(?<val_em>[\d.]+), val: wfm=(?<val_wfm>[\d.]+), val: mae=(?<val_mae>[\d.]+)|)(?=.*?, val: f1=(?<val_f1>[\d.]+), val: auc=(?<val_auc>[\d.]+)|)(?=.*?, val: ber=(?<val_ber>[\d.]+)|)/,
			prefixes: {val_: 'val'},
		},
		{
			kind: 'metrics',
			has: ' PSNR_train: ',
			match:
				/^\[epoch (?<epoch>\d+)\]\[(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\] loss: (?<loss>[\d.]+|nan) PSNR_train: (?<PSNR>[\d.]+|nan)/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: ' PSNR_val: ',
			match: /^\[epoch (?<epoch>\d+)\] PSNR_val: (?<PSNR>[\d.]+|nan)/,
		},
		{kind: 'checkpoint', match: /^Saving\.\.\.$/},
		{kind: 'phase', phase: 'validating', match: /^Evaluation:$/},
		{
			kind: 'phase',
			phase: 'started',
			match: /^=+> Start Epoch (?<epoch>\d+) End Epoch \d+/,
		},
		{
			kind: 'phase',
			phase: 'resumed',
			has: 'Resuming Training',
			match: /^==> Resuming Training with learning rate: [\d.e-]+/,
		},
		{kind: 'noise', match: /^(?:(?:Forward: |Total: )[\d.]+s|-{60,}$|learning rate [\d.]+$)/},
	],
	samples: [
		[
			'epoch 1/1000, train: loss=0.0625, val: psnr=28.5, 1.2m 1.2m/20.1h',
			[
				{
					kind: 'metrics',
					split: 'train',
					position: {epoch: 1, epochs: 1000},
					values: {loss: 0.0625},
				},
				{
					kind: 'metrics',
					split: 'val',
					position: {epoch: 1, epochs: 1000},
					values: {psnr: 28.5},
				},
			],
		],
		['[Epoch 1]\tLearning rate: 1.00e-4', {kind: 'phase', phase: 'training', position: {epoch: 1}}],
		[
			'[1600/16000]\t[L1: 20.125]\t25.1+1.2s',
			{
				kind: 'metrics',
				split: 'train',
				position: {stepInEpoch: 1600, stepsPerEpoch: 16000},
				values: {L1: 20.125},
			},
		],
		[
			'[1600/16000]\t[L1: 20.125][VGG: 3.5][Total: 23.625]\t25.1+1.2s',
			{
				kind: 'metrics',
				split: 'train',
				position: {stepInEpoch: 1600, stepsPerEpoch: 16000},
				values: {Total: 23.625, L1: 20.125},
			},
		],
		[
			'[Ep 3 it 1200\t PSNR SIDD: 39.125\t] ----  [best_Ep_SIDD 3 best_it_SIDD 1200 Best_PSNR_SIDD 39.125] ',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 3, stepInEpoch: 1200},
				values: {PSNR: 39.125},
			},
		],
		[
			'[DIV2K x2]\tPSNR: 33.125 (Best: 33.125 @epoch 1)',
			{kind: 'metrics', split: 'val', values: {PSNR: 33.125}},
		],
		[
			'Epoch: 1\tTime: 600.1234\tLoss: 150.1250\tLearningRate 0.000067',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1},
				values: {Loss: 150.125, lr: 0.000067},
			},
		],
		[
			'[epoch 2 PSNR: 26.125 --- best_epoch 2 Best_PSNR 26.125]',
			{kind: 'metrics', split: 'val', position: {epoch: 2}, values: {PSNR: 26.125}},
		],
		[
			'[epoch 1][2/1000] loss: 4.125 PSNR_train: 16.125',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, stepInEpoch: 2, stepsPerEpoch: 1000},
				values: {loss: 4.125, PSNR: 16.125},
			},
		],
		[
			'[epoch 1] PSNR_val: 28.125',
			{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {PSNR: 28.125}},
		],
		['Saving...', {kind: 'checkpoint', best: false}],
		['Evaluation:', {kind: 'phase', phase: 'validating'}],
		['===> Start Epoch 1 End Epoch 3001', {kind: 'phase', phase: 'started', position: {epoch: 1}}],
		['==> Resuming Training with learning rate: 0.0002', {kind: 'phase', phase: 'resumed'}],
		['Forward: 10.12s', []],
	],
} satisfies Format;
