import {evidenceOf} from '../core/finding.ts';
import {measure} from '../core/quantity.ts';
import type {Rule} from '../core/rule.ts';
import {evaluated, trained} from '../core/telling.ts';

const settings = {
	/** Evaluations without a new best: at least, and as a share of all. */
	evaluations: 8,
	share: 0.4,
};

/** The metric that decides has found its level: more of the same brings little. */
export default {
	title: 'Plateau',
	settings,
	begin: () => ({}),
	hear(_memory, heard, run, limits) {
		if (heard.kind !== 'evaluation' || run.metricName === null || run.goal === null) return 'same';
		const trial = run.trials.byName.get(run.metricName);
		if (!trial || !(run.metricName in heard.values)) return 'same';
		if (trial.since === 0) return null;
		if (trial.since < Math.max(limits.evaluations, limits.share * trial.count)) return 'same';
		const name = run.metricName.replace(/^\w+\//, '');
		return {
			severity: 'info',
			certain: false,
			message: `${name} has not been better than ${measure(trial.best)} for ${trial.since} evaluations`,
			advice: 'lower the learning rate, or stop here',
			evidence: evidenceOf(heard.source, `${name} ${measure(heard.values[run.metricName] ?? 0)}`),
		};
	},
	examples: [
		{
			title: 'nine evaluations below the best',
			events: [0.5, 0.8, ...Array.from({length: 9}, () => 0.79)].flatMap((acc, index) => [
				trained(index + 1, 1),
				evaluated({acc}),
			]),
			finds: 'info',
			message: /^acc has not been better than 0\.8000 for 9 evaluations$/,
		},
		{
			title: 'still improving',
			events: Array.from({length: 12}, (_, index) => index / 20).flatMap((acc, index) => [
				trained(index + 1, 1),
				evaluated({acc}),
			]),
			finds: null,
		},
	],
} satisfies Rule<object, typeof settings>;
