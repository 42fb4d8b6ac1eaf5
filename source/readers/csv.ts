import Papa from 'papaparse';
import type {Reader, Reading} from '../core/reader.ts';
import {createBatches, type Place} from './table/batches.ts';
import {cellNumber, cellTime} from './table/cell.ts';
import {tellsTraining} from './table/columns.ts';
import {isAsked, type Layout, layoutOf, tellRow} from './table/layout.ts';
import {type Row, rowCutter} from './table/rows.ts';

type Table = {
	readonly header: readonly string[];
	readonly layout: Layout;
	readonly delimiter: string;
};

// More columns than this are a data set, not a log.
const mostColumns = 1000;

/** Tables with a header: Lightning's metrics.csv, Ultralytics' results.csv, timm's summary.csv, SB3's progress.csv, Keras' CSVLogger. */
export default {
	title: 'CSV table',
	claims: (_name, head) => {
		const beginning = new TextDecoder().decode(head.subarray(0, 65_536));
		const lines = beginning.replaceAll('\r', '').split('\n', 200);
		const at = lines.findIndex(line => trainingTable(line) !== undefined);
		if (at < 0) return false;
		const {header, delimiter} = trainingTable(lines[at]!)!;
		// Behind a foreign head a header proves itself by its first row; alone at the top it need not.
		const first = lines[at + 1];
		if (first === undefined || (first === '' && at + 2 >= lines.length)) return at === 0;
		const cells = cellsOf(first, delimiter);
		return cells.length === header.length && cells.some(cell => cellNumber(cell) !== undefined);
	},
	open,
	losses: ['loss', 'total_loss', 'mean_loss', 'avg_loss', 'box_loss', 'value_loss', 'loss_critic'],
	primary: ['mAP50-95(B)', 'mAP_0.5:0.95', 'mAP50-95(M)', 'mAP50-95(P)', 'ep_rew_mean', 'return'],
} satisfies Reader;

function open(): Reading {
	let table: Table | undefined;
	let understood = 0;
	const notUnderstood: {line: number; text: string}[] = [];
	const trouble: {offset: number; what: string}[] = [];
	const hear = (offset: number, what: string) => {
		if (trouble.length < 20) trouble.push({offset, what});
	};

	const cutter = rowCutter(hear);

	const batches = createBatches();
	const place: Place = {line: 0, offset: 0, at: Number.NaN, epoch: Number.NaN, step: Number.NaN};

	const tellCells = ({layout}: Table, cells: readonly string[], {line, offset}: Row): void => {
		place.line = line;
		place.offset = offset;
		place.at = (layout.clock < 0 ? undefined : cellTime(cells[layout.clock]!)) ?? Number.NaN;
		for (let index = 0; index < cells.length; index++) {
			const number = isAsked(layout.columns[index]!) ? cellNumber(cells[index]!) : undefined;
			layout.told[index] = number === undefined ? 0 : 1;
			layout.numbers[index] = number ?? Number.NaN;
		}

		tellRow(layout, place, batches);
	};

	const tell = (row: Row): void => {
		const header = trainingTable(row.text);
		if (header) table = header;
		const cells = table && !header ? cellsOf(row.text, table.delimiter) : [];
		if (header || /^[\s,;]*$/.test(row.text)) {
			understood++;
			return;
		}

		if (table && cells.length === table.header.length) {
			understood++;
			tellCells(table, cells, row);
			return;
		}

		if (notUnderstood.length < 20) {
			notUnderstood.push({line: row.line, text: row.text.slice(0, 500)});
		}

		if (cells.length > 1)
			hear(row.offset, `${cells.length} cells under ${table!.header.length} columns`);
	};

	return {
		push: (bytes, offset) => {
			for (const row of cutter.cut(bytes, offset)) tell(row);
			return batches.take();
		},
		rest: () => {
			const row = cutter.open();
			const cells = row && table ? cellsOf(row.text, table.delimiter) : [];
			if (row && table && cells.length === table.header.length) tellCells(table, cells, row);
			return batches.take();
		},
		report: () => ({
			format: 'csv',
			why: `understands ${understood} of ${cutter.lines()} lines`,
			candidates: [{format: 'csv', understood}],
			lines: cutter.lines(),
			understood,
			notUnderstood,
			trouble,
		}),
	};
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

function trainingTable(line: string): Table | undefined {
	const table = headerIn(line);
	return table && tellsTraining({columns: table.layout.columns, header: table.header})
		? table
		: undefined;
}

/** The cells of a row: between delimiters, or by the rules of quoting where the row has quotes. */
function cellsOf(text: string, delimiter: string): readonly string[] {
	if (!text.includes('"')) return text.split(delimiter);
	return Papa.parse<string[]>(text, {delimiter, newline: '\n'}).data[0] ?? [];
}
