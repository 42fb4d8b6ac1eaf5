import {evidenceOf, settingOf} from '../core/finding.ts';
import type {Case, Rule} from '../core/rule.ts';
import {evaluated, trained} from '../core/telling.ts';

const settings = {
	/** Evaluations that should have led to a best checkpoint. */
	evaluations: 5,
};
type Memory = {saved: boolean};

/** The settings ask for the best checkpoint to be kept, and none was. */
export default {
	title: 'No best checkpoint',
	settings,
	begin: () => ({saved: false}),
	hear(memory, heard, run, limits) {
		if (heard.kind === 'checkpoint' && heard.best) {
			memory.saved = true;
			return null;
		}

		if (heard.kind !== 'evaluation' || memory.saved || run.metricName === null) return 'same';
		if (hasBest(run)) return null;
		const trial = run.trials.byName.get(run.metricName);
		// A checkpoint may be told some lines after its evaluation.
		if (!trial || trial.count <= limits.evaluations) return 'same';
		const asked = settingOf(
			run.settings,
			/^(?:save_best|metric_for_best_model|load_best_model_at_end|save_best_only)$/i,
		);
		if (!asked?.value || asked.value === 'None') return 'same';
		return {
			severity: 'warn',
			certain: false,
			message: `no best checkpoint was saved in ${trial.count - 1} evaluations`,
			advice: `${asked.name} is ${asked.value}: check that its name and its direction fit the metric, and that the folder can be written`,
			evidence: evidenceOf(heard.source, 'an evaluation without a save'),
		};
	},
	judge: (_memory, run) => (hasBest(run) ? null : 'same'),
	examples: [
		{
			title: 'asked for, never saved',
			events: [
				{kind: 'facts', facts: {save_best: 'auto'}},
				...[1, 2, 3, 4, 5, 6].flatMap(step => [trained(step, 1), evaluated({acc: step / 10})]),
			],
			finds: 'warn',
			message: /^no best checkpoint was saved in 5 evaluations$/,
			advice: /^save_best is auto/,
		},
		{
			title: 'saved once',
			events: [
				{kind: 'facts', facts: {save_best: 'auto'}},
				{kind: 'checkpoint', best: true, path: 'best.pth'},
				...[1, 2, 3, 4, 5, 6].flatMap(step => [trained(step, 1), evaluated({acc: step / 10})]),
			],
			finds: null,
		},
		{
			title: 'no line tells of it, but it lies there',
			events: [
				{kind: 'facts', facts: {save_best: 'auto'}},
				...[1, 2, 3, 4, 5, 6].flatMap(step => [trained(step, 1), evaluated({acc: step / 10})]),
			],
			checkpoints: [
				{
					path: 'best_acc_epoch_6.pth',
					files: ['best_acc_epoch_6.pth'],
					kind: 'best',
					bytes: 1000,
					savedAt: null,
					step: null,
					epoch: 6,
					resume: 'full',
				},
			],
			finds: null,
		},
		{
			title: 'nobody asked for one',
			events: [1, 2, 3, 4, 5, 6].flatMap(step => [trained(step, 1), evaluated({acc: step / 10})]),
			finds: null,
		},
	],
} satisfies Rule<Memory, typeof settings>;

/** Another file may tell of it, or it lies on the disk and nobody told. */
function hasBest({checkpoints}: Case): boolean {
	return checkpoints.some(({kind}) => kind === 'best');
}
