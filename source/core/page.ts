import type {FileId} from './event.ts';

/** Where to begin reading a log: at its end (and follow it), or at a byte offset. */
export type PagePlace = 'end' | number;

/**
A stretch of one file's text, as read for the log panel. Lines are cut at CRLF, LF or CR and are
harmless to print; redraws of a progress bar are folded to the last. `offsets` holds the byte offset
at which each line, or its first redraw, begins.
*/
export type LogPage = {
	readonly run: string;
	readonly file: FileId;
	/** As seen from the run's folder. */
	readonly path: string;
	/** 1-based number of each line as it is shown; null where they were not counted (yet). */
	readonly numbers: readonly number[] | null;
	readonly lines: readonly string[];
	readonly offsets: readonly number[];
	/** The first line is the first of the file. */
	readonly begin: boolean;
	/** The last line is the last of the file. */
	readonly end: boolean;
	/** Bytes of the whole file. */
	readonly size: number;
	/** Why nothing could be read. */
	readonly trouble?: string;
};
