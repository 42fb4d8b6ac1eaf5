import type {Format} from '../core/format.ts';
import {laconic, laconicSamples} from './plain/laconic.ts';
import {markSamples, marks} from './plain/marks.ts';
import {places, prefixes, suffixes} from './plain/names.ts';
import {results} from './plain/results.ts';
import {tableSamples, tables} from './plain/tables.ts';
import {progress, terse, terseSamples} from './plain/terse.ts';

/** Any training loop that prints names and numbers: `epoch 1 step 4 loss 2.27`, `Epoch 3/10 - Loss: 0.5`. */
export default {
	title: 'Names and numbers',
	fallback: true,
	head: /^(?:[IWEF]\d{4} [\d:.]+ +\d+ [\w.]+:\d+\] *|\[[IWED] \d{6} \d\d:\d\d:\d\d [\w.]{1,40}:\d+\] *)?(?:[[(]?(?<time>(?:\d{4}[-/.])?\d\d[-/.]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?|\d\d:\d\d:\d\d(?:[.,]\d+)?)[\])]?[\s|,:-]*|\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d(?: [AP]M)?[\s|,:-]*)?(?:\[?[Rr]ank ?\d+\]?[\s|:-]*)?(?:[^\d\s:=]{0,30}[\s|:[-]{0,6}\b(?<level>INFO|WARN(?:ING)?|DEBUG|ERROR|NOTICE)\b[\])]?(?::(?:root|[\w.]{1,60}):(?!\s*[-+\d.]))?[\s|:>-]*(?:[\w.<>/]{1,80}:[\w.<>]{1,80}:\d+ +- +|(?:root|__main__|[a-z]\w{0,30}(?:\.\w{1,30}){1,4}) +- +|[\w./]{1,80}\.py:\d+[\]:]? *[-:]? *)?)?/,
	losses: ['loss', 'train_loss', 'total'],
	goals: {Val: 'max', Valid: 'max', Test: 'max', val: 'max', valid: 'max', test: 'max'},
	lines: [
		...tables,
		...laconic,
		...terse,
		...results,
		progress,
		{
			kind: 'metrics',
			match:
				/^(?!.*%\|)(?:.*?\W)??epoch[\s:=#[(]{0,10}(?<epoch>\d+)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?[\s[\]|,;:()-]{1,8}(?:(?:iter|batch|step|it)\w{0,6}[\s:=#[(]{0,10})?\s*(?<stepInEpoch>\d+)\s*(?:\/|of)\s*(?<stepsPerEpoch>\d+)(?![\d/.])(?=.*[\p{L}\p{N}][\]\s:=]+[-+]?(?:\d|\.\d|nan|inf))/iu,
			rest: 'pairs',
			places,
			prefixes,
			suffixes,
		},
		{
			kind: 'metrics',
			match:
				/^(?!\W*(?:best|sav|load|logg|resum|early|no improve|checkpoint|model|start)|.*(?:%\||\bimproved\b))(?=(?:.*?\W)??(?:epoch|ep)\b(?: ?(?:no|id|num)\b\.?)?[\s:=#[(]{0,10}(?<epoch>\d+(?:\.\d+)?)(?:\s*(?:\/|of)\s*(?<epochs>\d+))?)(?=.*?\b(?:step|iter(?:ation)?) (?<step>\d+):|)(?=.*(?:loss|acc|cost|objective|nll|bce|ppl|perplexity|reward|return|error|mse|mae|psnr|score|\b(?:kld?|elbo|recon\w{0,14})(?=\s*[:=])).*?[\s:=]+(?:\[|tensor\(\[?)?[-+]?(?:\d|\.\d|nan|inf))/i,
			rest: 'pairs',
			places,
			prefixes,
			suffixes,
		},
		{
			kind: 'metrics',
			match:
				/^(?!\W*(?:best|sav|load|logg|resum|early|checkpoint|model|start)|.*(?:%\||\bimproved\b))(?=(?:.*?\W)??(?:(?:global_?)?step|iter|iteration|episode)s?\b[\s:=#[(]{0,10}(?<step>\d+)(?:\s*(?:\/|of)\s*(?<steps>\d+))?)(?=.*(?:loss|cost|objective|nll|bce|ppl|perplexity|reward|return|score|error|mse|mae|acc).*?[\s:=]+(?:\[|tensor\(\[?)?[-+]?(?:\d|\.\d|nan|inf))/i,
			rest: 'pairs',
			places,
			prefixes,
			suffixes,
		},
		{
			kind: 'metrics',
			joins: true,
			match:
				/^(?:\s{1,12}|\s{0,8}[-*•>├└│─→]+\s*)(?=(?:(?:train(?:ing)?|avg|average|mean|total|batch|epoch|running|current)[\W_]{0,6}){0,2}(?:loss|cost)\s*[:=]\s*[-+\d.n])/i,
			rest: 'pairs',
			places,
			prefixes,
			suffixes,
		},
		{
			kind: 'metrics',
			joins: true,
			match:
				/^(?:\s{1,12}|\s{0,8}[-*•>├└│─→]+\s*)(?=(?:(?:avg|average|mean|total|episode|eval)[\W_]{0,3})+(?:reward|return|score)s?\s*[:=]\s*[-+\d.n])/i,
			rest: 'pairs',
			places,
			prefixes,
			suffixes,
		},
		{
			kind: 'metrics',
			joins: true,
			match:
				/^(?=\W*(?:train(?:ing)?(?:[ _]set)?[\W_]{0,6})?(?:(?:avg|average|mean|total|batch|epoch|running|current)[\W_]{0,6})?(?:(?:loss|cost)\s*[:=]\s*[-+\d.n]|(?:\w{1,12}_)?loss(?:_\w{1,20})?\s*[:=]\s*[-+\d.n]\S{0,12}[,|; ] *\w{1,30}\s*[:=]\s*[-+\d.n]))/i,
			rest: 'pairs',
			places,
			prefixes,
			suffixes,
		},
		...marks,
	],
	samples: [
		...laconicSamples,
		...terseSamples,
		...tableSamples,
		[
			'         2           1.1345            1.13s',
			{kind: 'metrics', split: 'train', position: {step: 2}, values: {loss: 1.1345}},
		],
		[
			'Epoch [17], Val_Student mIoU = 41.25',
			{kind: 'metrics', split: 'val', position: {epoch: 17}, values: {mIoU: 41.25}},
		],
		[
			'| Epoch | Train Loss | Train Acc (%) | Val Loss   |',
			{kind: 'phase', phase: 'training', text: ' Train Loss | Train Acc (%) | Val Loss   '},
		],
		[
			'| 1     | 1.0625     | 57.5          | 0.9375     |',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1},
				values: {c1: 1.0625, c2: 57.5, c3: 0.9375},
			},
		],
		['|-------|------------|-----------|----------|', []],
		[
			'  epoch    train_loss    valid_acc    valid_loss     dur',
			{
				kind: 'phase',
				phase: 'training',
				text: 'train_loss    valid_acc    valid_loss     dur',
			},
		],
		[
			'      3        0.6875       0.6250        0.6875     +  0.0240',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 3},
				values: {c1: 0.6875, c2: 0.625, c3: 0.6875, c4: 0.024},
			},
		],
		[
			'Norm: 1.20, NNZs: 4, Bias: 0.100000, T: 100, Avg. loss: 0.500000',
			{kind: 'metrics', split: 'train', values: {loss: 0.5}},
		],
		[
			'Epoch: 002, Loss: 1.8456, Train: 0.3429, Val: 0.2220, Test: 0.2300',
			[
				{
					kind: 'metrics',
					split: 'train',
					position: {epoch: 2},
					values: {Loss: 1.8456, Train: 0.3429},
				},
				{kind: 'metrics', split: 'val', position: {epoch: 2}, values: {Val: 0.222}},
				{kind: 'metrics', split: 'test', position: {epoch: 2}, values: {Test: 0.23}},
			],
		],
		[
			'Epoch 00001 | Loss 1.5 | TrainAcc 0.25 | ValAcc 0.5',
			[
				{kind: 'metrics', split: 'train', position: {epoch: 1}, values: {Loss: 1.5, Acc: 0.25}},
				{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {Acc: 0.5}},
			],
		],
		[
			'global_step=128, episodic_return=[21.]',
			{kind: 'metrics', split: 'train', position: {step: 128}, values: {episodic_return: 21}},
		],
		[
			'epoch 1 loss 2.25',
			{kind: 'metrics', split: 'train', position: {epoch: 1}, values: {loss: 2.25}},
		],
		[
			'epoch 1 val_loss 1.84 val_acc 0.78',
			{kind: 'metrics', split: 'val', position: {epoch: 1}, values: {loss: 1.84, acc: 0.78}},
		],
		[
			'2026-01-05 11:17:02,833 - train - INFO - Epoch [1/8] Iter [10/40] loss: 2.1625 lr: 0.050000 eta: 0:00:08',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, epochs: 8, stepInEpoch: 10, stepsPerEpoch: 40},
				values: {loss: 2.1625, lr: 0.05},
			},
		],
		[
			'step 12: loss = 1.5e-1',
			{kind: 'metrics', split: 'train', position: {step: 12}, values: {loss: 0.15}},
		],
		[
			'train Loss: 9.3544 Acc: 0.31',
			{kind: 'metrics', split: 'train', values: {Loss: 9.3544, Acc: 0.31}},
		],
		['Validation accuracy: 0.596', {kind: 'metrics', split: 'val', values: {accuracy: 0.596}}],
		['mAP: 0.860687', {kind: 'metrics', split: 'val', values: {mAP: 0.860687}}],
		[
			'Accuracy on Test-Set: 10.40% (1040 / 10000)',
			{kind: 'metrics', split: 'val', values: {'Accuracy on Test-Set': 10.4}},
		],
		[
			'epoch 2: perplexity: 20.5 eval_loss: 3.25',
			{kind: 'metrics', split: 'val', position: {epoch: 2}, values: {perplexity: 20.5, loss: 3.25}},
		],
		['current step: 12th step', {kind: 'facts', facts: {}, position: {step: 12}}],
		['After 100 epochs:', {kind: 'facts', facts: {}, position: {epoch: 100}}],
		['batch loss:4.5', {kind: 'metrics', split: 'train', values: {loss: 4.5}}],
		[
			"epoch: 3 loss: tensor(0.5, device='cuda:0')",
			{kind: 'metrics', split: 'train', position: {epoch: 3}, values: {loss: 0.5}},
		],
		[
			'epoch: 1 step: 937, loss is 0.125',
			{kind: 'metrics', split: 'train', position: {epoch: 1, step: 937}, values: {loss: 0.125}},
		],
		['Epoch 3/10', {kind: 'phase', phase: 'training', position: {epoch: 3, epochs: 10}}],
		['val_acc improved (0.51 --> 0.62). Saving model ...', {kind: 'checkpoint', best: true}],
		['Saving model at the end of epoch 3', {kind: 'checkpoint', best: false, position: {epoch: 3}}],
		[
			'Resumed from checkpoint runs/last.pt (epoch 4, step 1200)',
			{
				kind: 'phase',
				phase: 'resumed',
				position: {epoch: 4, step: 1200},
				text: 'Resumed from checkpoint runs/last.pt (epoch 4, step 1200)',
			},
		],
		['Training finished. Best Acc@1: 97.679', {kind: 'phase', phase: 'finished'}],
		[
			'Start training, total epochs: 8, iters per epoch: 40, device: cpu',
			{kind: 'phase', phase: 'started', position: {epochs: 8, stepsPerEpoch: 40}},
		],
		...markSamples,
		[
			'training mlp on cancer: 2081 params, 40 epochs x 15 steps, lr 0.002',
			{kind: 'facts', facts: {}, position: {epochs: 40, stepsPerEpoch: 15}},
		],
		[
			"Namespace(name='a', epochs=8, max_steps=4000, lr=0.05)",
			{kind: 'facts', facts: {}, position: {epochs: 8, steps: 4000}},
		],
		[
			'Epoch id: 1, Training steps: 100, Avg loss: 0.923, Acc: 0.582',
			{
				kind: 'metrics',
				split: 'train',
				position: {epoch: 1, step: 100},
				values: {loss: 0.923, Acc: 0.582},
			},
		],
		['Epoch 1 - Validation Metrics:', {kind: 'facts', facts: {}, position: {epoch: 1}}],
		['Epoch 2 - Train Metrics:', {kind: 'facts', facts: {}, position: {epoch: 2}}],
		['  Avg Reward: 45.5', {kind: 'metrics', split: 'train', values: {Reward: 45.5}}],
		['  Loss: 26.5', {kind: 'metrics', split: 'train', values: {Loss: 26.5}}],
		['  Mean IoU: 0.5', {kind: 'metrics', split: 'val', values: {IoU: 0.5}}],
		['Epoch 1/4:  16%|██        | 8/50 [00:00<00:00, 71.76it/s, loss=1.48]', null],
	],
} satisfies Format;
