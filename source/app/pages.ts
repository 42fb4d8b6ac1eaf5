import type {Host, Opened} from '../core/host.ts';
import type {LogPage, PagePlace} from '../core/page.ts';
import type {RunFile} from '../core/run.ts';
import {clean} from '../show/width.ts';

/** Bytes read on either side of the place that is shown. */
const reach = 98_304;
/** Lines are counted from the beginning only in files up to this size. */
const countable = 33_554_432;
/** Characters of a line that can be shown. */
const longest = 4096;

/** Reads the stretch of a file around a place; what cannot be read is told in the page. */
export async function readPage(
	host: Host,
	run: string,
	file: RunFile,
	place: PagePlace,
): Promise<LogPage> {
	const about = {run, file: file.id, path: file.path};
	let opened: Opened | undefined;
	try {
		opened = await host.open(file.full);
		const {bytes: size} = await opened.stat();
		const at = place === 'end' ? size : Math.min(place, size);
		const from = Math.max(0, at - reach);
		const to = Math.min(size, at + reach);
		const text = await readBytes(opened, from, to);
		const cut = cutLines(text, from, {begin: from === 0, end: to === size});
		const [firstOffset = 0] = cut.offsets;
		const before = size <= countable ? await countEnds(opened, firstOffset) : null;
		return {
			...about,
			...cut,
			firstLine: before === null ? null : before + 1,
			begin: from === 0,
			end: to === size,
		};
	} catch (error) {
		const trouble = error instanceof Error ? error.message : String(error);
		return {...about, firstLine: null, lines: [], offsets: [], begin: true, end: true, trouble};
	} finally {
		await opened?.close().catch(() => undefined);
	}
}

/** Reads a stretch of a file; shorter where the file ends early. */
export async function readBytes(opened: Opened, from: number, to: number): Promise<Uint8Array> {
	const bytes = new Uint8Array(to - from);
	let filled = 0;
	while (filled < bytes.length) {
		const count = await opened.read(bytes.subarray(filled), from + filled);
		if (count === 0) break;
		filled += count;
	}

	return bytes.subarray(0, filled);
}

/** Cuts at CRLF, LF and CR; a first line that begins before the stretch is left out. */
export function cutLines(
	bytes: Uint8Array,
	from: number,
	whole: {readonly begin: boolean; readonly end: boolean},
): Pick<LogPage, 'lines' | 'offsets'> {
	const lines: string[] = [];
	const offsets: number[] = [];
	const decoder = new TextDecoder();
	let start = 0;
	let partial = !whole.begin;
	for (let index = 0; index <= bytes.length; index++) {
		const byte = bytes[index];
		const last = index === bytes.length;
		if (!last && byte !== 10 && byte !== 13) continue;
		if (last && (start === index || !whole.end)) break;
		if (!partial) {
			lines.push(clean(decoder.decode(bytes.subarray(start, Math.min(index, start + longest)))));
			offsets.push(from + start);
		}

		partial = false;
		if (byte === 13 && bytes[index + 1] === 10) index++;
		start = index + 1;
	}

	return {lines, offsets};
}

/** How many lines end before an offset. */
async function countEnds(opened: Opened, offset: number): Promise<number> {
	const buffer = new Uint8Array(1_048_576);
	let ends = 0;
	let before = 0;
	for (let at = 0; at < offset; ) {
		const count = await opened.read(buffer.subarray(0, Math.min(buffer.length, offset - at)), at);
		if (count === 0) break;
		for (let index = 0; index < count; index++) {
			const byte = buffer[index];
			if (byte === 13 || (byte === 10 && before !== 13)) ends++;
			before = byte as number;
		}

		at += count;
	}

	return ends;
}
