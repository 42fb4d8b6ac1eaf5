import type {Span} from '../../core/checkpoint.ts';
import {hasText, textOf, u16, u32, u64} from './bytes.ts';
import {type Sight, tailOf} from './sight.ts';

/** Where the list of a zip archive's entries lies. */
export type Directory = {readonly offset: number; readonly length: number; readonly count: number};

/** One entry of a zip archive. */
export type ZipEntry = {
	readonly name: string;
	/** 0: its bytes lie there as they are. */
	readonly method: number;
	readonly size: number;
	/** Of its local header. */
	readonly offset: number;
};

/** Most bytes of a directory that are looked through, and how many are asked for at a time. */
const mostDirectory = 262_144;
const slice = 32_768;

/**
The directory of a zip archive, found from its end; undefined where the end is missing: the file is
cut short or still being written.
*/
export function* findDirectory(sight: Sight): Generator<Span, Directory | undefined, Uint8Array> {
	for (const reach of [4096, 65_557]) {
		const tail = yield* tailOf(sight, reach);
		const from = sight.size - tail.length;
		for (let at = tail.length - 22; at >= 0; at--) {
			if (tail[at] !== 0x50 || !hasText(tail, at, 'PK\x05\x06')) continue;
			if (at + 22 + u16(tail, at + 20) !== tail.length) continue;
			return yield* directoryAt(sight, tail, at, from);
		}

		if (tail.length === sight.size) break;
	}

	return undefined;
}

function* directoryAt(
	sight: Sight,
	tail: Uint8Array,
	at: number,
	from: number,
): Generator<Span, Directory | undefined, Uint8Array> {
	const near = {
		count: u16(tail, at + 10),
		length: u32(tail, at + 12),
		offset: u32(tail, at + 16),
	};
	const wide = near.count === 0xffff || near.length === 0xffff_ffff || near.offset === 0xffff_ffff;
	if (!wide) return sound(near, from + at);
	const locator = yield* sight.at(from + at - 20, 20);
	if (!hasText(locator, 0, 'PK\x06\x07')) return sound(near, from + at);
	const record = yield* sight.at(u64(locator, 8), 56);
	if (!hasText(record, 0, 'PK\x06\x06')) return undefined;
	return sound(
		{count: u64(record, 32), length: u64(record, 40), offset: u64(record, 48)},
		from + at,
	);
}

/** A directory that does not end before its end record belongs to another file. */
function sound(directory: Directory, end: number): Directory | undefined {
	return directory.offset + directory.length <= end ? directory : undefined;
}

/** Hands over the entries in the order of the directory until `found` says enough; true when all were seen. */
export function* eachEntry(
	sight: Sight,
	directory: Directory,
	found: (entry: ZipEntry) => boolean,
): Generator<Span, boolean, Uint8Array> {
	const end = Math.min(directory.length, mostDirectory);
	for (let at = 0; at + 46 <= end; ) {
		const left = end - at;
		const head = yield* sight.at(directory.offset + at, 46, Math.min(slice, left));
		if (!hasText(head, 0, 'PK\x01\x02')) return false;
		const length = 46 + u16(head, 28) + u16(head, 30) + u16(head, 32);
		const whole = yield* sight.at(directory.offset + at, length, Math.min(slice, left));
		if (whole.length < length) return false;
		if (found(entryOf(whole))) return false;
		at += length;
	}

	return directory.length <= mostDirectory;
}

function entryOf(bytes: Uint8Array): ZipEntry {
	const nameEnd = 46 + u16(bytes, 28);
	const size = u32(bytes, 24);
	const offset = u32(bytes, 42);
	const wide = wideOf(bytes, nameEnd, nameEnd + u16(bytes, 30));
	let at = wide;
	const next = () => {
		const value = u64(bytes, at);
		at += 8;
		return value;
	};
	const realSize = size === 0xffff_ffff && wide > 0 ? next() : size;
	if (u32(bytes, 20) === 0xffff_ffff && wide > 0) next();
	return {
		name: textOf(bytes, 46, nameEnd),
		method: u16(bytes, 10),
		size: realSize,
		offset: offset === 0xffff_ffff && wide > 0 ? next() : offset,
	};
}

/** Where the 64-bit values of an entry lie, 0 where it has none. */
function wideOf(bytes: Uint8Array, from: number, to: number): number {
	for (let at = from; at + 4 <= to; at += 4 + u16(bytes, at + 2)) {
		if (u16(bytes, at) === 1) return at + 4;
	}

	return 0;
}

/** Where the bytes of a stored entry begin: its local header knows how long it is itself. */
export function* startOf(
	sight: Sight,
	entry: ZipEntry,
	ahead: number,
): Generator<Span, number | undefined, Uint8Array> {
	const head = yield* sight.at(entry.offset, 30, ahead);
	if (!hasText(head, 0, 'PK\x03\x04')) return undefined;
	const start = entry.offset + 30 + u16(head, 26) + u16(head, 28);
	return start + entry.size <= sight.size ? start : undefined;
}
