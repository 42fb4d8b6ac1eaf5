import {setImmediate} from 'node:timers/promises';
import type {Host} from '../core/host.ts';
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
	{from, by, text}: Pick<LogSearch, 'from' | 'by' | 'text'>,
	isWanted: () => boolean,
): Promise<number | null> {
	const opened = await host.open(path);
	try {
		const {bytes: size} = await opened.stat();
		let at = Math.min(from, size);
		while (isWanted() && (by > 0 ? at < size : at > 0)) {
			const begin = by > 0 ? at : Math.max(0, at - piece);
			const end = by > 0 ? Math.min(size, at + piece) : at;
			const bytes = await readBytes(opened, begin, end);
			const {lines, offsets} = cutLines(bytes, begin, {begin: by > 0 || begin === 0, end: true});
			const found = hitIn(lines, offsets, {from, by, text});
			// The last line of a piece goes on in the next one, unless it is longer than a whole piece.
			const edge = by > 0 ? (end < size ? offsets.at(-1) : undefined) : offsets[0];
			const hit = found !== null && !(by > 0 && found === edge && offsets.length > 1);
			if (hit) return found;
			const next = edge ?? (by > 0 ? end : begin);
			at = next === at ? (by > 0 ? end : begin) : next;
			await setImmediate();
		}

		return null;
	} finally {
		await opened.close().catch(() => undefined);
	}
}

function hitIn(
	lines: readonly string[],
	offsets: readonly number[],
	{from, by, text}: Pick<LogSearch, 'from' | 'by' | 'text'>,
): number | null {
	const begin = by > 0 ? 0 : lines.length - 1;
	for (let index = begin; index >= 0 && index < lines.length; index += by) {
		const isBeyond = by > 0 ? offsets[index]! > from : offsets[index]! < from;
		if (isBeyond && isHit(lines[index]!, text)) return offsets[index]!;
	}

	return null;
}
