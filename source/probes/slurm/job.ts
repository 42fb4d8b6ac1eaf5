import type {Facts} from '../../core/event.ts';

/** Which job a run may be, and how surely. */
export type JobHint = {
	/** `123` or `13_0`. */
	readonly job: string;
	/** Told by the job's environment; else by a name, which must fit the job's times. */
	readonly sure: boolean;
};

const variables = /(?:^|\.)SLURM[._](?:ARRAY_)?JOB_?ID$/i;
const inText =
	/\bslurm[ _-]?(?:array[ _-])?job[ _-]?id["']?\s*[:=]?\s*["']?(\d{1,10}(?:_\d{1,7})?)\b/i;
const ofStep = /^slurmstepd(?:-\S+)?: error: \*\*\* (?:JOB|STEP) (\d{1,10})(?:\.\S+)? ON /m;
const named = [
	/^slurm-(\d{1,10}(?:_\d{1,7})?)\.(?:out|err|log)$/,
	/^(\d{2,10}(?:_\d{1,7})?)(?:_\d+)?_log\.(?:out|err)$/,
	/[-_.](\d{2,10}_\d{1,7}|\d{2,10})\.(?:out|err|log|o|e)$/,
	/\.[oe](\d{2,10})$/,
];

/** The job that a run's facts, its log or the names of its files tell of; the surest first. */
export function hintsOf(
	facts: Facts,
	own: string | null,
	head: string,
	names: readonly string[],
): readonly JobHint[] {
	const hints = new Map<string, boolean>();
	const add = (job: string | undefined, sure: boolean) => {
		if (job !== undefined && !hints.has(job)) hints.set(job, sure);
	};
	add(own ?? undefined, true);
	for (const [name, value] of Object.entries(facts)) {
		if (variables.test(name) && /^\d{1,10}(?:_\d+)?$/.test(String(value))) add(String(value), true);
	}

	add(inText.exec(head)?.[1], true);
	add(ofStep.exec(head)?.[1], true);
	for (const name of names) {
		for (const pattern of named) add(pattern.exec(name)?.[1], false);
	}

	return [...hints].slice(0, 4).map(([job, sure]) => ({job, sure}));
}

/** `SLURM_ARRAY_JOB_ID=13`, `SLURM_ARRAY_TASK_ID=0` → `13_0`; the variables stand between NULs. */
export function jobIn(text: string): string | undefined {
	const variable = (name: string) =>
		new RegExp(`(?:^|\0)${name}=(\\d{1,10})(?:\0|$)`).exec(text)?.[1];
	const array = variable('SLURM_ARRAY_JOB_ID');
	const task = variable('SLURM_ARRAY_TASK_ID');
	return array !== undefined && task !== undefined ? `${array}_${task}` : variable('SLURM_JOB_ID');
}
