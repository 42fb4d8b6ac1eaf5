import {basename, relative} from 'node:path';
import type {Facts} from '../core/event.ts';
import type {Settings} from '../core/run.ts';
import type {Means} from './means.ts';
import type {Tracked} from './tracked.ts';

/** Longer files are no settings. */
const longest = 1 << 18;

/** Reads the settings files of runs whose files were not read yet, or lie elsewhere now. */
export async function askSettings(means: Means, runs: readonly Tracked[]): Promise<void> {
	for (const run of runs) {
		const path = run.found.settings;
		if (path === run.settingsAsked) continue;
		run.settingsAsked = path;
		const values = path === null ? undefined : await factsIn(means, path);
		const settings: Settings | null =
			path !== null && values ? {file: relative(run.found.folder, path), values} : null;
		if (settings === null && run.settings === null) continue;
		run.settings = settings;
		run.stale = true;
	}
}

async function factsIn({host, readers}: Means, path: string): Promise<Facts | undefined> {
	const reader = Object.values(readers).find(one => one.claims(basename(path), new Uint8Array()));
	if (!reader) return undefined;
	const opened = await host.open(path).catch(() => undefined);
	try {
		const bytes = new Uint8Array(longest);
		const count = (await opened?.read(bytes, 0)) ?? 0;
		const facts = reader.open().push(bytes.subarray(0, count), 0);
		return facts.find(event => event.kind === 'facts')?.facts;
	} catch {
		return undefined;
	} finally {
		await opened?.close().catch(() => undefined);
	}
}
