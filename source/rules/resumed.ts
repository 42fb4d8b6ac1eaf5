import {atPlace, evidenceOf} from '../core/finding.ts';
import type {Heard, Rule} from '../core/rule.ts';
import {trained, training} from '../core/telling.ts';

type Memory = {session: Heard | null; records: number};

/** A later launch goes on where an earlier one stopped. */
export default {
	title: 'Resumed',
	settings: {
		/** Training records after which it is no news any more. */
		records: 20,
	},
	begin: () => ({session: null, records: 0}),
	hear(memory, heard, _run, settings) {
		if (heard.kind === 'session' && !heard.fresh) {
			memory.session = heard;
			memory.records = 0;
			return 'same';
		}

		if (heard.kind !== 'loss' || !memory.session) return 'same';
		memory.records++;
		if (memory.records > settings.records) {
			memory.session = null;
			return null;
		}

		if (memory.records > 1) return 'same';
		return {
			severity: 'info',
			certain: true,
			message: `resumed${atPlace(heard.position)}`,
			advice: '',
			evidence: evidenceOf(memory.session.source, 'a new launch'),
		};
	},
	examples: [
		{
			title: 'a launch that goes on',
			events: [...training([1, 0.9, 0.8]), {kind: 'phase', phase: 'resumed'}, trained(3, 0.8)],
			finds: 'info',
			raisedAt: 5,
			message: /^resumed at step 3$/,
		},
		{title: 'one launch', events: training([1, 0.9, 0.8]), finds: null},
	],
} satisfies Rule<Memory, {records: number}>;
