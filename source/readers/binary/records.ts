import {joinedForNow} from './bytes.ts';
import {crc32c, masked} from './crc.ts';
import {type Piece, pieceOf, type Take} from './piece.ts';

/** Cuts growing bytes into records: length, its checksum, payload, its checksum. */
export type RecordCutter = {
	readonly cut: (bytes: Uint8Array, offset: number, take: Take) => void;
	/** How many records there are, the skipped ones included. */
	readonly count: () => number;
};

// Longer records are images, graphs and histograms: passed over without being held.
const longest = 1 << 18;
const head = 12;
const foot = 4;

/** A cutter at the beginning of a file; a length that fails its checksum ends the reading for good. */
export function recordCutter(trouble: (offset: number, what: string) => void): RecordCutter {
	let held: Uint8Array = new Uint8Array(0);
	let heldAt = 0;
	/** Bytes of a long record still to come. */
	let skip = 0;
	let broken = false;
	let count = 0;

	/** Tells where the record after the one at `from` begins; the same place while it is incomplete. */
	const one = (piece: Piece, view: DataView, from: number, take: Take): number => {
		const {bytes, reader} = piece;
		if (view.getUint32(from + 8, true) !== masked(crc32c(bytes, from, from + 8))) {
			broken = true;
			trouble(heldAt + from, 'a damaged record: nothing after it can be read');
			return from;
		}

		const length = view.getUint32(from, true) + view.getUint32(from + 4, true) * 2 ** 32;
		const next = from + head + length + foot;
		if (length > longest) {
			count++;
			skip = Math.max(0, next - bytes.length);
			return Math.min(next, bytes.length);
		}

		if (next > bytes.length) return from;
		count++;
		const end = next - foot;
		if (view.getUint32(end, true) === masked(crc32c(bytes, from + head, end))) {
			reader.pos = from + head;
			take(piece, end, heldAt + from);
		} else trouble(heldAt + from, 'a record that fails its checksum');
		return next;
	};

	return {
		cut: (bytes, offset, take) => {
			if (broken) return;
			const passed = Math.min(skip, bytes.length);
			skip -= passed;
			if (held.length === 0) heldAt = offset + passed;
			const all = joinedForNow(held, passed === 0 ? bytes : bytes.subarray(passed));
			const view = new DataView(all.buffer, all.byteOffset, all.length);
			const piece = pieceOf(all);
			let from = 0;
			while (!broken && all.length - from >= head) {
				const next = one(piece, view, from, take);
				if (next === from) break;
				from = next;
			}

			held = broken ? new Uint8Array(0) : all.slice(from);
			heldAt += from;
		},
		count: () => count,
	};
}
