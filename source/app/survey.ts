import {setImmediate} from 'node:timers/promises';
import type {Time} from '../core/event.ts';
import type {Writer} from '../core/probe.ts';
import {probes} from '../probes/index.ts';
import type {CheckReport} from '../show/report/json.ts';
import type {Fleet} from './fleet.ts';
import type {Means} from './means.ts';
import {askResults} from './results.ts';
import {askSettings} from './run-settings.ts';
import {askSaves} from './saves.ts';
import {createSpaceWatch} from './space.ts';
import {askSurroundings} from './surroundings.ts';
import {isRun, judge, type Tracked} from './tracked.ts';

/** Milliseconds of reading at a stretch: a key waits no longer than this. */
export const slice = 8;

/** Reads every file to its end once and judges every run as of `now`; `results`: looks at those of evaluations too. */
export async function survey(
	fleet: Fleet,
	means: Means,
	now: Time,
	results = false,
): Promise<CheckReport> {
	await fleet.search(now);
	const unread: {path: string; what: string}[] = [];
	for (const run of fleet.runs.values()) {
		for (const file of run.files.values()) {
			while (await file.step(now, false));
			file.settle();
			for (const what of file.trouble()) unread.push({path: pathOf(run, file.id), what});
		}

		await setImmediate();
	}

	const runs = [...fleet.runs.values()].filter(isRun);
	await askSettings(means, runs);
	await askSaves(means, runs, now);
	if (results) await askResults(means, runs, now);
	await askWriters(means, runs, now);
	const silent = await askSurroundings(means, runs, now);
	await createSpaceWatch().ask(means, runs, now);
	return {
		at: now,
		runs: runs.map(run => judge(run, means, now)),
		hidden: fleet.hidden(),
		trouble: [...fleet.trouble(), ...unread, ...silent],
	};
}

function pathOf({found}: Tracked, id: string): string {
	return found.files.find(file => file.id === id)?.full ?? found.folder;
}

/** Asks who writes the logs of those runs whose state depends on it. */
export async function askWriters(means: Means, runs: readonly Tracked[], now: Time): Promise<void> {
	const open = runs.filter(run => {
		const {state} = run.run ?? judge(run, means, now);
		return state !== 'finished';
	});
	const files = open.flatMap(({found}) => found.files);
	if (files.length === 0) return;
	const answers = await probes.process.ask(means.host, files);
	for (const run of open) {
		run.askedAt = now;
		run.writer = strongest(run.found.files.map(({id}) => answers.get(id)));
		run.stale = true;
	}
}

/** One writer is enough; that nobody writes must hold of every file. */
function strongest(writers: ReadonlyArray<Writer | undefined>): Writer {
	const told = writers.filter(writer => writer !== undefined);
	return (
		told.find(({kind}) => kind === 'writing') ??
		told.find(({kind}) => kind === 'unknown') ??
		told[0] ?? {kind: 'unknown', why: 'nobody asked'}
	);
}
