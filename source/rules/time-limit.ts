import {trained} from '../core/telling.ts';
import {troubleRule} from '../core/trouble-rule.ts';

/** The scheduler ended the job at its time limit. */
export default troubleRule({
	title: 'Time limit reached',
	what: 'time-limit',
	severity: 'critical',
	message: 'the job reached its time limit',
	advice: () =>
		'submit it again from the newest checkpoint with a longer limit, or let it save and requeue itself before the limit',
	explains: ['crashed', 'interrupted', 'stalled'],
	examples: [
		{
			title: 'the last thing it says',
			events: [
				trained(7, 0.5),
				{
					kind: 'trouble',
					what: 'time-limit',
					text: 'slurmstepd: error: *** JOB 1 CANCELLED AT 2026-01-05T10:00:00 DUE TO TIME LIMIT ***',
				},
			],
			finds: 'critical',
			raisedAt: 2,
			message: /^the job reached its time limit at step 7$/,
		},
		{
			title: 'a later launch goes on',
			events: [
				trained(7, 0.5),
				{
					kind: 'trouble',
					what: 'time-limit',
					text: 'slurmstepd: error: *** JOB 1 CANCELLED AT 2026-01-05T10:00:00 DUE TO TIME LIMIT ***',
				},
				{kind: 'phase', phase: 'resumed'},
				trained(8, 0.5),
			],
			finds: null,
		},
	],
});
