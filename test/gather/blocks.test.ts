import {expect, test} from 'vitest';
import type {Format} from '../../source/core/format.ts';
import {beginBlocks, block, openBlocks, type Told} from '../../source/gather/blocks.ts';
import {understand} from '../../source/gather/read.ts';

const format = {
	title: 'Two tasks',
	lines: [
		{kind: 'phase', phase: 'validating', within: true, match: /^Task: (?<text>\w+)/},
		{kind: 'metrics', split: 'val', joins: true, within: true, match: /^(?<AP>[\d.]+)$/},
		{kind: 'metrics', split: 'val', joins: true, match: /^best: (?<best>[\d.]+)/},
		{kind: 'checkpoint', match: /^saved (?<path>\S+)/},
	],
	samples: [],
} satisfies Format;

function tell(lines: readonly string[]): readonly Told[] {
	const state = beginBlocks();
	const told = lines.flatMap((text, index) => {
		const known = understand(format, text)!;
		return block(state, known.shape, {events: known.events, line: index + 1, offset: 0});
	});
	return [...told, ...openBlocks(state)];
}

test('the tasks of one evaluation lead the names of its values, and are one record', () => {
	expect(tell(['Task: bbox', '0.5', 'Task: segm', '0.4'])).toEqual([
		{
			events: [{kind: 'metrics', split: 'val', values: {'bbox/AP': 0.5, 'segm/AP': 0.4}}],
			line: 2,
			offset: 0,
		},
	]);
});

test('values that no task leads keep their names', () => {
	expect(tell(['0.5'])).toEqual([
		{events: [{kind: 'metrics', split: 'val', values: {AP: 0.5}}], line: 1, offset: 0},
	]);
});

test('a checkpoint amid the lines of a record does not end it', () => {
	expect(tell(['0.5', 'saved best.pth', 'best: 0.5'])).toEqual([
		{events: [{kind: 'checkpoint', best: false, path: 'best.pth'}], line: 2, offset: 0},
		{
			events: [{kind: 'metrics', split: 'val', values: {AP: 0.5, best: 0.5}}],
			line: 1,
			offset: 0,
		},
	]);
});
