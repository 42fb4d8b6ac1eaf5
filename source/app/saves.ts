import type {Time} from '../core/event.ts';
import {probes} from '../probes/index.ts';
import {checkpointReaders} from '../readers/index.ts';
import type {Means} from './means.ts';
import type {Tracked} from './tracked.ts';

/** Looks for the checkpoints of each run that changed since they were looked for, one run after the other. */
export async function askSaves({host}: Means, runs: readonly Tracked[], now: Time): Promise<void> {
	for (const run of runs) {
		const {folder, checkpoints, layout} = run.found;
		const folders = layout === 'file' ? checkpoints : [...checkpoints, folder];
		run.savesAskedAt = now;
		if (folders.length === 0) continue;
		const saves = await probes.checkpoints.ask(host, {
			folder,
			folders,
			reader: checkpointReaders.checkpoint,
			known: run.contents,
		});
		if (JSON.stringify(saves) === JSON.stringify(run.saves)) continue;
		run.saves = saves;
		run.stale = true;
	}
}
