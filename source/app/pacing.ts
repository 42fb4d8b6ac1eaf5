import type {Time} from '../core/event.ts';
import type {News} from '../core/news.ts';
import type {Run} from '../core/run.ts';

/** How long news waits, so that few writers are seen at once and many cost no more. */
export type Pacing = {
	/** Milliseconds from one news to the next. */
	readonly breath: (now: Time) => number;
	/** These runs have changed. */
	readonly changed: (runs: readonly Run[], now: Time) => void;
};

const shortest = 50;
const longest = 500;
/** A run that wrote within so many milliseconds goes on writing: one that writes a line a second does. */
const lively = 1250;
/** Milliseconds that each such run adds, and those beyond a few. */
const each = 16;
const many = {from: 8, each: 30};

/** A pacing that has seen nothing change. */
export function createPacing(): Pacing {
	const changedAt = new Map<string, Time>();
	return {
		breath: now => {
			for (const [id, at] of changedAt) if (now - at > lively) changedAt.delete(id);
			const {size} = changedAt;
			const few = Math.min(size, many.from);
			return Math.min(longest, shortest + each * few + many.each * (size - few));
		},
		changed: (runs, now) => {
			for (const {id} of runs) changedAt.set(id, now);
		},
	};
}

/**
Holds news back in which only numbers moved, for a slow line: they come together every `seconds`;
what changes a state, a verdict or the list comes at once.
*/
export function heldBack(
	seconds: number,
	publish: (news: News) => void,
): {readonly hear: (news: News) => void; readonly stop: () => void} {
	const known = new Map<string, Run>();
	const held = new Map<string, Run>();
	let latest: News | undefined;
	let timer: NodeJS.Timeout | undefined;
	const flush = () => {
		clearTimeout(timer);
		timer = undefined;
		if (!latest) return;
		publish({...latest, runs: [...held.values()]});
		held.clear();
		latest = undefined;
	};

	return {
		hear: news => {
			const grave =
				!news.settled ||
				news.gone.some(id => known.has(id)) ||
				news.runs.some(run => !isOnlyNumbers(known.get(run.id), run));
			for (const id of news.gone) known.delete(id);
			for (const run of news.runs) {
				known.set(run.id, run);
				held.set(run.id, run);
			}

			latest = news;
			if (grave) flush();
			else timer ??= setTimeout(flush, seconds * 1000);
		},
		stop: () => clearTimeout(timer),
	};
}

/** Whether nothing about a run changed but what it measured and how long it has been silent. */
export function isOnlyNumbers(before: Run | undefined, after: Run): boolean {
	return (
		before !== undefined &&
		before.state === after.state &&
		before.verdict === after.verdict &&
		before.archived === after.archived &&
		before.partial === after.partial &&
		before.alerts.length === after.alerts.length &&
		before.validation.evaluations.length === after.validation.evaluations.length &&
		before.checkpoints.length === after.checkpoints.length &&
		before.remarks === after.remarks
	);
}
