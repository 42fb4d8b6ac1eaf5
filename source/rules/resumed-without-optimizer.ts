import type {Checkpoint} from '../core/checkpoint.ts';
import {evidenceOf} from '../core/finding.ts';
import type {Case, Heard, Rule} from '../core/rule.ts';
import {training} from '../core/telling.ts';

type Resumed = Extract<Heard, {kind: 'phase'}>;
type Memory = {resumed: Resumed | null};

const says =
	/\b(?:no|without|missing|skip(?:ped|ping)?|ignor(?:ed|ing)|fail(?:ed)? to load)\b[^.;]{0,30}\boptimi[sz]er|\boptimi[sz]er\b[^.;]{0,30}\b(?:not (?:found|loaded|restored)|missing|skipped|ignored)\b/i;

/** It goes on from weights alone: momentum and learning rate begin anew, and the loss may jump. */
export default {
	title: 'Resumed without optimizer',
	settings: {},
	begin: () => ({resumed: null}),
	hear(memory, heard) {
		if (heard.kind === 'phase' && heard.phase === 'resumed') memory.resumed = heard;
		if (heard.kind === 'session' && heard.fresh) memory.resumed = null;
		return 'same';
	},
	judge(memory, run) {
		const {resumed} = memory;
		if (!resumed) return null;
		const from = namedIn(resumed.text, run);
		if (!says.test(resumed.text) && from?.resume !== 'weights-only') return null;
		return {
			severity: 'warn',
			certain: true,
			message: `it was resumed ${from ? `from ${from.path}, ` : ''}without the state of its optimizer`,
			advice:
				'resume from a checkpoint that holds the optimizer, or warm the learning rate up again and expect the loss to jump',
			evidence: evidenceOf(resumed.source, resumed.text),
		};
	},
	examples: [
		{
			title: 'from a file of weights',
			events: [
				...training([1, 0.9], 100),
				{kind: 'phase', phase: 'resumed', text: 'Resumed from checkpoints/best.pth'},
				...training([0.9, 0.8], 100, 3),
			],
			checkpoints: [saved('checkpoints/best.pth', 'weights-only')],
			finds: 'warn',
			message: /^it was resumed from checkpoints\/best\.pth, without the state of its optimizer$/,
		},
		{
			title: 'the log says so',
			events: [
				{kind: 'phase', phase: 'resumed', text: 'Resumed weights, optimizer state not found'},
				...training([0.9, 0.8], 100, 3),
			],
			finds: 'warn',
		},
		{
			title: 'from a whole checkpoint',
			events: [
				...training([1, 0.9], 100),
				{kind: 'phase', phase: 'resumed', text: 'Resumed from checkpoints/last.pth'},
				...training([0.9, 0.8], 100, 3),
			],
			checkpoints: [saved('checkpoints/last.pth', 'full')],
			finds: null,
		},
	],
} satisfies Rule<Memory>;

function namedIn(text: string, {checkpoints}: Case): Checkpoint | undefined {
	return checkpoints.findLast(({path}) => text.includes(path.slice(path.lastIndexOf('/') + 1)));
}

/** A checkpoint of an example. */
function saved(path: string, resume: Checkpoint['resume']): Checkpoint {
	return {
		path,
		files: [path],
		kind: 'other',
		bytes: 1,
		savedAt: null,
		step: null,
		epoch: null,
		resume,
	};
}
