import {describe, expect, test} from 'vitest';
import type {Format} from '../../source/core/format.ts';
import {parseFormat} from '../../source/core/parse-format.ts';
import {formats} from '../../source/formats/index.ts';
import {matchedLines} from '../../source/gather/matched.ts';
import {wrongSamples} from '../../source/gather/samples.ts';
import {openText} from '../../source/gather/text.ts';

function own(data: object): Format {
	const parsed = parseFormat(data, 'mine');
	if ('fault' in parsed) throw new Error(parsed.fault.what);
	return parsed.format;
}

const mine = own({
	lines: [
		{kind: 'metrics', match: String.raw`^step (?<step>\d+): `, rest: 'pairs'},
		{kind: 'checkpoint', match: String.raw`^saved (?<path>\S+)`},
	],
	samples: [
		[
			'step 1: loss 0.5',
			{kind: 'metrics', split: 'train', position: {step: 1}, values: {loss: 0.5}},
		],
		[
			'step 2: loss nan',
			{values: {loss: Number.NaN}, position: {step: 2}, split: 'train', kind: 'metrics'},
		],
		['step 3: loss 0.5', {kind: 'metrics', split: 'val', position: {step: 3}, values: {loss: 0.5}}],
		['something else', null],
		['saved a.pt', null],
	],
});

function read(text: string, all: Readonly<Record<string, Format>>) {
	const reading = openText(all, {file: 'f'});
	reading.push(new TextEncoder().encode(text), 0);
	return reading.report().format;
}

const log = Array.from({length: 20}, (_, index) => `step ${index}: loss 0.${index}1\n`).join('');
const others = Array.from(
	{length: 20},
	(_, index) => `[TRAIN] Epoch 1/5, Iter ${index}/57, Loss: 1.49${index}, LR: 0.007\n`,
).join('');

describe("the user's format", () => {
	test('is chosen before ours', () => {
		expect(read(log, {mine, ...formats})).toBe('mine');
	});

	test('is chosen where ours understand up to twice as many records', () => {
		expect(read(log + others, {...formats, mine})).toBe('mine');
	});

	test('is not chosen where it understands little', () => {
		expect(read(others + log.slice(0, 60), {mine, ...formats})).toBe('tagged');
	});
});

test('samples that do not become what they say are named', () => {
	const told = {kind: 'metrics', split: 'train', position: {step: 3}, values: {loss: 0.5}};
	expect(wrongSamples(mine)).toEqual([
		{number: 3, line: 'step 3: loss 0.5', wanted: [{...told, split: 'val'}], told: [told]},
		{
			number: 5,
			line: 'saved a.pt',
			wanted: undefined,
			told: [{kind: 'checkpoint', best: false, path: 'a.pt'}],
		},
	]);
});

test('the first line of each shape shows how it matched', () => {
	const text = `hello\nstep 1: loss 0.5\nstep 2: loss 0.4\nsaved a.pt`;
	expect(matchedLines(mine, new TextEncoder().encode(text))).toEqual([
		{
			line: 2,
			text: 'step 1: loss 0.5',
			shape: 1,
			kind: 'metrics',
			time: undefined,
			events: [{kind: 'metrics', split: 'train', position: {step: 1}, values: {loss: 0.5}}],
		},
		{
			line: 4,
			text: 'saved a.pt',
			shape: 2,
			kind: 'checkpoint',
			time: undefined,
			events: [{kind: 'checkpoint', best: false, path: 'a.pt'}],
		},
	]);
});
