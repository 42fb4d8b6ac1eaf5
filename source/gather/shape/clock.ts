import {type Dating, parseTime} from '../time.ts';

/** A time stamp of fixed width: the minute is looked up, seconds and their fraction are counted. */
export type Clock = {
	readonly width: number;
	readonly second: number;
	/** Digits of the fraction. */
	readonly fraction: number;
	readonly dating: Dating;
	readonly minute: Uint8Array;
	minuteAt: number;
};

const zero = 48;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const clockText = /^.*?\d\d?:\d\d:(?=\d\d)/;

/** The clock of a time stamp; undefined when its seconds cannot be counted. */
export function clockOf(text: string, dating: Dating): Clock | undefined {
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

/** The time of the stamp at `from`, NaN when it is none: seconds are counted, the minute is that of the line before. */
export function timeAt(clock: Clock, bytes: Uint8Array, from: number): number {
	const rest = secondsAt(clock, bytes, from);
	if (rest < 0) return Number.NaN;
	if (!sameMinute(clock, bytes, from)) {
		const stamp = bytes.subarray(from, from + clock.width);
		const time = parseTime(decoder.decode(stamp), clock.dating);
		if (time === undefined) return Number.NaN;
		clock.minute.set(stamp);
		clock.minuteAt = time - rest;
	}

	return clock.minuteAt + rest;
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
