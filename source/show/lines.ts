import {cutEnd, cutMiddle, widthOf} from './width.ts';

/** What a word means; the theme decides what it looks like. */
export type Tone =
	| 'plain'
	| 'quiet'
	| 'strong'
	| 'accent'
	| 'good'
	| 'warn'
	| 'bad'
	| 'curve'
	| 'second'
	| 'third'
	| 'fourth'
	| 'chosen';

/** A piece of a line in one tone. */
export type Span = {readonly text: string; readonly tone: Tone};

/** One row of a panel; a finished one is exactly as wide as its panel. */
export type Line = readonly Span[];

/** `span('0.745', 'good')`; without a tone it is plain. */
export function span(text: string, tone: Tone = 'plain'): Span {
	return {text, tone};
}

/** The text of a line without its tones. */
export function textOf(line: Line): string {
	let text = '';
	for (const part of line) text += part.text;
	return text;
}

/** Columns that a line takes. */
export function lineWidth(line: Line): number {
	let width = 0;
	for (const part of line) width += widthOf(part.text);
	return width;
}

/** Spaces, and nothing for a negative number of them. */
export function blank(columns: number): Span {
	return {text: ' '.repeat(Math.max(0, columns)), tone: 'plain'};
}

/** Makes a line exactly `width` columns: cut with an ellipsis, or filled up with spaces. */
export function fitted(line: Line, width: number): Line {
	const has = lineWidth(line);
	if (has === width) return line;
	if (has < width) return [...line, blank(width - has)];
	const kept: Span[] = [];
	let left = width;
	for (const [index, part] of line.entries()) {
		const columns = widthOf(part.text);
		const last = index === line.length - 1;
		if (columns < left || (last && columns === left)) {
			kept.push(part);
			left -= columns;
			continue;
		}

		const text = cutEnd(columns === left ? `${part.text} ` : part.text, left);
		kept.push({text, tone: part.tone}, blank(left - widthOf(text)));
		break;
	}

	return kept;
}

/** Puts `right` at the right edge; what is left of it gives way. */
export function spread(left: Line, right: Line, width: number): Line {
	const columns = lineWidth(right);
	if (columns + 1 >= width) return fitted(left, width);
	return [...fitted(left, width - columns), ...right];
}

/** Text in exactly `columns`: cut in the middle or at the end, set left or right. */
export function cell(
	text: string,
	columns: number,
	how: {readonly right?: boolean; readonly middle?: boolean} = {},
): string {
	const short = how.middle ? cutMiddle(text, columns) : cutEnd(text, columns);
	const space = ' '.repeat(Math.max(0, columns - widthOf(short)));
	return how.right ? space + short : short + space;
}

/** Exactly `height` lines of exactly `width` columns. */
export function fill(lines: readonly Line[], width: number, height: number): readonly Line[] {
	const filled: Line[] = [];
	for (let row = 0; row < height; row++) filled.push(fitted(lines[row] ?? [], width));
	return filled;
}

/** The first row to draw so that the row under the cursor is on the screen. */
export function scrolledTo(at: number, height: number, count: number): number {
	return Math.max(0, Math.min(at - (height >> 1), count - height));
}

/** Rows scrolled to the one under the cursor, which is inverse. */
export function rowsWithCursor(
	rows: readonly Line[],
	at: number,
	width: number,
	height: number,
): readonly Line[] {
	const here = Math.min(at, rows.length - 1);
	const from = scrolledTo(here, height, rows.length);
	const lines = rows.slice(from, from + height).map((line, index) => {
		const whole = fitted(line, width);
		return from + index === here ? [span(textOf(whole), 'chosen')] : whole;
	});
	return fill(lines, width, height);
}

/** Breaks text into lines of at most `width` columns, between words where possible; from line `most` on it is cut. */
export function wrap(text: string, width: number, most = 4): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ').flatMap(one => pieces(one, width))) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (widthOf(longer) <= width || line === '') {
			line = longer;
			continue;
		}

		lines.push(line);
		line = word;
		if (lines.length === most) break;
	}

	if (lines.length < most) lines.push(line);
	else lines[most - 1] = cutEnd(`${lines[most - 1]} …`, width);
	return lines.slice(0, Math.max(1, most));
}

/** A word that is wider than a line, in as many pieces as it takes; other words whole. */
function pieces(word: string, width: number): readonly string[] {
	const parts: string[] = [];
	let rest = word;
	while (widthOf(rest) > width) {
		const part = cutEnd(rest.slice(0, 16 * width), width, '');
		if (part === '') break;
		parts.push(part);
		rest = rest.slice(part.length);
	}

	return [...parts, rest];
}
