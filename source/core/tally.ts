import type {Goal} from './metric.ts';
import type {TroubleKind} from './event.ts';
import type {Mark} from './run.ts';
import type {Series} from './series.ts';

/** What one file tells by itself: all sessions in it counted, in the order of the file. */
export type Tally = {
	readonly records: {
		readonly train: number;
		readonly validation: number;
		readonly checkpoint: number;
		readonly error: number;
	};
	readonly train: {
		/** Name of the loss without its split. */
		readonly loss: string | null;
		readonly first: Printed | null;
		readonly last: Printed | null;
		/** The smallest finite loss. */
		readonly min: Printed | null;
		readonly nonFinite: number;
	};
	/** By wire name. */
	readonly metrics: ReadonlyMap<string, Series>;
	/** By wire name. */
	readonly validation: Readonly<Record<string, ValidationTally>>;
	readonly sessions: number;
	readonly errors: ReadonlyArray<{
		readonly what: TroubleKind;
		readonly line: number;
		readonly text: string;
	}>;
	readonly ended: 'completed' | 'crashed' | 'timelimit' | 'interrupted' | 'unknown';
	readonly cause: 'oom' | 'other' | null;
};

/** A train record with its place as the file prints it; null where it does not. */
export type Printed = {
	readonly step: number | null;
	readonly epoch: number | null;
	readonly stepInEpoch: number | null;
	readonly value: number;
};

/** One validation metric over a file. */
export type ValidationTally = {
	readonly goal: Goal | null;
	readonly records: number;
	readonly best: Mark | null;
	readonly last: Mark | null;
};
