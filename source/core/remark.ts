import type {RuleId, Severity} from './alert.ts';
import type {Time} from './event.ts';

/** That a person has seen an alert: it stays quiet until it gets worse or begins anew. */
export type Acknowledgement = {
	readonly rule: RuleId;
	/** How grave it was then. */
	readonly severity: Severity;
	/** The line at which it was raised: the file as seen from the run's folder, and the byte offset. */
	readonly raised: {readonly file: string; readonly offset: number} | null;
	readonly since: Time | null;
	/** When the run began, as far as known: another launch into the same file is another story. */
	readonly startedAt: Time | null;
	readonly at: Time;
};

/** What the user keeps of a run, outside the experiment's folder. */
export type Remarks = {
	/** Folded away for good. */
	readonly hidden: boolean;
	/** A name of the user's own; empty: none. */
	readonly label: string;
	/** A few words; empty: none. */
	readonly note: string;
	readonly acknowledged: readonly Acknowledgement[];
};

/** Nothing is kept of a run. */
export const noRemarks: Remarks = {hidden: false, label: '', note: '', acknowledged: []};

/** What is to be changed of the remarks on a run. */
export type RemarkWish = Partial<Pick<Remarks, 'hidden' | 'label' | 'note'>>;

/**
Whether two runs began at the same time, as far as known: a program that watched it begin knows the
moment a little differently than another one.
*/
export function beganTogether(a: Time | null, b: Time | null): boolean | null {
	return a === null || b === null ? null : Math.abs(a - b) < 60_000;
}
