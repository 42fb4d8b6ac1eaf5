import {type Dating, parseTime} from '../time.ts';

/** A time stamp of fixed width: the day is looked up, the time of day is counted. */
export type Clock = {
	readonly width: number;
	/** Where the hour stands, of one or two digits, and the minute after it. */
	readonly hour: number;
	readonly minute: number;
	/** Digits of the fraction, which begins behind the second. */
	readonly fraction: number;
	readonly dating: Dating;
	/** The stamp read last, and when its day began; NaN: its hours are not of the same length all day. */
	readonly stamp: Uint8Array;
	dayAt: number;
};

const zero = 48;
const decoder = new TextDecoder();
const encoder = new TextEncoder();
const clockText = /(?<!\d)(\d\d?:)\d\d:\d\d(?:[.,](\d{1,9}))?/;

/** The clock of a time stamp; undefined when its time of day cannot be counted. */
export function clockOf(text: string, dating: Dating): Clock | undefined {
	const match = clockText.exec(text);
	if (!match || encoder.encode(text).length !== text.length) return undefined;
	return {
		width: text.length,
		hour: match.index,
		minute: match.index + match[1]!.length,
		fraction: match[2]?.length ?? 0,
		dating,
		stamp: new Uint8Array(text.length),
		dayAt: Number.NaN,
	};
}

/** The same clock for a file with its own dates. */
export function clockOfDates(clock: Clock, dating: Dating): Clock {
	return {...clock, dating, stamp: new Uint8Array(clock.width), dayAt: Number.NaN};
}

/** The time of the stamp at `from`, NaN when it is none: the day is that of the line before. */
export function timeAt(clock: Clock, bytes: Uint8Array, from: number): number {
	const rest = restAt(clock, bytes, from);
	if (rest < 0) return Number.NaN;
	if (!sameDay(clock, bytes, from)) {
		clock.stamp.set(bytes.subarray(from, from + clock.width));
		clock.dayAt = dayOf(clock);
	}

	return Number.isNaN(clock.dayAt)
		? parsed(clock, bytes.subarray(from, from + clock.width))
		: clock.dayAt + rest;
}

/** Milliseconds into the day, -1 when this is no time of day. */
function restAt({hour, minute, fraction}: Clock, bytes: Uint8Array, from: number): number {
	const at = from + minute;
	const hours = minute - hour === 3 ? twoAt(bytes, from + hour) : bytes[from + hour]! - zero;
	const minutes = twoAt(bytes, at);
	const seconds = twoAt(bytes, at + 3);
	if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59)
		return -1;
	let rest = (hours * 3600 + minutes * 60 + seconds) * 1000;
	let unit = 100;
	for (let place = 0; place < fraction; place++) {
		const digit = bytes[at + 6 + place]! - zero;
		if (!(digit >= 0 && digit <= 9)) return -1;
		if (place < 3) rest += digit * unit;
		unit /= 10;
	}

	return rest;
}

/** A number of two digits, -1 when it is none. */
function twoAt(bytes: Uint8Array, at: number): number {
	const tens = bytes[at]! - zero;
	const ones = bytes[at + 1]! - zero;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Whether all but the digits of the time of day is as in the stamp read last. */
function sameDay(
	{stamp, width, hour, minute, fraction}: Clock,
	bytes: Uint8Array,
	from: number,
): boolean {
	for (let place = 0; place < hour; place++) if (stamp[place] !== bytes[from + place]) return false;
	for (let place = minute - 1; place < minute + 3; place += 3)
		if (stamp[place] !== bytes[from + place]) return false;
	const end = minute + 5;
	if (fraction > 0 && stamp[end] !== bytes[from + end]) return false;
	for (let place = fraction === 0 ? end : end + 1 + fraction; place < width; place++) {
		if (stamp[place] !== bytes[from + place]) return false;
	}

	return true;
}

/** When the day of a stamp began; NaN where clocks were put back or on that day. */
function dayOf(clock: Clock): number {
	const hours = clock.minute - clock.hour === 3 ? 23 : 9;
	const first = parsed(clock, withTime(clock, 0, 0));
	const last = parsed(clock, withTime(clock, hours, 59));
	return last - first === (hours * 3600 + 59 * 61) * 1000 ? first : Number.NaN;
}

/** The stamp with another hour, minutes and seconds, without a fraction of a second. */
function withTime({stamp, hour, minute, fraction}: Clock, hours: number, rest: number): Uint8Array {
	const two = String(rest).padStart(2, '0');
	const time = `${String(hours).padStart(minute - hour - 1, '0')}:${two}:${two}`;
	const other = stamp.slice();
	encoder.encodeInto(time, other.subarray(hour));
	if (fraction > 0) other.fill(zero, minute + 6, minute + 6 + fraction);
	return other;
}

function parsed({dating}: Clock, stamp: Uint8Array): number {
	return parseTime(decoder.decode(stamp), dating) ?? Number.NaN;
}
