import {describe, expect, test} from 'vitest';
import {formats} from '../../source/formats/index.ts';
import {beginScores, best, scoreLine} from '../../source/gather/choose.ts';

function chosen(lines: readonly string[]): string | undefined {
	const scores = beginScores(formats);
	for (const line of lines) scoreLine(scores, formats, line, {});
	return best(scores)?.id;
}

/** What any hand-written loop may print: no framework's own words. */
const general = [
	...Object.keys(formats).filter(id => formats[id]?.fallback),
	'tagged',
	'tqdm',
	'keras',
	'pytorch-examples',
	'metriclogger',
	'json-lines',
	'paddle-loop',
];

/** Six epochs of a loop: `#` is the epoch, from 1, `@` a loss that falls. */
function loop(...pattern: readonly string[]): readonly string[] {
	return [1, 2, 3, 4, 5, 6].flatMap(epoch =>
		pattern.map(line =>
			line.replaceAll('#', String(epoch)).replaceAll('@', (2 / epoch).toFixed(4)),
		),
	);
}

const table = (heading: string, ...rows: readonly string[]) => [heading, ...loop(...rows)];

/** Logs of loops that people wrote, each in a style that is near to that of some framework. */
const loops: Readonly<Record<string, readonly string[]>> = {
	'a row of a table an epoch': table('| Model | Acc | F1 |', '| resnet | 0.7#1 | 0.6#2 |'),
	'a table with a rule': table(
		'| Arch | Params | Acc |\n|---|---|---|',
		'| resnet18 | 11.7 | 0.7# |',
	),
	'data sets in a table': table(
		'| Datasets | Top1 | Top5 | Loss | F1 | AUC |',
		'| CIFAR10 | 71.# | 91.# | 0.5# | 66.# | 80.# |',
	),
	'tabs between floats': table('lr\tloss\tacc', '0.1\t@\t0.5#'),
	'tabs with a heading of losses': table('Epoch\tTrain Loss\tVal Loss', '#\t@\t@'),
	'epoch in brackets': loop('[epoch #] loss: @ acc: 0.5#'),
	'epoch and step in brackets': loop('[#/6][100/500] Loss: @', '[#/6][200/500] Loss: @'),
	'epoch, step and loss with colons': loop('step: 10#, epoch: #, loss: @, lr: 0.001'),
	'counts in parentheses': loop('(#/100) loss: @ | acc: 0.8#'),
	'pipes in pairs': loop('Epoch: # || Loss: @ || Acc: 0.8#'),
	'iterations with pipes in pairs': loop('iter # || Loss: @ || Acc: 0.8#'),
	'mean loss': loop('Epoch # (#/6):', 'Training mean loss: @', 'Validation mean loss: @'),
	'train and test lines': loop('Train #, loss: @, acc: 0.8#', 'Test #, loss: @, acc: 0.7#'),
	'train acc without averages': loop('Train #, loss: @, train acc: 0.81'),
	'train_loss a line': loop('epoch #/6', '#/6, train loss: @', 'val loss: @'),
	'PSNR a validation': loop('[epoch #] loss: @', '[epoch #] PSNR: 28.#1'),
	'PSNR in a table of tabs': loop('Epoch: #\tLoss: @\tPSNR: 28.#'),
	'PSNR beside the best': loop('Epoch # PSNR: 28.# (best: 28.9)'),
	'a dash between name and value': loop('Epoch: #', 'train_loss - @, val_loss - @'),
	'epoch, then results': loop('Epoch: #', 'Loss: @ | Acc: 55.#% (55/100)'),
	'checkpoints with dots': loop('Epoch # loss @', 'Saving..', 'Saving...', 'checkpoint...'),
	'heat maps': loop('epoch # loss @ hm 0.5# wh 0.1# off 0.2#'),
	'time stamps before': loop('2024-01-02 10:0#:00,123 Epoch # loss @ acc 0.5'),
	'time stamps with a level': loop('2024-01-02 10:0#:00,123 - INFO - Epoch #, Loss: @'),
	'time stamps and Train': loop('2024-01-02 10:0#:00,123 INFO Train: #/6 Loss: @ LR: 0.001'),
	'a logger called Model': loop('2024-01-02 10:0#:00,123 - Model - INFO - loss: @'),
	'a date in brackets': loop('[01/02 10:0#:00] INFO: epoch # iter 100 loss: @ lr: 0.1'),
	'file and line': loop('[2024-01-02 10:0#:00,123 INFO main.py:30] epoch # loss: @'),
	'JSON after a word': loop('stats: {"epoch": #, "loss": @}'),
	'rates and averages': loop('#: @, avg @, lr 0.001'),
	'mIoU a validation': loop('Epoch # train loss @', 'Val mIoU: 0.5#, mAcc: 0.6#'),
	'Speed and samples': loop('Epoch: # Speed 310.8 samples/s Loss @ Acc 0.5#'),
	'DLL-like pairs': loop('Epoch: # Iteration: 10 loss : @ lr : 0.01'),
	'names in quotes': loop("epoch: #, iter: 10#, 'loss': @, 'acc': 0.5"),
	'precision and recall with colons': loop(
		'epoch #',
		'precision : 0.7#',
		'recall : 0.6#',
		'fmeasure : 0.6#',
	),
	'train_acc after train': loop('train #00 @ 55.# 66.#', 'train_acc 55.#', 'valid_acc 54.#'),
	'a summary of an epoch': loop('===== EPOCH # SUMMARY =====', 'train loss = @', 'val mAP = 0.5#'),
	'[E01] before names': loop('[E0#] train loss=@ acc=0.5# | val loss=@ acc=0.6#'),
	'LEVEL:logger: before': loop('INFO:__main__:Epoch # | Step 10/20 | Loss: @ | PPL: 1.#'),
	'losses of three kinds': loop('Epoch #, Step 30: Recon Loss=@, KL Loss=0.1, Total Loss=@'),
	'Chinese losses beside English ones': loop(
		'Epoch: # | Batch: 10/20 |Loss: @',
		'Epoch # 完成 | 训练损失: @ | 验证损失: @',
	),
	'measures alone between tabs': table('train_loss\ttrain_EPE\tEPE', '@\t27.#\t21.#'),
	'an epoch and its accuracy': loop('ep: #, global_step: #00, loss: @', 'ep: #, acc: 0.8#'),
	'an epoch before wide blanks': loop('#       train loss=@        valid loss=@'),
	'Step with dots': loop('Step: #00. Epoch: #/6. Loss: @. Acc: 0.5#.'),
};

describe('a loop that somebody wrote is read as such', () => {
	test.each(Object.entries(loops))('%s', (_, lines) => {
		const id = chosen(lines.flatMap(line => line.split('\n')));
		expect([undefined, ...general]).toContain(id);
	});
});

const guarded = Object.entries(formats).filter(([, format]) => format.guarded);

describe('a format whose lines are common', () => {
	test.each(guarded)('%s is chosen for its own samples', (id, format) => {
		expect(chosen(format.samples.map(([line]) => line))).toBe(id);
	});

	test.each(guarded)('%s is never chosen without its hallmark', (id, format) => {
		const bare = format.samples.map(([line]) => line).filter(line => !format.hallmark?.test(line));
		expect(chosen([...bare, ...bare, ...bare, ...bare, ...bare])).not.toBe(id);
	});
});
