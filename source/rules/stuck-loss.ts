import {headOf, levelOf, median, noiseOf, scatterOf, tailOf} from '../core/curve.ts';
import {evidenceOf, rateOf} from '../core/finding.ts';
import {measure} from '../core/quantity.ts';
import type {Case, Heard, Rule, Told} from '../core/rule.ts';
import {hasLearnt, isAtItsBest, isFlat, isOnItsWay, isRising, lossTrial} from '../core/trials.ts';
import {examples} from './stuck-loss/examples.ts';

const settings = {
	/** Records before anything is said, or as many evaluations that stand still; the same without a known plan. */
	records: 30,
	evaluations: 12,
	recordsWithoutPlan: 400,
	evaluationsWithoutPlan: 12,
	/** Share of the plan before anything is said. */
	share: 0.25,
	/** Share of the plan from which on it is certain. */
	certain: 0.5,
	/** Share of its first level by which a loss must have fallen. */
	drop: 0.03,
	/** The same from the `certain` share of its plan on, where it fell by less than `still` since the middle third. */
	settled: 0.06,
	still: 0.01,
	/** Share of its first level by which it once was lower, or is higher: such a loss does not stay where it began. */
	learnt: 0.5,
	lost: 0.25,
	/** A fall of this share of its first level is one, however noisy the loss. */
	fallen: 0.1,
	/** A tail that scatters more widely than this swings rather than stands still. */
	scatter: 0.6,
	/** Records with a learning rate of exactly 0 that are too many before `rateShare` of the plan. */
	zeroRates: 15,
	rateShare: 0.8,
};
type Memory = {
	found: boolean;
	certain: boolean;
	/** Its learning rate is 0: what it learnt before changes nothing. */
	frozen: boolean;
	zeroRates: number;
	calm: number;
};

/**
A loss that is still where it began, with no validation metric that shows learning. Progress since
the start is what tells a stuck run from one that has converged.
*/
export default {
	title: 'Loss does not fall',
	explains: ['overfitting', 'plateau', 'oscillating'],
	settings,
	begin: () => ({found: false, certain: false, frozen: false, zeroRates: 0, calm: 0}),
	hear(memory, heard, run, limits) {
		if (heard.kind === 'evaluation' && memory.found && !memory.frozen && hasLearnt(run.trials)) {
			memory.found = false;
			return null;
		}

		if (heard.kind === 'phase') return hearEnd(memory, heard, run, limits);
		if (heard.kind !== 'loss' || !Number.isFinite(heard.value)) return 'same';
		memory.zeroRates = heard.learningRate === 0 ? memory.zeroRates + 1 : 0;
		const {count} = run.curve;
		// A long curve changes little with one record more.
		if (isFew(run, limits) || count % Math.ceil(count / 200) !== 0) return 'same';
		const frozen = memory.zeroRates >= limits.zeroRates && (run.fraction ?? 1) < limits.rateShare;
		const stuck = frozen || isStuck(run, limits);
		if (!stuck) return release(memory, run, limits);
		memory.calm = 0;
		const certain = (run.fraction ?? 0) >= limits.certain;
		if (memory.found && memory.certain === certain && memory.frozen === frozen) return 'same';
		Object.assign(memory, {found: true, certain, frozen});
		return find(run, heard, frozen, certain);
	},
	examples,
} satisfies Rule<Memory, typeof settings>;

function isStuck(run: Case, limits: typeof settings): boolean {
	const {curve, fraction, trials} = run;
	if (run.adversarial || run.rateRises || hasLearnt(trials)) return false;
	if (run.pretrained && !hasPoorMetric(run)) return false;
	if (isEarly(run, limits) || isOnItsWay(trials, fraction)) return false;

	const head = headOf(curve);
	const lost = Math.max(limits.lost * Math.abs(head), 2 * noiseOf(curve));
	if (head - curve.lowestLevel > lost) return false;
	const tail = tailOf(curve, 1 / 3);
	if (scatterOf(tail) > limits.scatter && !isFlat(trials, limits.drop)) return false;
	const fall = head - median(tail);
	// What rose so far has not stayed where it began.
	if (fall < -limits.learnt * Math.abs(head)) return false;
	return fall < fallAsked(run, limits, tail.length * curve.blockSize);
}

