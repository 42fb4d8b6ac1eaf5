import type {Time} from '../core/event.ts';
import {isInDoubt, isStruck} from './doubt.ts';
import type {Means} from './means.ts';
import {askWriters} from './survey.ts';
import type {Tracked} from './tracked.ts';

/** Seconds between two askings who writes runs whose silence is to be explained. */
const every = 20;

/** Asks who writes the runs that are in doubt; at once for those that were struck by an error. */
export type Doubting = {
	/** Returns at once. */
	readonly tick: (runs: Iterable<Tracked>, now: Time) => void;
	/** Whether the runs that were in doubt at the first asking have their answers: until then nobody knows that all is well. */
	readonly answered: () => boolean;
};

/** `heard` is called when there are answers. */
export function createDoubting(means: Means, heard: () => void): Doubting {
	let askedAt = 0;
	let answered = false;
	return {
		answered: () => answered,
		tick(runs, now) {
			const due = now - askedAt > every * 1000;
			if (due) askedAt = now;
			const asked = [...runs].filter(run => isStruck(run, now) || (due && isInDoubt(run, now)));
			answered ||= due && asked.length === 0;
			if (asked.length === 0) return;
			for (const run of asked) run.askedAt = now;
			void askWriters(means, asked, now).then(() => {
				answered ||= due;
				heard();
			});
		},
	};
}
