import type {Source, Time} from './event.ts';

/** How grave a finding is. */
export type Severity = 'info' | 'warn' | 'critical';

export const ruleIds = [
	'cuda-oom',
	'host-oom',
	'nan-loss',
	'diverged',
	'stuck-loss',
	'loss-spike',
	'oscillating',
	'overfitting',
	'zero-metric',
	'plateau',
	'crashed',
	'stalled',
	'interrupted',
	'collective-timeout',
	'device-error',
	'disk-full',
	'time-limit',
	'bad-data',
	'slower',
	'input-bound',
	'not-resumable',
	'disk-filling',
	'resumed-without-optimizer',
	'no-best',
	'folder-gone',
	'new-best',
	'finished',
	'resumed',
	'archived',
] as const;
/** The name of a rule, on the wire and in the settings. */
export type RuleId = (typeof ruleIds)[number];

/** A line that proves something: where it stands and what it says. */
export type Evidence = Source & {readonly text: string};

/** What a rule finds. */
export type Finding = {
	readonly severity: Severity;
	/** Proven, or only likely so far. */
	readonly certain: boolean;
	readonly message: string;
	readonly advice: string;
	readonly evidence: readonly Evidence[];
};

/** A finding with its life: raised, held, cleared, acknowledged. */
export type Alert = Finding & {
	readonly rule: RuleId;
	/** When it began: the line's own time, else when it was heard; null when neither is known. */
	readonly since: Time | null;
	/** Null while open. */
	readonly until: Time | null;
	readonly open: boolean;
	/** The log line after which the rule fired. */
	readonly raised: Source | null;
	readonly acknowledged: boolean;
};

/** What the open alerts of a run, or of all runs, come to. */
export type Verdict = 'ok' | 'warn' | 'critical';

const ranks: Readonly<Record<Severity, number>> = {info: 0, warn: 1, critical: 2};

/** Whether `a` is as grave as `b` or graver. */
export function atLeast(a: Severity, b: Severity): boolean {
	return ranks[a] >= ranks[b];
}

/** The gravest of the open alerts that nobody has acknowledged. */
export function verdictOf(alerts: readonly Alert[]): Verdict {
	let worst: Verdict = 'ok';
	for (const alert of alerts) {
		if (!alert.open || alert.acknowledged || alert.severity === 'info') continue;
		if (alert.severity === 'critical') return 'critical';
		worst = 'warn';
	}

	return worst;
}
