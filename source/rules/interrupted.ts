import {evidenceOf} from '../core/finding.ts';
import type {Rule} from '../core/rule.ts';
import {training} from '../core/telling.ts';

/** Stopped short of its plan without an error: by a person, by the scheduler, or for no reason told. */
export default {
	title: 'Interrupted',
	settings: {},
	begin: () => ({}),
	judge(_memory, run) {
		if (run.state !== 'interrupted') return null;
		return {
			severity: 'warn',
			certain: true,
			message: run.why,
			advice:
				'resume from the newest checkpoint; when nobody stopped it, ask the kernel (dmesg, oom_kill) and the scheduler (sacct -j)',
			evidence: evidenceOf(run.lastLine, 'the last thing it told'),
		};
	},
	examples: [
		{
			title: 'it just stops and nobody writes it',
			events: training([1, 0.9, 0.8, 0.7, 0.6], 100),
			silence: 3600,
			writer: 'gone',
			finds: 'warn',
			message: /no process writes it, and it is short of its plan/,
		},
		{
			title: 'stopped by a person',
			events: [
				...training([1, 0.9], 100),
				{kind: 'trouble', what: 'cancelled', text: 'KeyboardInterrupt'},
			],
			silence: 30,
			writer: 'gone',
			finds: 'warn',
			message: /KeyboardInterrupt/,
		},
		{
			title: 'the same silence, but nobody can tell whether it lives',
			events: training([1, 0.9, 0.8, 0.7, 0.6], 100),
			silence: 3600,
			finds: null,
		},
	],
} satisfies Rule;
