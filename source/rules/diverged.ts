import {headOf, levelOf, noiseOf} from '../core/curve.ts';
import {atPlace, evidenceOf, smallerRate} from '../core/finding.ts';
import {measure} from '../core/quantity.ts';
import type {Case, Heard, Rule, Told} from '../core/rule.ts';
import {curveOf, evaluated, training} from '../core/telling.ts';
import {isWorse, lossTrial, swingsOf, validationIsWorse} from '../core/trials.ts';

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
	/** Highest level of the row; the same fading; and how often a level was the highest so far. */
	top: number;
	peak: number;
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
		peak: Number.NEGATIVE_INFINITY,
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
	examples: [
		{
			title: 'rises and stays up',
			events: training([
				...curveOf(30, (index, noise) => 2 * Math.exp(-index / 10) + 0.02 * noise),
				...curveOf(30, (_, noise) => 9 + noise),
			]),
			finds: 'critical',
			message: /^the loss rose to 8\.\d+ at step 3\d, it began at /,
			advice: /learning rate/,
		},
		{
			title: 'what rises on and on is told after eight records',
			events: training(curveOf(40, index => (index < 20 ? 1 : 1.5 * 1.2 ** (index - 20)))),
			finds: 'critical',
			raisedAt: 31,
		},
		{
			title: 'the first batches were easy: training rises above them, validation does not',
			events: Array.from({length: 12}, (_, part) => [
				...training(
					curveOf(10, (_, noise) => (part === 0 ? 0.02 : 0.07) + 0.01 * part * noise),
					120,
					part * 10 + 1,
				),
				evaluated({loss: 0.075, acc: 0.96}),
			]).flat(),
			finds: null,
		},
		{
			title: 'swings between its first level and twice as much',
			events: training(curveOf(120, (index, noise) => 1.5 + Math.sin(index) + 0.1 * noise)),
			finds: null,
		},
		{
			title: 'began exploded: 1e9 and more, up and down by orders of magnitude',
			events: training(curveOf(40, index => 1e12 * 0.1 ** (index % 4))),
			finds: 'warn',
			message: /from its first records on$/,
		},
		{
			title: 'a loss in a unit of its own: 1e23, hardly moving',
			events: training(curveOf(40, index => 3.6e23 - 1e19 * index)),
			finds: null,
		},
		{
			title: 'a spike that recovers within ten records',
			events: training([
				...curveOf(30, () => 1),
				...curveOf(8, () => 9),
				...curveOf(30, () => 0.9),
			]),
			finds: null,
		},
		{
			title: 'a warm restart of the learning rate',
			events: training(
				curveOf(90, index => 0.3 + (index < 45 ? 2 : 0.8) * Math.exp(-(index % 45) / 10)),
			),
			finds: null,
		},
	],
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
	const fresh = {top: level, peak: level, evaluations: 0, back: 0, peaks: 0};
	if (memory.row === 0) Object.assign(memory, fresh);

	memory.row++;
	memory.first ??= heard;
	if (heard.value <= head) memory.back++;
	if (level >= memory.top) memory.peaks++;
	memory.top = Math.max(memory.top, level);
	memory.peak = Math.max(0.95 * memory.peak, level);
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

/** What falls from a peak, or swings back, may recover; validation has a say where it was asked since, or until the loss is beyond doubt. */
function isBad(
	{row, peak, back, evaluations}: Memory,
	run: Case,
	level: number,
	limits: typeof settings,
): boolean {
	if (level < 0.7 * peak || back > limits.dips * row) return false;
	const head = headOf(run.curve);
	const loss = lossTrial(run.trials);
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
