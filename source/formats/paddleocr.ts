import type {Format} from '../core/format.ts';

/** PaddleOCR, from its first version (logger `root`, `iter:`) to 3.x (tools/program.py). */
export default {
	title: 'PaddleOCR',
	url: 'https://github.com/PaddlePaddle/PaddleOCR',
	head: /^\[(?<time>\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d)\] \w+ (?<level>[A-Z]+): /,
	hallmark: /^\[[\d/: ]+\] (?:ppocr [A-Z]+: |root INFO: epoch: \[\d)/,
	primary: ['hmean', 'acc', 'loss'],
	lines: [
		{
			kind: 'metrics',
			has: 'epoch: [',
			match: /^epoch: \[(?<epoch>\d+)\/(?<epochs>\d+)\], (?:global_step|iter): (?<step>\d+), /,
			rest: 'pairs',
			places: {eta: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			match: /^cur metric, (?=\S+: )/,
			rest: 'pairs',
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match: /^(?<key>[A-Za-z][\w@/.-]*):(?<value>\d[\d.e+-]*|nan)$/,
		},
		{
			kind: 'checkpoint',
			best: true,
			match: /^save best model is to (?<path>\S+)/,
		},
		{kind: 'checkpoint', match: /^save model in (?<path>\S+)/},
		{kind: 'phase', phase: 'resumed', match: /^resume from (?<text>.+)/},
		{kind: 'phase', phase: 'started', match: /^train with paddle \S+ and device /},
		{kind: 'phase', phase: 'finished', match: /^training finished\b/i},
		{kind: 'facts', match: /^train dataloader has (?<stepsPerEpoch>\d+) iters/},
		{kind: 'facts', match: /^\s*epoch(?:_num|s) : (?<epochs>\d+)$/},
		{
			kind: 'trouble',
			what: 'bad-data',
			passing: true,
			match: /^(?<text>When parsing line .+)/,
		},
		{
			kind: 'noise',
			match:
				/^(?: *[A-Za-z_]\w* :(?: |$)|best metric, |During the training process, |valid dataloader has |train from scratch|load pretrain|metric eval \*|infer_img|The parameter type|-{10,}$)/,
		},
	],
	samples: [
		[
			'[2024/08/08 05:37:21] ppocr INFO: epoch: [19/20], global_step: 76, lr: 0.000393, acc: 0.000000, norm_edit_dis: 0.431250, CTCLoss: 16.084739, loss: 16.524036, avg_reader_cost: 0.39925 s, avg_batch_cost: 0.45730 s, avg_samples: 8.0, ips: 17.49396 samples/s, eta: 0:00:04, max_mem_reserved: 1844 MB, max_mem_allocated: 1741 MB',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 19, epochs: 20, step: 76},
				values: {
					lr: 0.000393,
					acc: 0,
					norm_edit_dis: 0.43125,
					CTCLoss: 16.084739,
					loss: 16.524036,
					avg_reader_cost: 0.39925,
					avg_batch_cost: 0.4573,
					avg_samples: 8,
					ips: 17.49396,
					max_mem_reserved: 1844,
					max_mem_allocated: 1741,
				},
			},
		],
		[
			'[2021/05/01 10:00:00] root INFO: epoch: [1/500], iter: 10, lr: 0.001000, loss: nan, acc: 0.0, reader_cost: 0.1 s, batch_cost: 0.3 s, samples: 160, ips: 40.1',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 500, step: 10},
				values: {
					lr: 0.001,
					loss: Number.NaN,
					acc: 0,
					reader_cost: 0.1,
					batch_cost: 0.3,
					samples: 160,
					ips: 40.1,
				},
			},
		],
		[
			'[2024/08/08 05:37:25] ppocr INFO: cur metric, precision: 0.8, recall: 0.6, hmean: 0.6857142857142857, is_float16: False, fps: 468.04',
			{
				kind: 'metrics',
				split: 'val',
				values: {precision: 0.8, recall: 0.6, hmean: 0.6857142857142857, fps: 468.04},
			},
		],
		[
			'[2024/08/08 05:37:25] ppocr INFO: acc:0.5',
			{kind: 'metrics', split: 'val', values: {acc: 0.5}},
		],
		[
			'[2024/08/08 05:37:28] ppocr INFO: save best model is to ./output/rec/best_accuracy',
			{kind: 'checkpoint', best: true, path: './output/rec/best_accuracy'},
		],
		[
			'[2024/08/08 05:37:29] ppocr INFO: save model in ./output/rec/latest',
			{kind: 'checkpoint', best: false, path: './output/rec/latest'},
		],
		[
			'[2024/08/08 05:37:29] ppocr INFO: resume from ./output/rec/latest',
			{kind: 'phase', phase: 'resumed', text: './output/rec/latest'},
		],
		[
			'[2024/08/08 05:35:47] ppocr INFO: train with paddle 2.6.1 and device Place(gpu:0)',
			{kind: 'phase', phase: 'started'},
		],
		['[2024/08/08 05:37:30] ppocr INFO: training finished', {kind: 'phase', phase: 'finished'}],
		[
			'[2024/08/08 05:35:48] ppocr INFO: train dataloader has 4 iters',
			{kind: 'facts', facts: {}, position: {stepsPerEpoch: 4}},
		],
		[
			'[2024/08/08 05:35:47] ppocr INFO:     epoch_num : 500',
			{kind: 'facts', facts: {}, position: {epochs: 500}},
		],
		[
			'[2024/08/08 05:36:00] ppocr ERROR: When parsing line images/a.jpg\t[]',
			{
				kind: 'trouble',
				what: 'bad-data',
				text: 'When parsing line images/a.jpg\t[]',
				passing: true,
			},
		],
		[
			'[2024/08/08 05:37:28] ppocr INFO: best metric, acc: 0, is_float16: False, fps: 468.04, best_epoch: 20',
			[],
		],
		['[2024/08/08 05:35:47] ppocr INFO:     learning_rate : 0.001', []],
		['eval model::  50%|█████     | 5/10 [00:01<00:01,  4.68it/s]', null],
	],
} satisfies Format;
