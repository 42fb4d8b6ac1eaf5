import {type Dating, parseTime} from '../time.ts';
import {before, type Kind, type Token} from './tokens.ts';

/** Codes of `Kind` in the tables of a pattern. */
export const codes: Readonly<Record<Kind, number>> = {
	whole: 0,
	decimal: 1,
	power: 2,
	wholePower: 3,
	grouped: 4,
	time: 5,
};

/**
How the lines of one shape run: literal bytes, then a slot, and so on, and literal bytes at the end.
Blanks before a slot are flexible. Bit n of a mask: so many blanks or digits have been seen and proven.
*/
export type Pattern = {
	readonly literals: Uint8Array;
	/** Where the literal before each slot begins in `literals`; one more for the tail, one for its end. */
	readonly bounds: Int32Array;
	readonly kinds: Int32Array;
	readonly blanks: Int32Array;
	readonly wholes: Int32Array;
	readonly fractions: Int32Array;
	readonly powers: Int32Array;
	readonly clock: Clock | undefined;
	/** The same bytes as `literals`, to compare four at once. */
	readonly words: DataView;
	/** The numbers of the last line that matched. */
	readonly numbers: Float64Array;
};

/** A time stamp of fixed width: the minute is looked up, seconds and their fraction are counted. */
type Clock = {
	readonly width: number;
	readonly second: number;
	/** Digits of the fraction. */
	readonly fraction: number;
	readonly dating: Dating;
	readonly minute: Uint8Array;
	minuteAt: number;
};

const powersOfTen = Float64Array.from({length: 23}, (_, exponent) => Number(`1e${exponent}`));
const zero = 48;
const blank = 32;
const point = 46;
/** A comma, as far from zero as a digit would be. */
const comma = -4;
const widest = 15;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const clockText = /^.*?\d\d?:\d\d:(?=\d\d)/;

/** The pattern of a line; undefined when its time stamp is none that can be counted. */
export function patternOf(
	text: string,
	all: readonly Token[],
	dating: Dating,
): Pattern | undefined {
	const pieces: string[] = [];
	let from = 0;
	let clock: Clock | undefined;
	for (const {kind, start, end} of all) {
		pieces.push(before(text, from, start));
		if (kind === 'time') {
			clock = clockOf(text.slice(start, end), dating);
			if (!clock) return undefined;
		}

		from = end;
	}

	pieces.push(text.slice(from));
	const encoded = pieces.map(piece => encoder.encode(piece));
	const bounds = new Int32Array(encoded.length + 1);
	for (const [index, {length}] of encoded.entries()) bounds[index + 1] = bounds[index]! + length;
	const literals = new Uint8Array(bounds[encoded.length]!);
	for (const [index, piece] of encoded.entries()) literals.set(piece, bounds[index]);
	const table = () => new Int32Array(all.length);
	return {
		literals,
		bounds,
		kinds: Int32Array.from(all, ({kind}) => codes[kind]),
		blanks: table(),
		wholes: table(),
		fractions: table(),
		powers: table(),
		clock,
		words: new DataView(literals.buffer),
		numbers: new Float64Array(all.length),
	};
}

function clockOf(text: string, dating: Dating): Clock | undefined {
	const stem = clockText.exec(text)?.[0];
	if (stem === undefined || encoder.encode(text).length !== text.length) return undefined;
	const fraction = /^\d\d[.,](\d{1,9})/.exec(text.slice(stem.length))?.[1]?.length ?? 0;
	return {
		width: text.length,
		second: stem.length,
		fraction,
		dating,
		minute: new Uint8Array(text.length),
		minuteAt: Number.NaN,
	};
}

