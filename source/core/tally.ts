import type {RuleId} from './alert.ts';
import type {Goal} from './metric.ts';
import type {Mark} from './run.ts';
import type {Sum} from './series.ts';

/** A place as `explain` tells it. */
export type Printed = {
	readonly step: number | null;
	readonly epoch: number | null;
	readonly stepInEpoch: number | null;
	/** Null where only the place is told. */
	readonly value: number | null;
};

/** What one file holds, counted: the contract of `explain --json`. */
export type Tally = {
	readonly records: {
		readonly train: number;
		readonly validation: number;
		readonly checkpoint: number;
		readonly error: number;
	};
	readonly train: {
		/** Name without the split. */
		readonly loss: string | null;
		readonly first: Printed | null;
		readonly last: Printed | null;
		readonly min: {readonly step: number | null; readonly value: number} | null;
		readonly nonFinite: number;
	};
	/** By wire name. */
	readonly metrics: Readonly<Record<string, Sum>>;
	readonly validation: {
		readonly metrics: Readonly<
			Record<
				string,
				{
					readonly goal: Goal | null;
					readonly records: number;
					readonly best: Mark | null;
					readonly last: Mark | null;
				}
			>
		>;
	};
	readonly sessions: number;
	readonly errors: ReadonlyArray<{
		readonly rule: RuleId;
		readonly line: number | null;
		readonly text: string;
	}>;
	readonly ended: 'completed' | 'crashed' | 'timelimit' | 'interrupted' | 'unknown';
	readonly cause: 'oom' | 'other' | null;
};
