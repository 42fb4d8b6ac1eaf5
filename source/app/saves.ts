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

/** Looks for the checkpoints of each run, one run after the other. */
export async function askSaves(means: Means, runs: Iterable<Tracked>, now: Time): Promise<void> {
	for (const run of runs) await askFor(means, run, now);
}

/** `heard` is called when a look found something new. */
export function watchSaves(means: Means, heard: () => void): SaveWatch {
	let busy = false;
	const look = async (due: readonly Tracked[], now: Time) => {
		busy = true;
		try {
			for (const run of due) if (await askFor(means, run, now)) heard();
		} finally {
			busy = false;
		}
	};
	return {
		tick: (runs, now) => {
			if (busy) return;
			const due = [...runs].filter(run => isDue(run, now));
			if (due.length > 0) void look(due, now);
		},
	};
}

function isDue(run: Tracked, now: Time): boolean {
	if (run.gone || !isThrough(run)) return false;
	const since = (now - run.savesAskedAt) / 1000;
	const changedAt = Math.max(0, ...[...run.files.values()].map(file => file.modifiedAt()));
	const changes = changedAt > run.savesAskedAt - active * 1000;
	return since >= (changes ? probes.checkpoints.every : seldom);
}

/** Whether anything else lies there than at the last look. */
async function askFor({host}: Means, run: Tracked, now: Time): Promise<boolean> {
	const {folder, checkpoints, layout} = run.found;
	const folders = layout === 'file' ? checkpoints : [...checkpoints, folder];
	run.savesAskedAt = now;
	if (folders.length === 0) return false;
	const saves = await probes.checkpoints.ask(host, {
		folder,
		folders,
		reader: checkpointReaders.checkpoint,
		known: run.contents,
	});
	if (JSON.stringify(saves) === JSON.stringify(run.saves)) return false;
	run.saves = saves;
	run.stale = true;
	return true;
}
