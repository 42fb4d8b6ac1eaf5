import type {Format} from '../core/format.ts';
import {closedBar, marks} from './plain/marks.ts';
import {results} from './plain/results.ts';
import {progress} from './plain/terse.ts';

/** Hand-written loops under tqdm: losses in a bar's postfix or description, results printed between bars (tqdm/std.py). */
export default {
	title: 'tqdm bars',
	url: 'https://github.com/tqdm/tqdm',
	fallback: true,
	goals: {Val: 'max', Valid: 'max', Test: 'max', val: 'max', valid: 'max', test: 'max'},
	lines: [
		{
			kind: 'metrics',
			split: 'val',
			bar: 'mean',
			has: '<',
			match:
				/^(?=[^|%]{0,120}\b(?:val(?:id(?:at(?:e|ion|ing))?)?|eval(?:uat(?:e|ion|ing))?)\b)(?:[^|%]{0,120}?(?:\bep|epochs?)[^\w|%]{0,4}(?<epoch>\d+)(?: ?(?:\/|of) ?(?<epochs>\d+))?\]?)?[^|%]{0,120}?(?:\d+%)?(?:\|[^|]{0,300}\|)? *\b(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) \[[\d:]+<[\d:?]+,(?=.*(?:loss|acc|psnr|iou|dice|f1|map|wer|ppl)\w*["']?[=:].*\]\s*$)(?!.*\bv_num=)/i,
			rest: 'pairs',
			prefixes: {val_: 'val', valid_: 'val', eval_: 'val'},
		},
		// What is measured stands in the bar's description.
		{
			kind: 'metrics',
			split: 'val',
			bar: 'mean',
			has: '<',
			match:
				/^(?:test(?:ing)?|val(?:id(?:ation)?)?|eval(?:uation)?)\b(?:[^|%]{0,30}?epoch[^\w|%]{0,4}(?<epoch>\d+)(?: ?(?:\/|of) ?(?<epochs>\d+))?\]?)?[^|%]{0,30}?\b(?<key>\w{0,30}loss|acc@1)(?:[:=] ?| )(?<value>[\d.]+(?:e[-+]?\d+)?|nan|inf)[^|]{0,80}\|[^|]{0,300}\| *(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) \[[\d:]+<[\d:?]+,/i,
		},
		{
			kind: 'metrics',
			bar: 'next',
			has: '<',
			match:
				/^(?=.*(?:loss|acc|reward|return|psnr|iou|dice|ppl|mse|nll|kl|elbo|err)\w*["']?[=: ].*\]\s*$)(?!.*\bv_num=)[^|%]{0,120}?(?:\bep|epochs?)[^\w|%]{0,4}(?<epoch>\d+)(?: ?(?:\/|of) ?(?<epochs>\d+))?\]?(?:[^|%]{0,60}?\b(?<key>\w{0,30}loss\w{0,30})(?:[:=] ?| )(?<value>[-+]?[\d.]+(?:e[-+]?\d+)?|nan|inf))?[^|%]{0,100}?(?:\d+%)?(?:\|[^|]{0,300}\|)? *\b(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+) \[[\d:]+<[\d:?]+,/i,
			rest: 'pairs',
			prefixes: {
				train_: 'train',
				'train/': 'train',
				val_: 'val',
				'val/': 'val',
				valid_: 'val',
				test_: 'test',
			},
			places: {step: 'none', iter: 'none', Iter: 'none', Step: 'none', Fold: 'none', fold: 'none'},
		},
		{
			kind: 'metrics',
			bar: 'next',
			has: 'epoch',
			match:
				/^[^|]{0,160}(?:\|[^|]{0,300}\|)? *\b(?<epoch>\d+)\/(?<epochs>\d+) \[[\d:]+<[\d:?]+, *[\d.?]+ ?(?:epochs?\/s|s\/epochs?), (?=.*\w["']?[=:].*\]\s*$)/,
			rest: 'pairs',
			prefixes: {
				train_: 'train',
				'train/': 'train',
				val_: 'val',
				'val/': 'val',
				valid_: 'val',
				test_: 'test',
			},
		},
		{
			kind: 'metrics',
			bar: 'next',
			has: '<',
			match:
				/^(?=.*(?:loss|acc|reward|return|psnr|iou|dice|ppl|mse|nll|kl|elbo|err)\w*["']?[=: ].*\]\s*$)(?!.*\bv_num=)(?![\d|]*\|Loss)(?:[^|%]{0,60}?\b(?<key>\w{0,30}loss\w{0,30})(?:[:=] ?| )(?<value>[-+]?[\d.]+(?:e[-+]?\d+)?|nan|inf))?[^|%]{0,100}?(?:\d+%)?(?:\|[^|]{0,300}\|)? *\b(?<step>\d+)\/(?<steps>\d+) \[[\d:]+<[\d:?]+,/i,
			rest: 'pairs',
			prefixes: {
				train_: 'train',
				'train/': 'train',
				val_: 'val',
				'val/': 'val',
				valid_: 'val',
				test_: 'test',
			},
			places: {step: 'none', iter: 'none', Iter: 'none', Step: 'none', Fold: 'none', fold: 'none'},
		},
		{
			kind: 'metrics',
			bar: 'next',
			has: 'it [',
			match:
				/^(?:[^|%\d][^|%]{0,120}: )?(?<step>\d+)it \[[\d:]+, *[\d.?]+ ?(?:it\/s|s\/it), (?=.*(?:loss|acc|reward)\w*["']?[=:].*\]\s*$)/i,
			rest: 'pairs',
			prefixes: {train_: 'train', val_: 'val'},
		},
		closedBar,
		{
			kind: 'noise',
			has: '[',
			match:
				/^[^|]{0,200}(?:\|[^|]{0,400}\|)? *\b[\d.]+[kMG]?\w*(?:\/[\d.?]+[kMG]?\w*)? \[[\d:]+(?:<[\d:?]+)?, *[\d.?]+[kMG]? ?\w+\/\w+(?:, [^\]]*)?\]\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			match:
				/^(?!.*[<{]|\W*(?:sav|best|logg))\W*(?:\bepochs?[^\w|]{0,4}(?<epoch>\d+)(?: ?(?:\/|of) ?(?<epochs>\d+))?\]?\W{1,4})?(?:val(?:id(?:ation)?)?|eval(?:uation)?|dev|test)(?: (?:results?|set|metrics))?\W{0,2}[:|-] +(?=[\w@/-]{1,40}[=:] *[-+\d.ni])/i,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			match:
				/^(?!\W*(?:val|valid|validation|eval|test|sav\w*|best|logg\w*|early)\b)(?=.*\b(?:val(?!ue)|valid|validation|eval|test)[\w/ ]*[=: ] *[-\d])(?!.*(?:<|\{| - valid ))[^|]{0,80}?\bepoch[^\w|]{0,4}(?<epoch>\d+)(?: ?(?:\/|of) ?(?<epochs>\d+))?\b/i,
			rest: 'pairs',
			prefixes: {
				val_: 'val',
				'val/': 'val',
				'val ': 'val',
				'Val ': 'val',
				'Validation ': 'val',
				'validation ': 'val',
				valid_: 'val',
				'Valid ': 'val',
				'valid ': 'val',
				eval_: 'val',
				test_: 'test',
				'Test ': 'test',
				'test ': 'test',
			},
		},
		progress,
		...results,
		...marks,
	],
	samples: [
		[
			'[2/5] train loss 0.5',
			{kind: 'metrics', split: 'train', position: {epoch: 2, epochs: 5}, values: {loss: 0.5}},
		],
		[
			'Test Epoch: [2/500] Acc@1:30.5% Acc@5:80.5%: 100%|██████████| 20/20 [00:10<00:00,  1.9it/s]',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 2, epochs: 500, stepInEpoch: 20, stepsPerEpoch: 20},
				values: {'Acc@1': 30.5},
			},
		],
		[
			'Epoch 1/4:  14%|████▌                            | 7/50 [00:00<00:00, 68.44it/s, loss=1.65, lr=0.01]',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 4, stepInEpoch: 7, stepsPerEpoch: 50},
				values: {loss: 1.65, lr: 0.01},
			},
		],
		[
			'Epoch [2/4] Loss: 1.7239:   0%|                      | 0/50 [00:00<?, ?it/s]',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 2, epochs: 4, stepInEpoch: 0, stepsPerEpoch: 50},
				values: {Loss: 1.7239},
			},
		],
		[
			'Train Epoch 3: 100%|██████████| 50/50 [00:10<00:00,  1.40s/it, train_loss=nan, val_loss=0.5]',
			[
				{
					kind: 'metrics',
					split: 'train',
					position: {epoch: 3, stepInEpoch: 50, stepsPerEpoch: 50},
					values: {loss: Number.NaN},
				},
				{
					kind: 'metrics',
					split: 'val',
					position: {epoch: 3, stepInEpoch: 50, stepsPerEpoch: 50},
					values: {loss: 0.5},
				},
			],
		],
		[
			'Steps:  25%|██▌       | 250/1000 [1:02:10<03:12:01,  2.30s/it, lr=1e-5, step_loss=0.125]',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 250, steps: 1000},
				values: {lr: 1e-5, step_loss: 0.125},
			},
		],
		[
			' 50%|█████     | 2/4 [00:10<00:10,  5.00s/epoch, loss=0.5]',
			{kind: 'metrics', split: 'train', position: {epoch: 2, epochs: 4}, values: {loss: 0.5}},
		],
		[
			'training: 1234it [35:34,  1.73s/it, loss=0.5]',
			{kind: 'metrics', split: 'train', position: {step: 1234}, values: {loss: 0.5}},
		],
		[
			'Evaluating epoch 2: 100%|██████████| 10/10 [00:01<00:00,  7.12it/s, loss=0.25, acc=0.75]',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 2, stepInEpoch: 10, stepsPerEpoch: 10},
				values: {loss: 0.25, acc: 0.75},
			},
		],
		[
			'Epoch 1/24 validation: loss=0.0729, psnr=11.3714',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 1, epochs: 24},
				values: {loss: 0.0729, psnr: 11.3714},
			},
		],
		[
			'Validation: loss=nan, acc=0.25',
			{kind: 'metrics', split: 'val', values: {loss: Number.NaN, acc: 0.25}},
		],
		[
			'Epoch 4: val_loss=1.0243',
			{kind: 'metrics', split: 'val', position: {epoch: 4}, values: {loss: 1.0243}},
		],
		[
			'Epoch 4/10 - Train Loss: 0.5, Val Loss: 0.25, Val Acc: 0.75',
			[
				{
					kind: 'metrics',
					split: 'train',
					position: {epoch: 4, epochs: 10},
					values: {'Train Loss': 0.5},
				},
				{
					kind: 'metrics',
					split: 'val',
					position: {epoch: 4, epochs: 10},
					values: {Loss: 0.25, Acc: 0.75},
				},
			],
		],
		['Loading checkpoint shards:  50%|█████     | 1/2 [00:00<00:00,  3.10it/s]', []],
		['Map: 100%|██████████| 12.8k/12.8k [00:02<00:00, 6412.33 examples/s]', []],
		['Downloading: 45.2MB [00:02, 22.1MB/s]', []],
		['preload: 100% 8/8 [00:11<00:00,  1.40s/it, mem=12.5]', []],
		[
			' 42%|████▎     | 34/80 [00:00<00:00, 134.26it/s, loss=0.5]Traceback (most recent call last):',
			null,
		],
		['Epoch 1/4, loss 0.5', null],
	],
} satisfies Format;
