import type {Folder} from './crawl.ts';

/** A log: the folder that holds it, its name, and its path as seen from the run's folder. */
export type LogFile = {readonly folder: Folder; readonly name: string; readonly seen: string};

/** A run as names alone tell it. */
export type Claim = {
	readonly layout: string;
	readonly folder: Folder;
	readonly files: readonly LogFile[];
	/** Folders that are part of it. */
	readonly parts: ReadonlySet<Folder>;
	readonly loose: boolean;
	/** Loose runs that it took in. */
	readonly inner?: readonly Claim[];
};
