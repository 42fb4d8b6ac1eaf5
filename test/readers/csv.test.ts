import {describe, expect, test} from 'vitest';
import csv from '../../source/readers/csv.ts';
import {openTable} from '../../source/readers/table/reading.ts';
import {bytesOf, readAll} from './kit.ts';

const read = (text: string, size?: number) => readAll(csv, bytesOf(text), size);
const at = (line: number, offset: number) => ({file: '', line, offset});

describe('what it claims', () => {
	test.each([
		['Lightning', 'metrics.csv', 'epoch,step,train_loss,val_loss\n0,49,0.61,\n'],
		['a Keras CSVLogger called a log', 'training.log', 'epoch,accuracy,loss\n0,0.5,1.25\n'],
		[
			'a table with nothing but its header yet',
			'results.csv',
			'epoch,train/box_loss,metrics/mAP50(B)\n',
		],
		['a padded header', 'results.csv', '   epoch,   train/box_loss\n       0,      0.112\n'],
		[
			'a data frame behind a printed summary',
			'run.log',
			'Model: "m"\n===\n,loss,val_loss\n0,1.5,2.5\n',
		],
		['marks of a conflict', 'log.csv', 'epoch,loss\n<<<<<<< HEAD\n0,1.5\n=======\n0,1.25\n'],
		['Spinning Up with tabs', 'progress.txt', 'Epoch\tAverageEpRet\tLossPi\n0\t12.5\t0.1\n'],
	])('%s', (_what, name, text) => {
		expect(csv.claims(name, bytesOf(text))).toBe(true);
	});

	test.each([
		['a table of a data set', 'people.csv', 'name,age,city\nAnna,30,Rome\n'],
		['a text log', 'train.log', 'epoch 1, loss 0.5, lr 0.1\nepoch 2, loss 0.4, lr 0.1\n'],
		['letters without the comment of a monitor', 'table.csv', 'r,l,t\n1,2,3\n'],
		['a header named in passing', 'train.log', 'start\nepoch, loss, lr\nepoch 1, 0.5\n'],
		['an empty file', 'metrics.csv', ''],
		['binary', 'metrics.csv', '\u0000\u0001\u0002,\u0003\n\u0004'],
	])('not %s', (_what, name, text) => {
		expect(csv.claims(name, bytesOf(text))).toBe(false);
	});
});

test('a sparse row tells only what it holds', () => {
	const {events} = read(
		'epoch,lr-Adam,step,test_loss,train_loss,val_acc\n,0.005,0,,,\n0,,49,,0.63,\n0,,68,,,0.55\n1,,68,0.7,,\n',
	);
	expect(events).toEqual([
		{
			kind: 'metrics',
			split: 'train',
			position: {step: 0},
			values: {'lr-Adam': 0.005},
			source: at(2, 48),
		},
		{
			kind: 'metrics',
			split: 'train',
			position: {epoch: 0, step: 49},
			values: {loss: 0.63},
			source: at(3, 60),
		},
		{
			kind: 'metrics',
			split: 'val',
			position: {epoch: 0, step: 68},
			values: {acc: 0.55},
			source: at(4, 73),
		},
		{
			kind: 'metrics',
			split: 'test',
			position: {epoch: 1, step: 68},
			values: {loss: 0.7},
			source: at(5, 86),
		},
	]);
});

test('a row of both is a train record and a validation record', () => {
	const {events} = read('epoch,accuracy,loss,val_accuracy,val_loss\n3,0.5,1.25,0.75,0.5\n');
	expect(events).toEqual([
		{
			kind: 'metrics',
			split: 'train',
			position: {epoch: 3},
			values: {accuracy: 0.5, loss: 1.25},
			source: at(2, 42),
		},
		{
			kind: 'metrics',
			split: 'val',
			position: {epoch: 3},
			values: {accuracy: 0.75, loss: 0.5},
			source: at(2, 42),
		},
	]);
});

test('Ultralytics: its metrics are of the validation, its seconds no time of day', () => {
	const {events} = read(
		'  epoch, time, train/box_loss, metrics/mAP50-95(B), val/box_loss, lr/pg0\n 1, 5.4, 1.5, 0.25, 1.75, 1e-05\n',
	);
	expect(events).toMatchObject([
		{split: 'train', position: {epoch: 1}, values: {box_loss: 1.5, 'lr/pg0': 1e-5}},
		{split: 'val', values: {'mAP50-95(B)': 0.25, box_loss: 1.75}},
	]);
	expect(events[0]?.at).toBeUndefined();
});

test('timm: of a quoted list of learning rates the first; Unix seconds are the time', () => {
	const {events} = read(
		'epoch,train_loss,train_lr,eval_top1,time\n0,5.5,"[2e-07, 3e-07]",0.5,1600000000.5\n',
	);
	expect(events).toMatchObject([
		{split: 'train', values: {loss: 5.5, lr: 2e-7}, at: 1_600_000_000_500},
		{split: 'val', values: {top1: 0.5}},
	]);
});

test('reinforcement learning: steps of the environment are the step, rewards the validation', () => {
	const {events} = read(
		'time/iterations,time/total_timesteps,rollout/ep_rew_mean,train/loss,time/fps\n1,2048,-7.5,,900\n2,4096,-6.5,0.25,850\n',
	);
	expect(events).toMatchObject([
		{split: 'val', position: {step: 2048}, values: {ep_rew_mean: -7.5}},
		{split: 'train', position: {step: 4096}, values: {loss: 0.25}},
		{split: 'val', position: {step: 4096}, values: {ep_rew_mean: -6.5}},
	]);
});

