import {type EventOf, type Position, type Split, splits, type Values} from '../core/event.ts';
import {wireName} from '../core/metric.ts';
import {append, type Batch, known} from './columns.ts';
import {type Counting, locateEvaluation} from './place.ts';
import {learnPlan} from './plan.ts';
import {pause} from './rhythm.ts';
import {joined, keep, sessionOf, sourceIn, type ToldEvaluation, type Witness} from './told.ts';

/** Lines that one evaluation may span. */
const reach = 40;

/** A validation or test record: columns, and a row of the table of evaluations. */
export function evaluate(
	witness: Witness,
	split: Split,
	batch: Batch,
	event: EventOf<'metrics'>,
): void {
	learnPlan(witness.counting, event.position, false);
	if (witness.lastTrained < 0) learnEnd(witness.counting, event.position);
	const session = sessionOf(witness, event);
	session.active = true;
	pause(witness.rhythm);
	const place = locateEvaluation(witness.counting, event.position);
	const located: Batch = {
		...batch,
		step: [place.step],
		epoch: [place.epoch],
		stepInEpoch: [Number.NaN],
	};
	append(witness.tables[split], located, witness.sessions.length - 1);
	const values: Record<string, number> = {};
	for (const name in event.values) values[wireName(split, name)] = event.values[name]!;
	tally(witness, values);
	const before = witness.evaluations.at(-1);
	const evaluation: ToldEvaluation = {
		order: witness.order,
		step: known(place.step),
		epoch: known(place.epoch),
		at: event.at ?? null,
		values,
		source: sourceIn(witness, event),
	};
	keep(witness.evaluationRecords, evaluation);
	if (before && isSame(witness, before, evaluation)) {
		witness.evaluations[witness.evaluations.length - 1] = joined(before, values);
	} else {
		witness.evaluationCount++;
		if (split === 'test') witness.testCount++;
		keep(witness.evaluations, evaluation);
	}

	const epoch = event.position?.epoch;
	// An evaluation may count its epochs from 0 where training counts from 1.
	if (epoch !== undefined && epoch + 1 !== witness.lastEpoch) witness.lastEpoch = epoch;
	witness.lastMeasured = witness.order;
	witness.order++;
}

/** Where only evaluations are told, they tell how far the training came. */
function learnEnd(counting: Counting, {step, steps}: Position = {}): void {
	if (step === undefined || steps === undefined || step > steps) return;
	counting.steps = steps;
	counting.last.step = step;
}

function tally(witness: Witness, values: Values): void {
	for (const name in values) {
		witness.evaluated.set(name, (witness.evaluated.get(name) ?? 0) + 1);
	}
}

/** Whether a record goes on telling the evaluation before it: same place, near, and other names. */
function isSame(witness: Witness, before: ToldEvaluation, now: ToldEvaluation): boolean {
	if (before.step !== now.step || before.epoch !== now.epoch) return false;
	if (witness.lastTrained > before.order) return false;
	if (before.source && now.source && now.source.line - before.source.line > reach) return false;
	const splitOf = (values: Values) =>
		splits.find(split => Object.keys(values)[0]?.startsWith(`${split}/`));
	if (splitOf(before.values) !== splitOf(now.values)) return false;
	if (isOtherSet(Object.keys(before.values), Object.keys(now.values))) return false;
	return Object.keys(now.values).every(name => !(name in before.values));
}

/** `a_loss, a_acc`, then `b_loss, b_acc`: the same measured on another data set. */
function isOtherSet(before: readonly string[], now: readonly string[]): boolean {
	const [set = '', ...others] = new Set(now.map(name => partsOf(name)[0]));
	if (now.length < 2 || set === '' || others.length > 0) return false;
	const told = before.map(partsOf);
	const tails = new Set(told.map(([, tail]) => tail));
	return told.every(([other]) => other !== set) && now.every(name => tails.has(partsOf(name)[1]));
}

/** `val/a_loss` → ['val/a', 'loss']. */
function partsOf(name: string): readonly [set: string, tail: string] {
	const at = name.lastIndexOf('_');
	return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}
