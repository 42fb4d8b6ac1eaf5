import type {Checkpoint} from '../core/checkpoint.ts';
import {evidenceOf} from '../core/finding.ts';
import type {Rule} from '../core/rule.ts';
import {training} from '../core/telling.ts';

const settings = {
	/** Seconds that a save may take: a younger one may still be written. */
	saving: 300,
};

/** Training could not go on from the newest checkpoint: a part of it is missing, or nothing but weights were saved. */
export default {
	title: 'Cannot be resumed',
	settings,
	begin: () => ({}),
	judge(_memory, run, now, {saving}) {
		if (run.state === 'finished' || run.state === 'waiting') return null;
		const settled = run.checkpoints.filter(
			({savedAt, kind}) => kind !== 'final' && (savedAt === null || now - savedAt > saving * 1000),
		);
		const newest = settled.reduce<Checkpoint | undefined>(newer, undefined);
		if (!newest || newest.resume === 'full' || newest.resume === 'unknown') return null;
		const full = settled
			.filter(({resume}) => resume === 'full')
			.reduce<Checkpoint | undefined>(newer, undefined);
		if (
			newest.resume === 'weights-only' &&
			(full || settled.some(({resume}) => resume === 'unknown'))
		)
			return null;
		return {
			severity: 'warn',
			certain: true,
			message:
				newest.resume === 'partial'
					? `${newest.path} is not complete: training cannot go on from it`
					: `${newest.path} holds weights only: training cannot go on from it as it was`,
			advice: full
				? `resume from ${full.path}`
				: 'save the state of the optimizer, the schedule and the epoch beside the weights',
			evidence: evidenceOf(run.lastLine, newest.path),
		};
	},
	examples: [
		{
			title: 'weights and nothing else',
			events: training([1, 0.9, 0.8], 100),
			checkpoints: [saved('last.pth', 'weights-only')],
			silence: 600,
			finds: 'warn',
			message: /^last\.pth holds weights only/,
			advice: /^save the state of the optimizer/,
		},
		{
			title: 'the newest is cut, the one before is whole',
			events: training([1, 0.9, 0.8], 100),
			checkpoints: [saved('epoch_1.pth', 'full', 1), saved('epoch_2.pth', 'partial', 2)],
			silence: 600,
			finds: 'warn',
			message: /^epoch_2\.pth is not complete/,
			advice: /^resume from epoch_1\.pth$/,
		},
		{
			title: 'still being written',
			events: training([1, 0.9, 0.8], 100),
			checkpoints: [saved('last.pth', 'partial')],
			silence: 60,
			finds: null,
		},
		{
			title: 'the best holds weights, the last everything',
			events: training([1, 0.9, 0.8], 100),
			checkpoints: [saved('last.pth', 'full', 1), saved('best.pth', 'weights-only', 2)],
			silence: 600,
			finds: null,
		},
		{
			title: 'finished: nothing is to go on',
			events: [...training([1, 0.9]), {kind: 'phase', phase: 'finished', text: 'done'}],
			checkpoints: [saved('last.pth', 'weights-only')],
			silence: 600,
			finds: null,
		},
	],
} satisfies Rule<object, typeof settings>;

function newer(before: Checkpoint | undefined, one: Checkpoint): Checkpoint {
	return before && (before.savedAt ?? 0) > (one.savedAt ?? 0) ? before : one;
}

/** A checkpoint of an example, saved in the n-th second of the story. */
function saved(path: string, resume: Checkpoint['resume'], second = 0): Checkpoint {
	return {
		path,
		files: [path],
		kind: path.startsWith('best') ? 'best' : 'last',
		bytes: 1000,
		savedAt: 1_767_607_200_000 + second * 1000,
		step: null,
		epoch: null,
		resume,
	};
}
