import type {Process} from '../core/run.ts';
import type {Tracked} from './tracked.ts';

/** The process that writes a run, as far as one is known. */
export function processOf({around, writer}: Tracked): Process | undefined {
	return around.process ?? (writer?.kind === 'writing' ? writer.process : undefined);
}

/** Keeps what is new and has those runs judged again; whether anything was. */
export function put<Part extends 'git' | 'scheduler' | 'process' | 'gpus'>(
	runs: readonly Tracked[],
	part: Part,
	answer: (tracked: Tracked) => Tracked['around'][Part],
): boolean {
	let changed = false;
	for (const run of runs) {
		const next = answer(run);
		if (JSON.stringify(next) === JSON.stringify(run.around[part])) continue;
		run.around[part] = next;
		run.stale = true;
		changed = true;
	}

	return changed;
}
