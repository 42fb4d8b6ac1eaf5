import type {CheckpointKind, Resume} from '../../core/checkpoint.ts';
import type {Group} from './group.ts';
import type {Part} from './part.ts';

/** Whether training can go on from a save, and what is missing. */
export type Judged = {readonly resume: Resume; readonly why: string};

/** What other saves of the same family hold, apart from the best and the last one. */
export type Habit = {readonly optimizer: boolean; readonly states: boolean};

/** Judges the files of a save together; `habit` is what its like hold. */
export function judgeGroup(group: Group, kind: CheckpointKind, habit: Habit): Judged {
	const damage = damageOf(group.parts) ?? gapOf(group.parts);
	if (damage !== undefined) return {resume: 'partial', why: damage};
	const optimizer = holds(group.parts, 'optimizer');
	const weights = holds(group.parts, 'weights');
	if (optimizer && weights) return {resume: 'full', why: ''};
	if (optimizer === null || weights === null) return {resume: 'unknown', why: doubtOf(group.parts)};
	if (optimizer) return {resume: 'partial', why: 'the weights are missing'};
	if (!weights) return {resume: 'unknown', why: 'holds neither weights nor optimizer state'};
	const missing = missingOf(group, kind, habit);
	return missing === undefined
		? {resume: 'weights-only', why: ''}
		: {resume: 'partial', why: `${missing} is missing`};
}

/** A file that is empty, cut short or not there yet. */
function damageOf(parts: readonly Part[]): string | undefined {
	for (const {name, role, bytes, content} of parts) {
		if (content?.whole === false) return `${name} ${content.why}`;
		if (bytes === 0 && role !== 'states') return `${name} is empty`;
	}

	return undefined;
}

/** A row of files that are numbered through. */
type Row = {
	readonly numbers: Set<number>;
	readonly from: number;
	to: number;
	readonly sample: string;
};

/** Shards and ranks that are not there: `model-00002-of-00003.safetensors`. */
function gapOf(parts: readonly Part[]): string | undefined {
	const rows = new Map<string, Row>();
	for (const {name} of parts) enroll(rows, name);
	for (const {numbers, from, to, sample} of rows.values()) {
		for (let number = from; number <= to; number++) {
			if (!numbers.has(number)) return `${nth(sample, number)} is missing`;
		}
	}

	return undefined;
}

const mostInRow = 10_000;

function enroll(rows: Map<string, Row>, name: string): void {
	const [, shard, of] = /-(\d{5})-of-(\d{5})/.exec(name) ?? [];
	const number = Number(shard ?? /zero_pp_rank_(\d+)_/.exec(name)?.[1]);
	if (Number.isNaN(number)) return;
	// TensorFlow counts from 0, the others from 1.
	const from = shard === undefined || /data-\d/.test(name) ? 0 : 1;
	const key = name.replace(shard === undefined ? /zero_pp_rank_\d+/ : /\d{5}(?=-of-)/, '#');
	const row = rows.get(key) ?? {numbers: new Set(), from, to: 0, sample: name};
	rows.set(key, row);
	row.numbers.add(number);
	row.to = Math.min(mostInRow, of === undefined ? Math.max(row.to, number) : Number(of) - 1 + from);
}

function nth(sample: string, number: number): string {
	return sample.replace(/(\d{5})(?=-of-)|(?<=zero_pp_rank_)\d+/, digits =>
		String(number).padStart(digits.length, '0'),
	);
}

/** True where one file holds it, null where some cannot tell. */
function holds(parts: readonly Part[], what: 'optimizer' | 'weights'): boolean | null {
	const told = parts.map(part => tell(part, what));
	return told.includes(true) ? true : told.includes(null) ? null : false;
}

/** What a file holds; where nobody looked into it, or cannot, its name is believed. */
function tell({role, content, name}: Part, what: 'optimizer' | 'weights'): boolean | null {
	const inside = content?.[what];
	if (typeof inside === 'boolean') return inside;
	if (role === 'states') return false;
	if (role === 'optimizer') return what === 'optimizer';
	const readable = !/\.(?:index|distcp)$|data-\d+-of/.test(name);
	return what === 'weights' && (!content || !readable) ? true : content ? null : false;
}

function doubtOf(parts: readonly Part[]): string {
	const doubtful = parts.find(({content}) => content && content.why !== '');
	return doubtful?.content ? `${doubtful.name} ${doubtful.content.why}` : 'not looked into';
}

/** The file that should lie beside the weights, because its like or its own other files say so. */
function missingOf(group: Group, kind: CheckpointKind, habit: Habit): string | undefined {
	const {family, parts} = group;
	if (family === 'file' || kind === 'best' || kind === 'final') return undefined;
	const model = parts.find(({role}) => role === 'model');
	if (!model) return undefined;
	if (family === 'basicsr') {
		if (kind !== 'periodic' || !habit.optimizer) return undefined;
		return `training_states/${/(\d+)\.\w+$/.exec(model.name)?.[1]}.state`;
	}

	if (family === 'paddle') {
		const started = habit.optimizer || parts.some(({role}) => role === 'states');
		return started ? model.name.replace(/\.\w+$/, '.pdopt') : undefined;
	}

	const resumes = parts.some(({name}) => /^(?:scheduler|rng_state|random_states)/.test(name));
	const paddles = parts.some(({name}) => /\.pdstates$/.test(name));
	if (resumes || habit.optimizer || paddles) {
		return paddles ? model.name.replace(/\.\w+$/, '.pdopt') : 'the optimizer’s file';
	}

	return undefined;
}
