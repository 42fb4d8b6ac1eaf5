import {type Split, splits} from '../../core/event.ts';
import type {Batches, Place, Told} from './batches.ts';
import {type Column, columnsOf} from './columns.ts';

/** How the rows under a header are told. */
export type Layout = {
	readonly columns: readonly Column[];
	/** The first column of times; -1: none. */
	readonly clock: number;
	/** By column: the one before it that tells the same metric, and counts where both stand in a row; -1: none. */
	readonly before: readonly number[];
	/** The numbers of one row by column; `told` says which of them stand in it, for NaN is a number too. */
	readonly numbers: Float64Array;
	readonly told: Uint8Array;
};

/** What the columns of a table tell, by their names, and room for a row. */
export function layoutOf(header: readonly string[]): Layout {
	const columns = columnsOf(header);
	const newest = new Map<string, number>();
	return {
		columns,
		clock: columns.findIndex(({kind}) => kind === 'time'),
		before: columns.map((column, index) => {
			if (column.kind !== 'value') return -1;
			const wire = `${column.split}/${column.name}`;
			const before = newest.get(wire) ?? -1;
			newest.set(wire, index);
			return before;
		}),
		numbers: new Float64Array(columns.length),
		told: new Uint8Array(columns.length),
	};
}

/** Whether the number in a column is asked for. */
export function isAsked(column: Column): boolean {
	return column.kind === 'value' || column.kind === 'place';
}

const nothing = (): Told => ({names: [], numbers: [], count: 0});
const record: Readonly<Record<Split, Told>> = {train: nothing(), val: nothing(), test: nothing()};

/** Tells the row that lies in the layout: a record of each split that has a value in it. */
export function tellRow({columns, before, numbers, told}: Layout, place: Place, to: Batches): void {
	for (const split of splits) record[split].count = 0;
	place.epoch = Number.NaN;
	place.step = Number.NaN;
	for (let index = 0; index < columns.length; index++) {
		if (told[index] === 0) continue;
		const column = columns[index]!;
		const number = numbers[index]!;
		if (column.kind === 'place' && Number.isFinite(number)) place[column.place] = number;
		if (column.kind !== 'value' || isRepeated(before, told, index)) continue;
		const {names, numbers: values} = record[column.split];
		const count = record[column.split].count++;
		names[count] = column.name;
		values[count] = number;
	}

	for (const split of splits) {
		if (record[split].count > 0) to.add(split, record[split], place);
	}
}

function isRepeated(before: readonly number[], told: Uint8Array, index: number): boolean {
	for (let other = before[index]!; other >= 0; other = before[other]!) {
		if (told[other] !== 0) return true;
	}

	return false;
}
