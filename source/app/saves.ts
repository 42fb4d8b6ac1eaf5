import type {Time} from '../core/event.ts';
import {probes} from '../probes/index.ts';
import {checkpointReaders} from '../readers/index.ts';
import type {Means} from './means.ts';
import {isThrough, type Tracked} from './tracked.ts';

/** Keeps an eye on the folders of checkpoints while the program runs. */
export type SaveWatch = {
	/** Looks where something may have been saved, unless a look is still under way. */
	readonly tick: (runs: Iterable<Tracked>, now: Time) => void;
};

/** Seconds between two looks at the folders of a run that is silent, and how long a run counts as active. */
const seldom = 600;
const active = 60;
/** A look is followed by a pause so many times as long, within bounds: half a percent of the time. */
const dearness = 200;

/** Saves of all runs together that are looked into at once, and runs that are side by side. */
const mostLooks = 3000;
const abreast = 4;

/** Looks for the checkpoints of each run; of many runs into fewer old ones. */
export async function askSaves(means: Means, runs: readonly Tracked[], now: Time): Promise<void> {
	const looks = looksFor(runs.length);
	const queue = runs.values();
	const work = async () => {
		for (const run of queue) await askFor(means, run, now, looks);
	};
	await Promise.all(Array.from({length: abreast}, work));
}

/** `heard` is called when a look found something new. */
export function watchSaves(means: Means, heard: () => void): SaveWatch {
	let busy = false;
	const pauses = new WeakMap<Tracked, number>();
	const look = async (due: readonly Tracked[], now: Time) => {
		busy = true;
		try {
			const looks = looksFor(due.length);
			for (const run of due) {
				const begun = performance.now();
				if (await askFor(means, run, now, looks)) heard();
				pauses.set(run, (performance.now() - begun) * dearness);
			}
		} finally {
			busy = false;
		}
	};
	return {
		tick: (runs, now) => {
			if (busy) return;
			const due = [...runs].filter(run => isDue(run, now, pauses.get(run) ?? 0));
			if (due.length > 0) void look(due, now);
		},
	};
}

function looksFor(runs: number): number {
	return Math.max(8, Math.min(60, Math.floor(mostLooks / runs)));
}

function isDue(run: Tracked, now: Time, pause: number): boolean {
	if (run.gone || !isThrough(run)) return false;
	const since = (now - run.savesAskedAt) / 1000;
	const changedAt = Math.max(0, ...[...run.files.values()].map(file => file.modifiedAt()));
	const changes = changedAt > run.savesAskedAt - active * 1000;
	const soon = Math.min(active, Math.max(probes.checkpoints.every, pause / 1000));
	return since >= (changes ? soon : seldom);
}

/** Whether anything else lies there than at the last look. */
async function askFor({host}: Means, run: Tracked, now: Time, looks: number): Promise<boolean> {
	const {folder, checkpoints, layout} = run.found;
	const folders = layout === 'file' ? checkpoints : [...checkpoints, folder];
	run.savesAskedAt = now;
	if (folders.length === 0) return false;
	const saves = await probes.checkpoints.ask(host, {
		folder,
		folders,
		reader: checkpointReaders.checkpoint,
		known: run.contents,
		looks,
	});
	if (JSON.stringify(saves) === JSON.stringify(run.saves)) return false;
	run.saves = saves;
	run.stale = true;
	return true;
}
