import type {Checkpoint} from '../core/checkpoint.ts';
import {median} from '../core/curve.ts';
import type {Time} from '../core/event.ts';
import type {RunFile} from '../core/run.ts';

/** What tells how fast a run fills its disk. */
export type Growing = {
	readonly checkpoints: readonly Checkpoint[];
	readonly files: ReadonlyArray<Pick<RunFile, 'bytes'>>;
	readonly startedAt: Time | null;
	readonly updatedAt: Time | null;
	/** Older saves that are there and not among the checkpoints. */
	readonly more: number;
};

const hour = 3_600_000;

/** Bytes an hour that a run keeps of what it saves, and of what it logs; null before that can be told. */
export function growthOf(growing: Growing): number | null {
	const {files, startedAt, updatedAt} = growing;
	if (startedAt === null) return savesOf(growing, null);
	if (updatedAt === null || updatedAt <= startedAt) return null;
	const saved = savesOf(growing, startedAt);
	if (saved === null) return null;
	const logged = files.reduce((sum, {bytes}) => sum + bytes, 0);
	return saved + (logged / (updatedAt - startedAt)) * hour;
}

/** Of the saves that stay: what is overwritten, or removed when a newer one comes, takes no more room. */
function savesOf({checkpoints, more}: Growing, startedAt: Time | null): number | null {
	const kept = checkpoints
		.filter(({kind, savedAt}) => kind === 'periodic' && (savedAt ?? 0) >= (startedAt ?? 0))
		.sort((a, b) => (a.savedAt ?? 0) - (b.savedAt ?? 0));
	if (kept.length === 1 || (startedAt === null && kept.length === 0)) return null;
	const times = kept.map(({savedAt}) => savedAt ?? 0);
	const gap = median(times.slice(1).map((time, index) => time - (times[index] as number)));
	if (!(gap > 0)) return 0;
	// The first ones are no longer there: older ones are removed.
	if (more === 0 && startedAt !== null && (times[0] as number) - startedAt > 2.5 * gap) return 0;
	if (more === 0 && startedAt === null && beginsLate(kept)) return 0;
	return (median(kept.slice(-8).map(({bytes}) => bytes ?? 0)) / gap) * hour;
}

/** Told by places alone: the first one lies further from the beginning than two from each other. */
function beginsLate(kept: readonly Checkpoint[]): boolean {
	const places = kept.map(({step, epoch}) => step ?? epoch);
	if (places.includes(null)) return false;
	const gap = median(places.slice(1).map((place, index) => place! - places[index]!));
	return gap > 0 && places[0]! > 2.5 * gap;
}
