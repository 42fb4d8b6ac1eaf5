/** A clockwork whose every beat tells how long the next one may wait. */
export type Pulse = {
	/** Something happened: the next beat comes within a second. */
	readonly soon: () => void;
	readonly stop: () => void;
};

/** Milliseconds between two beats. */
const shortest = 1000;
const longest = 10_000;

/** Starts it: `beat` gives the milliseconds until it has something to do again. It keeps no program alive. */
export function startPulse(beat: () => number): Pulse {
	let timer: NodeJS.Timeout | undefined;
	let slow = false;
	let stopped = false;
	const wait = (milliseconds: number) => {
		clearTimeout(timer);
		slow = milliseconds > shortest;
		timer = setTimeout(() => {
			const next = beat();
			if (!stopped) wait(Math.min(longest, Math.max(shortest, next)));
		}, milliseconds);
		timer.unref();
	};

	wait(shortest);
	return {
		soon: () => {
			if (slow && !stopped) wait(shortest);
		},
		stop: () => {
			stopped = true;
			clearTimeout(timer);
		},
	};
}
