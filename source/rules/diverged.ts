import {headOf, levelOf, noiseOf} from '../core/curve.ts';
import {atPlace, evidenceOf, smallerRate} from '../core/finding.ts';
import {measure} from '../core/quantity.ts';
import type {Case, Heard, Rule, Told} from '../core/rule.ts';
import {isRising, isWorse, lossTrial, swingsOf, validationIsWorse} from '../core/trials.ts';
import {examples} from './diverged/examples.ts';

const settings = {
	/** Records in a row, and share of all records, that the loss must stay up; half as many where it still rises. */
	records: 16,
	share: 0.04,
	/** How far above its first level, as a share of it. */
	above: 0.5,
	/** The same where it had fallen before. */
	back: 0.1,
	/** Share of the first level that it must have fallen before being back there is bad. */
	progress: 0.3,
	/** Share of these records that must be higher than all before for it to be rising still. */
	rising: 0.75,
	/** Share of these records that may be back at the first level: more of them, and it swings. */
	dips: 0.1,
	/** Turns of the validation loss, by a quarter of its first value, that make it a swing as well. */
	swings: 4,
	/** Share by which the last evaluations must be worse than the best. */
	worse: 0.1,
	/** So many times its first level needs no word from the validation. */
	times: 3,
	/** No loss is that large that began at a `jump`th of it, or that rises as often from one record to the next; its own unit may be. */
	absurd: 1e5,
	jump: 10,
	/** Records back at the first level or below after which it has recovered. */
	recovered: 10,
};
type Memory = {
	row: number;
	first: Heard | null;
	/** Highest level of the row, the last few, and how often a level was the highest so far. */
	top: number;
	levels: readonly number[];
	peaks: number;
	/** Evaluations since the row began. */
	evaluations: number;
	/** Records of the row that were back at the first level. */
	back: number;
	calm: number;
	found: boolean;
};

/** A loss that rises far above where it began, or back there after it had fallen, and stays. */
export default {
	title: 'Diverged',
	explains: ['stuck-loss', 'loss-spike', 'oscillating', 'overfitting', 'zero-metric', 'plateau'],
	settings,
	begin: () => ({
		row: 0,
		first: null,
		top: Number.NEGATIVE_INFINITY,
		levels: [],
		peaks: 0,
		evaluations: 0,
		back: 0,
		calm: 0,
		found: false,
	}),
	hear(memory, heard, run, limits) {
		if (heard.kind === 'evaluation') memory.evaluations++;
		if (heard.kind !== 'loss' || !Number.isFinite(heard.value)) return 'same';
		if (run.curve.count < 3 || run.adversarial) return 'same';
		if (isUnsuspicious(memory, heard.value, run, limits)) return 'same';
		const level = levelOf(run.curve);
		const absurd = isAbsurd(level, run, limits);
		if (!absurd && run.rateRises) return 'same';
		if (!absurd && !isHigh(run, level, limits)) return calm(memory, limits);
		stayUp(memory, heard, level, headOf(run.curve));
		if (memory.found) return 'same';
		if (!absurd && (isEarly(memory, run, limits) || !isBad(memory, run, level, limits)))
			return 'same';
		memory.found = true;
		return find(memory.first ?? heard, run, level);
	},
	examples,
} satisfies Rule<Memory, typeof settings>;

/** A cheap look that most records pass. */
function isUnsuspicious(
	{row, found}: Memory,
	value: number,
	{curve}: Case,
	{absurd}: typeof settings,
): boolean {
	return row === 0 && !found && value <= headOf(curve) && Math.abs(value) <= absurd;
}

/** A size that only an explosion explains: of what unit a loss is told nobody knows. */
function isAbsurd(level: number, {curve}: Case, {absurd, jump}: typeof settings): boolean {
	if (Math.abs(level) <= absurd) return false;
	if (Math.abs(level) > jump * Math.abs(headOf(curve))) return true;
	return curve.opening.some((value, index) => value > jump * (curve.opening[index - 1] ?? value));
}

function isHigh({curve}: Case, level: number, {above, back, progress}: typeof settings): boolean {
	const head = headOf(curve);
	if (level <= head) return false;
	const far = Math.max(above * Math.abs(head), (6 * noiseOf(curve)) / Math.sqrt(5));
	if (level > head + far) return true;
	return (
		level > head + back * Math.abs(head) && curve.lowestLevel < head - progress * Math.abs(head)
	);
}

/** One more record that is high. */
function stayUp(
	memory: Memory,
	heard: Extract<Heard, {kind: 'loss'}>,
	level: number,
	head: number,
): void {
	memory.calm = 0;
	const fresh = {top: level, levels: [], evaluations: 0, back: 0, peaks: 0};
	if (memory.row === 0) Object.assign(memory, fresh);

	memory.row++;
	memory.first ??= heard;
	if (heard.value <= head) memory.back++;
	if (level >= memory.top) memory.peaks++;
	memory.top = Math.max(memory.top, level);
	memory.levels = [...memory.levels.slice(-7), level];
}

/** What rises on and on is no spike, nor what two evaluations in a row confirm: half the patience will do. */
function isEarly({row, peaks, evaluations}: Memory, run: Case, limits: typeof settings): boolean {
	const patience = Math.max(limits.records, limits.share * run.curve.count);
	if (row >= patience || row < patience / 2) return row < patience;
	const rises = peaks >= limits.rising * row;
	return (
		!rises && !(evaluations > 1 && validationIsWorse(run.trials, run.metricName, limits.worse))
	);
}

/** What still falls from a peak, or swings back, may recover; validation has a say where it was asked since, or until the loss is beyond doubt. */
function isBad(
	{row, levels, back, evaluations}: Memory,
	run: Case,
	level: number,
	limits: typeof settings,
): boolean {
	if (level < 0.7 * Math.max(...levels) || back > limits.dips * row) return false;
	const head = headOf(run.curve);
	const loss = lossTrial(run.trials);
	// A loss may rise by design: what it is for still gets better.
	const slight = level <= limits.times * head;
	if ((evaluations > 0 || slight) && isRising(run.trials)) return false;
	if (head > 0 && level > limits.times * head) {
		return (
			evaluations === 0 ||
			(loss && isWorse(loss, limits.worse)) ||
			(validationIsWorse(run.trials, run.metricName, limits.worse) ?? true)
		);
	}

	// What swings back and forth goes nowhere.
	if (loss && swingsOf(loss, 16, 0.25 * Math.abs(loss.first)) >= limits.swings) return false;
	return validationIsWorse(run.trials, run.metricName, limits.worse) ?? level > head * 2;
}

function calm(memory: Memory, {recovered}: typeof settings): Told {
	memory.row = 0;
	if (!memory.found) {
		memory.first = null;
		return 'same';
	}

	if (++memory.calm < recovered) return 'same';
	memory.found = false;
	memory.first = null;
	return null;
}

function find(first: Heard, run: Case, level: number): Told {
	const head = headOf(run.curve);
	const rose = level > head + 0.1 * Math.abs(head);
	return {
		severity: rose ? 'critical' : 'warn',
		certain: rose,
		message: rose
			? `the loss rose to ${measure(level)}${atPlace(first.position)}, it began at ${measure(head)}`
			: `the loss is ${measure(level)} from its first records on`,
		advice: `go back to the last good checkpoint; ${smallerRate(run.settings)}`,
		evidence: evidenceOf(first.source, first.kind === 'loss' ? `loss ${measure(first.value)}` : ''),
	};
}
