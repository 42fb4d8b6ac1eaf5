import {joined} from '../binary/bytes.ts';

/** One row of a table: its text without the line end, its 1-based first line, the offset of its first byte. */
export type Row = {readonly text: string; readonly line: number; readonly offset: number};

/** Cuts growing bytes into rows; a row may hold line breaks between quotes. */
export type RowCutter = {
	readonly cut: (bytes: Uint8Array, offset: number) => readonly Row[];
	/** The last line, as long as it has no end. */
	readonly open: () => Row | undefined;
	/** Lines that have ended. */
	readonly lines: () => number;
};

// A quote open for longer than this was never meant as one, and a longer line is no row.
const mostLines = 20;
const mostBytes = 1 << 20;

/** A cutter at the beginning of a file. `trouble` hears of lines that are too long to be rows. */
export function rowCutter(trouble: (offset: number, what: string) => void): RowCutter {
	const decoder = new TextDecoder();
	let held: Uint8Array = new Uint8Array(0);
	let heldAt = 0;
	let skipping = false;
	let quoted: Row[] = [];
	let lines = 0;

	const ended = (bytes: Uint8Array, offset: number): readonly Row[] => {
		lines++;
		if (skipping) {
			skipping = false;
			return [];
		}

		const row = {text: textOf(decoder, bytes), line: lines, offset};
		if (quoted.length === 0 && !row.text.includes('"')) return [row];
		quoted.push(row);
		const whole = quoted.map(({text}) => text).join('\n');
		const odd = whole.split('"').length % 2 === 0;
		if (odd && quoted.length < mostLines && whole.length < mostBytes) return [];
		const done = odd ? quoted : [{...quoted[0]!, text: whole}];
		quoted = [];
		return done;
	};

	return {
		cut: (bytes, offset) => {
			if (held.length === 0) heldAt = offset;
			const all = joined(held, bytes);
			const rows: Row[] = [];
			let from = 0;
			for (let end = all.indexOf(10); end >= 0; end = all.indexOf(10, from)) {
				for (const row of ended(all.subarray(from, end), heldAt + from)) rows.push(row);
				from = end + 1;
			}

			held = all.slice(from);
			heldAt += from;
			if (held.length > mostBytes) {
				if (!skipping) trouble(heldAt, 'a line too long to be a row');
				skipping = true;
				heldAt += held.length;
				held = held.subarray(0, 0);
			}

			return rows;
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
