import {atPlace, evidenceOf, smallerBatch} from '../core/finding.ts';
import type {Heard, Rule} from '../core/rule.ts';
import {evaluated, trained} from '../core/telling.ts';

type Memory = {trouble: Extract<Heard, {kind: 'trouble'}> | null; since: number};

/** The device had no memory left. Critical until training goes on; it explains the crash that follows. */
export default {
	title: 'CUDA out of memory',
	explains: ['crashed', 'host-oom'],
	settings: {
		/** Training records after which a survived one is forgotten. */
		forget: 50,
	},
	begin: () => ({trouble: null, since: 0}),
	hear(memory, heard, run, settings) {
		if (heard.kind === 'trouble' && heard.what === 'cuda-oom') {
			memory.trouble = heard;
			memory.since = 0;
		} else if (heard.kind === 'session') {
			memory.trouble = null;
			return null;
		} else if (heard.kind !== 'loss' || !memory.trouble) {
			return 'same';
		} else if (++memory.since >= settings.forget) {
			memory.trouble = null;
			return null;
		} else if (memory.since > 1) {
			return 'same';
		}

		const {trouble} = memory;
		const survived = trouble.passing || memory.since > 0;
		const place = atPlace(trouble.position);
		return {
			severity: survived ? 'warn' : 'critical',
			certain: true,
			message: survived
				? `CUDA ran out of memory${place}; training goes on`
				: `CUDA ran out of memory${place}`,
			advice: smallerBatch(run.settings),
			evidence: evidenceOf(trouble.source, trouble.text),
		};
	},
	examples: [
		{
			title: 'ends the run',
			events: [
				{kind: 'facts', facts: {batch_size: 8}},
				trained(1, 1.5),
				{
					kind: 'trouble',
					what: 'cuda-oom',
					text: 'RuntimeError: CUDA out of memory. Tried to allocate 2 GiB',
				},
			],
			finds: 'critical',
			raisedAt: 3,
			message: /CUDA ran out of memory at step 1$/,
			advice: /^batch_size is 8: try 4 or 2/,
		},
		{
			title: 'skipped batch',
			events: [
				trained(1, 1.5),
				{
					kind: 'trouble',
					what: 'cuda-oom',
					text: 'CUDA out of memory, skipping batch',
					passing: true,
				},
				trained(2, 1.4),
			],
			finds: 'warn',
			raisedAt: 2,
			message: /training goes on/,
			advice: /lower the batch size/,
		},
		{
			title: 'a later launch goes on',
			events: [
				trained(1, 1.5),
				{kind: 'trouble', what: 'cuda-oom', text: 'CUDA out of memory'},
				{kind: 'phase', phase: 'resumed'},
				trained(2, 1.4),
				evaluated({acc: 0.5}),
			],
			finds: null,
		},
	],
} satisfies Rule<Memory, {forget: number}>;
