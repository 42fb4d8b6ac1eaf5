import {expect, test} from 'vitest';
import {addTrial, createTrials, unrestOf} from '../../source/core/trials.ts';

/** The trial of one metric after these evaluations. */
function trialOf(name: string, values: readonly number[], goal?: 'min' | 'max' | null) {
	const trials = createTrials();
	for (const value of values) addTrial(trials, {[name]: value}, 1, () => goal);
	return trials.byName.get(name)!;
}

test('what a format or the user says of a metric counts before its name', () => {
	expect(trialOf('val/score', [0.4, 0.6]).best).toBe(0.6);
	expect(trialOf('val/score', [0.4, 0.6], 'min').best).toBe(0.4);
	expect(trialOf('val/quality', [1, 2], 'max').best).toBe(2);
	expect(trialOf('val/loss', [1, 2], null).goal).toBeNull();
});

test('levels are medians: one outlier makes neither the lowest nor the highest', () => {
	const {lowest, highest} = trialOf('val/loss', [1, 1, 1, 9, 1, 1, 0.1, 1, 1]);
	expect([lowest, highest]).toEqual([1, 1]);
});

test('unrest is what values differ by from one to the next, their drift left out', () => {
	expect(unrestOf(trialOf('val/loss', [5, 4, 3, 2, 1]))).toBe(0);
	expect(unrestOf(trialOf('val/loss', [1, 2, 1, 2, 1]))).toBeCloseTo(1.048, 3);
	expect(unrestOf(trialOf('val/loss', [1, 2]))).toBe(0);
});
