import type {Time} from '../core/event.ts';
import type {Tracked} from './tracked.ts';

/** Seconds until the silence of a run is worth another thought: a twentieth of it. */
export function patience({run}: Pick<Tracked, 'run'>, now: Time): number {
	if (!run || run.state === 'finished' || run.updatedAt === null) return 60;
	return Math.min(300, Math.max(1, (now - run.updatedAt) / 20_000));
}

/** Who writes matters only where silence is to be explained; the longer it lasts, the rarer the question. */
export function isInDoubt({run, askedAt}: Pick<Tracked, 'run' | 'askedAt'>, now: Time): boolean {
	if (!run || run.state === 'finished' || run.state === 'running') return false;
	return now - askedAt > (run.updatedAt === null ? 3_600_000 : now - run.updatedAt) / 5;
}
