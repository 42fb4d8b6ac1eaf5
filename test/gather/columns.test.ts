import {expect, test} from 'vitest';
import {namesIn, underHeading} from '../../source/gather/columns.ts';

test('the names in a heading stand between bars, commas or blanks', () => {
	expect(namesIn(' Train Loss | Val Acc (%) |')).toEqual(['Train Loss', 'Val Acc']);
	expect(namesIn('PQ,SQ,RQ')).toEqual(['PQ', 'SQ', 'RQ']);
	expect(namesIn('box_loss   cls_loss')).toEqual(['box_loss', 'cls_loss']);
	expect(namesIn('LOSS NER  ENTS_F  SCORE')).toEqual(['LOSS NER', 'ENTS_F', 'SCORE']);
});

test('a row under a heading: names tell places and splits, what has no name is left out', () => {
	const row = {
		kind: 'metrics',
		split: 'train',
		position: {epoch: 2},
		values: {c1: 100, c2: 0.5, c3: 0.25, c4: 9},
	} as const;
	expect(underHeading([row], ['Step', 'Train Loss', 'val_acc'])).toEqual([
		{kind: 'metrics', split: 'train', position: {epoch: 2, step: 100}, values: {Loss: 0.5}},
		{kind: 'metrics', split: 'val', position: {epoch: 2, step: 100}, values: {acc: 0.25}},
	]);
});

test('a loss without a split is that of training, whatever the row measures', () => {
	const row = {kind: 'metrics', split: 'val', values: {c1: 1.5, c2: 0.5}} as const;
	expect(underHeading([row], ['LOSS NER', 'ENTS_F'])).toEqual([
		{kind: 'metrics', split: 'train', values: {'LOSS NER': 1.5}},
		{kind: 'metrics', split: 'val', values: {ENTS_F: 0.5}},
	]);
});

test('a column that names no split is not of the split that its twin names', () => {
	const row = {kind: 'metrics', split: 'train', values: {c1: 1.5, c2: 2.5, c3: 3.5}} as const;
	expect(underHeading([row], ['train_loss', 'train_EPE', 'EPE'])).toEqual([
		{kind: 'metrics', split: 'train', values: {loss: 1.5, EPE: 2.5}},
		{kind: 'metrics', split: 'val', values: {EPE: 3.5}},
	]);
});
