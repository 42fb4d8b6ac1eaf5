import type {Reading} from '../../core/reader.ts';
import {createBatches, type Place} from './batches.ts';
import {cellNumber, cellTime, withPoint} from './cell.ts';
import {readCells} from './cells.ts';
import {splitOfFile} from './columns.ts';
import {beginningIn, cellsOf, type Table, trainingTable} from './header.ts';
import {tellRow} from './layout.ts';
import {type Row, rowCutter} from './rows.ts';

/**
Reads a table of this name. `fast`: rows without quotes are read from their bytes, else all from their
text, and what that tells is what they mean.
*/
export function openTable(name = '', {fast = true}: {readonly fast?: boolean} = {}): Reading {
	const file = splitOfFile(name);
	let table: Table | undefined;
	let since = 0;
	let understood = 0;
	let skimmed = 0;
	const notUnderstood: {line: number; text: string}[] = [];
	const trouble: {offset: number; what: string}[] = [];
	const hear = (offset: number, what: string) => {
		if (trouble.length < 20) trouble.push({offset, what});
	};

	const batches = createBatches();
	const place: Place = {line: 0, offset: 0, at: Number.NaN, epoch: Number.NaN, step: Number.NaN};

	const tellCells = (
		{layout, delimiter}: Table,
		cells: readonly string[],
		{line, offset}: Row,
	): void => {
		place.line = line;
		place.offset = offset;
		place.at =
			(layout.clock < 0 ? undefined : cellTime(cells[layout.clock]!, layout.since)) ?? Number.NaN;
		for (let index = 0; index < cells.length; index++) {
			const cell = delimiter === ';' ? withPoint(cells[index]!) : cells[index]!;
			const number = layout.asked[index] ? cellNumber(cell) : undefined;
			layout.told[index] = number === undefined ? 0 : 1;
			layout.numbers[index] = number ?? Number.NaN;
		}

		tellRow(layout, place, batches);
	};

	/** A header, the comment of a monitor, a blank line: known, and no rows. */
	const isAround = (text: string): boolean => {
		const beginning = beginningIn(text);
		since = beginning ?? since;
		const header = trainingTable(text, file);
		if (header) {
			table = header;
			table.layout.since = since;
		}

		return header !== undefined || beginning !== undefined || /^[\s,;]*$/.test(text);
	};

	const take = (row: Row): void => {
		if (isAround(row.text)) {
			understood++;
			return;
		}

		const cells = table ? cellsOf(row.text, table.delimiter) : [];
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

	const skim = (bytes: Uint8Array, from: number, to: number, line: number, base: number) => {
		skimmed = 0;
		if (!table) return from;
		const {layout, delimiter} = table;
		const mark = delimiter.charCodeAt(0);
		let at = from;
		while (at < to) {
			const next = readCells(bytes, at, to, mark, layout, place);
			if (next < 0) break;
			place.line = line + skimmed;
			place.offset = base + at;
			tellRow(layout, place, batches);
			skimmed++;
			at = next;
		}

		understood += skimmed;
		return at;
	};

	const cutter = rowCutter({
		take,
		trouble: hear,
		...(fast && {skim, skimmed: () => skimmed}),
	});

	return {
		piece: 8192,
		push: (bytes, offset) => {
			cutter.cut(bytes, offset);
			return batches.take();
		},
		rest: () => {
			const row = cutter.open();
			const cells = row && table ? cellsOf(row.text, table.delimiter) : [];
			if (!row || !table || cells.length !== table.header.length) return [];
			const {layout} = table;
			const {steps} = layout;
			tellCells(table, cells, row);
			layout.steps = steps;
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
