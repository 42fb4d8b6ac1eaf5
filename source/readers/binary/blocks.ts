import {beginsWith, joinedForNow} from './bytes.ts';
import {crc32} from './crc.ts';
import {type Piece, pieceOf, type Take} from './piece.ts';

/** Cuts growing bytes of a block log into records. */
export type BlockCutter = {
	readonly cut: (bytes: Uint8Array, offset: number, take: Take) => void;
	/** How many records there are. */
	readonly count: () => number;
	/** Bytes of a record that has no end yet. */
	readonly open: () => number;
};

const blockSize = 32_768;
const head = 7;
const magic = ':W&B';
/** Longer records are artifacts and media: passed over. */
const longest = 1 << 20;
const kinds = {full: 1, first: 2, middle: 3, last: 4};

/**
A cutter at the beginning of a `.wandb` file: 7 bytes of header, then chunks in blocks of 32 KiB as
LevelDB writes its log, with a zlib checksum over kind and data. Damage costs the rest of its block.
*/
export function blockCutter(trouble: (offset: number, what: string) => void): BlockCutter {
	let held: Uint8Array = new Uint8Array(0);
	let heldAt = 0;
	let started = false;
	let broken = false;
	let count = 0;
	/** Bytes of a damaged or unused block still to come. */
	let skip = 0;
	/** The record whose end has not come, or null between records. */
	let parts: Uint8Array[] | null = null;
	let partsAt = 0;
	let size = 0;

	/** Takes the chunk with its data in [from, to) of the piece; `at` is its place in the file. */
	const put = (piece: Piece, kind: number, from: number, to: number, at: number, take: Take) => {
		if (kind === kinds.full) {
			parts = null;
			count++;
			piece.reader.pos = from;
			take(piece, to, at);
			return;
		}

		if (kind === kinds.first) {
			parts = [];
			partsAt = at;
			size = 0;
		}

		if (!parts || kind === 0) return;
		size += to - from;
		if (size <= longest) parts.push(piece.bytes.slice(from, to));
		else parts.length = 0;
		if (kind === kinds.first || kind === kinds.middle) return;
		count++;
		const whole = size <= longest ? wholeOf(parts, size) : undefined;
		parts = null;
		if (whole) take(pieceOf(whole), size, partsAt);
	};

	/** Passes over what there is before `to`, and over the rest when it comes. */
	const passOver = (bytes: Uint8Array, to: number): number => {
		skip = Math.max(0, to - bytes.length);
		return to - skip;
	};

	/** Tells where what follows the chunk at `from` begins; the same place while it is incomplete. */
	const one = (piece: Piece, view: DataView, from: number, take: Take): number => {
		const {bytes} = piece;
		const left = blockSize - ((heldAt + from) % blockSize);
		if (left < head) return passOver(bytes, from + left);
		if (bytes.length - from < head) return from;
		const length = view.getUint16(from + 4, true);
		const kind = bytes[from + 6]!;
		if (kind === 0 && length === 0) return passOver(bytes, from + left);
		const data = from + head;
		const to = data + length;
		if (length <= left - head) {
			if (to > bytes.length) return from;
			// The kind stands right before the data.
			if (view.getUint32(from, true) === crc32(bytes, data - 1, to)) {
				put(piece, kind, data, to, heldAt + from, take);
				return to;
			}
		}

		trouble(heldAt + from, 'a damaged record: its block is passed over');
		parts = null;
		return passOver(bytes, from + left);
	};

	const begin = (all: Uint8Array): number => {
		if (all.length < head) return 0;
		started = beginsWith(all, magic);
		broken = !started;
		if (broken) trouble(0, 'no header of a W&B file');
		return head;
	};

	/** Hands over the records from `from` on; tells where the first incomplete chunk begins. */
	const walk = (all: Uint8Array, from: number, take: Take): number => {
		const piece = pieceOf(all);
		const view = new DataView(all.buffer, all.byteOffset, all.length);
		let at = from;
		while (at < all.length) {
			const next = one(piece, view, at, take);
			if (next === at) break;
			at = next;
		}

		return at;
	};

	return {
		cut: (bytes, offset, take) => {
			if (broken) return;
			const passed = Math.min(skip, bytes.length);
			skip -= passed;
			if (held.length === 0) heldAt = offset + passed;
			const all = joinedForNow(held, bytes.subarray(passed));
			const first = started ? 0 : begin(all);
			const from = started ? walk(all, first, take) : first;
			held = all.slice(from);
			heldAt += from;
		},
		count: () => count,
		open: () => (parts ? size : 0) + held.length,
	};
}

function wholeOf(parts: readonly Uint8Array[], size: number): Uint8Array {
	const whole = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}

	return whole;
}
