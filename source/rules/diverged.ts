import {headOf, levelOf, noiseOf} from '../core/curve.ts';
import {atPlace, evidenceOf, smallerRate} from '../core/finding.ts';
import {measure} from '../core/quantity.ts';
import type {Case, Heard, Rule, Told} from '../core/rule.ts';
import {curveOf, training} from '../core/telling.ts';
import {lossTrial} from '../core/trials.ts';

const settings = {
	/** Records in a row, and share of all records, that the loss must stay up. */
	records: 16,
	share: 0.04,
	/** How far above its first level, as a share of it. */
	above: 0.5,
	/** The same where it had fallen before. */
	back: 0.1,
	/** Share of the first level that it must have fallen before being back there is bad. */
	progress: 0.3,
	/** So many times its first level needs no word from the validation. */
	times: 3,
	/** No loss is that large. */
	absurd: 1e5,
	/** Records back at the first level or below after which it has recovered. */
	recovered: 10,
};
type Memory = {row: number; first: Heard | null; peak: number; calm: number; found: boolean};

/** A loss that rises far above where it began, or back there after it had fallen, and stays. */
export default {
	title: 'Diverged',
	explains: ['stuck-loss', 'loss-spike', 'oscillating', 'overfitting', 'plateau'],
	settings,
	begin: () => ({row: 0, first: null, peak: Number.NEGATIVE_INFINITY, calm: 0, found: false}),
	hear(memory, heard, run, limits) {
		if (heard.kind !== 'loss' || !Number.isFinite(heard.value)) return 'same';
		const {curve} = run;
		if (curve.count < 3 || run.adversarial) return 'same';
		if (isUnsuspicious(memory, heard.value, run, limits)) return 'same';
		const level = levelOf(curve);
		const absurd = Math.abs(level) > limits.absurd;
		if (!absurd && run.rateRises) return 'same';
		if (!absurd && !isHigh(run, level, limits)) return calm(memory, limits);
		memory.calm = 0;
		memory.row++;
		memory.first ??= heard;
		memory.peak = memory.row === 1 ? level : Math.max(0.95 * memory.peak, level);
		if (memory.found) return 'same';
		const patience = Math.max(limits.records, limits.share * curve.count);
		if (!absurd && (memory.row < patience || !isBad(run, level, memory.peak, limits)))
			return 'same';
		memory.found = true;
		return find(memory.first, run, level);
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
		{
			title: 'a negative loss that falls',
			events: training(curveOf(60, index => -1 - index)),
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

function isHigh({curve}: Case, level: number, {above, back, progress}: typeof settings): boolean {
	const head = headOf(curve);
	if (level <= head) return false;
	const far = Math.max(above * Math.abs(head), (6 * noiseOf(curve)) / Math.sqrt(5));
	if (level > head + far) return true;
	return level > head + back * Math.abs(head) && curve.lowest < head - progress * Math.abs(head);
}

/** What falls from a peak may come back; validation has a say until the loss is beyond doubt. */
function isBad(run: Case, level: number, peak: number, {times}: typeof settings): boolean {
	if (level < 0.7 * peak) return false;
	const head = headOf(run.curve);
	if (head > 0 && level > times * head) return true;
	const trial = run.metricName === null ? undefined : run.trials.byName.get(run.metricName);
	const judged = trial?.goal === 'max' ? trial : lossTrial(run.trials);
	if (!judged) return level > head * 2;
	// What swings back to its best has not diverged.
	const last = judged.recent.slice(-2);
	return judged.goal === 'max'
		? Math.max(...last) < 0.9 * judged.best
		: Math.min(...last) > judged.best + 0.1 * Math.abs(judged.best);
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
