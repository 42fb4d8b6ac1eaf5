import type {RuleId} from '../core/alert.ts';
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

/** Rules that an error proves from which a process seldom recovers. */
const deadly: ReadonlySet<RuleId> = new Set([
	...(['crashed', 'cuda-oom', 'host-oom', 'device-error', 'disk-full'] as const),
	'collective-timeout',
]);
/** Milliseconds of silence after such an error until it is asked for the first time whether anybody still writes. */
const shock = 2000;

/**
Such an error is the last it told: whether its process is gone is soon known. A process may take long to
die, so it is asked again whenever its silence has doubled.
*/
export function isStruck({run, askedAt}: Pick<Tracked, 'run' | 'askedAt'>, now: Time): boolean {
	const last = run?.updatedAt ?? now;
	const silent = now - last;
	if (run?.state !== 'running' || silent < shock || askedAt - last > silent / 2) return false;
	return run.alerts.some(
		({rule, open, severity}) => open && severity === 'critical' && deadly.has(rule),
	);
}
