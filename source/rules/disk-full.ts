import {trained} from '../core/telling.ts';
import {troubleRule} from '../core/trouble-rule.ts';

/** Nothing more could be written: the disk, the quota or the inodes are used up. */
export default troubleRule({
	title: 'Disk full',
	what: 'disk-full',
	severity: 'critical',
	message: 'the disk is full',
	advice: () =>
		'free space or quota (df -h, df -i, quota -s), keep fewer checkpoints, and check that the newest one is whole',
	explains: ['disk-filling', 'crashed', 'interrupted', 'stalled'],
	examples: [
		{
			title: 'the last thing it says',
			events: [
				trained(7, 0.5),
				{kind: 'trouble', what: 'disk-full', text: 'OSError: [Errno 28] No space left on device'},
			],
			finds: 'critical',
			raisedAt: 2,
			message: /^the disk is full at step 7$/,
		},
		{
			title: 'a later launch goes on',
			events: [
				trained(7, 0.5),
				{kind: 'trouble', what: 'disk-full', text: 'OSError: [Errno 28] No space left on device'},
				{kind: 'phase', phase: 'resumed'},
				trained(8, 0.5),
			],
			finds: null,
		},
	],
});
