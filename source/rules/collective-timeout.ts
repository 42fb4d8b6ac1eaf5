import {trained} from '../core/telling.ts';
import {troubleRule} from '../core/trouble-rule.ts';

/** Ranks waited for each other until a collective operation gave up. */
export default troubleRule({
	title: 'Collective timeout',
	what: 'collective-timeout',
	severity: 'critical',
	message: 'a collective operation timed out',
	advice: () =>
		'one rank died, hangs or does more work than the others: read the log of every rank from this time on, then try NCCL_DEBUG=INFO and check that all ranks see equally many batches',
	explains: ['crashed', 'interrupted', 'stalled'],
	examples: [
		{
			title: 'the last thing it says',
			events: [
				trained(7, 0.5),
				{
					kind: 'trouble',
					what: 'collective-timeout',
					text: 'Watchdog caught collective operation timeout: WorkNCCL(OpType=ALLREDUCE)',
				},
			],
			finds: 'critical',
			raisedAt: 2,
			message: /^a collective operation timed out at step 7$/,
		},
		{
			title: 'a later launch goes on',
			events: [
				trained(7, 0.5),
				{
					kind: 'trouble',
					what: 'collective-timeout',
					text: 'Watchdog caught collective operation timeout: WorkNCCL(OpType=ALLREDUCE)',
				},
				{kind: 'phase', phase: 'resumed'},
				trained(8, 0.5),
			],
			finds: null,
		},
	],
});
