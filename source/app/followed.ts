import type {Event, Time} from '../core/event.ts';
import type {FoundFile} from '../core/found.ts';
import type {Reading, Report} from '../core/reader.ts';
import {openReading} from '../gather/reading.ts';
import {reclaim} from '../gather/rows.ts';
import {openTail, type Tail} from '../gather/tail.ts';
import {createWitness, type Given, reduce, type Witness} from '../judge/witness.ts';
import type {Means} from './means.ts';

/** One file that is read from its first byte on and then followed. */
export type Followed = {
	readonly id: string;
	/** What it told so far; its newest part only, until it is read through. */
	readonly witness: () => Witness;
	readonly report: () => Report | undefined;
	readonly size: () => number;
	readonly position: () => number;
	/** Every byte there was has been read. */
	readonly through: () => boolean;
	readonly gone: () => boolean;
	readonly trouble: () => readonly string[];
	/** When it was last written, as far as known. */
	readonly modifiedAt: () => Time;
	readonly lookedAt: () => Time;
	/** Counted up whenever a step finds something new. */
	readonly changes: () => number;
	/** The search saw more bytes than were read. */
	readonly behind: () => boolean;
	/** Reads the next piece; resolves to false when there is none now. `live`: it was just written. */
	readonly step: (now: Time, live: boolean) => Promise<boolean>;
	/** Shows the newest part of a big file before it is read. */
	readonly preview: () => Promise<void>;
	/** Counts a last line that has no end yet, since nothing more came for a while. */
	readonly settle: () => boolean;
	/** The search found it again: under another path, or with a newer time. */
	readonly found: (file: FoundFile) => void;
	/** The search saw that nothing about it changed. */
	readonly passed: (now: Time) => void;
	readonly close: () => Promise<void>;
};

/** Bytes of the newest part that make a preview. */
const previewBytes = 32_768;

/** Files up to this size are read whole at once: a preview would not be sooner. */
export const smallFile = 4_194_304;

/** How a file is followed: with `sums` no points are kept; `heard` hears every record. */
export type Following = Pick<Given, 'sums' | 'heard'>;

/** Begins to follow a file; nothing is read before the first `step` or `preview`. */
export function follow(means: Means, first: FoundFile, how: Following = {}): Followed {
	let file = first;
	const tail: Tail = openTail(
		means.host,
		{full: file.full, id: file.id},
		{anew: means.anew, chunk: means.piece},
	);
	let reading: Reading | undefined;
	let witness = emptyWitness(file);
	let preview: Witness | undefined;
	let through = false;
	let gone = false;
	/** A line without its end was counted: if more comes, the file is read again. */
	let settled = false;
	/** Nothing came since its last line was looked at. */
	let looked = false;
	let troubles: readonly string[] = [];
	let modifiedAt = file.modifiedAt;
	let lookedAt = 0;
	let changes = 0;
	let report: Report | undefined;

	const open = (head: Uint8Array) =>
		openReading(describe(file), head, means.formats, means.readers);
	const reportOf = () => {
		report ??= reading?.report();
		return report;
	};
	const restart = () => {
		reading = undefined;
		report = undefined;
		witness = emptyWitness(file);
		through = false;
		settled = false;
	};

	return {
		id: file.id,
		witness: () => (through ? witness : (preview ?? witness)),
		report: reportOf,
		size: () => Math.max(tail.size, file.bytes),
		position: () => tail.position,
		through: () => through,
		gone: () => gone,
		trouble: () => [...troubles, ...(reportOf()?.trouble.map(({what}) => what) ?? [])],
		modifiedAt: () => modifiedAt,
		lookedAt: () => lookedAt,
		changes: () => changes,
		behind: () => file.bytes > tail.position,
		step: async (now, live) => {
			lookedAt = now;
			const news = await tail.next();
			if (news || !through) changes++;
			if (!news) {
				through = true;
				preview = undefined;
				return false;
			}

			switch (news.kind) {
				case 'bytes':
					return take(news.bytes, news.offset, live && through ? now : null);

				case 'restarted':
					restart();
					return true;
				case 'gone':
					gone = true;
					through = true;
					return false;
				case 'trouble':
					troubles = [news.what];
					through = true;
					return false;
			}
		},
		preview: async () => {
			const newest = await tail.peek(previewBytes);
			if (!newest || through) return;
			const glimpse = open(newest.bytes);
			const seen = emptyWitness(file);
			tell(seen, glimpse.push(newest.bytes, newest.offset), null);
			tell(seen, glimpse.rest?.() ?? [], null);
			introduce(seen, glimpse);
			preview = seen;
		},
		settle: () => {
			if (looked || !through || !reading?.rest) return false;
			looked = true;
			const left = reading.rest();
			if (left.length === 0) return false;
			settled = true;
			tell(witness, left, null);
			return true;
		},
		found: newer => {
			file = newer;
			modifiedAt = Math.max(modifiedAt, newer.modifiedAt);
			tail.moved(newer.full);
		},
		passed: now => {
			lookedAt = now;
		},
		close: () => tail.close(),
	};

	/** Reads the bytes that come next; tells whether more are there already. */
	function take(bytes: Uint8Array, offset: number, heardAt: Time | null): boolean {
		if (settled) {
			tail.rewind();
			restart();
			return true;
		}

		gone = false;
		looked = false;
		reading ??= open(bytes);
		if (heardAt !== null) modifiedAt = heardAt;
		report = undefined;
		pushAll(reading, bytes, offset, heardAt);
		reclaim();
		introduce(witness, reading);
		if (tail.position < tail.size) return true;
		// What came meanwhile is news: a watcher tells, or the next look finds it.
		through = true;
		preview = undefined;
		return false;
	}

	function pushAll(to: Reading, bytes: Uint8Array, offset: number, heardAt: Time | null): void {
		const {piece = bytes.length} = to;
		for (let from = 0; from < bytes.length; from += piece) {
			const part = bytes.subarray(from, from + piece);
			tell(witness, to.push(part, offset + from), heardAt);
		}
	}

	function emptyWitness(of: FoundFile): Witness {
		return createWitness({file: of.id, path: of.path, format: 'unread', ...how});
	}

	/** The format is chosen while reading; with it come the names it gives to things. */
	function introduce(to: Witness, by: Reading): void {
		const format = by.format?.() ?? by.report().format;
		if (to.format === format) return;
		Object.assign(to, {format, ...names(means, format)});
	}

	function tell(to: Witness, events: readonly Event[], heardAt: Time | null): void {
		for (const event of events) reduce(to, event, heardAt);
	}
}

function names({formats, readers}: Means, id: string) {
	const {losses, primary} = formats[id] ?? readers[id] ?? {};
	const goals = formats[id]?.goals;
	return {losses, primary, goals};
}

function describe(file: FoundFile): {
	readonly id: string;
	readonly name: string;
	readonly modifiedAt: Time;
} {
	return {id: file.id, name: file.path, modifiedAt: file.modifiedAt};
}
