import type {Time} from '../core/event.ts';
import type {Gpu} from '../core/gpu.ts';
import type {Machine} from '../core/machine.ts';
import type {Trouble} from '../core/news.ts';
import type {LogPage} from '../core/page.ts';
import type {Run} from '../core/run.ts';
import type {Since} from './since.ts';

/** All that the screen knows of the outside at one moment; a change makes a new one. */
export type World = {
	readonly runs: readonly Run[];
	readonly trouble: readonly Trouble[];
	/** Runs that are archived or were not written to for a week, and were not read. */
	readonly hidden: number;
	/** Ids of such runs that were read since the user unfolded them. */
	readonly old: ReadonlySet<string>;
	/** Share of all bytes read, 0 to 1. */
	readonly read: number;
	/** The search is over, every byte was read, and it was asked who writes the runs that are silent. */
	readonly settled: boolean;
	readonly now: Time;
	/** The GPUs of the machine; none where they are not known. */
	readonly gpus?: readonly Gpu[];
	/** How busy the machine is; absent where that is not known. */
	readonly machine?: Machine;
	/** Minutes that local time is ahead of UTC. */
	readonly zone: number;
	readonly host: string;
	/** The watched folder as people write it: `~/ocr/workdirs`. */
	readonly folder: string;
	/** Simulated runs, said in the header. */
	readonly demo: boolean;
	/** The log page read last of each file, by file id. */
	readonly pages: ReadonlyMap<string, LogPage>;
	/** The answer to the last search of a log: counted up, and the byte offset of the line found. */
	readonly sought: {readonly count: number; readonly offset: number | null};
	/** What happened since the user looked last; null on the first visit. */
	readonly since: Since | null;
	/** A sentence for the footer: what was copied, what failed. */
	readonly notice: string | null;
};

/** Where the screen gets its world from: one snapshot per tick, the same object while nothing changed. */
export type Store = {
	readonly subscribe: (listener: () => void) => () => void;
	readonly snapshot: () => World;
};

/** A world in which nothing is known yet. */
export const emptyWorld: World = {
	runs: [],
	trouble: [],
	hidden: 0,
	old: new Set(),
	read: 0,
	settled: false,
	now: 0,
	zone: 0,
	host: '',
	folder: '',
	demo: false,
	pages: new Map(),
	sought: {count: 0, offset: null},
	since: null,
	notice: null,
};
