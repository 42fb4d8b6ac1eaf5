import {beginsWith, joined} from './bytes.ts';
import {crc32} from './crc.ts';

type Take = (record: Uint8Array, offset: number) => void;

/** Cuts growing bytes of a block log into records. */
export type BlockCutter = {
	readonly cut: (bytes: Uint8Array, offset: number, take: Take) => void;
	/** How many records there are. */
	readonly count: () => number;
};

const blockSize = 32_768;
const head = 7;
const magic = ':W&B';
/** Longer records are artifacts and media: passed over. */
const longest = 1 << 20;
const kinds = {full: 1, first: 2, middle: 3, last: 4};

type Chunk = {readonly kind: number; readonly data: Uint8Array; readonly next: number};

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
	/** The record whose end has not come, or null between records. */
	let parts: Uint8Array[] | null = null;
	let partsAt = 0;
	let size = 0;

	/** The chunk at `from`; null while it is incomplete; without data where only the next place counts. */
	const chunkAt = (all: Uint8Array, from: number): Chunk | null => {
		const left = blockSize - ((heldAt + from) % blockSize);
		const empty = {kind: 0, data: all.subarray(0, 0), next: from + left};
		if (left < head) return empty;
		if (all.length - from < head) return null;
		const view = new DataView(all.buffer, all.byteOffset + from, head);
		const length = view.getUint16(4, true);
		const kind = view.getUint8(6);
		if (kind === 0 && length === 0) return empty;
		const next = from + head + length;
		if (length <= left - head) {
			if (next > all.length) return null;
			const data = all.subarray(from + head, next);
			if (view.getUint32(0, true) === crc32(data, crc32(Uint8Array.of(kind)))) {
				return {kind, data, next};
			}
		}

		trouble(heldAt + from, 'a damaged record: its block is passed over');
		parts = null;
		return empty;
	};

	const put = ({kind, data}: Chunk, offset: number): Uint8Array | undefined => {
		if (kind === kinds.full || kind === kinds.first) {
			parts = [];
			partsAt = offset;
			size = 0;
		}

		if (!parts || kind === 0) return undefined;
		size += data.length;
		if (size <= longest) parts.push(data.slice());
		if (kind === kinds.first || kind === kinds.middle) return undefined;
		count++;
		const whole = size <= longest ? parts.reduce(joined) : undefined;
		parts = null;
		return whole;
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
		let at = from;
		while (at < all.length) {
			const chunk = chunkAt(all, at);
			if (!chunk || chunk.next > all.length) break;
			const record = put(chunk, heldAt + at);
			if (record) take(record, partsAt);
			at = chunk.next;
		}

		return at;
	};

	return {
		cut: (bytes, offset, take) => {
			if (broken) return;
			if (held.length === 0) heldAt = offset;
			const all = joined(held, bytes);
			const first = started ? 0 : begin(all);
			const from = started ? walk(all, first, take) : first;
			held = all.slice(from);
			heldAt += from;
		},
		count: () => count,
	};
}
