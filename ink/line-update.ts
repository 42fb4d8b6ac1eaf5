import inkLineUpdate from '../node_modules/ink/build/line-update.js';
import {plainWidth} from '../source/show/width.ts';

const escapeCode = 0x1b;
const reset = '\x1b[0m';

/** Where two lines begin to differ: the place in both, the column, and the colours that are on there. */
type Fork = {readonly at: number; readonly column: number; readonly styles: string};

/**
Stands in for Ink's own when the program is built: what is written so that a terminal that shows
`previous` shows `next`. Ink asks Unicode about every character of both lines and writes all that
follows the first change; lines of plain characters need only a table, and keep their ends as well.
Anything else goes to Ink's own.
*/
export default function lineUpdate(previous: string, next: string, columns: number): string {
	const fork = forkOf(previous, next);
	if (!fork) return inkLineUpdate(previous, next, columns);
	const [before, after] = [widthFrom(previous, fork), widthFrom(next, fork)];
	// A terminal that is about to wrap cannot be told to be so again.
	if (!(before <= columns && after <= columns && fork.column < columns)) {
		return inkLineUpdate(previous, next, columns);
	}

	const to = `\x1b[${fork.column + 1}G`;
	const middle = before === after ? middleOf(previous, next, fork) : undefined;
	if (middle !== undefined) return to + middle;
	return `${to}\x1b[K${fork.styles}${next.slice(fork.at)}`;
}

/** Undefined, or of no column, where what both lines have in common is not plain characters and colours alone. */
function forkOf(previous: string, next: string): Fork | undefined {
	let fork: Fork = {at: 0, column: 0, styles: ''};
	let {column, styles} = fork;
	const common = commonStart(previous, next);
	for (let index = 0; index < common; ) {
		const code = next.charCodeAt(index);
		if (code === escapeCode) {
			const end = colourEnd(next, index);
			if (end < 0) return undefined;
			if (end > common) break;
			const colour = next.slice(index, end);
			styles = colour === reset ? '' : styles + colour;
			index = end;
		} else {
			column += plainWidth(code) || Number.NaN;
			index++;
			fork = {at: index, column, styles};
		}
	}

	return fork;
}

function commonStart(previous: string, next: string): number {
	const most = Math.min(previous.length, next.length);
	let common = 0;
	while (common < most && previous.charCodeAt(common) === next.charCodeAt(common)) common++;
	return common;
}

/** Where a colour that begins here ends; -1 where it is none. */
function colourEnd(line: string, from: number): number {
	if (line[from + 1] !== '[') return -1;
	let at = from + 2;
	while (isParameter(line.charCodeAt(at))) at++;
	return line[at] === 'm' ? at + 1 : -1;
}

/** Digits and semicolons. */
function isParameter(code: number): boolean {
	return (code >= 0x30 && code <= 0x39) || code === 0x3b;
}

/** The column that a line ends before; NaN where not all of it is plain. */
function widthFrom(line: string, {at, column}: Fork): number {
	let width = column;
	for (let index = at; index < line.length; ) {
		const code = line.charCodeAt(index);
		const columns = plainWidth(code);
		if (code === escapeCode) index = colourEnd(line, index);
		else index++;
		if (index < 0 || (columns === 0 && code !== escapeCode)) return Number.NaN;
		width += columns;
	}

	return width;
}

/**
Of lines of one width, what differs between the beginning and the end they have in common. The end
must look the same: no colour changes within what differs, or all are off where the end begins.
*/
function middleOf(previous: string, next: string, {at, styles}: Fork): string | undefined {
	const most = Math.min(previous.length, next.length) - at;
	let shared = 0;
	while (shared < most && previous.at(-1 - shared) === next.at(-1 - shared)) shared++;
	const end = next.length - shared;
	const changed = next.slice(at, end);
	const replaced = previous.slice(at, previous.length - shared);
	if (!changed.includes('\x1b') && !replaced.includes('\x1b')) {
		return styles + changed + (styles === '' ? '' : reset);
	}

	const off = next.indexOf(reset, end);
	return off < 0 ? undefined : styles + next.slice(at, off + reset.length);
}
