/** Powers of ten that a double holds exactly. */
const tens = Float64Array.from({length: 23}, (_, power) => Number(`1e${power}`));
/** So many digits are counted in one whole number, and as many in a second one. */
const half = 9;
/** A whole number of so many digits is exact in a double. */
const exact = 15;
/** No number with so many digits is longer. */
const longest = 40;

const [zero, point, minus, plus] = [48, 46, 45, 43];

/** The digits read last: the first nine, from the first that is not 0 on, those after them, and how many stand behind the point. */
const read = {first: 0, second: 0, digits: 0, fraction: 0, any: false};

/** Where the number ends that was read last. */
export const last = {end: 0};

/**
The number that is written in [from, to), exactly as `Number` reads it: `-0.25`, `3e-05`; NaN where
that is anything else, has more than 18 digits or an unusual exponent.
*/
export function digitsIn(bytes: Uint8Array, from: number, to: number): number {
	if (to - from > longest) return Number.NaN;
	const number = digitsFrom(bytes, from, to);
	return last.end === to ? number : Number.NaN;
}

/** As `digitsIn`, of the number that begins at `from` and ends before `to`: `last` tells where. */
export function digitsFrom(bytes: Uint8Array, from: number, to: number): number {
	const negative = bytes[from] === minus;
	const end = readDigits(bytes, negative ? from + 1 : from, to);
	const {first, second, digits, fraction, any} = read;
	last.end = end;
	const scale = end < to && (bytes[end]! | 32) === 101 ? powerIn(bytes, end, to) : 0;
	if (!any || digits > half * 2) return Number.NaN;
	const power = scale - fraction;
	const value =
		digits <= exact
			? scaled(digits <= half ? first : first * tens[digits - half]! + second, power)
			: scaledLong(first * tens[digits - half]!, second, power);
	return negative ? -value : value;
}

/** Reads digits with a point among them; tells where they end. */
function readDigits(bytes: Uint8Array, from: number, to: number): number {
	let first = 0;
	let second = 0;
	let digits = 0;
	let pointAt = -1;
	let at = from;
	for (; at < to; at++) {
		const digit = bytes[at]! - zero;
		if (digit >= 0 && digit <= 9) {
			if (digits < half) first = first * 10 + digit;
			else second = second * 10 + digit;
			if (first > 0) digits++;
		} else if (digit === point - zero && pointAt < 0) pointAt = at;
		else break;
	}

	read.first = first;
	read.second = second;
	read.digits = digits;
	read.any = at - from > (pointAt < 0 ? 0 : 1);
	read.fraction = pointAt < 0 ? 0 : at - pointAt - 1;
	return at;
}

/** What stands behind the digits: `e-05` → -5; NaN where it is no exponent. */
function powerIn(bytes: Uint8Array, from: number, to: number): number {
	const sign = bytes[from + 1];
	const first = sign === minus || sign === plus ? from + 2 : from + 1;
	let power = 0;
	let at = first;
	for (; at < to; at++) {
		const digit = bytes[at]! - zero;
		if (digit < 0 || digit > 9) break;
		power = power * 10 + digit;
	}

	last.end = at;
	if (at === first || at - first > 3) return Number.NaN;
	return sign === minus ? -power : power;
}

/** An exact number times or over an exact power is rounded once, as it should be. */
function scaled(whole: number, power: number): number {
	if (power <= 0 && power >= -22) return whole / tens[-power]!;
	return power > 0 && power <= 22 ? whole * tens[power]! : Number.NaN;
}

/**
The sum of two whole numbers times a power of ten, in doubles of twice the length; NaN where even they
do not tell to which side it is rounded.
*/
function scaledLong(top: number, bottom: number, power: number): number {
	if (!(power <= 0 && power >= -22)) return Number.NaN;
	const high = top + bottom;
	const left = bottom - (high - top);
	const divisor = tens[-power]!;
	const quotient = high / divisor;
	const more = (remainder(high, quotient, divisor) + left) / divisor;
	const doubt = quotient * 2 ** -90;
	const value = quotient + (more - doubt);
	return value === quotient + (more + doubt) ? value : Number.NaN;
}

/** What is left of `high` after the quotient, by Dekker's exact product. */
function remainder(high: number, quotient: number, divisor: number): number {
	const product = quotient * divisor;
	const [a, b] = [upper(quotient), upper(divisor)];
	const [c, d] = [quotient - a, divisor - b];
	return high - product - (a * b - product + a * d + c * b + c * d);
}

/** The upper half of a double's digits. */
function upper(value: number): number {
	const spread = value * (2 ** 27 + 1);
	return spread - (spread - value);
}
