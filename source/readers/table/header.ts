import Papa from 'papaparse';
import {cellNumber} from './cell.ts';
import {tellsTraining} from './columns.ts';
import {type Layout, layoutOf} from './layout.ts';

/** A header of a training's table, and how the rows under it are told. */
export type Table = {
	readonly header: readonly string[];
	readonly layout: Layout;
	readonly delimiter: string;
};

// More columns than this are a data set, not a log.
const mostColumns = 1000;

/** The table that begins with this line; undefined where it is no header, or not of a training. */
export function trainingTable(line: string): Table | undefined {
	const table = headerIn(line);
	return table && tellsTraining({columns: table.layout.columns, header: table.header})
		? table
		: undefined;
}

/** A row of names: at least two of them, none a number, none twice. */
function headerIn(line: string): Table | undefined {
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
	return {header, delimiter, layout: layoutOf(header)};
}

/** The cells of a row: between delimiters, or by the rules of quoting where the row has quotes. */
export function cellsOf(text: string, delimiter: string): readonly string[] {
	if (!text.includes('"')) return text.split(delimiter);
	return Papa.parse<string[]>(text, {delimiter, newline: '\n'}).data[0] ?? [];
}
