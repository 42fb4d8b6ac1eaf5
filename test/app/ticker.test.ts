import {expect, test} from 'vitest';
import {untilNextText} from '../../source/app/ticker.ts';
import type {Run} from '../../source/core/run.ts';

const at = Date.UTC(2026, 0, 5, 10, 30, 20);
const silentFor = (seconds: number) => ({updatedAt: at - seconds * 1000}) as Run;

test('an age in seconds changes every second', () => {
	expect(untilNextText({runs: [silentFor(5.25)]}, at)).toBe(750);
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
