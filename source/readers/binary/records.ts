import {joined} from './bytes.ts';
import {crc32c, masked} from './crc.ts';

/** One record of a TFRecord file and where it begins. */
export type Framed = {readonly payload: Uint8Array; readonly offset: number};

/** Cuts growing bytes into records: length, its checksum, payload, its checksum. */
export type RecordCutter = {
	readonly cut: (bytes: Uint8Array, offset: number, take: (record: Framed) => void) => void;
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
	const one = (all: Uint8Array, from: number, take: (record: Framed) => void): number => {
		const view = new DataView(all.buffer, all.byteOffset + from, head);
		const length = view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32;
		if (view.getUint32(8, true) !== masked(crc32c(all.subarray(from, from + 8)))) {
			broken = true;
			trouble(heldAt + from, 'a damaged record: nothing after it can be read');
			return from;
		}

		const end = from + head + length + foot;
		if (length > longest) {
			count++;
			skip = Math.max(0, end - all.length);
			return Math.min(end, all.length);
		}

		if (end > all.length) return from;
		count++;
		const payload = all.subarray(from + head, from + head + length);
		const sum = new DataView(all.buffer, all.byteOffset + end - foot, foot).getUint32(0, true);
		if (sum === masked(crc32c(payload))) take({payload, offset: heldAt + from});
		else trouble(heldAt + from, 'a record that fails its checksum');
		return end;
	};

	return {
		cut: (bytes, offset, take) => {
			if (broken) return;
			const passed = Math.min(skip, bytes.length);
			skip -= passed;
			if (held.length === 0) heldAt = offset + passed;
			const all = joined(held, passed === 0 ? bytes : bytes.subarray(passed));
			let from = 0;
			while (!broken && all.length - from >= head) {
				const next = one(all, from, take);
				if (next === from) break;
				from = next;
			}

			held = broken ? new Uint8Array(0) : all.slice(from);
			heldAt += from;
		},
		count: () => count,
	};
}
