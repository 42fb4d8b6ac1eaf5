import type {Time} from '../core/event.ts';
import type {Found} from '../core/found.ts';
import type {Trouble} from '../core/news.ts';
import {createFinder} from '../gather/find.ts';
import {layouts} from '../layouts/index.ts';
import type {Followed} from './followed.ts';
import type {Means} from './means.ts';
import {meet, type Tracked, track} from './tracked.ts';

/** Which runs are wanted. */
export type Wanted = {
	/** Absolute. */
	readonly paths: readonly string[];
	readonly depth: number;
	/** Also archived runs and those not written to for a week. */
	readonly all: boolean;
	readonly since: Time | null;
};

/** All runs below the paths, as they come and go. */
export type Fleet = {
	readonly runs: ReadonlyMap<string, Tracked>;
	/** Searches again; a run that is no longer found stays, and is marked as gone. */
	readonly search: (now: Time) => Promise<void>;
	readonly folders: () => readonly string[];
	readonly trouble: () => readonly Trouble[];
	/** Runs folded away. */
	readonly hidden: () => number;
	/** The run and the file that lie at a path. */
	readonly at: (path: string) => {readonly run: Tracked; readonly file: Followed} | undefined;
	readonly close: () => Promise<void>;
};

const week = 7 * 86_400_000;

/** A fleet that knows of no run yet. */
export function createFleet(means: Means, wanted: Wanted): Fleet {
	const finder = createFinder(means.host, layouts, {
		depth: wanted.depth,
		ignore: means.config.ignore,
	});
	const runs = new Map<string, Tracked>();
	const byPath = new Map<string, {run: Tracked; file: Followed}>();
	let folders: readonly string[] = [];
	let trouble: readonly Trouble[] = [];
	let hidden = 0;

	const take = (found: Found) => {
		const known = runs.get(found.id);
		if (known) meet(means, known, found);
		const run = known ?? track(means, found);
		runs.set(found.id, run);
		for (const {id, full} of found.files) {
			const file = run.files.get(id);
			if (file) byPath.set(full, {run, file});
		}
	};

	return {
		runs,
		search: async now => {
			const result = await finder.search(wanted.paths, now);
			folders = result.folders;
			const cut = result.cut
				? [{path: wanted.paths.join(' '), what: 'search cut short: name a folder further down'}]
				: [];
			trouble = [...result.trouble, ...cut];
			const here = result.runs.filter(run => isMeant(run, wanted));
			const shown = here.filter(run => runs.has(run.id) || isShown(run, wanted, now));
			hidden = here.length - shown.length;
			byPath.clear();
			for (const found of shown) take(found);
			const ids = new Set(shown.map(({id}) => id));
			for (const run of runs.values()) {
				const gone = !ids.has(run.id);
				run.stale ||= gone !== run.gone;
				run.gone = gone;
			}
		},
		folders: () => folders,
		trouble: () => [...trouble, ...means.slow()],
		hidden: () => hidden,
		at: path => byPath.get(path),
		close: async () => {
			for (const run of runs.values()) for (const file of run.files.values()) await file.close();
		},
	};
}

function isMeant({files}: Found, {since}: Wanted): boolean {
	return since === null || newest(files) >= since;
}

/** Old and archived runs are folded away, unless they are all that was asked for. */
function isShown(found: Found, {all, paths}: Wanted, now: Time): boolean {
	if (all || paths.includes(found.folder)) return true;
	return !found.archived && now - newest(found.files) < week;
}

function newest(files: Found['files']): Time {
	return Math.max(0, ...files.map(({modifiedAt}) => modifiedAt));
}

/** Share of the bytes of all files that was read, 0 to 1. */
export function shareRead({runs}: Fleet): number {
	let size = 0;
	let position = 0;
	for (const run of runs.values()) {
		for (const file of run.files.values()) {
			size += file.size();
			position += file.through() ? file.size() : file.position();
		}
	}

	return size === 0 ? 1 : position / size;
}