/** A run that says it is over has done all it had planned. */
function hearEnd(
	memory: Memory,
	heard: Extract<Heard, {kind: 'phase'}>,
	run: Case,
	limits: typeof settings,
): Told {
	if (heard.phase !== 'finished' || run.fraction !== null || memory.found) return 'same';
	const over = {...run, fraction: 1};
	if (isFew(run, limits) || !isStuck(over, limits)) return 'same';
	Object.assign(memory, {found: true, certain: true, frozen: false});
	return find(over, heard, false, true);
}

/** A log that tells one record an epoch has few of them: evaluations that stand still count as well. */
function isFew({curve, trials}: Case, {records, evaluations, drop}: typeof settings): boolean {
	if (curve.count >= records) return false;
	const still = isFlat(trials, drop) ? (lossTrial(trials)?.count ?? 0) : 0;
	return Math.min(curve.count, still) < evaluations;
}

/** Too early to tell: what still gets better, if slowly, is given more time. */
function isEarly({curve, fraction, trials}: Case, limits: typeof settings): boolean {
	if (fraction === null) {
		const evaluations = isFlat(trials, limits.drop) ? (lossTrial(trials)?.count ?? 0) : 0;
		return curve.count < limits.recordsWithoutPlan && evaluations < limits.evaluationsWithoutPlan;
	}

	const improves = isAtItsBest(trials) || isRising(trials);
	return fraction < (improves ? limits.certain : limits.share);
}

/** How far a loss must have fallen to be more than chance. */
function fallAsked(run: Case, limits: typeof settings, records: number): number {
	const {curve} = run;
	const {drop, settled, fallen} = limits;
	const error = noiseOf(curve) / Math.sqrt(Math.max(1, records));
	const head = Math.abs(headOf(curve));
	return Math.max(
		(isStill(run, limits) ? settled : drop) * head,
		Math.min(fallen * head, 3 * error),
	);
}

/** What fell at first, as far as guessing takes it, and has long stopped. */
function isStill({curve, fraction, trials}: Case, {certain, still}: typeof settings): boolean {
	if ((fraction ?? 0) < certain || isAtItsBest(trials)) return false;
	const tail = tailOf(curve, 1 / 3);
	const middle = median(tailOf(curve, 2 / 3).slice(0, -tail.length));
	return middle - median(tail) < still * Math.abs(headOf(curve));
}

/** What began well trained may well stay flat; at the level of chance it is stuck all the same. */
function hasPoorMetric({trials}: Case): boolean {
	return [...trials.byName.values()].some(
		({name, goal, best}) => goal === 'max' && /acc|f-?score|iou|hmean/i.test(name) && best < 0.3,
	);
}

/** Withdrawn when it has not been stuck for as long as it takes to be found so, or a third of that where it has clearly fallen. */
function release(memory: Memory, run: Case, limits: typeof settings): Told {
	if (!memory.found) return 'same';
	const fallen = headOf(run.curve) - levelOf(run.curve);
	memory.calm += fallen > fallAsked(run, limits, 5) ? 3 : 1;
	if (memory.calm < limits.records) return 'same';
	memory.found = false;
	memory.calm = 0;
	return null;
}

function find(run: Case, heard: Heard, frozen: boolean, certain: boolean): Told {
	const level = measure(median(tailOf(run.curve, 1 / 3)));
	const head = measure(headOf(run.curve));
	const rate = rateOf(run.settings);
	const advice = frozen
		? 'the learning rate is 0: look at the schedule and at its planned length'
		: `${rate ? `${rate.name} is ${rate.value}: try ten times more and ten times less` : 'try another learning rate'}; look at labels, input scaling, frozen layers and a missing optimizer step`;
	return {
		severity: 'warn',
		certain,
		message: frozen
			? `the learning rate is 0 and the loss stays at ${level}`
			: `the loss stays at ${level}, where it began (${head})${run.fraction === null ? '' : `, ${Math.round(run.fraction * 100)}% of the plan gone`}`,
		advice,
		evidence: evidenceOf(heard.source, `loss ${level}`),
	};
}
