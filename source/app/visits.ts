import type {Time} from '../core/event.ts';
import type {Run} from '../core/run.ts';
import {type Remembered, type Since, since, type Visit, visitOf} from '../show/since.ts';
import {keptOf, type UserState, withRuns} from './state.ts';
import type {StateFile} from './state-file.ts';

/** When the user looked, and what happened meanwhile. */
export type Visits = {
	/** Everything was read: tells what happened since the last visit, once; null on the first one. */
	readonly begin: (runs: readonly Run[]) => Since | null;
	/** A key was pressed: after a long absence, what happened meanwhile; else undefined. */
	readonly looked: (runs: readonly Run[], now: Time) => Since | undefined;
	/** Once a minute: what the user has seen is kept, and now and then written. */
	readonly tick: (runs: readonly Run[], now: Time) => void;
	/** The user leaves. */
	readonly end: (runs: readonly Run[], now: Time) => Promise<void>;
};

const absence = 30 * 60_000;
const between = 5 * 60_000;

/** Visits to what lies below some folders, kept in the state file; without folders nothing is kept. */
export function createVisits(file: StateFile, roots: readonly string[], started: Time): Visits {
	const before = file.state();
	const last = lastVisit(before, roots);
	let begun = false;
	let lookedAt = started;
	let writtenAt = started;
	let seen: Visit | undefined;

	const write = async (runs: readonly Run[], now: Time): Promise<void> => {
		if (roots.length === 0) return;
		writtenAt = now;
		const {runs: glances} = visitOf(runs, now);
		file.change(state => {
			const next = withRuns(state, runs, now, (_, {id}) => {
				const glance = glances[id];
				return glance ? {glance: {...glance, at: now}} : {};
			});
			const visited = Object.fromEntries(roots.map(root => [root, now]));
			return {...next, visits: {...next.visits, ...visited}};
		});
		await file.save(now);
	};

	return {
		begin: runs => {
			begun = true;
			return last === null ? null : since({at: last, runs: rememberedIn(before, runs)}, runs);
		},
		looked: (runs, now) => {
			const away = now - lookedAt;
			lookedAt = now;
			return begun && seen && away > absence ? since(seen, runs) : undefined;
		},
		tick: (runs, now) => {
			if (!begun || (seen && lookedAt <= seen.at)) return;
			seen = visitOf(runs, now);
			if (now - writtenAt >= between) void write(runs, now);
		},
		// Runs that were not read yet were not seen.
		end: async (runs, now) => {
			if (begun) await write(runs, now);
		},
	};
}

/** When the folders were visited last, themselves or a folder above; null when one never was. */
function lastVisit({visits}: UserState, roots: readonly string[]): Time | null {
	const times = roots.map(root =>
		Math.max(
			...Object.entries(visits)
				.filter(([path]) => root === path || root.startsWith(path === '/' ? path : `${path}/`))
				.map(([, at]) => at),
		),
	);
	const first = Math.min(...times);
	return Number.isFinite(first) ? first : null;
}

function rememberedIn(
	state: UserState,
	runs: readonly Run[],
): Readonly<Record<string, Remembered>> {
	return Object.fromEntries(
		runs.flatMap(run => {
			const glance = keptOf(state, run)?.glance;
			return glance ? [[run.id, glance]] : [];
		}),
	);
}
