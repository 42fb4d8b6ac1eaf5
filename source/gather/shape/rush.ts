import {type Burst, kinds, most, places, short, size} from './burst.ts';
import {powersOfTen} from './exact.ts';
import {slotAt} from './match.ts';
import type {Pattern} from './pattern.ts';

/** The numbers of the lines taken last, line by line. */
const stage = new Float64Array(most.lines * most.numbers);

const zero = 48;
const blank = 32;
const point = 46;

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
		if (kind === kinds.other) {
			at = slotAt(pattern, ops[op + places.op]!, bytes, at);
			stage[number] = pattern.numbers[ops[op + places.target]!]!;
		} else {
			const blanks = ops[op + places.blanks]!;
			if (blanks !== 1) at = blanksAt(bytes, at, blanks);
			at =
				kind === kinds.whole
					? wholeAt(ops, op, bytes, at, number)
					: decimalAt(ops, op, bytes, at, number);
		}

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

function blanksAt(bytes: Uint8Array, from: number, blanks: number): number {
	let at = from;
	while (bytes[at] === blank) at++;
	return at - from > 30 || ((blanks >> (at - from)) & 1) === 0 ? -1 : at;
}

function wholeAt(
	ops: Int32Array,
	op: number,
	bytes: Uint8Array,
	from: number,
	into: number,
): number {
	const bound = from + short + 1;
	let at = from;
	let whole = 0;
	for (let digit = bytes[at]! - zero; digit >>> 0 < 10 && at < bound; digit = bytes[at]! - zero) {
		whole = (Math.imul(whole, 10) + digit) | 0;
		at++;
	}

	stage[into] = whole;
	return ((ops[op + places.wholes]! >> (at - from)) & 1) === 0 ? -1 : at;
}

function decimalAt(
	ops: Int32Array,
	op: number,
	bytes: Uint8Array,
	from: number,
	into: number,
): number {
	const bound = from + short + 1;
	let at = from;
	let whole = 0;
	for (let digit = bytes[at]! - zero; digit >>> 0 < 10 && at < bound; digit = bytes[at]! - zero) {
		whole = (Math.imul(whole, 10) + digit) | 0;
		at++;
	}

	if (bytes[at] !== point || ((ops[op + places.wholes]! >> (at - from)) & 1) === 0) return -1;
	const fraction = ops[op + places.fraction]!;
	const end = at + fraction + 1;
	for (at++; at < end; at++) {
		const digit = bytes[at]! - zero;
		if (digit >>> 0 > 9) return -1;
		whole = (Math.imul(whole, 10) + digit) | 0;
	}

	stage[into] = whole / powersOfTen[fraction]!;
	return end;
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
