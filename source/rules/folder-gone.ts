import {evidenceOf} from '../core/finding.ts';
import type {Rule} from '../core/rule.ts';
import {training} from '../core/telling.ts';

/** The run's folder was deleted or moved away while its process writes on: what it saves may be lost. */
export default {
	title: 'Folder gone',
	settings: {},
	begin: () => ({}),
	judge(_memory, run) {
		if (!run.gone || !run.process?.alive) return null;
		return {
			severity: 'warn',
			certain: true,
			message: `its folder is no longer found, but process ${run.process.pid} still writes to it`,
			advice:
				'where it was moved, watch it there; where it was deleted, its next checkpoint will fail: make the folder again, or stop the process',
			evidence: evidenceOf(run.lastLine, 'the last thing it told'),
		};
	},
	examples: [
		{
			title: 'deleted under a living process',
			events: training([1, 0.9, 0.8]),
			writer: 'alive',
			gone: true,
			finds: 'warn',
			message: /^its folder is no longer found, but process 4242 still writes to it$/,
		},
		{
			title: 'deleted after its end',
			events: training([1, 0.9, 0.8]),
			writer: 'gone',
			gone: true,
			finds: null,
		},
		{
			title: 'where it always was',
			events: training([1, 0.9, 0.8]),
			writer: 'alive',
			finds: null,
		},
	],
} satisfies Rule;
