/** Powers of ten that a double holds exactly. */
const tens = Float64Array.from({length: 23}, (_, power) => Number(`1e${power}`));
/** One more digit and a whole number may be beyond what a double holds exactly. */
const full = 900_719_925_474_098;
/** Digits beyond those. */
const most = 3;
/** No number with so many digits is longer. */
const longest = 40;

const [zero, nine, point, minus, plus] = [48, 57, 46, 45, 43];

/** The digits read last: `whole`, then `rest` of so many `places`, and how many of all stand behind the point. */
const read = {whole: 0, rest: 0, places: 0, count: 0, fraction: 0};

/**
The number that is written in [from, to), exactly as `Number` reads it: `-0.25`, `3e-05`; NaN where
that is anything else, has more than 18 digits or an unusual exponent.
*/
export function digitsIn(bytes: Uint8Array, from: number, to: number): number {
	if (to - from > longest) return Number.NaN;
	const negative = bytes[from] === minus;
	const end = readDigits(bytes, negative ? from + 1 : from, to);
	const {whole, rest, places, count, fraction} = read;
	if (count === 0 || places > most) return Number.NaN;
	const power = (end === to ? 0 : powerIn(bytes, end, to)) - fraction;
	const value = places === 0 ? scaled(whole, power) : scaledLong(whole, rest, places, power);
	return negative ? -value : value;
}

/** Reads digits with a point among them; tells where they end. */
function readDigits(bytes: Uint8Array, from: number, to: number): number {
	let whole = 0;
	let rest = 0;
	let places = 0;
	let pointAt = -1;
	let at = from;
	for (; at < to; at++) {
		const digit = bytes[at]! - zero;
		if (digit >= 0 && digit <= 9) {
			if (whole <= full) whole = whole * 10 + digit;
			else {
				rest = rest * 10 + digit;
				places++;
			}
		} else if (bytes[at] === point && pointAt < 0) pointAt = at;
		else break;
	}

	read.whole = whole;
	read.rest = rest;
	read.places = places;
	read.count = pointAt < 0 ? at - from : at - from - 1;
	read.fraction = pointAt < 0 ? 0 : at - pointAt - 1;
	return at;
}

/** What stands behind the digits: `e-05` → -5; NaN where it is no exponent. */
function powerIn(bytes: Uint8Array, from: number, to: number): number {
	if ((bytes[from]! | 32) !== 101) return Number.NaN;
	const sign = bytes[from + 1];
	let at = sign === minus || sign === plus ? from + 2 : from + 1;
	if (at >= to || to - at > 3) return Number.NaN;
	let power = 0;
	for (; at < to; at++) {
		const byte = bytes[at]!;
		if (byte < zero || byte > nine) return Number.NaN;
		power = power * 10 + byte - zero;
	}

	return sign === minus ? -power : power;
}

/** An exact number times or over an exact power is rounded once, as it should be. */
function scaled(whole: number, power: number): number {
	if (power <= 0 && power >= -22) return whole / tens[-power]!;
	return power > 0 && power <= 22 ? whole * tens[power]! : Number.NaN;
}

/**
The number `whole` and `rest` of so many digits, times a power of ten, in doubles of twice the length; NaN
where even they do not tell to which side it is rounded.
*/
function scaledLong(whole: number, rest: number, places: number, power: number): number {
	if (!(power <= 0 && power >= -22)) return Number.NaN;
	const step = tens[places]!;
	const low = whole % 2 ** 27;
	const top = (whole - low) * step;
	const bottom = low * step + rest;
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
