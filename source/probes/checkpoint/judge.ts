import type {CheckpointKind, Resume} from '../../core/run.ts';
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

/** Shards and ranks that are not there: `model-00002-of-00003.safetensors`. */
function gapOf(parts: readonly Part[]): string | undefined {
	const series = new Map<
		string,
		{numbers: Set<number>; from: number; to: number; sample: string}
	>();
	for (const {name} of parts) {
		const [, shard, of] = /-(\d{5})-of-(\d{5})/.exec(name) ?? [];
		const [, rank] = /zero_pp_rank_(\d+)_/.exec(name) ?? [];
		const number = Number(shard ?? rank);
		if (Number.isNaN(number)) continue;
		const key = name.replace(/\d+/, '#');
		const known = series.get(key) ?? {numbers: new Set(), from: 0, to: 0, sample: name};
		series.set(key, known);
		known.numbers.add(number);
		if (shard !== undefined) {
			// TensorFlow counts from 0, the others from 1.
			const tf = /data-\d/.test(name);
			known.from = tf ? 0 : 1;
			known.to = Math.min(10_000, Number(of) - (tf ? 1 : 0));
		} else known.to = Math.min(10_000, Math.max(known.to, number));
	}

	for (const {numbers, from, to, sample} of series.values()) {
		for (let number = from; number <= to; number++) {
			if (!numbers.has(number)) return `${nth(sample, number)} is missing`;
		}
	}

	return undefined;
}

function nth(sample: string, number: number): string {
	return sample.replace(/(\d{5})(?=-of-)|(?<=zero_pp_rank_)\d+/, digits =>
		String(number).padStart(digits.length, '0'),
	);
}

/** True where one file holds it, null where some cannot tell. */
function holds(parts: readonly Part[], what: 'optimizer' | 'weights'): boolean | null {
	let unsure = false;
	for (const {role, content, name} of parts) {
		if (content?.[what] === true) return true;
		if (!content && role === (what === 'weights' ? 'model' : 'optimizer')) return true;
		if (content && content[what] === null && role !== 'states') {
			// A file that cannot be looked through is what its name says.
			if (role === 'optimizer') {
				if (what === 'optimizer') return true;
			} else if (!/\.(?:index|distcp)$|data-\d+-of/.test(name)) unsure = true;
			else if (what === 'weights') return true;
			else unsure = true;
		}
	}

	return unsure ? null : false;
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
