import {kinds, most, places, short} from './burst.ts';
import {timeAt} from './clock.ts';
import {divided, powersOfTen, scaled} from './exact.ts';
import {barAt, slotAt} from './match.ts';
import type {Pattern} from './pattern.ts';

/** The numbers of the lines taken last, line by line, and behind them those of a line that says nothing. */
export const stage = new Float64Array((most.lines + 1) * most.numbers);
/** Where the latter are. */
export const beside = most.lines * most.numbers;

const zero = 48;
const blank = 32;
const point = 46;

/** Where a padded, long or other slot of a burst ends that begins at `from`, its number in the stage at `into`; -1 when it is none. */
export function slotInto(
	ops: Int32Array,
	op: number,
	kind: number,
	pattern: Pattern,
	bytes: Uint8Array,
	from: number,
	into: number,
): number {
	if (kind === kinds.other) return otherAt(ops, op, pattern, bytes, from, into);
	if (kind === kinds.bar) return barAt(bytes, from, pattern.barBytes);
	const blanks = ops[op + places.blanks]!;
	const at = blanks === 1 ? from : blanksAt(bytes, from, blanks);
	if (at < 0) return -1;
	if (kind === kinds.float) return floatAt(ops, op, pattern, bytes, at, into);
	if (kind === kinds.paddedWhole) return wholeAt(ops, op, bytes, at, into);
	return kind === kinds.paddedDecimal
		? decimalAt(ops, op, bytes, at, into)
		: stampAt(pattern, bytes, at, into);
}

function stampAt({clock}: Pattern, bytes: Uint8Array, from: number, into: number): number {
	const time = timeAt(clock!, bytes, from);
	stage[into] = time;
	return Number.isNaN(time) ? -1 : from + clock!.width;
}

function blanksAt(bytes: Uint8Array, from: number, blanks: number): number {
	let at = from;
	while (bytes[at] === blank) at++;
	return at - from > 30 || ((blanks >> (at - from)) & 1) === 0 ? -1 : at;
}

/** The number that `digitsAt` read last. */
const read = new Int32Array(1);

/** Where the digits at `from` end, before `bound` at the latest; they go on with the number `begin`. */
function digitsAt(bytes: Uint8Array, from: number, bound: number, begin: number): number {
	let at = from;
	let value = begin;
	for (let digit = bytes[at]! - zero; digit >>> 0 < 10 && at < bound; digit = bytes[at]! - zero) {
		value = (Math.imul(value, 10) + digit) | 0;
		at++;
	}

	read[0] = value;
	return at;
}

/** A whole number of few digits. */
export function wholeAt(
	ops: Int32Array,
	op: number,
	bytes: Uint8Array,
	from: number,
	into: number,
): number {
	const at = digitsAt(bytes, from, from + short + 1, 0);
	stage[into] = read[0]!;
	return ((ops[op + places.wholes]! >> (at - from)) & 1) === 0 ? -1 : at;
}

/** A number with a fixed count of digits behind its point. */
export function decimalAt(
	ops: Int32Array,
	op: number,
	bytes: Uint8Array,
	from: number,
	into: number,
): number {
	const at = digitsAt(bytes, from, from + short + 1, 0);
	if (bytes[at] !== point || ((ops[op + places.wholes]! >> (at - from)) & 1) === 0) return -1;
	const fraction = ops[op + places.fraction]!;
	const end = at + fraction + 1;
	if (digitsAt(bytes, at + 1, end, read[0]!) !== end) return -1;
	stage[into] = read[0]! / powersOfTen[fraction]!;
	return end;
}

function otherAt(
	ops: Int32Array,
	op: number,
	pattern: Pattern,
	bytes: Uint8Array,
	from: number,
	into: number,
): number {
	const at = slotAt(pattern, ops[op + places.op]!, bytes, from);
	stage[into] = pattern.numbers[ops[op + places.target]!]!;
	return at;
}

/** A number with a point and any digits behind it, maybe with a power; what is too long goes the slow way. */
function floatAt(
	ops: Int32Array,
	op: number,
	pattern: Pattern,
	bytes: Uint8Array,
	from: number,
	into: number,
): number {
	const mark = digitsAt(bytes, from, from + short, 0);
	if (bytes[mark] !== point) return otherAt(ops, op, pattern, bytes, from, into);
	if (((ops[op + places.wholes]! >> (mark - from)) & 1) === 0) return -1;
	const middle = digitsAt(bytes, mark + 1, from + short + 1, read[0]!);
	const high = read[0]!;
	const at = digitsAt(bytes, middle, middle + short, 0);
	const low = read[0]!;
	const fractions = at - mark - 1;
	if ((bytes[at]! - zero) >>> 0 < 10) return otherAt(ops, op, pattern, bytes, from, into);
	if (((ops[op + places.fraction]! >> fractions) & 1) === 0) return -1;
	const powers = ops[op + places.powers]!;
	const end = powers === 0 ? at : powerAt(powers, bytes, at);
	if (end < 0) return -1;
	const scale = powers === 0 ? -fractions : power - fractions;
	const value = joined(high, low, at - middle, at - from - 1, scale);
	if (Number.isNaN(value)) return otherAt(ops, op, pattern, bytes, from, into);
	stage[into] = value;
	return end;
}

/** What `powerAt` read last. */
let power = 0;

/** Where the power that begins at `from` ends; -1 when it is none of as many digits as have been seen. */
function powerAt(powers: number, bytes: Uint8Array, from: number): number {
	const letter = bytes[from]!;
	const sign = bytes[from + 1]!;
	if ((letter !== 101 && letter !== 69) || (sign !== 43 && sign !== 45)) return -1;
	const at = digitsAt(bytes, from + 2, from + 6, 0);
	const value = read[0]!;
	power = sign === 45 ? -value : value;
	return ((powers >> (at - from - 2)) & 1) === 0 ? -1 : at;
}

/** `high` and the `behind` digits of `low` after it, times ten to the `scale`; NaN when that is not sure. */
function joined(high: number, low: number, behind: number, digits: number, scale: number): number {
	if (digits <= 15) return scaled(high * powersOfTen[behind]! + low, scale);
	return scale > 0 || scale < -22 ? Number.NaN : divided(high, low, behind, -scale);
}
