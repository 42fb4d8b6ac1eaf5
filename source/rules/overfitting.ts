import {headOf, median} from '../core/curve.ts';
import {evidenceOf} from '../core/finding.ts';
import {measure} from '../core/quantity.ts';
import type {Case, Rule} from '../core/rule.ts';
import {curveOf, evaluated, trained} from '../core/telling.ts';
import {lossTrial, type Trial, unrestOf, windowOf} from '../core/trials.ts';

const settings = {
	/** How far above its lowest level, as a share of it, and as a share of all it had fallen. */
	rise: 0.2,
	progress: 0.15,
	/** Share of the planned evaluations for which that must last: none better, and all that bad. */
	share: 0.05,
	/** The same in standard deviations of the validation loss. */
	noise: 2,
	/** Share by which the training loss fell meanwhile, and since the start. */
	fall: 0.1,
	learnt: 0.2,
	/** Share of the highest level since the best: what comes down from a jump is no overfitting. */
	height: 0.8,
};

type Memory = {row: number; top: number};

/** Validation gets worse while training gets better. */
export default {
	title: 'Overfitting',
	explains: ['oscillating'],
	settings,
	begin: () => ({row: 0, top: Number.NEGATIVE_INFINITY}),
	hear(memory, heard, run, limits) {
		if (heard.kind !== 'evaluation' || run.adversarial) return 'same';
		const trial = lossTrial(run.trials);
		if (!trial || !(trial.name in heard.values)) return 'same';
		memory.top = trial.since === 0 ? trial.level : Math.max(memory.top, trial.level);
		const newest = median(trial.recent.slice(-2));
		const comesDown =
			trial.level < limits.height * memory.top || newest < limits.height * trial.level;
		memory.row = !comesDown && isOverfit(run, trial, limits) ? memory.row + 1 : 0;
		if (trial.since === 0) return null;
		if (memory.row < limits.share * plannedOf(run, trial)) return 'same';
		const now = measure(trial.level);
		const advice = `the checkpoint of the best evaluation is ${trial.since} evaluations old: keep it; stop early, regularise, augment or add data`;
		return {
			severity: 'warn',
			certain: trial.since >= 2 * windowOf(trial),
			message: `the validation loss rose from ${measure(trial.lowest)} to ${now} while the training loss fell`,
			advice,
			evidence: evidenceOf(heard.source, `${trial.name} ${now}`),
		};
	},
	examples: [
		{
			title: 'validation rises, training falls',
			events: [1, 0.5, 0.4, 0.45, 0.6, 0.7, 0.8].flatMap((loss, index) => [
				...[0, 1, 2, 3, 4].map(step => trained(index * 5 + step + 1, 1 / (index + 1))),
				evaluated({loss}),
			]),
			finds: 'warn',
			message: /^the validation loss rose from 0\.4\d+ to 0\.\d+ while the training loss fell$/,
		},
		{
			title: 'a bad stretch of a twentieth of the planned evaluations',
			events: curveOf(25, index => (index < 20 ? 1 - 0.045 * index : 0.5)).flatMap(
				(loss, index) => [trained(index + 1, 1 / (index + 1), 100), evaluated({loss})],
			),
			finds: null,
		},
		{
			title: 'validation wobbles around its best',
			events: [1, 0.5, 0.4, 0.42, 0.41, 0.43, 0.42].flatMap((loss, index) => [
				...[0, 1, 2, 3, 4].map(step => trained(index * 5 + step + 1, 1 / (index + 1))),
				evaluated({loss}),
			]),
			finds: null,
		},
		{
			title: 'a jump that comes back slowly',
			events: [1, 0.5, 0.4, 5, 3, 2, 1, 0.8, 0.6].flatMap((loss, index) => [
				...[0, 1, 2, 3, 4].map(step => trained(index * 5 + step + 1, 1 / (index + 1))),
				evaluated({loss}),
			]),
			finds: null,
		},
		{
			title: 'strong regularisation: training loss above validation loss',
			events: [1, 0.5, 0.3, 0.37, 0.38, 0.39, 0.4].flatMap((loss, index) => [
				...[0, 1, 2, 3, 4].map(step => trained(index * 5 + step + 1, 2 - index * 0.1)),
				evaluated({loss}),
			]),
			finds: null,
		},
	],
} satisfies Rule<Memory, typeof settings>;

function isOverfit(run: Case, trial: Trial, limits: typeof settings): boolean {
	const patience = Math.max(windowOf(trial), limits.share * plannedOf(run, trial));
	if (trial.since < patience || isBetterByMetric(run, patience)) return false;
	const {level: now, lowest} = trial;
	const risen = now - lowest;
	if (risen <= limits.rise * Math.abs(lowest)) return false;
	if (risen <= limits.progress * (trial.first - lowest)) return false;
	if (risen <= limits.noise * unrestOf(trial)) return false;
	const {train: level, trainAtBest: before} = run.trials;
	const head = headOf(run.curve);
	if (level > head - limits.learnt * Math.abs(head)) return false;
	return before - level >= limits.fall * Math.abs(before) && now > level;
}

/** Evaluations that there will be, as far as a plan is known. */
function plannedOf({fraction}: Case, {count}: Trial): number {
	return count / (fraction || 1);
}

/** The loss may rise while the metric that decides still gets better: no reason to stop. */
function isBetterByMetric({metricName, trials}: Case, patience: number): boolean {
	const trial = metricName === null ? undefined : trials.byName.get(metricName);
	return trial?.goal === 'max' && trial.since < patience;
}
