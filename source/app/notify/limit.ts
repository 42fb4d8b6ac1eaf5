import type {Time} from '../../core/event.ts';

/** Says whether something may be told now: the same thing only now and then, and never too much at once. */
export type Limit = (what: string, now: Time) => boolean;

const minute = 60_000;

/** `apart`: least milliseconds between two of the same; `perMinute`: most of all together. */
export function createLimit({apart = 10 * minute, perMinute = 10} = {}): Limit {
	const last = new Map<string, Time>();
	let recent: readonly Time[] = [];
	return (what, now) => {
		recent = recent.filter(time => Math.abs(now - time) < minute);
		for (const [one, time] of last) if (Math.abs(now - time) >= apart) last.delete(one);
		if (last.has(what) || recent.length >= perMinute) return false;
		last.set(what, now);
		recent = [...recent, now];
		return true;
	};
}
