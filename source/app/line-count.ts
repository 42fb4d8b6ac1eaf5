import {setImmediate} from 'node:timers/promises';
import type {Opened} from '../core/host.ts';

/** Counts the lines of a file that end before a place, and remembers on the way. */
export type LineCount = {
	/** How many end before `offset`; null where nobody wants to know any more. */
	readonly before: (
		opened: Opened,
		offset: number,
		isWanted: () => boolean,
	) => Promise<number | null>;
	/** Bytes that would have to be read for that. */
	readonly distance: (offset: number) => number;
};

const piece = 1_048_576;
/** So many places are remembered. */
const mostKnown = 4096;

/** A count for one file as long as it only grows. */
export function createLineCount(): LineCount {
	/** Rising; the number of lines that end before each offset, and whether the byte before it is a CR. */
	const known = [{offset: 0, ends: 0, afterReturn: false}];
	const nearest = (offset: number) => known.findLast(place => place.offset <= offset)!;
	return {
		distance: offset => offset - nearest(offset).offset,
		async before(opened, offset, isWanted) {
			let {offset: at, ends, afterReturn} = nearest(offset);
			const buffer = new Uint8Array(Math.min(piece, offset - at));
			while (at < offset) {
				const count = await opened.read(buffer.subarray(0, offset - at), at);
				if (count === 0) break;
				ends += endsIn(buffer.subarray(0, count), afterReturn);
				afterReturn = buffer[count - 1] === 13;
				at += count;
				remember({offset: at, ends, afterReturn});
				await setImmediate();
				if (!isWanted()) return null;
			}

			return ends;
		},
	};

	function remember(place: (typeof known)[number]): void {
		if (known.length >= mostKnown) known.splice(1, known.length - 2);
		const after = known.findIndex(({offset}) => offset >= place.offset);
		if (after < 0) known.push(place);
		else if (known[after]!.offset > place.offset) known.splice(after, 0, place);
	}
}

function endsIn(bytes: Uint8Array, afterReturn: boolean): number {
	let ends = 0;
	let before = afterReturn ? 13 : 0;
	for (let index = 0; index < bytes.length; index++) {
		const byte = bytes[index]!;
		// The LF of a CRLF belongs to the line that the CR ended.
		if (byte === 13 || (byte === 10 && before !== 13)) ends++;
		before = byte;
	}

	return ends;
}
