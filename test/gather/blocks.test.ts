import {expect, test} from 'vitest';
import type {Format} from '../../source/core/format.ts';
import {cutBar, type Told} from '../../source/gather/bars.ts';
import {beginBlocks, block, openBlocks} from '../../source/gather/blocks.ts';
import {understand} from '../../source/gather/read.ts';

const format = {
	title: 'Two tasks',
	lines: [
		{kind: 'phase', phase: 'validating', within: true, match: /^Task: (?<text>\w+)/},
		{kind: 'metrics', split: 'val', joins: true, within: true, match: /^(?<AP>[\d.]+)$/},
		{kind: 'metrics', split: 'val', joins: true, match: /^best: (?<best>[\d.]+)/},
		{kind: 'checkpoint', match: /^saved (?<path>\S+)/},
		{kind: 'facts', opens: true, match: /^\[step=(?<step>\d+)\]/},
	],
	samples: [],
} satisfies Format;

function tell(lines: readonly string[], by: Format = format): readonly Told[] {
	const state = beginBlocks();
	const told = lines.flatMap((text, index) => {
		const known = understand(by, text)!;
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

test('a line of places tells where the lines after it stand', () => {
	const record = (step: number, AP: number, line: number) => ({
		events: [{kind: 'metrics', split: 'val', values: {AP}, position: {step}}],
		line,
		offset: 0,
	});
	expect(tell(['[step=1]', '0.5', '[step=2]', '0.75'])).toEqual([
		record(1, 0.5, 2),
		record(2, 0.75, 4),
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

const placed = {
	title: 'A table, a bar',
	lines: [
		{kind: 'metrics', split: 'val', joins: true, match: /^\| reward \| (?<reward>[\d.]+)/},
		{kind: 'facts', joins: true, match: /^\| step \| (?<step>\d+)/},
		{kind: 'metrics', joins: true, match: /^\| loss \| (?<loss>[\d.]+)/},
		{kind: 'metrics', match: /^loss=(?<loss>[\d.]+)/},
	],
	samples: [],
} satisfies Format;

test('a place in a table is the place of all its values, of each split', () => {
	const state = beginBlocks();
	for (const [index, text] of ['| reward | 2', '| step | 40', '| loss | 0.5'].entries()) {
		const known = understand(placed, text)!;
		expect(block(state, known.shape, {events: known.events, line: index + 1, offset: 0})).toEqual(
			[],
		);
	}

	expect(openBlocks(state)[0]?.events).toEqual([
		{kind: 'metrics', split: 'val', position: {step: 40}, values: {reward: 2}},
		{
			kind: 'metrics',
			split: 'train',
			position: {step: 40},
			source: {file: '', line: 3, offset: 0},
			values: {loss: 0.5},
		},
	]);
});

test('a place without a record before it tells nothing', () => {
	const known = understand(placed, '| step | 40')!;
	expect(block(beginBlocks(), known.shape, {events: known.events, line: 1, offset: 0})).toEqual([]);
});

const bars = {
	title: 'A bar without a name',
	lines: [
		{kind: 'phase', phase: 'training', match: /^Epoch: (?<epoch>\d+)/},
		{
			kind: 'metrics',
			bar: 'mean',
			tried: 'val',
			match: /^Loss: (?<loss>[\d.]+) (?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)/,
		},
	],
	samples: [],
} satisfies Format;

test('a bar after that of an epoch is what it says that is tried', () => {
	const drawn = (lines: readonly string[]) => tell(lines, bars).flatMap(({events}) => events);
	const trained = {
		kind: 'metrics',
		split: 'train',
		position: {stepInEpoch: 9, stepsPerEpoch: 9},
		values: {loss: 0.5},
	};
	expect(drawn(['Loss: 0.75 1/9', 'Loss: 0.5 9/9', 'Loss: 0.5 1/4', 'Loss: 0.25 4/4'])).toEqual([
		trained,
		{kind: 'metrics', split: 'val', values: {loss: 0.25}},
	]);
	expect(drawn(['Loss: 0.5 9/9', 'Epoch: 1', 'Loss: 0.5 1/4']).slice(0, 2)).toEqual([
		trained,
		{kind: 'phase', phase: 'training', position: {epoch: 1}},
	]);
});

test('a bar that trouble cuts short is told before it, and once more only at its end', () => {
	const state = beginBlocks();
	const draw = (text: string) => {
		const known = understand(bars, text)!;
		return block(state, known.shape, {events: known.events, line: 1, offset: 0});
	};
	const shown = (all: readonly Told[]) =>
		all.flatMap(({events}) => events.map(event => event.kind === 'metrics' && event.values));
	expect(shown(draw('Loss: 0.75 1/9'))).toEqual([]);
	expect(shown(cutBar(state))).toEqual([{loss: 0.75}]);
	expect(shown(draw('Loss: 0.7 2/9'))).toEqual([]);
	expect(shown(openBlocks(state))).toEqual([]);
	expect(shown(draw('Loss: 0.5 9/9'))).toEqual([{loss: 0.5}]);
});

test('of lines that join once, the first tells what they have in common', () => {
	const tasks = {
		title: 'A line for each task',
		lines: [{kind: 'metrics', joins: 'once', match: /^task \w+, loss: (?<loss>[\d.]+)/}],
		samples: [],
	} satisfies Format;
	expect(tell(['task car, loss: 0.5', 'task truck, loss: 0.25'], tasks)).toEqual([
		{events: [{kind: 'metrics', split: 'train', values: {loss: 0.5}}], line: 1, offset: 0},
	]);
});

test('a bar whose count is drawn after its values stands where the count says', () => {
	const counted = {
		title: 'A bar, then its count',
		lines: [
			{kind: 'metrics', bar: 'mean', tried: 'val', match: /^Loss: (?<loss>[\d.]+)/},
			{kind: 'facts', joins: true, match: /^(?<stepInEpoch>\d+)\/(?<stepsPerEpoch>\d+)$/},
		],
		samples: [],
	} satisfies Format;
	const lines = ['Loss: 0.75', '1/2', 'Loss: 0.5', '2/2', 'Loss: 0.5', '1/1'];
	expect(tell(lines, counted).flatMap(({events}) => events)).toEqual([
		{
			kind: 'metrics',
			split: 'train',
			position: {stepInEpoch: 2, stepsPerEpoch: 2},
			values: {loss: 0.5},
		},
		{kind: 'metrics', split: 'val', values: {loss: 0.5}},
	]);
});
