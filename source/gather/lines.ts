import {afterHole} from './hole.ts';

/** Hands over one line, or a piece of one between redraws: its bytes, its 1-based number, its place in the file. */
export type TakeLine = (
	bytes: Uint8Array,
	start: number,
	end: number,
	line: number,
	offset: number,
) => void;

/**
Takes whole lines, faster than they can be cut, as many as it can from `start` on: tells where the line
begins that must be cut and handed over, and how many it took before. `base` is the place of the first
byte in the file.
*/
export type Skim = {
	readonly run: (
		bytes: Uint8Array,
		start: number,
		end: number,
		line: number,
		base: number,
	) => number;
	readonly taken: () => number;
};

/** Bytes in, lines out; what is kept between pushes is bounded. */
export type Cutter = {
	/** Takes the next bytes; `offset` is the place of the first one in the file. */
	readonly push: (bytes: Uint8Array, offset: number) => void;
	/** Hands over the last line that has no end yet, without taking it away. */
	readonly peek: (take: TakeLine) => void;
	/** How many lines there are, the one without an end included. */
	readonly lines: () => number;
};

/** Longer lines are cut. */
export const longest = 65_536;
/** What is kept of a line that is too long, and the most that expressions see of any line. */
export const kept = 4096;

const lineFeed = 10;
const carriageReturn = 13;
const backspace = 8;

/**
Cuts at `\n`, `\r\n` (also split across pushes) and `\r`; a run of `\b` ends a piece but not the line;
NULs before a line, the hole that a truncated log leaves, are no part of it.
Nothing is copied but a line that a push leaves unfinished.
*/
export function createCutter(take: TakeLine, skim?: Skim): Cutter {
	let line = 1;
	let carry = new Uint8Array(1024);
	let carried = 0;
	let carriedFrom = 0;
	/** An unfinished line is too long: the rest of it is skipped. */
	let overlong = false;
	let afterReturn = false;

	/** `whole`: the line ends here. */
	function give(
		bytes: Uint8Array,
		start: number,
		end: number,
		offset: number,
		whole: boolean,
	): void {
		if (carried === 0) {
			take(bytes, start, end - start > longest ? start + kept : end, line, offset);
			return;
		}

		keep(bytes, start, end, offset);
		const length = carried;
		const complete = whole && !overlong;
		carried = 0;
		overlong = false;
		if (complete && skimmedCarry(length)) return;
		take(carry, 0, length, line, carriedFrom);
	}

	/** Whether the line that came in pieces is one that can be skimmed. */
	function skimmedCarry(length: number): boolean {
		if (!skim || length === carry.length) return false;
		carry[length] = lineFeed;
		return skim.run(carry, 0, length + 1, line, carriedFrom) > 0;
	}

	function keep(bytes: Uint8Array, start: number, end: number, offset: number): void {
		if (overlong || end === start) return;
		if (carried === 0) carriedFrom = offset;
		if (carried + end - start > longest) {
			overlong = true;
			end = start + Math.max(0, kept - carried);
		}

		if (carried + end - start > carry.length) {
			const larger = new Uint8Array(Math.max(carry.length * 2, carried + end - start));
			larger.set(carry.subarray(0, carried));
			carry = larger;
		}

		carry.set(bytes.subarray(start, end), carried);
		carried = overlong ? Math.min(carried + end - start, kept) : carried + end - start;
	}

	function cut(bytes: Uint8Array, from: number, base: number): void {
		const {length} = bytes;
		let start = from;
		while (start < length) {
			if (carried === 0) start = skimmed(bytes, start, base);
			if (start >= length) return;
			const at = breakAt(bytes, afterHole(bytes, start));
			if (at === length) {
				keep(bytes, start, length, base + start);
				return;
			}

			start = endAt(bytes, start, at, base);
		}
	}

	/** Skims what can be; tells where the line begins that cannot. */
	function skimmed(bytes: Uint8Array, from: number, base: number): number {
		const start = afterHole(bytes, from);
		if (!skim || start >= bytes.length) return start;
		const next = skim.run(bytes, start, bytes.length, line, base);
		line += skim.taken();
		return afterHole(bytes, next);
	}

	/** Hands over the piece that ends at `at`; tells where the next begins. */
	function endAt(bytes: Uint8Array, start: number, at: number, base: number): number {
		const byte = bytes[at]!;
		give(bytes, start, at, base + start, byte !== backspace);
		let next = at + 1;
		if (byte === backspace) {
			while (bytes[next] === backspace) next++;
			return next;
		}

		line++;
		if (byte === carriageReturn) {
			if (next === bytes.length) afterReturn = true;
			else if (bytes[next] === lineFeed) next++;
		}

		return next;
	}

	return {
		push(bytes, offset) {
			if (bytes.length === 0) return;
			const swallow = afterReturn && bytes[0] === lineFeed;
			afterReturn = false;
			cut(bytes, swallow ? 1 : 0, offset);
		},
		peek(into) {
			if (carried > 0) into(carry, 0, carried, line, carriedFrom);
		},
		lines: () => (carried > 0 ? line : line - 1),
	};
}

/** Where the piece that holds `from` ends: at a line feed, a return, a backspace or the last byte. */
function breakAt(bytes: Uint8Array, from: number): number {
	const {length} = bytes;
	for (let at = from; at < length; at++) {
		const byte = bytes[at]!;
		if (
			byte <= carriageReturn &&
			(byte === lineFeed || byte === carriageReturn || byte === backspace)
		)
			return at;
	}

	return length;
}
