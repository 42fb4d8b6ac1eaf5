import type {Verdict} from './alert.ts';
import type {Time} from './event.ts';
import type {State} from './run.ts';

/** A run as it was when the user last looked. */
export type Glance = {
	readonly at: Time;
	readonly state: State;
	readonly verdict: Verdict;
	/** Wire name and best value of the primary validation metric. */
	readonly metric: string | null;
	readonly best: number | null;
	readonly step: number | null;
};

/** The last visit; `runs` are glances by run id. */
export type Visit = {readonly at: Time; readonly runs: ReadonlyMap<string, Glance>};

export const changeKinds = ['died', 'broke', 'finished', 'improved', 'appeared'] as const;

/**
What became of a run between two visits: it `died` (crashed, interrupted, stalled), `broke` (a
critical alert while it lives), `finished`, `improved` (a better best value) or `appeared`.
*/
export type ChangeKind = (typeof changeKinds)[number];

/** One thing that happened to one run since the last visit. */
export type Change = {
	readonly kind: ChangeKind;
	readonly run: string;
	readonly name: string;
	readonly state: State;
	/** Steps made meanwhile; null where unknown. */
	readonly steps: number | null;
	/** On `improved`: the metric, its best value then (null: none yet) and now. */
	readonly metric: string | null;
	readonly before: number | null;
	readonly now: number | null;
	/** On `died` and `broke`: the gravest open alert, in words; empty where there is none. */
	readonly trouble: string;
};

/** All that happened since the last visit, worst first; `at` null: there was none. */
export type Since = {readonly at: Time | null; readonly changes: readonly Change[]};
