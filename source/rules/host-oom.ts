import {trained} from '../core/telling.ts';
import {troubleRule} from '../core/trouble-rule.ts';

/** The machine had no memory left and the kernel killed the process. */
export default troubleRule({
	title: 'Host out of memory',
	what: 'host-oom',
	severity: 'critical',
	message: 'the machine ran out of memory',
	advice: () =>
		'the kernel kills the largest process: fewer loader workers, smaller caches and prefetch, or a job with more memory',
	explains: ['crashed', 'interrupted', 'stalled'],
	examples: [
		{
			title: 'the last thing it says',
			events: [
				trained(7, 0.5),
				{kind: 'trouble', what: 'host-oom', text: 'slurmstepd: error: Detected 1 oom_kill event'},
			],
			finds: 'critical',
			raisedAt: 2,
			message: /^the machine ran out of memory at step 7$/,
		},
		{
			title: 'a later launch goes on',
			events: [
				trained(7, 0.5),
				{kind: 'trouble', what: 'host-oom', text: 'slurmstepd: error: Detected 1 oom_kill event'},
				{kind: 'phase', phase: 'resumed'},
				trained(8, 0.5),
			],
			finds: null,
		},
	],
});
