import {joinedForNow} from '../binary/bytes.ts';

/** One row of a table: its text without the line end, its 1-based first line, the offset of its first byte. */
export type Row = {readonly text: string; readonly line: number; readonly offset: number};

/** Cuts growing bytes into rows; a row may hold line breaks between quotes. */
export type RowCutter = {
	readonly cut: (bytes: Uint8Array, offset: number) => void;
	/** The last line, as long as it has no end. */
	readonly open: () => Row | undefined;
	/** Lines that have ended. */
	readonly lines: () => number;
};

/** What hears of the rows. */
export type RowHearer = {
	readonly take: (row: Row) => void;
	/**
	Takes whole rows, each of one line, without making text of them, as many as it can from `from` on; `to`
	is behind the end of a line, `line` the number of the first, `base` the place of the first byte in the
	file. Tells where the row begins that must be taken as text.
	*/
	readonly skim?: (
		bytes: Uint8Array,
		from: number,
		to: number,
		line: number,
		base: number,
	) => number;
	/** How many rows were skimmed. */
	readonly skimmed?: () => number;
	/** Hears of lines that are too long to be rows. */
	readonly trouble: (offset: number, what: string) => void;
};

// A quote open for longer than this was never meant as one, and a longer line is no row.
const mostLines = 20;
const mostBytes = 1 << 20;

/** A cutter at the beginning of a file. */
export function rowCutter({take, skim, skimmed, trouble}: RowHearer): RowCutter {
	const decoder = new TextDecoder();
	let held: Uint8Array = new Uint8Array(0);
	let heldAt = 0;
	let skipping = false;
	let quoted: Row[] = [];
	let lines = 0;

	const end = (bytes: Uint8Array, offset: number): void => {
		lines++;
		if (skipping) {
			skipping = false;
			return;
		}

		const row = {text: textOf(decoder, bytes), line: lines, offset};
		if (quoted.length === 0 && !row.text.includes('"')) {
			take(row);
			return;
		}

		quoted.push(row);
		const whole = quoted.map(({text}) => text).join('\n');
		const odd = whole.split('"').length % 2 === 0;
		if (odd && quoted.length < mostLines && whole.length < mostBytes) return;
		const done = odd ? quoted : [{...quoted[0]!, text: whole}];
		quoted = [];
		for (const one of done) take(one);
	};

	/** Where the next row begins that must be taken as text. */
	const pass = (bytes: Uint8Array, from: number, to: number): number => {
		if (!skim || skipping || quoted.length > 0) return from;
		const next = skim(bytes, from, to, lines + 1, heldAt);
		lines += skimmed!();
		return next;
	};

	return {
		cut: (bytes, offset) => {
			if (held.length === 0) heldAt = offset;
			const all = joinedForNow(held, bytes);
			const whole = all.lastIndexOf(10) + 1;
			let from = 0;
			while (from < whole) {
				from = pass(all, from, whole);
				if (from >= whole) break;
				const at = all.indexOf(10, from);
				end(all.subarray(from, at), heldAt + from);
				from = at + 1;
			}

			held = all.slice(from);
			heldAt += from;
			if (held.length <= mostBytes) return;
			if (!skipping) trouble(heldAt, 'a line too long to be a row');
			skipping = true;
			heldAt += held.length;
			held = held.subarray(0, 0);
		},
		open: () =>
			held.length === 0 || skipping || quoted.length > 0
				? undefined
				: {text: textOf(decoder, held), line: lines + 1, offset: heldAt},
		lines: () => lines,
	};
}

function textOf(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string {
	const text = decoder.decode(bytes);
	const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
	return clean.endsWith('\r') ? clean.slice(0, -1) : clean;
}
