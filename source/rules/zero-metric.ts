import {atPlace, evidenceOf} from '../core/finding.ts';
import type {Rule} from '../core/rule.ts';
import {evaluated, trained} from '../core/telling.ts';

const settings = {
	/** Evaluations, all zero, before it warns; and where no plan is known. */
	evaluations: 4,
	evaluationsWithoutPlan: 12,
	/** Share of the plan before it warns. */
	share: 0.25,
};

/** The metric that decides stays at exactly zero: labels, thresholds or post-processing are at fault. */
export default {
	title: 'Metric stuck at zero',
	settings,
	begin: () => ({}),
	hear(_memory, heard, run, limits) {
		if (heard.kind !== 'evaluation' || run.metricName === null || run.goal !== 'max') return 'same';
		// Rewards may be rare by nature.
		if (/rew|return/i.test(run.metricName)) return 'same';
		const trial = run.trials.byName.get(run.metricName);
		if (!trial || !(run.metricName in heard.values)) return 'same';
		if (trial.zeros < trial.count) return null;
		const {fraction} = run;
		const wanted = fraction === null ? limits.evaluationsWithoutPlan : limits.evaluations;
		if (trial.count < wanted || (fraction !== null && fraction < limits.share)) return 'same';
		if (trial.count > wanted && fraction === null) return 'same';
		const name = run.metricName.replace(/^val\//, '');
		return {
			severity: 'warn',
			certain: (fraction ?? 0) >= 0.5,
			message: `${name} was 0 in every evaluation so far`,
			advice:
				'look at what it predicts: empty results point to a score threshold or post-processing, wrong ones to label names, annotation format and character set',
			evidence: evidenceOf(heard.source, `${name} 0${atPlace(heard.position)}`),
		};
	},
	examples: [
		{
			title: 'F-score 0.000 again and again',
			events: [1, 2, 3, 4, 5].flatMap(epoch => [
				{
					...trained(epoch * 10, 1 / epoch),
					position: {step: epoch * 10, steps: 100, epoch, epochs: 10},
				},
				evaluated({'F-score': 0, precision: 0}, {epoch}),
			]),
			finds: 'warn',
			raisedAt: 8,
			message: /^F-score was 0 in every evaluation so far$/,
		},
		{
			title: 'zero at first, then it rises',
			events: [0, 0, 0, 0, 0.1].flatMap((score, epoch) => [
				trained((epoch + 1) * 10, 1, 100),
				evaluated({'F-score': score}),
			]),
			finds: null,
		},
		{
			title: 'zero in the first tenth of the plan',
			events: [1, 2, 3, 4].flatMap(epoch => [
				trained(epoch * 10, 1, 1000),
				evaluated({'F-score': 0}),
			]),
			finds: null,
		},
	],
} satisfies Rule<object, typeof settings>;
