import type {Progress, State} from '../core/run.ts';
import {isPlanDone} from './ended.ts';
import type {Counting} from './place.ts';
import {fractionAt, plannedSteps} from './plan.ts';
import {paceOf, type Rhythm} from './rhythm.ts';

/** Nothing is known of how far it is. */
export const noProgress: Progress = {
	epoch: null,
	epochs: null,
	step: null,
	steps: null,
	stepInEpoch: null,
	stepsPerEpoch: null,
	fraction: null,
	stepsPerSecond: null,
	etaSeconds: null,
};

/** States in which training goes on, so that its end can be foretold. */
const goingOn: readonly State[] = ['running', 'quiet', 'waiting'];

/**
How far a run is, how fast it steps, and how long it will take, pauses for validation included: only of
a run that goes on, since one that stands still will not be there at any time.
*/
export function progressOf(counting: Counting, rhythm: Rhythm, state: State): Progress {
	const {last} = counting;
	const done = state === 'finished';
	const steps = positive(plannedSteps(counting));
	const fraction = done || isPlanDone(counting) ? 1 : fractionOf(counting);
	const pace = paceOf(rhythm);
	const left = () => (goingOn.includes(state) ? etaOf(counting, rhythm, fraction, pace) : null);
	return {
		epoch: finite(last.epoch),
		epochs: positive(counting.epochs),
		step: finite(last.step),
		steps: counting.laps > 0 ? null : steps,
		stepInEpoch: finite(last.stepInEpoch),
		stepsPerEpoch: positive(counting.stepsPerEpoch),
		fraction,
		stepsPerSecond: counting.unit === 'step' ? pace : null,
		etaSeconds: done || fraction === 1 ? 0 : left(),
	};
}

function etaOf(
	counting: Counting,
	rhythm: Rhythm,
	fraction: number | null,
	pace: number | null,
): number | null {
	if (fraction === null || fraction <= 0) return null;
	const place = counting.unit === 'step' ? counting.last.step : counting.last.epoch;
	const whole =
		counting.unit === 'step' && plannedSteps(counting) > 0
			? plannedSteps(counting)
			: place / fraction;
	const left = whole - place;
	const training = pace ?? (rhythm.pauseCount > 1 ? Number.POSITIVE_INFINITY : null);
	if (training === null || !(left >= 0)) return null;
	const pauses = rhythm.way > 0 ? rhythm.paused / rhythm.way : 0;
	const seconds = left / training + left * pauses;
	return seconds > 0 && Number.isFinite(seconds) ? seconds : null;
}

/** Share of the plan that is done where training stands now; null without a plan. */
export function fractionOf(counting: Counting): number | null {
	const {last, epochs, stepsPerEpoch, epochBase} = counting;
	const bySteps = counting.laps === 0 && plannedSteps(counting) > 0 && !Number.isNaN(last.step);
	if (!bySteps && epochs > 0 && Number.isInteger(last.epoch) && stepsPerEpoch > 0) {
		const inside = last.stepInEpoch / stepsPerEpoch;
		if (inside >= 0) return Math.min(1, (last.epoch - epochBase + Math.min(1, inside)) / epochs);
	}

	return fractionAt(counting, {step: finite(last.step), epoch: finite(last.epoch)}, true);
}

function finite(value: number): number | null {
	return Number.isFinite(value) ? value : null;
}

function positive(value: number): number | null {
	return value > 0 && Number.isFinite(value) ? value : null;
}
