import {type Split, splits} from '../../core/event.ts';
import type {Batches, Place, Told} from './batches.ts';
import {type Column, columnsOf} from './columns.ts';

/** How the rows under a header are told. */
export type Layout = {
	readonly columns: readonly Column[];
	/** By column: 1 where its number is asked for. */
	readonly asked: Uint8Array;
	/** The first column of times; -1: none. */
	readonly clock: number;
	/** Its steps are those of each row alone: so many there were before; undefined: they count over the whole run. */
	steps: number | undefined;
	/** Unix seconds that its times are counted from; 0: they say all. */
	since: number;
	/** By column: the one before it that tells the same metric, and counts where both stand in a row; -1: none. */
	readonly before: readonly number[];
	/** The numbers of one row by column; `told` says which of them stand in it, for NaN is a number too. */
	readonly numbers: Float64Array;
	readonly told: Uint8Array;
	/** What rows tell in which the same columns hold numbers, by those columns. */
	readonly kinds: Map<string, Kind>;
	kind: Kind | undefined;
};

/** What a row tells in which certain columns hold numbers. */
type Kind = {
	readonly told: Uint8Array;
	/** Columns of the places that it tells, the last one counts. */
	readonly epochs: readonly number[];
	readonly steps: readonly number[];
	readonly records: readonly RecordOf[];
};

/** The values of one split, and the columns that they come from. */
type RecordOf = {readonly split: Split; readonly told: Told; readonly columns: readonly number[]};

/** So many kinds of rows are remembered: a table with more has holes everywhere. */
const remembered = 64;

/** What the columns of a table tell, by their names, and room for a row. */
export function layoutOf(header: readonly string[], columns = columnsOf(header)): Layout {
	const newest = new Map<string, number>();
	return {
		columns,
		asked: Uint8Array.from(columns, ({kind}) => (kind === 'value' || kind === 'place' ? 1 : 0)),
		clock: columns.findIndex(({kind}) => kind === 'time'),
		steps: undefined,
		since: 0,
		before: columns.map((column, index) => {
			if (column.kind !== 'value') return -1;
			const wire = `${column.split}/${column.name}`;
			const before = newest.get(wire) ?? -1;
			newest.set(wire, index);
			return before;
		}),
		numbers: new Float64Array(columns.length),
		told: new Uint8Array(columns.length),
		kinds: new Map(),
		kind: undefined,
	};
}

/** Tells the row that lies in the layout: a record of each split that has a value in it. */
export function tellRow(layout: Layout, place: Place, to: Batches): void {
	const {numbers} = layout;
	const {epochs, steps, records} = kindOf(layout);
	place.epoch = placeIn(numbers, epochs);
	place.step = placeIn(numbers, steps);
	if (layout.steps !== undefined && !Number.isNaN(place.step)) {
		layout.steps += place.step;
		place.step = layout.steps;
	}

	for (const {split, told, columns} of records) {
		for (let index = 0; index < columns.length; index++) {
			told.numbers[index] = numbers[columns[index]!]!;
		}

		to.add(split, told, place);
	}
}

function placeIn(numbers: Float64Array, columns: readonly number[]): number {
	let place = Number.NaN;
	for (const column of columns) {
		if (Number.isFinite(numbers[column])) place = numbers[column]!;
	}

	return place;
}

function kindOf(layout: Layout): Kind {
	const {told, kind, kinds} = layout;
	if (kind && isOf(kind, told)) return kind;
	const key = told.join('');
	let known = kinds.get(key);
	if (!known) {
		known = createKind(layout);
		if (kinds.size < remembered) kinds.set(key, known);
	}

	layout.kind = known;
	return known;
}

function isOf({told}: Kind, other: Uint8Array): boolean {
	for (let column = 0; column < told.length; column++) {
		if (told[column] !== other[column]) return false;
	}

	return true;
}

function createKind({columns, before, told}: Layout): Kind {
	const here = [...columns.keys()].filter(index => told[index] !== 0);
	const placed = (place: 'epoch' | 'step') =>
		here.filter(index => {
			const column = columns[index]!;
			return column.kind === 'place' && column.place === place;
		});
	const records = splits.map(split => recordOf(split, {columns, before, told}, here));
	return {
		told: told.slice(),
		epochs: placed('epoch'),
		steps: placed('step'),
		records: records.filter(record => record.columns.length > 0),
	};
}

function recordOf(
	split: Split,
	{columns, before, told}: Pick<Layout, 'columns' | 'before' | 'told'>,
	here: readonly number[],
): RecordOf {
	const own: number[] = [];
	const names: string[] = [];
	for (const index of here) {
		const column = columns[index]!;
		if (column.kind !== 'value' || column.split !== split) continue;
		if (isRepeated(before, told, index)) continue;
		own.push(index);
		names.push(column.name);
	}

	return {split, columns: own, told: {names, numbers: names.map(() => 0), count: names.length}};
}

function isRepeated(before: readonly number[], told: Uint8Array, index: number): boolean {
	for (let other = before[index]!; other >= 0; other = before[other]!) {
		if (told[other] !== 0) return true;
	}

	return false;
}
