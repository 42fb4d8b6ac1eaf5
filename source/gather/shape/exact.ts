/** 1, 10, 100 and so on, as far as numbers hold them exactly. */
export const powersOfTen = Float64Array.from({length: 23}, (_, exponent) =>
	Number(`1e${exponent}`),
);
const zero = 48;
const point = 46;
/** 2^27 + 1: splits a number into halves whose products are exact. */
const splitter = 134_217_729;
const decoder = new TextDecoder();

/** The mantissa times ten to the `scale`, as `Number` rounds it; both are exact. NaN where that is not sure. */
export function scaled(mantissa: number, scale: number): number {
	if (scale > 22 || scale < -22) return Number.NaN;
	if (scale < 0) return mantissa / powersOfTen[-scale]!;
	return scale > 0 ? mantissa * powersOfTen[scale]! : mantissa;
}

/**
The number that stands in [from, end), its digits in [from, to), among them at most one point, times
ten to the `power`: of any number of digits, rounded as `Number` rounds them.
*/
export function exactAt(
	bytes: Uint8Array,
	from: number,
	to: number,
	power: number,
	end: number,
): number {
	const value = roundedAt(bytes, from, to, power);
	return Number.isNaN(value) ? Number(decoder.decode(bytes.subarray(from, end))) : value;
}

function roundedAt(bytes: Uint8Array, from: number, to: number, power: number): number {
	let high = 0;
	let low = 0;
	let digits = 0;
	let scale = power;
	for (let at = from; at < to; at++) {
		const byte = bytes[at]!;
		if (byte === point) {
			scale -= to - at - 1;
			continue;
		}

		if (digits < 15) high = high * 10 + byte - zero;
		else low = low * 10 + byte - zero;
		digits++;
	}

	return digits > 24 || scale > 0 || scale < -22
		? Number.NaN
		: divided(high, low, Math.max(0, digits - 15), -scale);
}

/** (high * 10^digits + low) / 10^scale in twice the digits of a number; NaN on the edge between two. */
export function divided(high: number, low: number, digits: number, scale: number): number {
	const lift = powersOfTen[digits]!;
	const divisor = powersOfTen[scale]!;
	const whole = high * lift;
	const rest = missed(high, lift, whole) + low;
	const first = whole / divisor;
	const product = first * divisor;
	const second = (whole - product - missed(first, divisor, product) + rest) / divisor;
	const sum = first + second * (1 + 1e-12);
	return sum === first + second * (1 - 1e-12) ? sum : Number.NaN;
}

/** What `product` lacks of a * b. */
function missed(a: number, b: number, product: number): number {
	const highA = splitter * a - (splitter * a - a);
	const highB = splitter * b - (splitter * b - b);
	const lowA = a - highA;
	const lowB = b - highB;
	return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB;
}
