import {describe, expect, test} from 'vitest';
import history from '../../source/readers/history.ts';
import {bytesOf, readAll} from './kit.ts';

const read = (document: unknown, size?: number) =>
	readAll(history, bytesOf(JSON.stringify(document)), size);

describe('what it claims', () => {
	test.each([
		['Keras', {loss: [2, 1], val_loss: [3, 2]}],
		['a training that has only begun', {loss: [2], val_loss: [3]}],
		['a data frame of pandas', {loss: {0: 2, 1: 1}, lr: {0: 0.1, 1: 0.1}}],
		['records', [{epoch: 1, train_loss: 2.5}]],
		['records in an object', {config: {lr: 0.1}, history: [{epoch: 1, loss: 2.5}]}],
		['LightGBM', {training: {auc: [0.5, 0.6]}, valid_0: {auc: [0.4, 0.5]}}],
	])('%s', (_what, document) => {
		expect(history.claims('history.json', bytesOf(JSON.stringify(document)))).toBe(true);
		expect(history.claims('history.txt', bytesOf(JSON.stringify(document)))).toBe(false);
	});

	test.each([
		['results of classes', '{"precision": [0.5, 0.75], "recall": [0.5, 0.25]}'],
		['a list of one', '{"loss": [0.5], "f1": [0.5]}'],
		['results', '{"val_loss": 0.5, "val_acc": 0.75}'],
		['lines of objects', '{"epoch": 1, "loss": 2}\n{"epoch": 2, "loss": 1}\n'],
		['answers', '[{"question": "a", "score": 0.5}, {"question": "b", "score": 1}]'],
		['annotations', '{"images": [{"id": 1, "width": 640}], "annotations": [{"id": 1, "area": 9}]}'],
		['no JSON', '[TRAIN] Epoch 1/5, Loss: 1.5'],
		['brackets that do not match', '{"loss": [2, 1}]'],
		['nothing', ''],
	])('not %s', (_what, text) => {
		expect(history.claims('history.json', bytesOf(text))).toBe(false);
	});
});

test('lists of numbers by name: one record of each split for every place in them', () => {
	const {events, report} = read({loss: [2.5, 2], val_loss: [3, 2.25], lr: [0.1, 0.1]});
	expect(events).toMatchObject([
		{split: 'train', values: {loss: 2.5, lr: 0.1}},
		{split: 'val', values: {loss: 3}},
		{split: 'train', values: {loss: 2, lr: 0.1}},
		{split: 'val', values: {loss: 2.25}},
	]);
	expect(report).toMatchObject({
		format: 'history',
		why: '2 records in one JSON document',
		trouble: [],
	});
});

test('lists may be shorter than others, and hold what is no number', () => {
	const {events} = read({loss: [2.5, 'nan', 1], val_loss: [3, null]});
	expect(events).toMatchObject([
		{split: 'train', values: {loss: 2.5}},
		{split: 'val', values: {loss: 3}},
		{split: 'train', values: {loss: Number.NaN}},
		{split: 'train', values: {loss: 1}},
	]);
});

test('records: places are places, settings and words beside them tell nothing', () => {
	const {events} = read({
		name: 'a',
		history: [
			{epoch: 1, step: 10, train: {loss: 2.5}, val: {acc: 0.5}, note: 'x'},
			{epoch: 2, step: 20, train: {loss: 2}},
		],
	});
	expect(events).toMatchObject([
		{split: 'train', position: {epoch: 1, step: 10}, values: {loss: 2.5}},
		{split: 'val', position: {epoch: 1, step: 10}, values: {acc: 0.5}},
		{split: 'train', position: {epoch: 2, step: 20}, values: {loss: 2}},
	]);
});

test('CatBoost names its metrics apart from their values', () => {
	const {events} = read({
		meta: {
			learn_metrics: [{best_value: 'Min', name: 'Logloss'}],
			test_metrics: [
				{best_value: 'Min', name: 'Logloss'},
				{best_value: 'Max', name: 'AUC'},
			],
		},
		iterations: [{learn: [0.5], iteration: 0, passed_time: 1, test: [0.75, 0.5]}],
	});
	expect(events).toMatchObject([
		{split: 'train', position: {step: 0}, values: {Logloss: 0.5}},
		{split: 'val', position: {step: 0}, values: {Logloss: 0.75, AUC: 0.5}},
	]);
});

test('bare NaN of Python is a value, and the pieces in which it arrives do not matter', () => {
	const text = bytesOf('{"loss": [2.5, NaN, Infinity], "val_loss": [1, 2, 3]}\n');
	const whole = readAll(history, text);
	expect(whole.events).toHaveLength(6);
	expect(whole.events[2]).toMatchObject({split: 'train', values: {loss: Number.NaN}});
	for (const size of [1, 7]) expect(readAll(history, text, size)).toEqual(whole);
});

test('what is cut short is told as far as it goes, and that it has no end', () => {
	const text = bytesOf('[{"epoch": 1, "loss": 2.5}, {"epoch": 2, "loss": 2}, {"epoch": 3, "lo');
	const {events, report} = readAll(history, text);
	expect(events).toMatchObject([
		{position: {epoch: 1}, values: {loss: 2.5}},
		{position: {epoch: 2}, values: {loss: 2}},
	]);
	expect(report.trouble).toEqual([{offset: text.length, what: 'the document has no end yet'}]);
});
