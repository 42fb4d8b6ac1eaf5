import {type Burst, kinds, places, size} from './burst.ts';
import {beside, decimalAt, slotInto, stage, wholeAt} from './quick.ts';

/** Where lines are taken from, and into which columns their places go. */
export type Stretch = {
	readonly bytes: Uint8Array;
	readonly view: DataView;
	/** Where the bytes of the file end: a line must end before it. */
	readonly end: number;
	/** No line is begun beyond. */
	readonly stop: number;
	/** The place of the first byte in the file. */
	readonly base: number;
	readonly lines: Float64Array;
	readonly offsets: Float64Array;
	/** The first free row, and how many there are. */
	readonly row: number;
	readonly room: number;
};

/**
Takes lines from `from` on, the first of which is number `line`, as long as the pattern matches, or that
of `aside`, whose lines say nothing. Their numbers wait for `spread`. Tells where the first line begins
that was not taken.
*/
export function takeLines(
	burst: Burst,
	aside: Burst | null,
	stretch: Stretch,
	from: number,
	line: number,
): number {
	const {bytes, view, end, stop, base, lines, offsets, row, room} = stretch;
	let start = from;
	let count = 0;
	let passed = 0;
	while (count < room && start <= stop) {
		let next = lineAt(burst, bytes, view, end, start, count * burst.width);
		if (next >= 0) {
			offsets[row + count] = base + start;
			lines[row + count] = line + count + passed;
			count++;
		} else {
			next = aside ? lineAt(aside, bytes, view, end, start, beside) : -1;
			if (next < 0) break;
			passed++;
		}

		start = next;
	}

	burst.count = count;
	burst.passed = passed;
	return start;
}

/** Where the line after the one at `from` begins, whose numbers are put from `into` on; -1 when it is none of these. */
function lineAt(
	{ops, words, pattern}: Burst,
	bytes: Uint8Array,
	view: DataView,
	end: number,
	from: number,
	into: number,
): number {
	const last = ops.length - size;
	let at = from;
	let number = into;
	for (let op = 0; ; op += size) {
		at = literalAt(ops, op, words, view, at);
		if (at < 0) return -1;
		if (op === last) return afterEnd(bytes, at, end);
		const kind = ops[op + places.kind]!;
		if (kind === kinds.whole) at = wholeAt(ops, op, bytes, at, number);
		else if (kind === kinds.decimal) at = decimalAt(ops, op, bytes, at, number);
		else at = slotInto(ops, op, kind, pattern, bytes, at, number);
		if (at < 0) return -1;
		number++;
	}
}

/** Where the line after the end at `at` begins; -1 when there is none, or a line feed may follow that is not here yet. */
export function afterEnd(bytes: Uint8Array, at: number, end: number): number {
	if (bytes[at] === 10) return at + 1;
	if (bytes[at] !== 13 || at + 1 >= end) return -1;
	return bytes[at + 1] === 10 ? at + 2 : at + 1;
}

function literalAt(
	ops: Int32Array,
	op: number,
	words: Float64Array,
	view: DataView,
	from: number,
): number {
	const length = ops[op]!;
	const end = from + length;
	if (length < 8) {
		if ((view.getInt32(from, true) & ops[op + places.mask]!) !== ops[op + places.first]!) return -1;
		return length > 4 && view.getInt32(end - 4, true) !== ops[op + places.last]! ? -1 : end;
	}

	const last = end - 8;
	let word = ops[op + places.words]!;
	for (let at = from; at < last; at += 8) {
		if (view.getFloat64(at, true) !== words[word++]!) return -1;
	}

	return view.getFloat64(last, true) === words[word]! ? end : -1;
}

/** Writes what a slot told in the lines taken last into a column, from `row` on. */
export function spread(
	{rank, width, count}: Burst,
	slot: number,
	still: number,
	sign: number,
	column: Float64Array,
	row: number,
): void {
	const first = rank[slot]!;
	if (first < 0) {
		column.fill(still * sign, row, row + count);
		return;
	}

	let from = first;
	const end = row + count;
	for (let at = row; at < end; at++) {
		column[at] = stage[from]! * sign;
		from += width;
	}
}
