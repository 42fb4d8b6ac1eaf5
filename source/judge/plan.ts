import type {Facts, Position} from '../core/event.ts';
import type {Counting} from './place.ts';

/** Takes the planned lengths that a line printed. */
export function learnPlan(
	counting: Counting,
	position: Position | undefined,
	training: boolean,
): void {
	if (!position) return;
	const {epochs, steps, stepsPerEpoch} = position;
	if (epochs !== undefined && epochs > 0) counting.epochs = epochs;
	if (!training) return;
	if (steps !== undefined && steps > 0) counting.steps = steps;
	if (stepsPerEpoch !== undefined && stepsPerEpoch > 0) counting.stepsPerEpoch = stepsPerEpoch;
}

const epochFacts = /^(?:(?:num|max|total)_?epochs?|epochs?(?:_?num)?|num_train_epochs)$/i;
const stepFacts =
	/^(?:(?:max|total)_?(?:steps|iters?)|num_?(?:steps|iters|iterations)|total_iter)$/i;

/** Takes planned lengths from settings, where no line printed them. */
export function learnFacts(counting: Counting, facts: Facts): void {
	for (const [name, fact] of Object.entries(facts)) {
		if (typeof fact !== 'number' || !(fact > 0)) continue;
		const key = name.slice(name.lastIndexOf('.') + 1);
		if (epochFacts.test(key) && Number.isNaN(counting.epochs)) counting.epochs = fact;
		if (stepFacts.test(key) && Number.isNaN(counting.steps)) counting.steps = fact;
	}
}

/** The same counting, with the planned length that settings tell where no line printed one. */
export function withPlan(counting: Counting, settings: Facts | undefined): Counting {
	if (!settings || counting.epochs > 0 || counting.steps > 0) return counting;
	const informed = {...counting};
	learnFacts(informed, settings);
	return informed;
}

/**
Share of the plan that is done at a place, 0 to 1; null without a plan. `inside` an epoch, as training
records are, its end is not reached.
*/
export function fractionAt(
	counting: Counting,
	place: {readonly step: number | null; readonly epoch: number | null},
	inside: boolean,
): number | null {
	const {epochs, seenPerEpoch, laps, epochBase, crowded} = counting;
	const planned = plannedSteps(counting);
	const steps = laps > 0 ? Number.NaN : planned > 0 ? planned : epochs * seenPerEpoch;
	if (place.step !== null && steps > 0) return between(place.step / steps);
	if (place.epoch === null || !(epochs > 0)) return null;
	if (!Number.isInteger(place.epoch)) return between(place.epoch / epochs);
	return between((place.epoch - epochBase + (inside && crowded ? 0 : 1)) / epochs);
}

function between(fraction: number): number {
	return Math.min(1, Math.max(0, fraction));
}

/** Planned optimiser steps of the whole run; NaN when not known. */
export function plannedSteps(
	counting: Pick<Counting, 'epochs' | 'steps' | 'stepsPerEpoch'>,
): number {
	if (counting.steps > 0) return counting.steps;
	return counting.epochs * counting.stepsPerEpoch;
}
