import type {Format} from '../core/format.ts';

/** The scripts of pytorch/examples and the many grown from them: mnist, imagenet, vae, dcgan, super_resolution, word_language_model. */
export default {
	title: 'PyTorch examples',
	url: 'https://github.com/pytorch/examples',
	losses: ['loss', 'Loss_D', 'total'],
	goals: {'Prec@1': 'max', 'Prec@5': 'max'},
	primary: ['Accuracy', 'Acc@1', 'Prec@1', 'acc'],
	lines: [
		{
			kind: 'metrics',
			match: /^\[(?<epoch>\d+), +(?<stepInEpoch>\d+)\] (?=(?:train )?loss: )/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'Eval Epoch: ',
			match: /^.{0,60}?\bEval Epoch: (?<epoch>\d+) (?!\[)/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			match:
				/^.{0,40}?\bTrain(?:ing)?[ -][Ee]poch:? *(?<epoch>\d+)(?:\/(?<epochs>\d+))?,? \[ *(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) ?\( *[\d.]+%\)\]/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			has: 'Epoch: [',
			match:
				/^Epoch: \[(?<epoch>\d+)\]\[ *(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\]\s+(?=.*\bLoss )/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			has: 'batches',
			match: /^\| epoch +(?<epoch>\d+) \| +(?<stepInEpoch>\d+)\/ *(?<stepsPerEpoch>\d+) batches \|/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'end of epoch',
			match: /^\| end of epoch +(?<epoch>\d+) \|(?: time: [\d.]+s \|)?/,
			rest: 'pairs',
			prefixes: {'valid ': 'val'},
		},
		{
			kind: 'metrics',
			split: 'test',
			has: 'End of training',
			match: /^\| End of training \|/,
			rest: 'pairs',
			prefixes: {'test ': 'test'},
		},
		{
			kind: 'metrics',
			has: 'Loss_D: ',
			match:
				/^\[(?<epoch>\d+)\/(?<epochs>\d+)\]\s?\[(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\],?\s+(?=.*Loss_D: )/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			has: '===> Epoch[',
			match: /^===> Epoch\[(?<epoch>\d+)\]\((?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\):/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			match: /^\W*Avg\. PSNR: (?<PSNR>[\d.]+|nan|inf) dB/,
		},
		{
			kind: 'metrics',
			match:
				/^[=>-]* ?Epoch:? (?<epoch>\d+)(?: Complete:)?,? (?:Average|Avg\.)(?: [Tt]rain(?:ing)?)? [Ll]oss: (?<average_loss>[-+\d.e]+|nan|inf)/,
		},
		{
			kind: 'metrics',
			split: 'test',
			match:
				/^\W*Test set:? ?,? *(?:[Aa]verage )?[Ll]oss: (?<loss>[-+\d.e]+|nan|inf)(?:, *[Aa]cc(?:uracy)?: (?:[\d.]+\/\d+ )?\(?(?<Accuracy>[\d.]+)%?\)?)?/,
		},
		{
			kind: 'metrics',
			split: 'val',
			match:
				/^\W*(?:Validation|Valid|Val|Dev) set:? ?,? *(?:[Aa]verage )?[Ll]oss: (?<loss>[-+\d.e]+|nan|inf)(?:, *[Aa]cc(?:uracy)?: (?:[\d.]+\/\d+ )?\(?(?<Accuracy>[\d.]+)%?\)?)?/,
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '=> ',
			match: /^=+> (?:Validation|Valid|Val)\b:? ?(?=\w+: )/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'test',
			has: '=> Test',
			match: /^=+> Test\b:? ?(?=\w+: )/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			has: '@1 ',
			match: /^ \* +(?=(?:Acc|Prec)@1 [\d.]+(?: +(?:Acc|Prec)@5 [\d.]+)?\s*$)/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match:
				/^(?: {2,12}|\t+)(?=(?:(?:Overall|Mean|Pixel|Average) )?(?:Accuracy|Acc|Precision|Recall|F1|IoU|IU|mIoU|Dice)\b[ \w]{0,20}: *[\d.]+ *%?\s*$)/i,
			rest: 'pairs',
		},
		{
			kind: 'checkpoint',
			best: true,
			match: /^\W*(?:New )?[Bb]est model saved (?:to|at|as):? (?<path>\S+)/,
		},
		{kind: 'checkpoint', match: /^\W*Checkpoint saved to (?<path>\S+)/},
		{
			kind: 'phase',
			phase: 'resumed',
			match: /^=> loaded checkpoint '(?<text>[^']+)' \(epoch (?<epoch>\d+)\)/,
		},
		{kind: 'noise', match: /^Test: \[ *\d+\/\d+\]\s/},
	],
	samples: [
		[
			'[1,  2000] loss: 2.25',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, stepInEpoch: 2000},
				values: {loss: 2.25},
			},
		],
		[
			'2023-01-01,10:00:00 | INFO | Eval Epoch: 3 clip_val_loss: 3.25',
			{kind: 'metrics', split: 'val', position: {epoch: 3}, values: {clip_val_loss: 3.25}},
		],
		[
			'Train Epoch: 1 [640/60000 (1%)]\tLoss: 2.305400',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, stepInEpoch: 640, stepsPerEpoch: 60000},
				values: {Loss: 2.3054},
			},
		],
		[
			'Epoch: [0][  10/5005]\tTime  0.3 ( 0.9)\tData  0.0 ( 0.1)\tLoss 7.0e+00 (7.1e+00)\tAcc@1   0.4 (  0.4)',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, stepInEpoch: 10, stepsPerEpoch: 5005},
				values: {Time: 0.3, Data: 0, Loss: 7, 'Acc@1': 0.4},
			},
		],
		[
			'| epoch   1 |   200/ 2983 batches | lr 20.00 | ms/batch  9.12 | loss  7.63 | ppl  2065.00',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, stepInEpoch: 200, stepsPerEpoch: 2983},
				values: {lr: 20, 'ms/batch': 9.12, loss: 7.63, ppl: 2065},
			},
		],
		[
			'| end of epoch   1 | time: 30.12s | valid loss  5.50 | valid ppl   245.25',
			{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {loss: 5.5, ppl: 245.25}},
		],
		[
			'| End of training | test loss  5.25 | test ppl   190.50',
			{kind: 'metrics', split: 'test', values: {loss: 5.25, ppl: 190.5}},
		],
		[
			'[0/25][100/1583] Loss_D: 1.25 Loss_G: 5.75 D(x): 0.50 D(G(z)): 0.60 / 0.01',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, epochs: 25, stepInEpoch: 100, stepsPerEpoch: 1583},
				values: {Loss_D: 1.25, Loss_G: 5.75, 'D(x)': 0.5},
			},
		],
		[
			'===> Epoch[1](10/125): Loss: 0.0500',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, stepInEpoch: 10, stepsPerEpoch: 125},
				values: {Loss: 0.05},
			},
		],
		['===> Avg. PSNR: 20.1250 dB', {kind: 'metrics', split: 'val', values: {PSNR: 20.125}}],
		[
			'====> Epoch: 1 Average loss: 164.2500',
			{kind: 'metrics', split: 'train', position: {epoch: 1}, values: {average_loss: 164.25}},
		],
		[
			'===> Epoch 1 Complete: Avg. Loss: 0.0234',
			{kind: 'metrics', split: 'train', position: {epoch: 1}, values: {average_loss: 0.0234}},
		],
		[
			'Test set: Average loss: 0.0500, Accuracy: 9826/10000 (98%)',
			{kind: 'metrics', split: 'test', values: {loss: 0.05, Accuracy: 98}},
		],
		[
			'Val set: Average loss: 0.2500, Accuracy: 91.25%',
			{kind: 'metrics', split: 'val', values: {loss: 0.25, Accuracy: 91.25}},
		],
		[
			'====> Validation loss: 1.9504,  acc: 22.94%',
			{kind: 'metrics', split: 'val', values: {loss: 1.9504, acc: 22.94}},
		],
		[
			'====> Test loss: 1.9552,  acc: 24.22%',
			{kind: 'metrics', split: 'test', values: {loss: 1.9552, acc: 24.22}},
		],
		['    Accuracy: 79.25', {kind: 'metrics', split: 'val', values: {Accuracy: 79.25}}],
		[
			' *   Acc@1 70.125 Acc@5 89.250',
			{kind: 'metrics', split: 'val', values: {'Acc@1': 70.125, 'Acc@5': 89.25}},
		],
		[
			'====> New best model saved to best_base.pth',
			{kind: 'checkpoint', best: true, path: 'best_base.pth'},
		],
		[
			'Checkpoint saved to model_epoch_1.pth',
			{kind: 'checkpoint', best: false, path: 'model_epoch_1.pth'},
		],
		[
			"=> loaded checkpoint 'checkpoint.pth.tar' (epoch 12)",
			{kind: 'phase', phase: 'resumed', position: {epoch: 12}, text: 'checkpoint.pth.tar'},
		],
		['Test: [  0/98]\tTime  1.0 ( 1.0)\tLoss 5.0e+00 (5.0e+00)', []],
		['Train epoch 4, total time 18.78, accuracy:11.79', null],
		['Epoch: [0]  [  10/5005]  eta: 0:10:00  lr: 0.1  loss: 7.1 (7.1)', null],
	],
} satisfies Format;
