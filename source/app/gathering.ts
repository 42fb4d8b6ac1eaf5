import type {Time} from '../core/event.ts';
import type {Backlog} from './backlog.ts';
import type {Followed} from './followed.ts';
import type {Tracked} from './tracked.ts';

/** Files that changed, until they are read together: ten reads in a row cost half of ten that each wake the program. */
export type Gathering = {
	/** `now`: the moment at which it changed, which the lines are told with. */
	readonly add: (file: Followed, run: Tracked, now: Time) => void;
	readonly stop: () => void;
};

/** Hands what changed to the backlog after so many milliseconds as `wait` gives for the first of them. */
export function createGathering(backlog: Pick<Backlog, 'hurry'>, wait: () => number): Gathering {
	const changed = new Map<Followed, {readonly run: Tracked; readonly at: Time}>();
	let timer: NodeJS.Timeout | undefined;
	const hand = () => {
		timer = undefined;
		for (const [file, {run, at}] of changed) backlog.hurry(file, run, at);
		changed.clear();
	};
	return {
		add(file, run, now) {
			changed.set(file, {run, at: now});
			if (timer) return;
			const left = wait();
			if (left > 0) timer = setTimeout(hand, left);
			else hand();
		},
		stop: () => clearTimeout(timer),
	};
}
