import {atPlace, evidenceOf} from '../core/finding.ts';
import {measure} from '../core/quantity.ts';
import type {Rule} from '../core/rule.ts';
import {evaluated, trained} from '../core/telling.ts';

/** The metric that decides is better than ever. */
export default {
	title: 'New best',
	settings: {},
	begin: () => ({}),
	hear(_memory, heard, run) {
		if (heard.kind !== 'evaluation' || run.metricName === null || run.goal === null) return 'same';
		const value = heard.values[run.metricName];
		const trial = run.trials.byName.get(run.metricName);
		if (value === undefined || !trial || trial.count < 2) return 'same';
		if (trial.since > 0) return null;
		const name = run.metricName.replace(/^\w+\//, '');
		return {
			severity: 'info',
			certain: true,
			message: `best ${name} so far: ${measure(value)}${atPlace(heard.position)}`,
			advice: '',
			evidence: evidenceOf(heard.source, `${name} ${measure(value)}`),
		};
	},
	examples: [
		{
			title: 'accuracy rises',
			events: [trained(1, 1), evaluated({acc: 0.5}), trained(2, 1), evaluated({acc: 0.6})],
			finds: 'info',
			raisedAt: 4,
			message: /^best acc so far: 0\.6000 at step 2$/,
		},
		{
			title: 'accuracy falls',
			events: [trained(1, 1), evaluated({acc: 0.6}), trained(2, 1), evaluated({acc: 0.5})],
			finds: null,
		},
	],
} satisfies Rule;
