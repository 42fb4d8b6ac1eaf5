import type {Place} from '../table/batches.ts';
import {cellNumber, cellTime, timeOf} from '../table/cell.ts';
import {digitsIn} from '../table/digits.ts';
import {type Layout, layoutOf} from '../table/layout.ts';
import type {Items} from './items.ts';
import type {Piece} from './piece.ts';

/** How rows of one set of names are told: `columns` has the column of a name by its number, -1 for those of other sets. */
type Shape = {readonly layout: Layout; readonly columns: Int32Array};

/** How many different sets of names are remembered. */
const remembered = 200;
const brace = 123;
const decoder = new TextDecoder('utf-8', {ignoreBOM: true});

/** Reads the rows of one file: a row lies in its layout, and its time in the place, until the next is read. */
export function rowReader(): (piece: Piece, items: Items, place: Place) => Layout {
	const shapes = new Map<number, readonly Shape[]>();
	let count = 0;
	let last: Shape | undefined;

	const shapeOf = (items: Items): Shape => {
		if (last && isOf(last, items)) return last;
		const sum = sumOf(items);
		const alike = shapes.get(sum) ?? [];
		const known = alike.find(shape => isOf(shape, items));
		if (known) return known;
		const shape = createShape(items);
		if (count++ < remembered) shapes.set(sum, [...alike, shape]);
		return shape;
	};

	return ({bytes}, items, place) => {
		last = shapeOf(items);
		const {layout, columns} = last;
		const {asked} = layout;
		place.at = Number.NaN;
		for (let index = 0; index < items.count; index++) {
			const column = columns[items.names[index]!.number]!;
			if (column === layout.clock) place.at = timeIn(bytes, items, index);
			if (asked[column] === 0) continue;
			const number = numberIn(bytes, items, index);
			layout.told[column] = number === undefined ? 0 : 1;
			layout.numbers[column] = number ?? Number.NaN;
		}

		return layout;
	};
}

/** Plain numbers, and those written in another way: `NaN`, `"0.5"`, `[0.5]`; tables and pictures are objects. */
function numberIn(bytes: Uint8Array, items: Items, index: number): number | undefined {
	const from = items.from[index]!;
	if (from < 0) return items.numbers[index];
	const number = digitsIn(bytes, from, items.to[index]!);
	if (!Number.isNaN(number)) return number;
	return bytes[from] === brace ? undefined : cellNumber(textIn(bytes, items, index));
}

function timeIn(bytes: Uint8Array, items: Items, index: number): number {
	const from = items.from[index]!;
	const seconds = from < 0 ? items.numbers[index]! : digitsIn(bytes, from, items.to[index]!);
	if (!Number.isNaN(seconds)) return timeOf(seconds) ?? Number.NaN;
	return cellTime(textIn(bytes, items, index)) ?? Number.NaN;
}

/** The JSON text, or what stands in its quotes. */
function textIn(bytes: Uint8Array, {from, to}: Items, index: number): string {
	return decoder.decode(bytes.subarray(from[index], to[index])).replace(/^"(.*)"$/, '$1');
}

function createShape({names, count}: Items): Shape {
	// The writer shuffles the names of a row.
	const own = names.slice(0, count).sort((a, b) => (a.text < b.text ? -1 : 1));
	const layout = layoutOf(own.map(({text}) => text));
	const columns = new Int32Array(Math.max(0, ...own.map(({number}) => number)) + 1).fill(-1);
	for (const [column, {number}] of own.entries()) columns[number] = column;
	return {layout, columns};
}

/** Whether the names of a row, no two of them the same, are those of the shape. */
function isOf({layout, columns}: Shape, {names, count}: Items): boolean {
	if (layout.columns.length !== count) return false;
	for (let index = 0; index < count; index++) {
		const {number} = names[index]!;
		if (number >= columns.length || columns[number]! < 0) return false;
	}

	return true;
}

/** The same in whichever order the names stand. */
function sumOf({names, count}: Items): number {
	let sum = count;
	for (let index = 0; index < count; index++) {
		sum = (sum + Math.imul(names[index]!.number + 1, 0x9e3779b1)) | 0;
	}

	return sum;
}
