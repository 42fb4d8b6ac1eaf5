import type {Gpu} from './gpu.ts';
import type {Run} from './run.ts';

/** What could not be read; shown, never silently dropped. */
export type Trouble = {readonly path: string; readonly what: string};

/** What reading tells showing: the runs that changed, whole, and those that are no more. */
export type News = {
	readonly runs: readonly Run[];
	readonly gone: readonly string[];
	readonly trouble: readonly Trouble[];
	/** Folded away: archived, or not written to for a week. */
	readonly hidden: number;
	/** Such runs that are told all the same since the user unfolded them; absent where there is none. */
	readonly old?: ReadonlySet<string>;
	/** The search is over, every byte was read, and it was asked who writes the runs that are silent. */
	readonly settled: boolean;
	/** Share of all bytes read, 0 to 1. */
	readonly read: number;
	/** The GPUs of the machine; absent where none is known. */
	readonly gpus?: readonly Gpu[];
};