/**
The byte after the last one of the line that begins at `from`, its numbers in `numbers`; -1 when the
line is not of this shape, or not surely. `view` is of the same bytes, and at least `longest` are left.
*/
export function match(pattern: Pattern, bytes: Uint8Array, view: DataView, from: number): number {
	const {literals, words, bounds, kinds} = pattern;
	const slots = kinds.length;
	let at = from;
	let literal = 0;
	for (let slot = 0; slot <= slots; slot++) {
		const until = bounds[slot + 1]!;
		for (; literal + 4 <= until; literal += 4, at += 4) {
			if (view.getInt32(at) !== words.getInt32(literal)) return -1;
		}

		while (literal < until) if (bytes[at++] !== literals[literal++]) return -1;
		if (slot === slots) break;
		at = slotAt(pattern, slot, bytes, at);
		if (at < 0) return -1;
	}

	return at;
}

/** Notes that lines with the widths of this one, whose slots are `all`, are of the pattern. */
export function widen(pattern: Pattern, text: string, all: readonly Token[]): void {
	for (const [slot, {kind, start, end}] of all.entries()) {
		const from = all[slot - 1]?.end ?? 0;
		pattern.blanks[slot]! |= 1 << (start - from - before(text, from, start).length);
		if (kind === 'time') continue;
		const [digits = '', power = ''] = text.slice(start, end).split(/[eE][-+]/);
		const [whole = '', fraction = ''] = digits.split('.');
		pattern.wholes[slot]! |= 1 << whole.length;
		pattern.fractions[slot]! |= 1 << fraction.length;
		pattern.powers[slot]! |= 1 << power.length;
	}
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
	if (kind === 5) return stampAt(pattern, slot, bytes, at);
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

/** A time stamp: seconds are counted, the rest is looked up where it is that of the line before. */
function stampAt({clock, numbers}: Pattern, slot: number, bytes: Uint8Array, from: number): number {
	if (!clock) return -1;
	const rest = secondsAt(clock, bytes, from);
	if (rest < 0) return -1;
	if (!sameMinute(clock, bytes, from)) {
		const stamp = bytes.subarray(from, from + clock.width);
		const time = parseTime(decoder.decode(stamp), clock.dating);
		if (time === undefined) return -1;
		clock.minute.set(stamp);
		clock.minuteAt = time - rest;
	}

	numbers[slot] = clock.minuteAt + rest;
	return from + clock.width;
}

/** Milliseconds into the minute, -1 when these are no seconds. */
function secondsAt({second, fraction}: Clock, bytes: Uint8Array, from: number): number {
	const tens = bytes[from + second]! - zero;
	const ones = bytes[from + second + 1]! - zero;
	if (!(tens >= 0 && tens <= 5 && ones >= 0 && ones <= 9)) return -1;
	let rest = (tens * 10 + ones) * 1000;
	let unit = 100;
	for (let place = 0; place < fraction; place++) {
		const digit = bytes[from + second + 3 + place]! - zero;
		if (!(digit >= 0 && digit <= 9)) return -1;
		if (place < 3) rest += digit * unit;
		unit /= 10;
	}

	return rest;
}

function sameMinute(
	{minute, width, second, fraction}: Clock,
	bytes: Uint8Array,
	from: number,
): boolean {
	for (let place = 0; place < second; place++)
		if (minute[place] !== bytes[from + place]) return false;
	const mark = second + 2;
	if (fraction > 0 && minute[mark] !== bytes[from + mark]) return false;
	for (let place = fraction === 0 ? mark : mark + 1 + fraction; place < width; place++) {
		if (minute[place] !== bytes[from + place]) return false;
	}

	return true;
}

/** The most bytes of a line of the widths proven so far, its end included. */
export function longest({literals, clock, blanks, wholes, fractions, powers}: Pattern): number {
	let length = literals.length + (clock?.width ?? 0) + 2;
	for (let slot = 0; slot < blanks.length; slot++) {
		for (const table of [blanks, wholes, fractions, powers])
			length += 33 - Math.clz32(table[slot]!);
	}

	return length;
}

/** Whether a width is among those noted: never none, never more digits than a number holds exactly. */
function has(mask: number, width: number): boolean {
	return width > 0 && width <= widest && ((mask >> width) & 1) !== 0;
}
