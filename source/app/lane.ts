import type {Time} from '../core/event.ts';

/** One question asked again and again, never twice at a time. */
export type Lane = {
	/** Asks when it is time; returns at once. */
	readonly tick: (now: Time) => void;
	/** Asks at the next tick: something happened that the answer rests on. */
	readonly hurry: () => void;
};

/** Seconds that a question which fails may at most be put off. */
const longest = 600;

/**
A lane that asks every so many seconds. `ask` says whether it was answered; while it is not, the wait
doubles. A question that hangs stops its own lane and nothing else.
*/
export function createLane(every: number, ask: (now: Time) => Promise<boolean>): Lane {
	let busy = false;
	let again = false;
	let due = 0;
	let wait = every;
	return {
		hurry() {
			again = true;
		},
		tick(now) {
			if (busy || (now < due && !again)) return;
			busy = true;
			again = false;
			void ask(now)
				.catch(() => false)
				.then(answered => {
					wait = answered ? every : Math.min(longest, wait * 2);
					due = now + wait * 1000;
					busy = false;
				});
		},
	};
}
