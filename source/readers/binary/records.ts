import {joinedForNow} from './bytes.ts';
import {crc32c, masked} from './crc.ts';
import {type Piece, pieceOf, type Take} from './piece.ts';

/** Cuts growing bytes into records: length, its checksum, payload, its checksum. */
export type RecordCutter = {
	readonly cut: (bytes: Uint8Array, offset: number, take: Take) => void;
	/** How many records there are, the skipped ones included. */
	readonly count: () => number;
	/** Bytes of a record that has no end yet. */
	readonly open: () => number;
};

// Longer records are images, graphs and histograms: passed over without being held.
const longest = 1 << 18;
const head = 12;
const foot = 4;

/** A cutter at the beginning of a file; behind a length that fails its checksum it goes on with the next that does not. */
export function recordCutter(trouble: (offset: number, what: string) => void): RecordCutter {
	let held: Uint8Array = new Uint8Array(0);
	let heldAt = 0;
	/** Bytes of a long record still to come. */
	let skip = 0;
	/** The length of a record was damaged: nothing says where the next one begins. */
	let lost = false;
	let count = 0;

	/** Tells where the record after the one at `from` begins; the same place while it is incomplete. */
	const one = (piece: Piece, view: DataView, from: number, take: Take): number => {
		const {bytes, reader} = piece;
		if (!isHead(bytes, view, from)) {
			if (!lost) trouble(heldAt + from, 'a damaged record: passed over up to the next whole one');
			lost = true;
			return findHead(bytes, view, from + 1);
		}

		lost = false;
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
			const passed = Math.min(skip, bytes.length);
			skip -= passed;
			if (held.length === 0) heldAt = offset + passed;
			const all = joinedForNow(held, passed === 0 ? bytes : bytes.subarray(passed));
			const view = new DataView(all.buffer, all.byteOffset, all.length);
			const piece = pieceOf(all);
			let from = 0;
			while (all.length - from >= head) {
				const next = one(piece, view, from, take);
				if (next === from) break;
				from = next;
			}

			held = all.slice(from);
			heldAt += from;
		},
		count: () => count,
		open: () => (lost ? 0 : held.length),
	};
}

/** Whether the length of a record stands here, by its checksum. */
function isHead(bytes: Uint8Array, view: DataView, from: number): boolean {
	return view.getUint32(from + 8, true) === masked(crc32c(bytes, from, from + 8));
}

/** Where the next record begins; where there is none, the first place that more bytes may make one. */
function findHead(bytes: Uint8Array, view: DataView, from: number): number {
	for (let at = from; at + head <= bytes.length; at++) {
		// No record is so long that these bytes of its length are used.
		if (view.getUint32(at + 4, true) === 0 && isHead(bytes, view, at)) return at;
	}

	return Math.max(from, bytes.length - head + 1);
}
