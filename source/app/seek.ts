import {setImmediate} from 'node:timers/promises';
import type {Host} from '../core/host.ts';
import type {Encoding} from '../gather/encoding.ts';
import {isHit} from '../show/log-words.ts';
import type {LogSearch} from '../show/ui.ts';
import {type Cut, cutLines} from './cut-page.ts';
import {encodingAt, readBytes} from './pages.ts';
import {mayHold} from './sieve.ts';

/** Bytes that are looked through between two frames. */
const piece = 262_144;

type Search = Pick<LogSearch, 'from' | 'by' | 'text'>;

/**
Looks through a file for the next line that is a hit, from the line at `from` on, which does not
count itself; resolves to its byte offset, or to null where there is none or nobody wants it any more.
Throws like `node:fs`.
*/
export async function seekLine(
	host: Host,
	path: string,
	{from, by, text}: Search,
	isWanted: () => boolean,
): Promise<number | null> {
	const opened = await host.open(path);
	try {
		const {bytes: size} = await opened.stat();
		const encoding = await encodingAt(opened, size);
		const search = {from, by, text};
		const sieve = mayHold(text, encoding);
		for (
			let at = Math.max(0, Math.min(from, size));
			isWanted() && (by > 0 ? at < size : at > 0);
		) {
			const begin = by > 0 ? at : Math.max(0, at - piece) & ~1;
			const end = by > 0 ? Math.min(size, at + piece) : at;
			const bytes = await readBytes(opened, begin, end);
			const part = {begin, end, size, whole: by > 0 || begin === 0};
			const {found, next} = sieve(bytes)
				? lookIn(bytes, encoding, search, part)
				: passBy(bytes, search, part);
			if (found !== null) return found;
			at = next;
			await setImmediate();
		}

		return null;
	} finally {
		await opened.close().catch(() => undefined);
	}
}

/** A piece of a file of `size` bytes; its first line is `whole` or belongs to the piece before. */
type Part = {
	readonly begin: number;
	readonly end: number;
	readonly size: number;
	readonly whole: boolean;
};
/** The hit in a piece, and where the next piece begins (or ends, looking upwards). */
type Looked = {readonly found: number | null; readonly next: number};

function lookIn(
	bytes: Uint8Array,
	encoding: Encoding,
	search: Search,
	{begin, end, size, whole}: Part,
): Looked {
	const cut = cutLines(bytes, encoding, {from: begin, begin: whole, end: true});
	const {offsets} = cut;
	const found = hitIn(cut, search);
	if (search.by < 0) {
		const first = offsets[0] ?? begin;
		return {found, next: first < end ? first : begin};
	}

	// The last line of a piece goes on in the next one, unless it is longer than a whole piece.
	const last = end < size && offsets.length > 1 ? offsets.at(-1)! : end;
	return {found: found !== null && found < last ? found : null, next: last};
}

function hitIn({lines, offsets}: Cut, {from, by, text}: Search): number | null {
	for (let index = by > 0 ? 0 : lines.length - 1; index >= 0 && index < lines.length; index += by) {
		const isBeyond = by > 0 ? offsets[index]! > from : offsets[index]! < from;
		if (isBeyond && isHit(lines[index]!, text)) return offsets[index]!;
	}

	return null;
}

/** Nothing in a piece can be a hit: only the line at its edge is looked at again, with the next. */
function passBy(bytes: Uint8Array, {by}: Search, {begin, end, size, whole}: Part): Looked {
	if (by < 0) {
		const first = whole ? -1 : bytes.indexOf(10);
		const next = begin + first + 1;
		return {found: null, next: next < end ? next : begin};
	}

	const last = end < size ? bytes.lastIndexOf(10) : -1;
	return {found: null, next: last < 0 ? end : begin + last + 1};
}
