import {setImmediate} from 'node:timers/promises';
import type {Time} from '../core/event.ts';
import type {Means} from './means.ts';
import {slice} from './survey.ts';
import {isRun, isThrough, judge, type Tracked} from './tracked.ts';

/** Judges the runs that changed, between keys and frames. */
export type Judging = {
	/** Resolves to those that were judged. */
	readonly stale: (runs: Iterable<Tracked>) => Promise<readonly Tracked[]>;
	/** Judges one at once. */
	readonly one: (run: Tracked) => void;
};

/** A run that is still being read is judged for at most one in so many milliseconds. */
const thrift = 20;

/** A judging that stops for a breath when a slice of time is used up. */
export function createJudging(means: Means, clock: () => Time): Judging {
	const costs = new WeakMap<Tracked, number>();
	const one = (run: Tracked) => {
		const begun = performance.now();
		judge(run, means, clock());
		costs.set(run, performance.now() - begun);
	};
	const isDue = (run: Tracked) =>
		isThrough(run) || clock() - run.judgedAt >= thrift * (costs.get(run) ?? 0);
	return {
		one,
		stale: async runs => {
			const judged: Tracked[] = [];
			let begun = performance.now();
			for (const run of runs) {
				if (!run.stale || !isRun(run) || !isDue(run)) continue;
				one(run);
				judged.push(run);
				if (performance.now() - begun < slice) continue;
				await setImmediate();
				begun = performance.now();
			}

			return judged;
		},
	};
}
