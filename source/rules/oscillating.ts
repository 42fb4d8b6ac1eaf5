import {headOf, inOrder, median, recentOf, scatterOf, tailOf} from '../core/curve.ts';
import {evidenceOf, smallerRate} from '../core/finding.ts';
import {measure} from '../core/quantity.ts';
import type {Case, Heard, Rule, Told} from '../core/rule.ts';
import {curveOf, evaluated, training} from '../core/telling.ts';
import {hasGoodMetric, hasLearnt, isCalm, isFlat, lossTrial, swingsOf} from '../core/trials.ts';

const settings = {
	/** Evaluations looked at, all of them where no plan is known, and swings among them that are too many. */
	evaluations: 16,
	swings: 4,
	/** Size of a swing, as a share of the first validation loss. */
	swing: 0.25,
	/** Share of the first validation loss above which swings are no noise around a good level. */
	level: 0.5,
	/** Training records, share of the plan, and scatter of a training loss that does not settle. */
	records: 30,
	share: 0.25,
	scatter: 0.6,
	/** Evaluations, where there are any, before the training loss alone is judged. */
	least: 4,
	/** Share of its level within which a validation loss stays that shows noise of small batches. */
	calm: 0.1,
	/** Looks, one every four records, for which that must hold in a row. */
	inRow: 4,
	/** A perplexity beyond any vocabulary. */
	perplexity: 1e6,
};
type Memory = {found: boolean; row: number; lost: number};

/** A loss that swings widely without settling: of the validation, or of a training that learns nothing. */
export default {
	title: 'Oscillating',
	settings,
	begin: () => ({found: false, row: 0, lost: 0}),
	hear(memory, heard, run, limits) {
		if (run.adversarial) return 'same';
		if (heard.kind === 'evaluation') return hearEvaluation(memory, heard, run, limits);
		if (heard.kind !== 'loss' || memory.found || run.curve.count % 4 !== 0) return 'same';
		memory.row = isUnsettled(run, limits) ? memory.row + 1 : 0;
		if (memory.row < limits.inRow) return 'same';
		memory.found = true;
		return find(
			`the loss swings around ${measure(median(recentOf(run.curve, 40)))} without settling`,
			heard.source,
			run,
		);
	},
	examples: [
		{
			title: 'the validation loss jumps up and down',
			events: curveOf(12, index => (index % 2 === 0 ? 1 : 1.6)).flatMap((loss, index) => [
				...training([1 - index / 80, 1 - index / 80, 1 - index / 80], 48, index * 3 + 1),
				evaluated({loss}),
			]),
			finds: 'warn',
			raisedAt: 24,
			message: /^the validation loss swings/,
		},
		{
			title: 'so few evaluations without a known plan jump by chance',
			events: curveOf(12, index => (index % 2 === 0 ? 1 : 1.6)).flatMap((loss, index) => [
				...training([1, 1, 1], undefined, index * 3 + 1),
				evaluated({loss}),
			]),
			finds: null,
		},
		{
			title: 'a step up to twice the level swings no more than one down',
			events: training(
				curveOf(80, (index, noise) => (index < 40 ? 1.2 : 2.6) + 0.02 * noise),
				100,
			),
			finds: null,
		},
		{
			title: 'batches of one in a fine-tune: training scatters, validation hardly moves',
			events: curveOf(20, (_, noise) => 0.0265 + 0.0005 * noise).flatMap((loss, index) => [
				...training(
					curveOf(6, (at, noise) => 0.02 * Math.exp(noise + Math.sin(7 * (at + index)))),
					120,
					index * 6 + 1,
				),
				evaluated({loss: index === 0 ? 0.0255 : loss}),
			]),
			finds: null,
		},
		{
			title: 'tiny batches: noisy training, calm validation',
			events: curveOf(12, index => 1 / (index + 1)).flatMap((loss, index) => [
				...training(
					curveOf(10, (_, noise) => 1 / (index + 1) + noise / 2),
					120,
					index * 10 + 1,
				),
				evaluated({loss}),
			]),
			finds: null,
		},
	],
} satisfies Rule<Memory, typeof settings>;

function hearEvaluation(
	memory: Memory,
	heard: Extract<Heard, {kind: 'evaluation'}>,
	run: Case,
	limits: typeof settings,
): Told {
	const swings = hasGoodMetric(run.trials) ? 0 : wideSwingsOf(run, limits);
	if (swings >= limits.swings) {
		memory.found = true;
		return find(
			`the validation loss swings: ${swings} wide swings in its last evaluations`,
			heard.source,
			run,
		);
	}

	memory.lost = isWorseThanGuessing(heard, run, limits) ? memory.lost + 1 : 0;
	if (memory.lost >= 2) {
		memory.found = true;
		return find(
			'the loss does not settle: the perplexity is worse than guessing',
			heard.source,
			run,
		);
	}

	if (!memory.found || !hasLearnt(run.trials)) return 'same';
	memory.found = false;
	return null;
}

function wideSwingsOf(run: Case, limits: typeof settings): number {
	const trial = lossTrial(run.trials);
	if (!trial) return 0;
	const recent = trial.recent.slice(-limits.evaluations);
	if (run.fraction === null && recent.length < limits.evaluations) return 0;
	const size = limits.swing * Math.abs(trial.first);
	if (median(recent) < limits.level * Math.abs(trial.first)) return 0;
	return swingsOf(trial, limits.evaluations, size);
}

function isWorseThanGuessing(
	{values}: Extract<Heard, {kind: 'evaluation'}>,
	{fraction}: Case,
	{share, perplexity}: typeof settings,
): boolean {
	if (fraction === null || fraction < share) return false;
	return Object.entries(values).some(
		([name, value]) => /ppl|perplexity/i.test(name) && value > perplexity,
	);
}

function isUnsettled({curve, fraction, trials}: Case, limits: typeof settings): boolean {
	if (curve.count < limits.records || (fraction ?? 0) < limits.share) return false;
	// Batches of one or two scatter as widely: only evaluations tell.
	if (trials.count > 0 && trials.count < limits.least) return false;
	if (hasLearnt(trials) || isFlat(trials, 0.03) || isCalm(trials, limits.calm)) return false;
	const recent = recentOf(curve, Math.ceil(curve.count / 3));
	const head = headOf(curve);
	if (scatterOf(recent) <= limits.scatter || !isSwinging(recent)) return false;
	const fall = (head - median(tailOf(curve, 1 / 3))) / Math.abs(head);
	// What rose to twice where it began does more than swing.
	return fall < 0.03 && fall > -1;
}

/** Whether values go from one half of their range to the other again and again: a step up or down does not. */
function isSwinging(values: readonly number[]): boolean {
	const sorted = inOrder(values);
	const at = (share: number) => sorted[Math.floor(share * (values.length - 1))]!;
	const middle = (at(0.1) + at(0.9)) / 2;
	let turns = 0;
	for (let index = 1; index < values.length; index++) {
		if (values[index - 1]! < middle !== values[index]! < middle) turns++;
	}

	return turns >= values.length / 4;
}

function find(message: string, source: Parameters<typeof evidenceOf>[0], run: Case): Told {
	return {
		severity: 'warn',
		certain: false,
		message,
		advice: `${smallerRate(run.settings)}; a larger batch, or shuffled data, calms it too`,
		evidence: evidenceOf(source, message),
	};
}
