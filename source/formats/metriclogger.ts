import type {Format} from '../core/format.ts';
import {averages} from './coco/averages.ts';

/** MetricLogger of torchvision's references, DETR, DeiT, MAE, DINO, ALBEF, BLIP and LAVIS: `loss: median (average)`. */
export default {
	title: 'MetricLogger',
	url: 'https://github.com/pytorch/vision/tree/main/references',
	head: /^(?:\[\d\d:\d\d:\d\d\.\d+\] |[IWE]\d{8} \d\d:\d\d:\d\d \d+ [\w.-]+ [\w.-]+:\d+\] )/,
	hallmark:
		/^(?:\[\d\d:\d\d:\d\d\.\d+\] )?(?:[A-Z][\w: -]{0,30} )?[Ee]poch: \[\d+(?:\/\d+)?\] +\[ *\d+\/\d+\] +eta: |^Averaged stats: |^(?:[IWE]\d{8} .{1,60}\] )?Training {2}\[ *\d+\/\d+\] +eta: /,
	losses: ['loss', 'total_loss'],
	primary: ['AP@[.5:.95]', 'Acc@1', 'mean IoU'],
	lines: [
		{
			kind: 'metrics',
			has: 'poch: [',
			match:
				/^(?:[A-Z][\w: -]{0,30} )?[Ee]poch: \[ *(?<epoch>\d+)(?:\/(?<epochs>\d+))?\] +\[ *(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)\] +(?=eta: )/,
			rest: 'pairs',
			places: {eta: 'none'},
		},
		{
			kind: 'metrics',
			has: 'Training  [',
			match: /^Training {2}\[ *(?<step>\d+)\/(?<steps>\d+)\] +(?=eta: )/,
			rest: 'pairs',
			places: {eta: 'none'},
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			has: 'Averaged stats: ',
			match: /^Averaged stats: (?!.*\blr: )(?=.*?\bloss: \S+ \((?<loss>[\d.]+|nan|inf)\)|)/,
		},
		...averages,
		{
			kind: 'metrics',
			split: 'val',
			match: /^(?:Test: +|\* +)(?:EMA )?(?=Acc@1 )/,
			rest: 'pairs',
		},
		// The results file of a widely copied course, grown from torchvision's references.
		{kind: 'facts', opens: true, has: 'epoch', match: /^\[epoch: (?<epoch>\d+)\]\s*$/},
		{
			kind: 'metrics',
			joins: true,
			match: /^train_loss: (?<loss>[\d.]+|nan|inf)\s*$/,
		},
		{
			kind: 'metrics',
			split: 'val',
			joins: true,
			match: /^(?<key>global correct|mean IoU|dice coefficient): (?<value>[\d.]+|nan)$/,
		},
		{
			kind: 'noise',
			match:
				/^(?:Averaged stats: |(?:Test|Val): *(?:\[|Total time)|(?:[A-Z][\w: -]{0,30} )?[Ee]poch: \[\d+[\d/]*\] Total time|Accumulating evaluation|DONE \(t=|IoU metric: |average row correct: |IoU: \[|Max accuracy: |Accuracy of the network|\| distributed init|number of params)/,
		},
		{kind: 'phase', phase: 'started', match: /^Start training(?: for (?<epochs>\d+) epochs)?$/},
		{kind: 'phase', phase: 'finished', match: /^Training time \d+/},
	],
	samples: [
		[
			'I20230501 12:01:10 12345 dinov2 helpers.py:103] Training  [    10/125000]  eta: 2 days, 12:10:10  lr: 0.0000 (0.0000)  total_loss: 11.125 (11.6234)  time: 1.125',
			{
				kind: 'metrics',
				split: 'train',
				position: {step: 10, steps: 125_000},
				values: {lr: 0, total_loss: 11.125, time: 1.125},
			},
		],
		[
			'[10:00:10.123456] Epoch: [0]  [   0/312]  eta: 0:42:05  lr: 0.000000  loss: 1.8750 (1.8750)  time: 8.5',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, stepInEpoch: 0, stepsPerEpoch: 312},
				values: {lr: 0, loss: 1.875, time: 8.5},
			},
		],
		[
			'Train: data epoch: [1]  [  50/5000]  eta: 1:00:05  lr: 0.000010  loss: 3.5  time: 0.5',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, stepInEpoch: 50, stepsPerEpoch: 5000},
				values: {lr: 0.00001, loss: 3.5, time: 0.5},
			},
		],
		['[epoch: 1]', {kind: 'facts', facts: {}, position: {epoch: 1}}],
		['train_loss: 0.6875', {kind: 'metrics', split: 'train', values: {loss: 0.6875}}],
		[
			'Epoch: [0]  [  50/1252]  eta: 0:05:11  lr: 0.1  img/s: 812.3  loss: 6.9000 (6.9100)  acc1: 0.0000 (0.2000)  time: 0.2391  data: 0.0004  max mem: 7730',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, stepInEpoch: 50, stepsPerEpoch: 1252},
				values: {
					lr: 0.1,
					'img/s': 812.3,
					loss: 6.9,
					acc1: 0,
					time: 0.2391,
					data: 0.0004,
					mem: 7730,
				},
			},
		],
		[
			'Epoch: [0/100]  [   0/2504]  eta: 1 day, 2:05:11  loss: nan (nan)  lr: 0.000100 (0.000100)',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 0, epochs: 100, stepInEpoch: 0, stepsPerEpoch: 2504},
				values: {loss: Number.NaN, lr: 0.0001},
			},
		],
		[
			'Averaged stats: class_error: 85.0000 (90.1200)  loss: 34.8400 (43.3900)',
			{kind: 'metrics', split: 'val', values: {loss: 43.39}},
		],
		[
			' Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.234',
			{kind: 'metrics', split: 'val', values: {'AP@[.5:.95]': 0.234}},
		],
		[
			' Average Precision  (AP) @[ IoU=0.50      | area=   all | maxDets=100 ] = 0.512',
			{kind: 'metrics', split: 'val', values: {'AP@.5': 0.512}},
		],
		[
			' Average Precision  (AP) @[ IoU=0.75      | area=   all | maxDets=100 ] = 0.201',
			{kind: 'metrics', split: 'val', values: {'AP@.75': 0.201}},
		],
		[
			' Average Precision  (AP) @[ IoU=0.50:0.95 | area= small | maxDets=100 ] = -1.000',
			{kind: 'metrics', split: 'val', values: {'AP@small': -1}},
		],
		[
			' Average Precision  (AP) @[ IoU=0.50:0.95 | area=medium | maxDets=100 ] = 0.150',
			{kind: 'metrics', split: 'val', values: {'AP@medium': 0.15}},
		],
		[
			' Average Precision  (AP) @[ IoU=0.50:0.95 | area= large | maxDets=100 ] = 0.310',
			{kind: 'metrics', split: 'val', values: {'AP@large': 0.31}},
		],
		[' Average Recall     (AR) @[ IoU=0.50:0.95 | area=   all | maxDets=  1 ] = 0.300', []],
		[
			'Test:  Acc@1 70.000 Acc@5 90.000',
			{kind: 'metrics', split: 'val', values: {'Acc@1': 70, 'Acc@5': 90}},
		],
		[
			'* Acc@1 60.100 Acc@5 85.400 loss 1.600',
			{kind: 'metrics', split: 'val', values: {'Acc@1': 60.1, 'Acc@5': 85.4, loss: 1.6}},
		],
		['mean IoU: 55.1', {kind: 'metrics', split: 'val', values: {'mean IoU': 55.1}}],
		['Averaged stats: lr: 0.000100  loss: 34.8400 (43.3900)', []],
		['Test:   [ 0/100]  eta: 0:01:10  loss: 1.9 (1.9)  acc1: 56.2 (56.2)  time: 0.7', []],
		['Start training', {kind: 'phase', phase: 'started'}],
		['Training time 1:02:03', {kind: 'phase', phase: 'finished'}],
		['loading annotations into memory...', null],
	],
} satisfies Format;
