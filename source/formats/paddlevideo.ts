import type {Format} from '../core/format.ts';

/** PaddleVideo, and PaddleClas before 2.1: steps, then the means of an epoch after `END` (paddlevideo/utils/record.py, log_batch, log_epoch). */
export default {
	title: 'PaddleVideo',
	url: 'https://github.com/PaddlePaddle/PaddleVideo',
	head: /^(?:\[?(?<time>(?:\d{4}-)?\d\d[-/]\d\d \d\d:\d\d:\d\d)\]?:? (?:\[?(?<level>INFO|WARNING|ERROR|DEBUG)\]?:? )?)/,
	hallmark:
		/\bepoch:(?:\[ *\d+\/\d+ *\] +|\d+ *, )(?:train|val|valid) step:\d|\bEND epoch:\d+ +(?:train|val)/,
	primary: ['top1', 'top1_avg'],
	lines: [
		{
			kind: 'metrics',
			has: 'train step:',
			match:
				/^epoch:(?:\[ *)?(?<epoch>\d+)(?:\/(?<epochs>\d+))? *[\],] +train step:(?<stepInEpoch>\d+) *,? +/,
			rest: 'pairs',
			places: {eta: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			has: 'END epoch:',
			match: /^END epoch:(?<epoch>\d+) +val(?:id)? +/,
			rest: 'pairs',
			places: {batch_cost_sum: 'none'},
		},
		{
			kind: 'checkpoint',
			best: true,
			match: /^Already save the best model \((?<monitor>[^)]+)\) ?(?<value>[\d.]+)/,
		},
		{kind: 'checkpoint', best: true, match: /^Already save model in (?<path>\S*best_model)\s*$/},
		{kind: 'checkpoint', match: /^Already save model in (?<path>\S+)/},
		{kind: 'phase', phase: 'finished', match: /^training (?<text>\S+ finished)/},
		{
			kind: 'noise',
			match:
				/^(?:epoch:.* val(?:id)? step:\d|END epoch:\d+ +train |train with paddle |The best top1 acc )/,
		},
	],
	samples: [
		[
			'[09/24 15:40:07] epoch:[  1/80 ]  train step:20   loss: 5.99203 lr: 0.010000 top1: 0.25000 batch_cost: 2.93130 sec, reader_cost: 2.01250 sec, ips: 5.45834 instance/sec, eta: 1:23:45',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 80, stepInEpoch: 20},
				values: {
					loss: 5.99203,
					lr: 0.01,
					top1: 0.25,
					batch_cost: 2.9313,
					reader_cost: 2.0125,
					ips: 5.45834,
				},
			},
		],
		[
			'2021-01-31 20:20:07 INFO: epoch:0  , train step:10  , top1: 0.12500, loss: 7.10458, lr: 0.100000, ips: 92.36500 images/sec.',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, stepInEpoch: 10},
				values: {top1: 0.125, loss: 7.10458, lr: 0.1, ips: 92.365},
			},
		],
		[
			'[09/24 15:43:12] END epoch:1   val loss_avg: 4.19203 top1_avg: 0.22000 batch_cost_sum: 20.4 sec',
			{
				kind: 'metrics',
				split: 'val',
				position: {epoch: 1},
				values: {loss_avg: 4.19203, top1_avg: 0.22},
			},
		],
		[
			'2021-01-31 20:31:14 INFO: END epoch:0   valid top1: 0.62500, loss: 1.49619',
			{kind: 'metrics', split: 'val', position: {epoch: 0}, values: {top1: 0.625, loss: 1.49619}},
		],
		[
			'Already save the best model (top1 acc)0.22',
			{kind: 'checkpoint', best: true, monitor: 'top1 acc', value: 0.22},
		],
		[
			'2021-01-31 20:31:15 INFO: Already save model in ./output/RepVGG/best_model',
			{kind: 'checkpoint', best: true, path: './output/RepVGG/best_model'},
		],
		[
			'2021-01-31 20:31:15 INFO: Already save model in ./output/RepVGG/0',
			{kind: 'checkpoint', best: false, path: './output/RepVGG/0'},
		],
		['training TSN finished', {kind: 'phase', phase: 'finished', text: 'TSN finished'}],
		['2021-01-31 20:30:07 INFO: epoch:0  , valid step:50  , top1: 0.75000, loss: 0.97458', []],
		['END epoch:1   train loss_avg: 4.89203 top1_avg: 0.12000', []],
	],
} satisfies Format;
