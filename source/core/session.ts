import type {Resume} from './checkpoint.ts';
import type {Source, Time} from './event.ts';

/** One launch. */
export type Session = {
	readonly file: string;
	readonly startedAt: Time | null;
	readonly resumed: boolean;
	readonly firstStep: number | null;
	readonly firstEpoch: number | null;
	readonly source: Source | null;
	/** Where its last training record stands. */
	readonly lastStep?: number | null;
	readonly lastEpoch?: number | null;
	/** How it goes on from the launch before; absent where it does not. */
	readonly seam?: Seam;
};

/** Where a launch that was resumed joins the one before, and whether it went on as it says. */
export type Seam = {
	/** Told twice, not told at all, or one after the other; null where their places do not tell. */
	readonly kind: 'overlap' | 'gap' | 'exact' | null;
	/** So many of these were told twice, or not at all. */
	readonly count: number;
	readonly unit: 'step' | 'epoch';
	/** The checkpoint that it names, or that lies at the place it names. */
	readonly from: {readonly path: string; readonly resume: Resume | null} | null;
	/** The place that it says it goes on from. */
	readonly said: {readonly epoch: number | null; readonly step: number | null};
	/** It goes on there, and not at the beginning; null where it cannot be told. */
	readonly kept: boolean | null;
	/** Level of the training loss before and after; null where too little was told. */
	readonly loss: {readonly before: number; readonly after: number} | null;
	/** The loss goes on as it was; null where it cannot be told. */
	readonly continuous: boolean | null;
};
