import type {RuleId} from '../core/alert.ts';
import {type Split, splits} from '../core/event.ts';
import {better, type Goal, goalOf, primaryLoss, wireName} from '../core/metric.ts';
import type {Mark} from '../core/run.ts';
import type {Point, Sum} from '../core/series.ts';
import type {Printed, Tally} from '../core/tally.ts';
import type {Span, Told} from './columns.ts';
import {endOf} from './ended.ts';
import type {Witness} from './told.ts';

/** Counts what a file told. */
export function tally(witness: Witness): Tally {
	const end = endOf(witness);
	const metrics: Record<string, Sum> = {};
	for (const split of splits) {
		for (const told of witness.tables[split].told.values()) {
			const sum = sumOf(told);
			if (sum) metrics[wireName(split, told.name)] = sum;
		}
	}

	const loss = lossOf(witness);
	return {
		records: {
			train: loss === null ? 0 : (metrics[wireName('train', loss)]?.points ?? 0),
			validation: validations(witness),
			checkpoint: witness.checkpointCount,
			error: witness.troubleCount,
		},
		train: trainOf(witness, loss),
		metrics,
		validation: {metrics: validationOf(witness, metrics)},
		sessions: Math.max(1, witness.sessions.length),
		errors: witness.troubles.map(({what, source, text}) => ({
			rule: ruleOf(what),
			line: source?.line ?? null,
			text,
		})),
		ended: end.how,
		cause: end.cause,
	};
}

/** A test beside validations is none of them; where there are no others, tests are all there is. */
function validations({evaluationCount, testCount}: Witness): number {
	return evaluationCount > testCount ? evaluationCount - testCount : testCount;
}

/** The rule that a kind of trouble is evidence for. */
export function ruleOf(what: Witness['troubles'][number]['what']): RuleId {
	switch (what) {
		case 'traceback':
		case 'exception':
		case 'failed':
		case 'error':
			return 'crashed';
		case 'cancelled':
			return 'interrupted';
		default:
			return what;
	}
}

/** The training loss of a file, or what it trains by; null when it tells none. */
export function lossOf(witness: Witness): string | null {
	const told = [...witness.tables.train.told.values()];
	const names = told.map(({name}) => name);
	return (
		primaryLoss(names, witness.losses) ??
		names.find(name => goalOf(name) !== null) ??
		names.find(name => /^train(?:ing)?$/i.test(name)) ??
		null
	);
}

/** All sessions of a metric taken together; null when it has no points. */
export function sumOf(told: Told, sessions?: (session: number) => boolean): Sum | null {
	let sum: Sum | null = null;
	for (const [session, span] of told.spans) {
		if (sessions && !sessions(session)) continue;
		sum = sum ? added(sum, span) : {...span};
	}

	return sum;
}

/** One span of points followed by another. */
export function added(before: Sum, span: Sum): Sum {
	return {
		points: before.points + span.points,
		nonFinite: before.nonFinite + span.nonFinite,
		first: before.first,
		last: span.last,
		min: extreme('min', before.min, span.min),
		max: extreme('max', before.max, span.max),
	};
}

function extreme(goal: Goal, a: Point | null, b: Point | null): Point | null {
	if (!a || !b) return a ?? b;
	return better(goal, b.value, a.value) ? b : a;
}

/** Where a file stands that tells no loss: the epoch that it printed last. */
function placeOf({lastEpoch: epoch}: Witness): Printed | null {
	return epoch === null ? null : {step: null, epoch, stepInEpoch: null, value: null};
}

function trainOf(witness: Witness, loss: string | null): Tally['train'] {
	const told = loss === null ? undefined : witness.tables.train.told.get(loss);
	const sum = told && sumOf(told);
	if (!told || !sum) return {loss, first: null, last: placeOf(witness), min: null, nonFinite: 0};
	const spans: readonly Span[] = [...told.spans.values()];
	// Where each epoch is told once, the epoch is the count; a step would only be worked out from it.
	const {crowded, derived} = witness.counting;
	const byEpoch = derived && !crowded && sum.last.epoch !== null;
	const place = (point: Point) => (byEpoch ? {...point, step: null} : point);
	return {
		loss,
		first: printed(place(sum.first), spans[0]?.firstInEpoch ?? null),
		last: {
			...printed(place(sum.last), spans.at(-1)?.lastInEpoch ?? null),
			epoch: witness.lastEpoch ?? sum.last.epoch,
		},
		min: sum.min && {step: sum.min.step, value: sum.min.value},
		nonFinite: sum.nonFinite,
	};
}

function printed({step, epoch, value}: Point, stepInEpoch: number | null): Printed {
	return {step, epoch, stepInEpoch, value};
}

function validationOf(witness: Witness, metrics: Readonly<Record<string, Sum>>) {
	const result: Record<string, Tally['validation']['metrics'][string]> = {};
	for (const split of ['val', 'test'] satisfies Split[]) {
		for (const {name} of witness.tables[split].told.values()) {
			const wire = wireName(split, name);
			const sum = metrics[wire];
			if (!sum) continue;
			const goal = goalIn(witness, name);
			const best = goal === 'max' ? sum.max : goal === 'min' ? sum.min : null;
			result[wire] = {
				goal,
				records: witness.evaluated.get(wire) ?? sum.points,
				best: best && markOf(best),
				last: markOf(sum.last),
			};
		}
	}

	return result;
}

/** A point as a mark in a table. */
export function markOf({step, epoch, value}: Point): Mark {
	return {step, epoch, value};
}

/** Which way a metric should go: the format knows, else its name tells. */
export function goalIn(witness: Pick<Witness, 'goals'>, name: string): Goal | null {
	const told = witness.goals?.[name];
	return told === undefined ? goalOf(name) : told;
}
