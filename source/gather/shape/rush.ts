import {type Burst, kinds, places, size} from './burst.ts';
import type {Pattern} from './pattern.ts';
import {decimalAt, slotInto, stage, wholeAt} from './quick.ts';

/**
Takes lines from `from` on as long as the pattern matches, at most `room` of them: their offsets go into
`offsets` from `row` on, their numbers wait for `spread`. Tells where the first line begins that was not
taken; no line is begun beyond `stop`.
*/
export function takeLines(
	burst: Burst,
	bytes: Uint8Array,
	view: DataView,
	from: number,
	stop: number,
	base: number,
	offsets: Float64Array,
	row: number,
	room: number,
): number {
	const {ops, words, pattern, width} = burst;
	const end = bytes.length;
	let start = from;
	let count = 0;
	let at = 0;
	while (count < room && start <= stop) {
		at = lineAt(ops, words, pattern, bytes, view, start, count * width);
		if (at < 0) break;
		const mark = bytes[at]!;
		if (mark === 13) {
			if (at + 1 >= end) break;
			if (bytes[at + 1] === 10) at++;
		} else if (mark !== 10) break;
		offsets[row + count] = base + start;
		count++;
		start = at + 1;
	}

	burst.count = count;
	return start;
}

/** The byte after the last one of the line, its numbers from `into` on; -1 when it is none of these. */
function lineAt(
	ops: Int32Array,
	words: Float64Array,
	pattern: Pattern,
	bytes: Uint8Array,
	view: DataView,
	from: number,
	into: number,
): number {
	const last = ops.length - size;
	let at = from;
	let number = into;
	for (let op = 0; ; op += size) {
		at = literalAt(ops, op, words, view, at);
		if (at < 0 || op === last) return at;
		const kind = ops[op + places.kind]!;
		if (kind === kinds.whole) at = wholeAt(ops, op, bytes, at, number);
		else if (kind === kinds.decimal) at = decimalAt(ops, op, bytes, at, number);
		else at = slotInto(ops, op, kind, pattern, bytes, at, number);
		if (at < 0) return -1;
		number++;
	}
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