test('a table without a word of training is one of the validation', () => {
	const {events} = read('acc,epoch,step,val_loss\n0.25,0,24,1.5\n');
	expect(events).toMatchObject([{split: 'val', values: {acc: 0.25, loss: 1.5}}]);
});

test('a monitor of episodes: its steps add up, its seconds count from the beginning that its comment tells', () => {
	const text =
		'#{"t_start": 1700000000.5, "env_id": "Hopper-v4"}\nr,l,t\n9.5,11,1.5\n-7.5,22,2.25\n';
	expect(csv.claims('monitor.csv', bytesOf(text))).toBe(true);
	const {events, report} = read(text);
	expect(events).toMatchObject([
		{split: 'val', position: {step: 11}, values: {reward: 9.5}, at: 1_700_000_002_000},
		{split: 'val', position: {step: 33}, values: {reward: -7.5}, at: 1_700_000_002_750},
	]);
	expect(report).toMatchObject({lines: 4, understood: 4});
});

test('episodes are counted where nothing else is', () => {
	const {events} = read('Episode,TotalReward,Epsilon\n1,-1,1.0\n2,0.5,0.75\n');
	expect(events).toMatchObject([
		{split: 'train', position: {step: 1}, values: {TotalReward: -1, Epsilon: 1}},
		{split: 'train', position: {step: 2}, values: {TotalReward: 0.5}},
	]);
	expect(read('episode,total_timesteps,loss\n1,200,0.5\n').events).toMatchObject([
		{position: {step: 200}, values: {loss: 0.5}},
	]);
});

test('the name of a file tells the split of names that tell none', () => {
	const text = bytesOf('iter\tLogloss\n0\t0.5\n');
	const told = (name: string) => csv.open(name).push(text, 0);
	expect(told('catboost_info/learn_error.tsv')).toMatchObject([{split: 'train'}]);
	expect(told('catboost_info/test_error.tsv')).toMatchObject([{split: 'val'}]);
	expect(told('eval_log.tsv')).toMatchObject([{split: 'val'}]);
	expect(told('evaluated.tsv')).toMatchObject([{split: 'train'}]);
});

test('where semicolons part cells, commas are decimal points', () => {
	const {events} = read('epoch;loss;val_loss\n0;1,5;1,25\n1;1.25;1e-3\n');
	expect(events).toMatchObject([
		{split: 'train', values: {loss: 1.5}},
		{split: 'val', values: {loss: 1.25}},
		{split: 'train', values: {loss: 1.25}},
		{split: 'val', values: {loss: 0.001}},
	]);
});

test('nan and inf are values, an empty cell and a word are none', () => {
	const {events} = read('epoch,loss,note,val_loss\n1,nan,warm,-inf\n2,,cold,\n');
	expect(events).toMatchObject([
		{split: 'train', values: {loss: Number.NaN}},
		{split: 'val', values: {loss: Number.NEGATIVE_INFINITY}},
	]);
});

test('a header that changes on the way names the rows after it', () => {
	const {events, report} = read('epoch,loss\n0,1.5\nepoch,loss,val_loss\n0,1.5,2.5\n');
	expect(events).toMatchObject([
		{split: 'train', values: {loss: 1.5}},
		{split: 'train', values: {loss: 1.5}},
		{split: 'val', values: {loss: 2.5}},
	]);
	expect(report).toMatchObject({lines: 4, understood: 4});
});

test('the pieces in which it arrives do not matter', () => {
	const text = '\ufeffepoch,loss,"val_loss"\r\n0,1.5,"[1,\n2]"\r\n1,1.25,2\r\n';
	const whole = read(text);
	expect(whole.events).toHaveLength(4);
	for (const size of [1, 2, 7]) expect(read(text, size)).toEqual(whole);
});

test('a last line without its end is told at the end only', () => {
	const reading = openTable();
	const text = bytesOf('epoch,loss\n0,1.5\n1,1.2');
	expect(reading.push(text, 0)).toHaveLength(1);
	expect(reading.rest!()).toMatchObject([{position: {epoch: 1}, values: {loss: 1.2}}]);
	expect(reading.push(bytesOf('5\n'), text.length)).toMatchObject([
		{position: {epoch: 1}, values: {loss: 1.25}, source: at(3, 17)},
	]);
	expect(reading.rest!()).toEqual([]);
});

test('ragged rows are told and left out', () => {
	const {events, report} = read('epoch,loss,lr\n0,1.5,0.1\n1,1.2\n2,1.1,0.1,9\n3,1,0.1\n');
	expect(events).toMatchObject([{position: {epoch: 0}}, {position: {epoch: 3}}]);
	expect(report).toMatchObject({
		lines: 5,
		understood: 3,
		notUnderstood: [
			{line: 3, text: '1,1.2'},
			{line: 4, text: '2,1.1,0.1,9'},
		],
		trouble: [
			{offset: 24, what: '2 cells under 3 columns'},
			{offset: 30, what: '4 cells under 3 columns'},
		],
	});
});

test('a stray quote does not swallow the rest of the file', () => {
	const rows = Array.from({length: 40}, (_, epoch) => `${epoch},1.5\n`).join('');
	const {events} = read(`epoch,loss\n"7,1.5\n${rows}`);
	expect(events.length).toBeGreaterThanOrEqual(40);
});

test('a line of megabytes is passed over and told', () => {
	const {events, report} = read(`epoch,loss\n${'1'.repeat(3_000_000)}\n1,0.5\n`, 65_536);
	expect(events).toMatchObject([
		{position: {epoch: 1}, values: {loss: 0.5}, source: at(3, 3_000_012)},
	]);
	expect(report.trouble).toEqual([{offset: 11, what: 'a line too long to be a row'}]);
});
