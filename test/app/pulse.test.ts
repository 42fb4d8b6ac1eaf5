import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {type Pulse, startPulse} from '../../source/app/pulse.ts';

let pulse: Pulse | undefined;
let beats = 0;
beforeEach(() => {
	vi.useFakeTimers();
	beats = 0;
});
afterEach(() => {
	pulse?.stop();
	vi.useRealTimers();
});

/** Beats within so many seconds. */
function beatsIn(seconds: number): number {
	const before = beats;
	vi.advanceTimersByTime(seconds * 1000);
	return beats - before;
}

function start(wait: number): void {
	pulse = startPulse(() => {
		beats++;
		return wait;
	});
}

test('while something is due at once it beats every second', () => {
	start(0);
	expect(beatsIn(60)).toBe(60);
});

test('where nothing is due for minutes it beats every ten seconds', () => {
	start(180_000);
	expect(beatsIn(1)).toBe(1);
	expect(beatsIn(60)).toBe(6);
});

test('what happens meanwhile is attended to within a second, and not more often', () => {
	start(180_000);
	beatsIn(3);
	pulse?.soon();
	pulse?.soon();
	expect(beatsIn(1)).toBe(1);
	expect(beatsIn(9)).toBe(0);
});

test('it stops for good', () => {
	start(0);
	pulse?.stop();
	pulse?.soon();
	expect(beatsIn(60)).toBe(0);
});
