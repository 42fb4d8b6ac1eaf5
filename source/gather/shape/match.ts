import {timeAt} from './clock.ts';
import {longest, type Pattern} from './pattern.ts';

const powersOfTen = Float64Array.from({length: 23}, (_, exponent) => Number(`1e${exponent}`));
const zero = 48;
const blank = 32;
const point = 46;
/** A comma, as far from zero as a digit would be. */
const comma = -4;
const widest = 15;

const encoder = new TextEncoder();

/**
The byte after the last one of the line that begins at `from`, its numbers in `numbers`; -1 when the
line is not of this shape, or not surely. `view` is of the same bytes, and at least `longest` are left.
*/
export function match(pattern: Pattern, bytes: Uint8Array, view: DataView, from: number): number {
	const {literals, words, bounds, kinds} = pattern;
	const slots = kinds.length;
	let at = from;
	for (let slot = 0; slot <= slots; slot++) {
		const start = bounds[slot]!;
		const end = bounds[slot + 1]!;
		at =
			end - start < 4
				? bytesAt(literals, bytes, start, end, at)
				: wordsAt(words, view, start, end, at);
		if (at < 0) return -1;
		if (slot === slots) break;
		at = slotAt(pattern, slot, bytes, at);
		if (at < 0) return -1;
	}

	return at;
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

function slotAt(pattern: Pattern, slot: number, bytes: Uint8Array, from: number): number {
	let at = from;
	while (bytes[at] === blank) at++;
	if (((pattern.blanks[slot]! >> (at - from)) & 1) === 0 || at - from > 30) return -1;
	const kind = pattern.kinds[slot]!;
	if (kind === 5) {
		const time = timeAt(pattern.clock!, bytes, at);
		pattern.numbers[slot] = time;
		return Number.isNaN(time) ? -1 : at + pattern.clock!.width;
	}

	if (kind === 4) return groupedAt(pattern, slot, bytes, at);
	return numberAt(pattern, slot, kind, bytes, at);
}

function numberAt(
	pattern: Pattern,
	slot: number,
	kind: number,
	bytes: Uint8Array,
	from: number,
): number {
	let at = from;
	let mantissa = 0;
	let digit = bytes[at]! - zero;
	while (digit >= 0 && digit <= 9) {
		mantissa = mantissa * 10 + digit;
		digit = bytes[++at]! - zero;
	}

	const whole = at - from;
	if (!has(pattern.wholes[slot]!, whole)) return -1;
	let decimals = 0;
	if (kind === 1 || kind === 2) {
		if (bytes[at] !== point) return -1;
		const first = ++at;
		for (digit = bytes[at]! - zero; digit >= 0 && digit <= 9; digit = bytes[++at]! - zero) {
			mantissa = mantissa * 10 + digit;
		}

		decimals = at - first;
		if (decimals + whole > widest || !has(pattern.fractions[slot]!, decimals)) return -1;
	}

	if (kind > 1) return powerAt(pattern, slot, bytes, at, mantissa, decimals);
	pattern.numbers[slot] = decimals === 0 ? mantissa : mantissa / powersOfTen[decimals]!;
	return at;
}

function powerAt(
	pattern: Pattern,
	slot: number,
	bytes: Uint8Array,
	from: number,
	mantissa: number,
	decimals: number,
): number {
	const letter = bytes[from]!;
	const sign = bytes[from + 1]!;
	if ((letter !== 101 && letter !== 69) || (sign !== 43 && sign !== 45)) return -1;
	let at = from + 2;
	let exponent = 0;
	let digit = bytes[at]! - zero;
	while (digit >= 0 && digit <= 9 && at - from < 6) {
		exponent = exponent * 10 + digit;
		digit = bytes[++at]! - zero;
	}

	const width = at - from - 2;
	const scale = (sign === 45 ? -exponent : exponent) - decimals;
	if (width === 0 || ((pattern.powers[slot]! >> width) & 1) === 0 || scale > 22 || scale < -22)
		return -1;
	pattern.numbers[slot] =
		scale < 0 ? mantissa / powersOfTen[-scale]! : mantissa * powersOfTen[scale]!;
	return at;
}

/** Thousands in groups of three: `1,234,567`. */
function groupedAt(pattern: Pattern, slot: number, bytes: Uint8Array, from: number): number {
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
	if (
		groups === 0 ||
		inGroup !== 3 ||
		width > widest ||
		((pattern.wholes[slot]! >> width) & 1) === 0
	)
		return -1;
	pattern.numbers[slot] = value;
	return at;
}
/** Whether a width is among those noted: never none, never more digits than a number holds exactly. */
function has(mask: number, width: number): boolean {
	return width > 0 && width <= widest && ((mask >> width) & 1) !== 0;
}
