import {evidenceOf} from '../core/finding.ts';
import type {Rule} from '../core/rule.ts';
import {training} from '../core/telling.ts';

/** It is done. */
export default {
	title: 'Finished',
	settings: {},
	begin: () => ({}),
	judge(_memory, run) {
		if (run.state !== 'finished') return null;
		return {
			severity: 'info',
			certain: true,
			message: `finished: ${run.why}`,
			advice: '',
			evidence: evidenceOf(run.lastLine, 'the last thing it told'),
		};
	},
	examples: [
		{
			title: 'the last planned step',
			events: training([1, 0.9, 0.8], 3),
			silence: 60,
			writer: 'gone',
			finds: 'info',
			message: /^finished: reached its planned length/,
		},
		{title: 'half of it', events: training([1, 0.9, 0.8], 6), finds: null},
	],
} satisfies Rule;
