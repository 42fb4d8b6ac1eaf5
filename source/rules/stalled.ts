import {evidenceOf} from '../core/finding.ts';
import type {Rule} from '../core/rule.ts';
import {training} from '../core/telling.ts';

/** Silent far longer than its rhythm allows while its process may still live. */
export default {
	title: 'Stalled',
	settings: {},
	begin: () => ({}),
	judge(_memory, run) {
		if (run.state !== 'stalled') return null;
		return {
			severity: 'critical',
			certain: false,
			message: run.why,
			advice:
				'look at its last lines, then at the process (py-spy dump), the GPU (nvidia-smi), the data loader and the file system; other ranks may wait for one that died',
			evidence: evidenceOf(run.lastLine, 'last line before the silence'),
		};
	},
	examples: [
		{
			title: 'an hour of silence, the process lives',
			events: training([1, 0.9, 0.8, 0.7, 0.6], 100),
			silence: 3600,
			writer: 'alive',
			finds: 'critical',
			message: /^quiet 1h, usual 1s, stalls at/,
		},
		{
			title: 'a pause of half a minute',
			events: training([1, 0.9, 0.8, 0.7, 0.6], 100),
			silence: 30,
			writer: 'alive',
			finds: null,
		},
		{
			title: 'an hour of silence, nobody writes it: interrupted, not stalled',
			events: training([1, 0.9, 0.8, 0.7, 0.6], 100),
			silence: 3600,
			writer: 'gone',
			finds: null,
		},
	],
} satisfies Rule;
