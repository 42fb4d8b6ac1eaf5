/** What a machine has done since it began, and the memory it uses now. */
export type Load = {
	/** Milliseconds that its processors worked, and that they had nothing to do. */
	readonly busy: number;
	readonly idle: number;
	/** Bytes. */
	readonly memory: {readonly used: number; readonly size: number};
};

/** How much of a machine is in use, as shares from 0 to 1; null where that is not known. */
export type Machine = {
	readonly cpu: number | null;
	readonly memory: number | null;
	/** Of the file system that is watched. */
	readonly disk: number | null;
};
