import type {Time} from '../core/event.ts';
import {patience} from './doubt.ts';
import type {Followed} from './followed.ts';
import type {Tracked} from './tracked.ts';

/** Seconds after which a line without its end counts: nothing more will come. */
const ending = 5;

/** Seconds between two looks at a file, where its folder is watched. */
const looks = {least: 2, most: 60};

/** What is due of a run by the clock alone; `every`: seconds between two looks at a file, null: by its age. */
export type Due = {
	/** Its silence is worth another thought. */
	readonly judging: boolean;
	/** Files to look at, in case that an event was missed. */
	readonly looks: readonly Followed[];
	/** Files of which a last line without its end may count. */
	readonly endings: readonly Followed[];
	/** Milliseconds until there is more. */
	readonly wait: number;
};

/** What a run needs at a moment, and how long it can be left alone after that. */
export function dueOf(run: Tracked, now: Time, every: number | null): Due {
	const thought = patience(run, now) * 1000;
	const judging = now - run.judgedAt > thought;
	const due = {judging, looks: [] as Followed[], endings: [] as Followed[]};
	let wait = judging ? thought : run.judgedAt + thought - now;
	for (const file of run.files.values()) {
		const age = (now - file.modifiedAt()) / 1000;
		const period = 1000 * (every ?? Math.min(looks.most, Math.max(looks.least, age / 20)));
		const left = file.lookedAt() + period - now;
		if (left <= 0) due.looks.push(file);
		if (age > ending) due.endings.push(file);
		wait = Math.min(wait, left <= 0 ? period : left, age > ending ? wait : ending * 1000);
	}

	return {...due, wait};
}
