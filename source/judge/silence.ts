import type {Phase, Time} from '../core/event.ts';
import {usual} from './rhythm.ts';
import type {Witness} from './told.ts';

/** How long a run has been silent, and how long it may be. */
export type Silence = {
	/** When something was written last; null when no clock can be trusted. */
	readonly lastAt: Time | null;
	/** Seconds since then. */
	readonly seconds: number | null;
	/** Median of the recent gaps, in seconds; null before there is a rhythm. */
	readonly usual: number | null;
	/** Longer than this is unusual. */
	readonly quiet: number;
	/** Longer than this is alarming. */
	readonly bar: number;
};

const minute = 60;
const day = 86_400_000;
/** Clocks of two machines may differ by this much. */
const skew = 5 * minute * 1000;

/** Least silence that alarms, by what the run is doing: loading data and validating may take long. */
const floors: Readonly<Record<Phase, number>> = {
	started: 20 * minute,
	resumed: 20 * minute,
	training: 3 * minute,
	validating: 10 * minute,
	saving: 10 * minute,
	finished: 10 * minute,
	interrupted: 10 * minute,
	left: 10 * minute,
};
const ceiling = 12 * 3600;

/** Judges the silence of the files of a run by the rhythm of the one that is believed. */
export function silenceOf(
	main: Witness | undefined,
	witnesses: readonly Witness[],
	modifiedAt: readonly Time[],
	phase: Phase | null,
	now: Time,
): Silence {
	const lastAt = lastWrite(witnesses, modifiedAt, now);
	const rhythm = main ? usual(main.rhythm) : null;
	const longest = rhythm?.longest ?? 0;
	const median = rhythm?.median ?? 0;
	const floor = main ? floorOf(main, phase) : floors.started;
	return {
		lastAt,
		seconds: lastAt === null ? null : Math.max(0, (now - lastAt) / 1000),
		usual: rhythm?.median ?? null,
		quiet: Math.max(15, 1.5 * longest, 4 * median),
		bar: Math.min(ceiling, Math.max(floor, 3 * longest, 15 * median)),
	};
}

/** Before the first validation nobody knows how long one takes. */
function floorOf(main: Witness, phase: Phase | null): number {
	if (main.lastTrained < 0) return floors.started;
	const floor = floors[phase ?? 'training'];
	return main.rhythm.pauseCount > 0 ? floor : Math.max(floor, floors.validating);
}

/**
The newest time that can be trusted: times ahead of the clock are none, and a file that was copied
long after its last line was written is as old as that line.
*/
function lastWrite(
	witnesses: readonly Witness[],
	modifiedAt: readonly Time[],
	now: Time,
): Time | null {
	let last = Number.NEGATIVE_INFINITY;
	let line = Number.NEGATIVE_INFINITY;
	let heard = false;
	const see = (time: Time | null) => {
		if (time !== null && time <= now + skew) last = Math.max(last, time);
	};
	for (const {heardAt, lastAt} of witnesses) {
		see(heardAt);
		see(lastAt);
		heard ||= heardAt !== null;
		if (lastAt !== null) line = Math.max(line, lastAt);
	}

	for (const time of modifiedAt) {
		if (heard || line === Number.NEGATIVE_INFINITY || time < line + day) see(time);
	}

	return last === Number.NEGATIVE_INFINITY ? null : Math.min(now, last);
}
