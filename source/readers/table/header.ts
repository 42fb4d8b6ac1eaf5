import Papa from 'papaparse';
import type {Split} from '../../core/event.ts';
import {cellNumber} from './cell.ts';
import {columnsOf, monitorColumns, tellsTraining} from './columns.ts';
import {type Layout, layoutOf} from './layout.ts';

/** A header of a training's table, and how the rows under it are told. */
export type Table = {
	readonly header: readonly string[];
	readonly layout: Layout;
	readonly delimiter: string;
};

// More columns than this are a data set, not a log.
const mostColumns = 1000;

/**
The table that begins with this line; undefined where it is no header, or not of a training. `file` is
the split that the name of its file tells.
*/
export function trainingTable(line: string, file?: Split): Table | undefined {
	const table = headerIn(line, file);
	return table && tellsTraining({columns: table.layout.columns, header: table.header})
		? table
		: undefined;
}

/** A row of names: at least two of them, none a number, none twice. */
function headerIn(line: string, file: Split | undefined): Table | undefined {
	if (!/^[\s"'#]*[\p{L}_,;\t]/u.test(line)) return undefined;
	const count = (mark: string) => line.split(mark).length;
	const [delimiter, columns] = [',', '\t', ';']
		.map(mark => [mark, line.includes(mark) ? count(mark) : 1] as const)
		.reduce((best, next) => (next[1] > best[1] ? next : best));
	if (columns === 1) return undefined;
	const header = cellsOf(line.replace(/^#\s*/, ''), delimiter).map(cell => cell.trim());
	const named = header.slice(header[0] === '' ? 1 : 0);
	if (named.length < 2 || header.length > mostColumns) return undefined;
	if (!named.every(name => /^[\p{L}_]/u.test(name) && cellNumber(name) === undefined))
		return undefined;
	if (new Set(named).size < named.length) return undefined;
	const monitor = monitorColumns(header);
	const layout = layoutOf(header, monitor ?? columnsOf(header, file));
	if (monitor) layout.steps = 0;
	return {header, delimiter, layout};
}

/** `#{"t_start": 1700000000.5, "env_id": "Hopper-v4"}` → 1700000000.5: what a Monitor's times are counted from. */
export function beginningIn(line: string): number | undefined {
	const seconds = /^#\s*\{.*"t_start":\s*(\d+(?:\.\d+)?)/.exec(line)?.[1];
	return seconds === undefined ? undefined : Number(seconds);
}

/** The cells of a row: between delimiters, or by the rules of quoting where the row has quotes. */
export function cellsOf(text: string, delimiter: string): readonly string[] {
	if (!text.includes('"')) return text.split(delimiter);
	return Papa.parse<string[]>(text, {delimiter, newline: '\n'}).data[0] ?? [];
}
