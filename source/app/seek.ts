import {setImmediate} from 'node:timers/promises';
import type {Host} from '../core/host.ts';
import type {LogPage} from '../core/page.ts';
import {isHit} from '../show/log-words.ts';
import type {LogSearch} from '../show/ui.ts';
import {cutLines, readBytes} from './pages.ts';

/** Bytes that are looked through between two frames. */
const piece = 262_144;

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
		const search = {from, by, text};
		for (let at = Math.min(from, size); isWanted() && (by > 0 ? at < size : at > 0); ) {
			const begin = by > 0 ? at : Math.max(0, at - piece);
			const end = by > 0 ? Math.min(size, at + piece) : at;
			const bytes = await readBytes(opened, begin, end);
			const cut = cutLines(bytes, begin, {begin: by > 0 || begin === 0, end: true});
			const {found, next} = lookIn(cut, search, {begin, end, size});
			if (found !== null) return found;
			at = next;
			await setImmediate();
		}

		return null;
	} finally {
		await opened.close().catch(() => undefined);
	}
}

type Search = Pick<LogSearch, 'from' | 'by' | 'text'>;
type Cut = Pick<LogPage, 'lines' | 'offsets'>;

/** The hit in a piece, else where the next piece begins (or ends, looking upwards). */
function lookIn(
	cut: Cut,
	search: Search,
	{begin, end, size}: {readonly begin: number; readonly end: number; readonly size: number},
): {readonly found: number | null; readonly next: number} {
	const {offsets} = cut;
	const found = hitIn(cut, search);
	if (search.by < 0) return {found, next: offsets[0] ?? begin};
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
