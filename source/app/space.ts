import type {Space} from '../core/disk.ts';
import type {Time} from '../core/event.ts';
import {probes} from '../probes/index.ts';
import type {Means} from './means.ts';
import type {Tracked} from './tracked.ts';

/** Keeps an eye on the room that is left where runs write. */
export type SpaceWatch = {
	/** Asks for every run that may still write; whether anything worth telling changed. */
	readonly ask: (means: Means, runs: readonly Tracked[], now: Time) => Promise<boolean>;
};

type Sample = {readonly at: Time; readonly free: number};

const minute = 60_000;
/** How far apart looks are remembered, how many, and how long it takes until they show a trend. */
const apart = 5 * minute;
const most = 72;
const long = 60 * minute;

/** States in which a run writes no more. */
const over = /finished|crashed|interrupted/;

/** A watch that has not looked yet. */
export function createSpaceWatch(): SpaceWatch {
	const seen = new Map<string, Sample[]>();
	return {
		async ask({host}, runs, now) {
			const due = runs.filter(({run}) => run && !over.test(run.state));
			const answers = await probes.disk.ask(
				host,
				due.map(({found}) => found.folder),
			);
			const trends = new Map<string, number | null>();
			for (const {device, free} of answers.values()) {
				if (!trends.has(device)) trends.set(device, fallOf(seen, device, {at: now, free}));
			}

			let changed = false;
			for (const run of due) {
				const space = answers.get(run.found.folder);
				const next = space && {...space, falling: trends.get(space.device) ?? null};
				if (!differs(run.around.space, next)) continue;
				run.around.space = next;
				run.stale = true;
				changed = true;
			}

			return changed;
		},
	};
}

/** Bytes an hour that a file system lost since the oldest look that is remembered. */
function fallOf(seen: Map<string, Sample[]>, device: string, now: Sample): number | null {
	const samples = seen.get(device) ?? [];
	seen.set(device, samples);
	const last = samples.at(-1);
	if (!last || now.at - last.at >= apart) samples.push(now);
	if (samples.length > most) samples.shift();
	const [first] = samples;
	if (!first || now.at - first.at < long) return null;
	return Math.max(0, ((first.free - now.free) / (now.at - first.at)) * 60 * minute);
}

/** A hundredth more or less is no news. */
function differs(before: Space | undefined, now: Space | undefined): boolean {
	if (!before || !now) return before !== now;
	return Math.abs(before.free - now.free) > 0.01 * before.free;
}
