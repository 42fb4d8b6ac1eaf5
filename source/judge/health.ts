import type {Checkpoint} from '../core/checkpoint.ts';
import type {Goal} from '../core/metric.ts';
import {better} from '../core/metric.ts';
import type {Health, State, Validation} from '../core/run.ts';
import type {Chain} from './chain.ts';
import type {Ended} from './ended.ts';

/** What the five marks are told by. */
export type Vitals = {
	readonly state: State;
	readonly goal: Goal | null;
	readonly trend: readonly number[];
	readonly validation: Validation;
	readonly checkpoints: readonly Checkpoint[];
	readonly main: Chain | null;
	readonly ended: Ended;
};

const alive: Readonly<Record<State, boolean | null>> = {
	waiting: true,
	running: true,
	quiet: true,
	stalled: false,
	finished: null,
	crashed: false,
	interrupted: false,
	unknown: null,
};

/** Alive, loss falling, validation improving, best checkpoint saved, no errors; null where it cannot be told. */
export function healthOf(vitals: Vitals): Health {
	return {
		alive: alive[vitals.state],
		lossFalling: isFalling(vitals.trend, vitals.goal),
		validationImproving: isImproving(vitals.validation),
		bestSaved: isBestSaved(vitals),
		noErrors: vitals.main ? isClean(vitals.main, vitals.ended) : null,
	};
}

/** Whether the last quarter is better than the first: what has converged still counts. */
function isFalling(trend: readonly number[], goal: Goal | null): boolean | null {
	if (trend.length < 8 || goal === null) return null;
	const quarter = Math.floor(trend.length / 4);
	const first = mean(trend.slice(0, quarter));
	const last = mean(trend.slice(-quarter));
	if (!Number.isFinite(last)) return false;
	return Number.isFinite(first) ? better(goal, last, first) : null;
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

type Improving = {readonly primary: string; readonly goal: Goal; readonly is: boolean | null};

const improving = new WeakMap<Validation['evaluations'], Improving>();

/** Whether validation gets better; looked at once for each list of evaluations. */
function isImproving({evaluations, primary, goal}: Validation): boolean | null {
	if (primary === null || goal === null) return null;
	const before = improving.get(evaluations);
	if (before?.primary === primary && before.goal === goal) return before.is;
	const is = isBestLate(evaluations, primary, goal);
	improving.set(evaluations, {primary, goal, is});
	return is;
}

/** Whether the best evaluation is among the last third, or among the last three. */
function isBestLate(
	evaluations: Validation['evaluations'],
	primary: string,
	goal: Goal,
): boolean | null {
	const values = evaluations
		.map(({values: told}) => told[primary])
		.filter(value => value !== undefined);
	if (values.length < 2) return null;
	let best = 0;
	for (const [index, value] of values.entries()) {
		if (better(goal, value, values[best] as number)) best = index;
	}

	if (best === 0) return false;
	return values.length - 1 - best <= Math.max(2, Math.floor(values.length / 3));
}

function isBestSaved({main, checkpoints, validation}: Vitals): boolean | null {
	const told = main?.witnesses.some(witness => witness.checkpoints.some(({best}) => best));
	if (told || checkpoints.some(({kind}) => kind === 'best')) return true;
	return validation.evaluations.length >= 3 ? false : null;
}

function isClean({attempt}: Chain, ended: Ended): boolean {
	if (ended.how === 'crashed') return false;
	return !attempt.some(({witness, from, to}) =>
		witness.troubles.some(({order, passing}) => !passing && order >= from && order < to),
	);
}
