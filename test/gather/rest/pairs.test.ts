import {expect, test} from 'vitest';
import {pairs} from '../../../source/gather/rest/pairs.ts';

const read = (text: string) => pairs(text).map(({name, value}) => [name, value]);

test('a name and its number may be joined by a colon, an equals sign or a blank', () => {
	expect(read('Loss: 1.543, LR=0.007 acc 0.5 损失：0.4')).toEqual([
		['Loss', 1.543],
		['LR', 0.007],
		['acc', 0.5],
		['损失', 0.4],
	]);
});

test('a word that tells the split or the network belongs to the name', () => {
	expect(read('Train Loss: 0.5 | Val. Loss: 0.6 [D loss: 0.7] [G loss: 0.8]')).toEqual([
		['Train Loss', 0.5],
		['Val. Loss', 0.6],
		['D loss', 0.7],
		['G loss', 0.8],
	]);
});

test('clocks, fractions and numbers with a unit are no values', () => {
	expect(read('eta: 0:00:15 Epoch 3/10 mem: 1491Mb acc: 5/7')).toEqual([]);
});

test('a number may come as a tensor, as a scalar of NumPy, or after a verb', () => {
	expect(read('loss: tensor(0.5, grad_fn=<Mul>) kl:np.float64(0.25), acc is 0.75')).toEqual([
		['loss', 0.5],
		['kl', 0.25],
		['acc', 0.75],
	]);
});

test('measures of one name are told apart by the words before them', () => {
	expect(read('Mod Acc: 0.5, Jam Acc: 0.25')).toEqual([
		['Mod Acc', 0.5],
		['Jam Acc', 0.25],
	]);
	expect(read('Step 3: Recon Loss=0.5, KL Loss=0.25, lr 0.1')).toEqual([
		['Recon Loss', 0.5],
		['KL Loss', 0.25],
		['lr', 0.1],
	]);
	expect(read('loss 0.5 avg loss 0.25')).toEqual([
		['loss', 0.5],
		['avg loss', 0.25],
	]);
	expect(read('Loss Encoder: -1.5, Loss Decoder: 0.25')).toEqual([
		['Loss Encoder', -1.5],
		['Loss Decoder', 0.25],
	]);
});

test('a number may stand in brackets, or behind what is known so far', () => {
	expect(read('acc [ 0.5] [64][300/320], loss so far is 0.25')).toEqual([
		['acc', 0.5],
		['loss', 0.25],
	]);
});
