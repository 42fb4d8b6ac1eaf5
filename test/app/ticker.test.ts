import {expect, test} from 'vitest';
import {untilNextText} from '../../source/app/ticker.ts';
import type {Run} from '../../source/core/run.ts';

const at = Date.UTC(2026, 0, 5, 10, 30, 20);
const silentFor = (seconds: number) => ({updatedAt: at - seconds * 1000}) as Run;

test('an age in seconds changes every ten seconds', () => {
	expect(untilNextText({runs: [silentFor(5.25)]}, at)).toBe(4750);
	expect(untilNextText({runs: [silentFor(32)]}, at)).toBe(8000);
});

test('ages that change within a second of each other change together', () => {
	expect(untilNextText({runs: [silentFor(9.9), silentFor(19.5)]}, at)).toBe(1000);
});

test('an age in minutes changes every minute', () => {
	expect(untilNextText({runs: [silentFor(130)]}, at)).toBe(40_000);
});

test('runs that were silent for hours wait for the clock in the header alone', () => {
	expect(untilNextText({runs: [silentFor(7200), silentFor(90_000)]}, at)).toBe(40_000);
});

test('a run that never wrote, or wrote in the future, does not tick', () => {
	expect(untilNextText({runs: [{updatedAt: null} as Run, silentFor(-50)]}, at)).toBe(40_000);
});
