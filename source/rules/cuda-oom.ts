import {smallerBatch} from '../core/finding.ts';
import {evaluated, trained} from '../core/telling.ts';
import {troubleRule} from '../core/trouble-rule.ts';

/** The device had no memory left. It explains the crash that follows. */
export default troubleRule({
	title: 'CUDA out of memory',
	what: 'cuda-oom',
	severity: 'critical',
	message: 'CUDA ran out of memory',
	advice: ({settings}) => smallerBatch(settings),
	explains: ['crashed', 'host-oom', 'interrupted', 'stalled'],
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
			message: /^CUDA ran out of memory at step 1$/,
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
			message: /training goes on$/,
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
});
