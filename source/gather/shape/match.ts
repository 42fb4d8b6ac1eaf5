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
	/** No line of this shape is longer. */
	readonly longest: number;
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
		longest: literals.length + all.length * 66 + (clock?.width ?? 0) + 2,
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
line is not of this shape, or not surely. `prove` sets the bits of what it finds instead of asking for them.
*/
export function match(pattern: Pattern, bytes: Uint8Array, from: number, prove = false): number {
	const {literals, bounds, kinds, blanks, wholes, fractions, powers, numbers} = pattern;
	const slots = kinds.length;
	let at = from;
	let literal = 0;
	for (let slot = 0; slot < slots; slot++) {
		const until = bounds[slot + 1]!;
		while (literal < until) if (bytes[at++] !== literals[literal++]) return -1;
		const first = at;
		while (bytes[at] === blank) at++;
		let width = at - first;
		if (width > 30) return -1;
		if (prove) blanks[slot]! |= 1 << width;
		else if (((blanks[slot]! >> width) & 1) === 0) return -1;
		const kind = kinds[slot]!;
		if (kind === 5) {
			const time = timeAt(pattern.clock!, bytes, at);
			if (Number.isNaN(time)) return -1;
			numbers[slot] = time;
			at += pattern.clock!.width;
			continue;
		}

		let mantissa = 0;
		let digit = bytes[at]! - zero;
		const whole = at;
		if (kind === 4) {
			let group = 0;
			while ((digit >= 0 && digit <= 9) || digit === -4) {
				if (digit >= 0) mantissa = mantissa * 10 + digit;
				else if (at - group > 3 && group > 0 && at - group !== 4) return -1;
				if (digit < 0) group = at;
				digit = bytes[++at]! - zero;
			}

			if (at - group !== 4) return -1;
		} else {
			while (digit >= 0 && digit <= 9) {
				mantissa = mantissa * 10 + digit;
				digit = bytes[++at]! - zero;
			}
		}

		width = at - whole;
		if (width === 0 || width > widest) return -1;
		if (prove) wholes[slot]! |= 1 << width;
		else if (((wholes[slot]! >> width) & 1) === 0) return -1;
		if (kind === 0 || kind === 4) {
			numbers[slot] = mantissa;
			continue;
		}

		let decimals = 0;
		if (kind !== 3) {
			if (bytes[at] !== 46) return -1;
			const fraction = ++at;
			digit = bytes[at]! - zero;
			while (digit >= 0 && digit <= 9) {
				mantissa = mantissa * 10 + digit;
				digit = bytes[++at]! - zero;
			}

			decimals = at - fraction;
			if (decimals === 0 || width + decimals > widest) return -1;
			if (prove) fractions[slot]! |= 1 << decimals;
			else if (((fractions[slot]! >> decimals) & 1) === 0) return -1;
		}

		if (kind === 1) {
			numbers[slot] = mantissa / powersOfTen[decimals]!;
			continue;
		}

		const letter = bytes[at]!;
		const sign = bytes[at + 1]!;
		if ((letter !== 101 && letter !== 69) || (sign !== 43 && sign !== 45)) return -1;
		at += 2;
		const power = at;
		let exponent = 0;
		digit = bytes[at]! - zero;
		while (digit >= 0 && digit <= 9 && at - power < 4) {
			exponent = exponent * 10 + digit;
			digit = bytes[++at]! - zero;
		}

		width = at - power;
		if (prove) powers[slot]! |= 1 << width;
		else if (((powers[slot]! >> width) & 1) === 0) return -1;
		const scale = (sign === 45 ? -exponent : exponent) - decimals;
		if (width === 0 || scale > 22 || scale < -22) return -1;
		numbers[slot] = scale < 0 ? mantissa / powersOfTen[-scale]! : mantissa * powersOfTen[scale]!;
	}

	const until = literals.length;
	while (literal < until) if (bytes[at++] !== literals[literal++]) return -1;
	return at;
}

/** The time of a stamp, NaN when it is not of the clock's form. */
function timeAt(clock: Clock, bytes: Uint8Array, from: number): number {
	const {width, second, fraction, minute} = clock;
	const tens = bytes[from + second]! - zero;
	const ones = bytes[from + second + 1]! - zero;
	if (!(tens >= 0 && tens <= 5 && ones >= 0 && ones <= 9)) return Number.NaN;
	let rest = (tens * 10 + ones) * 1000;
	for (let place = 0; place < fraction; place++) {
		const digit = bytes[from + second + 3 + place]! - zero;
		if (!(digit >= 0 && digit <= 9)) return Number.NaN;
		if (place < 3) rest += digit * (place === 0 ? 100 : place === 1 ? 10 : 1);
	}

	const after = second + (fraction === 0 ? 2 : 3 + fraction);
	let same = true;
	for (let place = 0; place < second && same; place++) same = minute[place] === bytes[from + place];
	for (let place = after; place < width && same; place++)
		same = minute[place] === bytes[from + place];
	if (fraction > 0 && minute[second + 2] !== bytes[from + second + 2]) same = false;
	if (same) return clock.minuteAt + rest;
	const time = parseTime(decoder.decode(bytes.subarray(from, from + width)), clock.dating);
	if (time === undefined) return Number.NaN;
	minute.set(bytes.subarray(from, from + width));
	clock.minuteAt = time - rest;
	return time;
}
