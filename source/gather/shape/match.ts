import {timeAt} from './clock.ts';
import {exactAt, scaled} from './exact.ts';
import {codes, longest, type Pattern, parts, stride} from './pattern.ts';

const zero = 48;
const blank = 32;
const point = 46;
const sharp = 35;
const pipe = 124;
/** A comma, as far from zero as a digit would be. */
const comma = -4;
/** So many digits a number surely holds. */
const exact = 15;
/** Of so many digits and fewer a line tells whether it is of a pattern. */
const widest = 24;

const encoder = new TextEncoder();

/**
The byte after the last one of the line that begins at `from`, its numbers in `numbers`; -1 when the
line is not of this shape, or not surely. `view` is of the same bytes, and at least `longest` are left.
*/
export function match(pattern: Pattern, bytes: Uint8Array, view: DataView, from: number): number {
	const {ops, literals, words} = pattern;
	const last = ops.length - 2;
	let at = from;
	for (let op = 0; ; op += stride) {
		const start = ops[op]!;
		const end = ops[op + 1]!;
		at =
			end - start < 4
				? bytesAt(literals, bytes, start, end, at)
				: wordsAt(words, view, start, end, at);
		if (at < 0 || op === last) return at;
		at = slotAt(pattern, op, bytes, at);
		if (at < 0) return -1;
	}
}

function bytesAt(
	literals: Uint8Array,
	bytes: Uint8Array,
	start: number,
	end: number,
	from: number,
): number {
	let at = from;
	for (let literal = start; literal < end; literal++) {
		if (bytes[at++] !== literals[literal]) return -1;
	}

	return at;
}

/** Compares four bytes at once; the last four overlap those before them. */
function wordsAt(
	words: DataView,
	view: DataView,
	start: number,
	end: number,
	from: number,
): number {
	const last = end - 4;
	const shift = from - start;
	for (let word = start; word < last; word += 4) {
		if (view.getInt32(word + shift, true) !== words.getInt32(word, true)) return -1;
	}

	return view.getInt32(last + shift, true) === words.getInt32(last, true) ? end + shift : -1;
}

/** Whether the pattern matches a whole line of any length. */
export function matches(pattern: Pattern, text: string): boolean {
	const bytes = new Uint8Array(longest(pattern) + text.length * 3);
	const {written} = encoder.encodeInto(text, bytes);
	return match(pattern, bytes, new DataView(bytes.buffer), 0) === written;
}

/** Where the slot of the op that begins at `from` ends, its number noted; -1 when it is none. */
export function slotAt(pattern: Pattern, op: number, bytes: Uint8Array, from: number): number {
	const {ops} = pattern;
	const kind = ops[op + parts.kind]!;
	if (kind === codes.bar) return barAt(bytes, from, pattern.barBytes);
	let at = from;
	while (bytes[at] === blank) at++;
	if (((ops[op + parts.blanks]! >> (at - from)) & 1) === 0 || at - from > 30) return -1;
	if (kind <= codes.wholePower) return numberAt(pattern, op, kind, bytes, at);
	if (kind === codes.grouped) return groupedAt(pattern, op, bytes, at);
	const time = timeAt(pattern.clock!, bytes, at);
	pattern.numbers[ops[op + parts.target]!] = time;
	return Number.isNaN(time) ? -1 : at + pattern.clock!.width;
}

/** Where what fills a bar ends: blocks or signs, then blanks, then its end; -1 when it is none. */
export function barAt(bytes: Uint8Array, from: number, most: number): number {
	let at = from;
	while (bytes[at] === 0xe2 && bytes[at + 1] === 0x96 && (bytes[at + 2]! & 0xe0) === 0x80) at += 3;
	if (at === from) {
		while (bytes[at] === sharp) at++;
		if (at > from && bytes[at]! >= zero && bytes[at]! <= zero + 9) at++;
	}

	while (bytes[at] === blank) at++;
	return at > from && at - from <= most && bytes[at] === pipe ? at : -1;
}

function numberAt(
	pattern: Pattern,
	op: number,
	kind: number,
	bytes: Uint8Array,
	from: number,
): number {
	const {ops} = pattern;
	const pointed = kind === codes.decimal || kind === codes.power;
	let at = from;
	let mantissa = 0;
	let mark = 0;
	for (; ; at++) {
		const digit = bytes[at]! - zero;
		if (digit >= 0 && digit <= 9) mantissa = mantissa * 10 + digit;
		else if (pointed && mark === 0 && bytes[at] === point) mark = at;
		else break;
	}

	const decimals = pointed ? at - mark - 1 : 0;
	const wholes = pointed ? mark - from : at - from;
	if (
		!has(ops[op + parts.wholes]!, wholes) ||
		(pointed && !has(ops[op + parts.fractions]!, decimals))
	)
		return -1;
	return kind >= codes.power
		? powerAt(pattern, op, bytes, from, at, mantissa, decimals)
		: plainAt(pattern, op, bytes, from, at, mantissa, decimals);
}

/** The digits in [from, to) are the whole number. */
function plainAt(
	{ops, numbers}: Pattern,
	op: number,
	bytes: Uint8Array,
	from: number,
	to: number,
	mantissa: number,
	decimals: number,
): number {
	numbers[ops[op + parts.target]!] =
		to - from <= exact ? scaled(mantissa, -decimals) : exactAt(bytes, from, to, 0, to);
	return to;
}

/** An exponent follows the digits in [from, to). */
function powerAt(
	{ops, numbers}: Pattern,
	op: number,
	bytes: Uint8Array,
	from: number,
	to: number,
	mantissa: number,
	decimals: number,
): number {
	const letter = bytes[to]!;
	const sign = bytes[to + 1]!;
	if ((letter !== 101 && letter !== 69) || (sign !== 43 && sign !== 45)) return -1;
	let at = to + 2;
	let exponent = 0;
	let digit = bytes[at]! - zero;
	while (digit >= 0 && digit <= 9 && at - to < 6) {
		exponent = exponent * 10 + digit;
		digit = bytes[++at]! - zero;
	}

	if (!has(ops[op + parts.powers]!, at - to - 2)) return -1;
	const power = sign === 45 ? -exponent : exponent;
	const value = to - from <= exact ? scaled(mantissa, power - decimals) : Number.NaN;
	numbers[ops[op + parts.target]!] = Number.isNaN(value)
		? exactAt(bytes, from, to, power, at)
		: value;
	return at;
}

/** Thousands in groups of three: `1,234,567`. */
function groupedAt({ops, numbers}: Pattern, op: number, bytes: Uint8Array, from: number): number {
	let at = from;
	let value = 0;
	let inGroup = 0;
	let groups = 0;
	for (
		let digit = bytes[at]! - zero;
		(digit >= 0 && digit <= 9) || digit === comma;
		digit = bytes[++at]! - zero
	) {
		if (digit !== comma) {
			value = value * 10 + digit;
			inGroup++;
			continue;
		}

		if (groups > 0 ? inGroup !== 3 : inGroup === 0 || inGroup > 3) return -1;
		groups++;
		inGroup = 0;
	}

	const width = at - from;
	if (groups === 0 || inGroup !== 3 || width > exact || !has(ops[op + parts.wholes]!, width))
		return -1;
	numbers[ops[op + parts.target]!] = value;
	return at;
}

/** Whether a width is among those noted: never none, never more than can be noted. */
function has(mask: number, width: number): boolean {
	return width > 0 && width <= widest && ((mask >> width) & 1) !== 0;
}
