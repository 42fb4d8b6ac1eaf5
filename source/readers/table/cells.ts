import type {Place} from './batches.ts';
import {cellNumber, cellTime, timeOf, withPoint} from './cell.ts';
import {digitsFrom, last} from './digits.ts';
import type {Layout} from './layout.ts';

const [lineFeed, carriageReturn, blank, quote, plus] = [10, 13, 32, 34, 43];
const [slash, nine, semicolon] = [47, 57, 59];
const decoder = new TextDecoder('utf-8', {ignoreBOM: true});

/**
Reads the cells of the row that begins at `from` into the layout, and its time into the place; `to` is
behind the end of a line. Tells where the next row begins; -1 where the row must be read as text: it has
quotes, more or fewer cells than columns, or may be a header.
*/
export function readCells(
	bytes: Uint8Array,
	from: number,
	to: number,
	delimiter: number,
	layout: Layout,
	place: Place,
): number {
	const {asked, told, clock, since} = layout;
	const most = asked.length - 1;
	let numbered = beginsNumber(bytes[from]!);
	let at = from;
	place.at = Number.NaN;
	for (let column = 0; ; column++) {
		while (bytes[at] === blank) at++;
		if (asked[column] === 1) {
			at = readNumber(bytes, at, to, delimiter, layout, column);
			numbered ||= told[column] === 1;
		} else if (column === clock) at = readTime(bytes, at, to, delimiter, since, place);
		else at = endOf(bytes, at, delimiter);
		if (at < 0) return -1;
		if (bytes[at] === delimiter) {
			if (column === most) return -1;
			at++;
			continue;
		}

		if (column < most || !numbered) return -1;
		return bytes[at] === carriageReturn ? at + 2 : at + 1;
	}
}

/** Digits, a sign, a point: no header begins so. */
function beginsNumber(byte: number): boolean {
	return byte >= plus && byte <= nine && byte !== plus + 1 && byte !== slash;
}

/** Where the cell ends: at a delimiter or the line's end; -1: only its text tells. */
function endOf(bytes: Uint8Array, from: number, delimiter: number): number {
	for (let at = from; ; at++) {
		const byte = bytes[at]!;
		if (byte === delimiter || byte === lineFeed) return at;
		if (byte > quote) continue;
		if (byte === carriageReturn) return bytes[at + 1] === lineFeed ? at : -1;
		if (byte === quote || byte === 0) return -1;
	}
}

function readNumber(
	bytes: Uint8Array,
	from: number,
	to: number,
	delimiter: number,
	{numbers, told}: Layout,
	column: number,
): number {
	told[column] = 0;
	if (bytes[from] === delimiter) return from;
	const number = digitsFrom(bytes, from, to);
	const digits = last.end;
	const end = endOf(bytes, digits, delimiter);
	if (end < 0) return -1;
	const whole = end === digits && !Number.isNaN(number);
	const value = whole || end === from ? number : numberIn(textIn(bytes, from, end), delimiter);
	if (value === undefined || end === from) return end;
	told[column] = 1;
	numbers[column] = value;
	return end;
}

/** The number in the text of a cell. */
function numberIn(text: string, delimiter: number): number | undefined {
	return cellNumber(delimiter === semicolon ? withPoint(text) : text);
}

function readTime(
	bytes: Uint8Array,
	from: number,
	to: number,
	delimiter: number,
	since: number,
	place: Place,
): number {
	const seconds = digitsFrom(bytes, from, to);
	const digits = last.end;
	const end = endOf(bytes, digits, delimiter);
	if (end <= from) return end;
	const whole = end === digits && !Number.isNaN(seconds);
	place.at =
		(whole ? timeOf(seconds, since) : cellTime(textIn(bytes, from, end), since)) ?? Number.NaN;
	return end;
}

function textIn(bytes: Uint8Array, from: number, to: number): string {
	return decoder.decode(bytes.subarray(from, to));
}
