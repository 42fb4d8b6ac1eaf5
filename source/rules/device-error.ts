import {trained} from '../core/telling.ts';
import {troubleRule} from '../core/trouble-rule.ts';

/** The GPU or its driver failed, or a kernel was told something impossible. */
export default troubleRule({
	title: 'Device error',
	what: 'device-error',
	severity: 'critical',
	message: 'the device failed',
	advice: () =>
		'labels outside the number of classes and indices out of range are the usual cause: run with CUDA_LAUNCH_BLOCKING=1; without one look for Xid messages in dmesg and for ECC errors in nvidia-smi -q',
	explains: ['crashed', 'interrupted', 'stalled'],
	examples: [
		{
			title: 'the last thing it says',
			events: [
				trained(7, 0.5),
				{
					kind: 'trouble',
					what: 'device-error',
					text: 'RuntimeError: CUDA error: device-side assert triggered',
				},
			],
			finds: 'critical',
			raisedAt: 2,
			message: /^the device failed at step 7$/,
		},
		{
			title: 'a later launch goes on',
			events: [
				trained(7, 0.5),
				{
					kind: 'trouble',
					what: 'device-error',
					text: 'RuntimeError: CUDA error: device-side assert triggered',
				},
				{kind: 'phase', phase: 'resumed'},
				trained(8, 0.5),
			],
			finds: null,
		},
	],
});
