import type {Time} from '../core/event.ts';
import {beganTogether, noRemarks, type Remarks} from '../core/remark.ts';
import type {Run} from '../core/run.ts';
import type {Remembered} from '../show/since.ts';

/** A run as it was at the last visit. */
export type Glance = Remembered & {readonly at: Time};

/** What is kept of one run between two uses of the program. */
export type Kept = Remarks & {
	/** Absolute path of its folder, or of its log where that lies alone. */
	readonly path: string;
	readonly startedAt: Time | null;
	/** When the run was last on a screen, or something of it was changed. */
	readonly usedAt: Time;
	/** How it looked at the last visit; null before the first. */
	readonly glance: Glance | null;
};

/** Everything that is kept of the user: runs by id, and when each folder was last visited. */
export type UserState = {
	readonly runs: Readonly<Record<string, Kept>>;
	readonly visits: Readonly<Record<string, Time>>;
};

export const emptyState: UserState = {runs: {}, visits: {}};

/** Longest text of a label and of a note. */
export const longestLabel = 80;
export const longestNote = 2000;

const lifetime = 180 * 86_400_000;
const mostRuns = 20_000;
const mostVisits = 200;

/** What identifies a run besides its id. */
export type Identity = Pick<Run, 'id' | 'folder' | 'layout' | 'files' | 'startedAt'>;

/** Absolute path of a run: its folder, or its first file where that lies alone. */
export function pathOfRun({folder, layout, files}: Identity): string {
	return layout === 'file' ? (files[0]?.full ?? folder) : folder;
}

/**
What is kept of a run. Its id may have passed to another folder when it was deleted, and its folder
may have come to another disk: then the time of its beginning decides.
*/
export function keptOf({runs}: UserState, run: Identity): Kept | undefined {
	const path = pathOfRun(run);
	const byId = Object.hasOwn(runs, run.id) ? runs[run.id] : undefined;
	if (byId && (byId.path === path || isMoved(byId, run, path))) return byId;
	const same = byPath(runs).get(path);
	return same && beganTogether(same.startedAt, run.startedAt) ? same : undefined;
}

const indexes = new WeakMap<UserState['runs'], ReadonlyMap<string, Kept>>();

function byPath(runs: UserState['runs']): ReadonlyMap<string, Kept> {
	const known = indexes.get(runs);
	if (known) return known;
	const index = new Map(Object.values(runs).map(kept => [kept.path, kept]));
	indexes.set(runs, index);
	return index;
}

function isMoved({path: before, startedAt}: Kept, run: Identity, path: string): boolean {
	return beganTogether(startedAt, run.startedAt) ?? nameOf(path).startsWith(nameOf(before));
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** The state with something about runs changed; where they are now is noted with it. */
export function withRuns<One extends Identity>(
	state: UserState,
	runs: readonly One[],
	now: Time,
	change: (kept: Kept, run: One) => Partial<Kept>,
): UserState {
	const changed: Record<string, Kept> = {...state.runs};
	for (const run of runs) {
		const path = pathOfRun(run);
		const before = keptOf(state, run) ?? {
			...noRemarks,
			path,
			startedAt: null,
			usedAt: now,
			glance: null,
		};
		changed[run.id] = {
			...before,
			...change(before, run),
			path,
			startedAt: run.startedAt ?? before.startedAt,
			usedAt: Math.max(now, before.usedAt),
		};
	}

	return {...state, runs: changed};
}

/** Without what nobody has used for half a year, and within bounds: what the user wrote goes last. */
export function pruned({runs, visits}: UserState, now: Time): UserState {
	const isRecent = (time: Time) => now - time < lifetime;
	const kept = Object.entries(runs)
		.filter(([, {usedAt}]) => isRecent(usedAt))
		.sort(([, a], [, b]) => Number(isWritten(b)) - Number(isWritten(a)) || b.usedAt - a.usedAt)
		.slice(0, mostRuns);
	const visited = Object.entries(visits)
		.filter(([, at]) => isRecent(at))
		.sort(([, a], [, b]) => b - a)
		.slice(0, mostVisits);
	return {runs: Object.fromEntries(kept), visits: Object.fromEntries(visited)};
}

function isWritten({hidden, label, note, acknowledged}: Remarks): boolean {
	return hidden || label !== '' || note !== '' || acknowledged.length > 0;
}

/** What the user keeps of a run, without what the program keeps; undefined where that is nothing. */
export function remarksOf(kept: Kept | undefined): Remarks | undefined {
	if (!kept || !isWritten(kept)) return undefined;
	const {hidden, label, note, acknowledged} = kept;
	return {hidden, label, note, acknowledged};
}
