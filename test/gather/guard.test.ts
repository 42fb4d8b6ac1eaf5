import {expect, test} from 'vitest';
import type {Format} from '../../source/core/format.ts';
import {guardFormat, type Strike} from '../../source/gather/guard.ts';
import {read} from '../../source/gather/read.ts';

/** A clock by which each expression takes as long as the list says, then no time. */
function stopwatch(...durations: number[]) {
	let now = 0;
	let running = false;
	return () => {
		if (running) now += durations.shift() ?? 0;
		running = !running;
		return now;
	};
}

const mine: Format = {
	title: 'mine',
	head: /^\[(?<time>\d+)\] /,
	lines: [
		{kind: 'noise', match: /^#/},
		{kind: 'metrics', match: /^step (?<step>\d+) (?<loss>\S+)/},
	],
	samples: [],
};
const told = [{kind: 'metrics', split: 'train', position: {step: 3}, values: {loss: 0.5}}] as const;

test('a guarded format reads as the bare one does', () => {
	const strikes: Strike[] = [];
	const format = guardFormat(mine, stopwatch(), strike => strikes.push(strike));
	expect(read(format, 'step 3 0.5')).toEqual(told);
	expect(read(format, '# step 3 0.5')).toEqual([]);
	expect(read(format, 'else')).toBeUndefined();
	expect(strikes).toEqual([]);
});

test('an expression that takes over 5 ms three times on a line is switched off and told', () => {
	const strikes: Strike[] = [];
	const format = guardFormat(mine, stopwatch(0, 6, 6, 6), strike => strikes.push(strike));
	expect(read(format, 'step 3 0.5')).toBeUndefined();
	expect(strikes).toEqual([{expression: 'lines.2.match', characters: 10}]);
	expect(read(format, 'step 3 0.5')).toBeUndefined();
	expect(read(format, '# known')).toEqual([]);
	expect(strikes).toHaveLength(1);
});

test('a machine that was busy once costs nothing', () => {
	const strikes: Strike[] = [];
	const format = guardFormat(mine, stopwatch(0, 6, 0), strike => strikes.push(strike));
	expect(read(format, 'step 3 0.5')).toEqual(told);
	expect(strikes).toEqual([]);
});

test('an expression sees 4 KB of a line', () => {
	const format = guardFormat(
		{...mine, lines: [{kind: 'metrics', match: /(?<loss>\d)$/}]},
		stopwatch(),
		() => {},
	);
	expect(read(format, `${'x'.repeat(4095)}7`)).toEqual([
		{kind: 'metrics', split: 'train', values: {loss: 7}},
	]);
	expect(read(format, `${'x'.repeat(4096)}7`)).toBeUndefined();
});

test('an expression that would take years is noticed on the beginning of a line', () => {
	const strikes: Strike[] = [];
	const format = guardFormat(
		{...mine, lines: [{kind: 'noise', match: /^.*.*.*.*.*.*Q/}]},
		() => performance.now(),
		strike => strikes.push(strike),
	);
	expect(read(format, 'a'.repeat(4000))).toBeUndefined();
	expect(strikes).toEqual([{expression: 'lines.1.match', characters: 64}]);
});
