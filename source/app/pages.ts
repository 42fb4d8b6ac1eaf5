import type {Host, Opened} from '../core/host.ts';
import type {LogPage, PagePlace} from '../core/page.ts';
import type {RunFile} from '../core/run.ts';
import {type Encoding, encodingOf} from '../gather/encoding.ts';
import {cutLines} from './cut-page.ts';
import {createLineCount, type LineCount} from './line-count.ts';

/** Bytes read on either side of the place that is shown. */
const reach = 98_304;
/** A page waits for its numbers as long as no more bytes than this must be read for them. */
const nearby = 4_194_304;
/** Bytes by which an encoding is judged. */
const headLength = 16_384;
/** Of so many files it is remembered how their lines were counted. */
const mostCounts = 8;

/** Who wants a page, as long as it does. */
type Hearer = {readonly isWanted: () => boolean; readonly show: (page: LogPage) => void};

/** Reads stretches of logs around a place. */
export type Pager = {
	/** What cannot be read is told in the page; one far down in a file is shown first without its numbers. */
	readonly read: (run: string, file: RunFile, place: PagePlace, hearer: Hearer) => Promise<void>;
};

/** A pager that reads from a host and holds no more than it shows. */
export function createPager(host: Host): Pager {
	const counts = new Map<string, {readonly count: LineCount; size: number}>();
	return {
		async read(run, file, place, hearer) {
			const about = {run, file: file.id, path: file.path};
			let opened: Opened | undefined;
			try {
				opened = await host.open(file.full);
				await readFrom(opened, about, place, hearer);
			} catch (error) {
				const trouble = error instanceof Error ? error.message : String(error);
				hearer.show({...about, ...nothing, trouble});
			} finally {
				await opened?.close().catch(() => undefined);
			}
		},
	};

	async function readFrom(
		opened: Opened,
		about: Pick<LogPage, 'run' | 'file' | 'path'>,
		place: PagePlace,
		{isWanted, show}: Hearer,
	): Promise<void> {
		const {bytes: size} = await opened.stat();
		const at = place === 'end' ? size : Math.min(place, size);
		// UTF-16 has two bytes a character.
		const from = Math.max(0, at - reach) & ~1;
		const to = Math.min(size, at + reach);
		const encoding = await encodingAt(opened, size);
		const part = {from, begin: from === 0, end: to === size};
		const keep = place === 'end' ? -1 : place;
		const {ordinals, ...cut} = cutLines(await readBytes(opened, from, to), encoding, {
			...part,
			keep,
		});
		const page = {...about, ...cut, begin: part.begin, end: part.end, size, numbers: null};
		const [first = 0] = cut.offsets;
		const count = countFor(about.file, size);
		// Counting knows nothing of two bytes a character.
		const wide = !part.begin && encoding.startsWith('utf-16');
		if (wide || count.distance(first) > nearby) show(page);
		const ends = wide ? null : await count.before(opened, first, isWanted);
		if (ends !== null) show({...page, numbers: ordinals.map(ordinal => ends + ordinal + 1)});
	}

	/** What was counted holds while the file grows. */
	function countFor(id: string, size: number): LineCount {
		const known = counts.get(id);
		const count = known && known.size <= size ? known.count : createLineCount();
		counts.delete(id);
		counts.set(id, {count, size});
		const [oldest] = counts.keys();
		if (counts.size > mostCounts && oldest !== undefined) counts.delete(oldest);
		return count;
	}
}

const nothing = {numbers: null, lines: [], offsets: [], begin: true, end: true, size: 0};

/** How the characters of a file are written, by its first bytes. */
export async function encodingAt(opened: Opened, size: number): Promise<Encoding> {
	return encodingOf(await readBytes(opened, 0, Math.min(size, headLength)));
}

/** Reads a stretch of a file; shorter where the file ends early. */
export async function readBytes(opened: Opened, from: number, to: number): Promise<Uint8Array> {
	const bytes = new Uint8Array(Math.max(0, to - from));
	let filled = 0;
	while (filled < bytes.length) {
		const count = await opened.read(bytes.subarray(filled), from + filled);
		if (count === 0) break;
		filled += count;
	}

	return bytes.subarray(0, filled);
}
