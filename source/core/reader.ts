import type {Event} from './event.ts';

/** A structured or binary file: bytes in, events out. Pure. */
export type Reader = {
	readonly title: string;
	/** Whether a file of this name that begins with these bytes is one of ours. */
	readonly claims: (name: string, head: Uint8Array) => boolean;
	/** Begins to read a file of this name. */
	readonly open: (name?: string) => Reading;
	/** Losses and metrics that such files call best, as in a format. */
	readonly losses?: readonly string[];
	readonly primary?: readonly string[];
};

/** One file being read, from its first byte on. */
export type Reading = {
	/** Takes the next bytes (`offset` is the place of the first) and tells what they say. */
	readonly push: (bytes: Uint8Array, offset: number) => readonly Event[];
	/** So many bytes are best pushed at once, where what they tell takes much memory. */
	readonly piece?: number;
	/** What is known at the end of the bytes there are so far: an open bar, a last line without its end. */
	readonly rest?: () => readonly Event[];
	/** Id of the format chosen so far, where that is cheaper to tell than the whole report. */
	readonly format?: () => string;
	/** What was read, for `explain`. */
	readonly report: () => Report;
};

/** What a reading understood. */
export type Report = {
	readonly format: string;
	readonly why: string;
	readonly candidates: ReadonlyArray<{readonly format: string; readonly understood: number}>;
	readonly lines: number;
	readonly understood: number;
	/** The first lines that were not understood. */
	readonly notUnderstood: ReadonlyArray<{readonly line: number; readonly text: string}>;
	/** Damage and other reasons why something was not read. */
	readonly trouble: ReadonlyArray<{readonly offset: number; readonly what: string}>;
};
