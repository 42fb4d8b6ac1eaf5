import type {Time} from '../core/event.ts';
import type {Found} from '../core/found.ts';
import type {Trouble} from '../core/news.ts';
import {createFinder} from '../gather/find.ts';
import {layouts} from '../layouts/index.ts';
import type {Followed} from './followed.ts';
import {copyOf, isPartOf, note, noteLoss, noteMove, placeOf, withoutCopies} from './life.ts';
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
	/** Runs that live on under another identity: copied elsewhere and then deleted, or part of another run. */
	readonly replaced: () => ReadonlySet<string>;
	/** Runs folded away. */
	readonly hidden: () => number;
	/** From the next search on archived and old runs are read as well. */
	readonly unfold: () => void;
	/** Ids of the runs that are there only because they were unfolded; the same set while it does not change. */
	readonly old: () => ReadonlySet<string>;
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
	let searched = false;
	let unfolded = false;
	let old: ReadonlySet<string> = new Set();
	/** Who was seen last at a place. */
	const places = new Map<string, Tracked>();
	const replaced = new Set<string>();

	/** A new run may bear the name of one that moved away. */
	const noteName = (run: Tracked, now: Time) => {
		const former = places.get(placeOf(run.found));
		if (former) note(run, now, 'follows', `began where ${former.found.path} was before`);
	};
	/** Whether it lives on as another run, which takes over its story. */
	const livesOn = (run: Tracked, now: Time): boolean => {
		const copy = copyOf(run, runs.values());
		if (!copy) return false;
		copy.happened = run.happened;
		noteMove(copy, run.found, copy.found, now);
		for (const [place, seen] of places) if (seen === run) places.set(place, copy);
		runs.delete(run.id);
		replaced.add(run.id);
		return true;
	};

	/** A folder of events that was there before its experiment, a log whose folder became a run. */
	const absorb = async (here: readonly Found[]) => {
		const ids = new Set(here.map(({id}) => id));
		const lost = [...runs.values()].filter(({id, gone}) => !gone && !ids.has(id));
		if (lost.length === 0) return;
		const files = new Set(here.flatMap(run => run.files.map(({id}) => id)));
		for (const run of lost.filter(({found}) => isPartOf(found, files))) {
			runs.delete(run.id);
			replaced.add(run.id);
			if (places.get(placeOf(run.found)) === run) places.delete(placeOf(run.found));
			for (const file of run.files.values()) await file.close();
		}
	};

	const take = (found: Found, now: Time) => {
		const known = runs.get(found.id);
		if (known) {
			const before = known.found;
			meet(means, known, found);
			noteMove(known, before, found, now);
		}

		const run = known ?? track(means, found);
		if (!known && searched) noteName(run, now);
		places.set(placeOf(found), run);
		runs.set(found.id, run);
		replaced.delete(found.id);
		for (const {id, full} of found.files) {
			const file = run.files.get(id);
			if (file) byPath.set(full, {run, file});
		}
	};

	const see = async (run: Tracked, here: boolean, now: Time) => {
		if (here !== run.gone) return;
		run.gone = !here;
		if (here) note(run, now, 'returned', `found again: ${run.found.path}`);
		else if (!livesOn(run, now)) await noteLoss(run, means.host, now);
	};

	/** A run that was needed once stays, also when it is archived. */
	const isNeeded = (run: Found, now: Time) =>
		isShown(run, wanted, now) || (runs.has(run.id) && !old.has(run.id));

	return {
		runs,
		search: async now => {
			const result = await finder.search(wanted.paths, now);
			folders = result.folders;
			const cut = result.cut
				? [{path: wanted.paths.join(' '), what: 'search cut short: name a folder further down'}]
				: [];
			trouble = [...result.trouble, ...cut];
			const parts = twinsOf(runs.values());
			const here = withoutCopies(result.runs).filter(
				run => isMeant(run, wanted) && (runs.has(run.id) || !isPartOf(run, parts)),
			);
			const aside = here.filter(run => !isNeeded(run, now));
			const shown = unfolded ? here : here.filter(run => isNeeded(run, now));
			if (unfolded) old = sameOr(old, aside);
			hidden = here.length - shown.length;
			byPath.clear();
			await absorb(here);
			const lost = shown.some(({id}) => !runs.has(id)) ? [...runs.values()].filter(isGone) : [];
			for (const found of shown) take(found, now);
			// What a big archive holds is told later than that its run was packed.
			for (const run of lost) livesOn(run, now);
			const ids = new Set(shown.map(({id}) => id));
			for (const run of runs.values()) await see(run, ids.has(run.id), now);

			searched = true;
		},
		folders: () => folders,
		trouble: () => [...trouble, ...means.trouble(), ...settingsTroubles(runs.values())],
		replaced: () => replaced,
		hidden: () => hidden,
		unfold: () => {
			unfolded = true;
		},
		old: () => old,
		at: path => byPath.get(path),
		close: async () => {
			for (const run of runs.values()) for (const file of run.files.values()) await file.close();
		},
	};
}

function isGone({gone}: Tracked): boolean {
	return gone;
}

/**
Files of twin folders, by their ids: when a run and its twin are renamed, one after the other, what
is left for a moment is no run of its own.
*/
function twinsOf(runs: Iterable<Tracked>): ReadonlySet<string> {
	const files = [...runs].flatMap(({found}) => found.files);
	return new Set(files.filter(({path}) => path.startsWith('../')).map(({id}) => id));
}

function settingsTroubles(runs: Iterable<Tracked>): readonly Trouble[] {
	return [...runs].flatMap(({settingsTrouble, gone}) =>
		settingsTrouble === null || gone ? [] : [settingsTrouble],
	);
}

/** The ids of these runs: the set before, where it holds just them. */
function sameOr(before: ReadonlySet<string>, runs: readonly Found[]): ReadonlySet<string> {
	const ids = new Set(runs.map(({id}) => id));
	return ids.size === before.size && [...ids].every(id => before.has(id)) ? before : ids;
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
