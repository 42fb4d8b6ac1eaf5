import {endOf, finish, key, passOver, readWhole, wires} from './fields.ts';
import {createLexicon, type Lexicon} from './lexicon.ts';
import type {Piece} from './piece.ts';

/** A name of a W&B file; `number` counts them, `row` and `place` tell where it stands in the newest row. */
export type Name = {readonly text: string; readonly number: number; row: number; place: number};

/** Names with their JSON texts, read one row after another into the same lists: the first `count` of each count. */
export type Items = {
	readonly lexicon: Lexicon<Name>;
	row: number;
	count: number;
	readonly names: Name[];
	/** Where in the piece the text lies; a place before it means that `numbers` has the value. */
	readonly from: number[];
	readonly to: number[];
	readonly numbers: number[];
	/** Values of all rows whose names are too long, or too many. */
	nameless: number;
};

/** No row read yet. */
export function noItems(): Items {
	let number = 0;
	const lexicon = createLexicon((text): Name => ({text, number: number++, row: 0, place: 0}));
	return {lexicon, row: 0, count: 0, names: [], from: [], to: [], numbers: [], nameless: 0};
}

const {varint, text} = wires;
const itemKey = key(1, text);
const stepKey = key(2, text);
const numberKey = key(1, varint);
const nameKey = key(1, text);
const nestedKey = key(2, text);
const valueKey = key(16, text);
const encoder = new TextEncoder();
const stepName = encoder.encode('_step');

/**
Reads `HistoryRecord` or `ConfigRecord` (wandb/proto/wandb_internal.proto): items in field 1; a history
also has its step in field 2. Throws on damage.
*/
export function readItems(piece: Piece, end: number, items: Items): void {
	const {reader} = piece;
	items.row++;
	items.count = 0;
	while (reader.pos < end) {
		const field = reader.uint32();
		if (field === itemKey) readItem(piece, endOf(reader, end), items);
		else if (field === stepKey) readStep(piece, endOf(reader, end), items);
		else passOver(reader, field, end);
	}

	finish(reader, end);
}

function readStep(piece: Piece, end: number, items: Items): void {
	const {reader} = piece;
	while (reader.pos < end) {
		const field = reader.uint32();
		if (field === numberKey) {
			const name = items.lexicon.find(stepName, 0, stepName.length);
			put(items, name, -1, -1, readWhole(piece));
		} else passOver(reader, field, end);
	}

	finish(reader, end);
}

/** Older writers have a key, newer ones a list of names, of one name as a rule. */
function readItem(piece: Piece, end: number, items: Items): void {
	const {bytes, reader} = piece;
	const begin = reader.pos;
	let at = 0;
	let nameEnd = 0;
	let nested = 0;
	let valueAt = -1;
	let valueEnd = -1;
	while (reader.pos < end) {
		const field = reader.uint32();
		if (field !== nameKey && field !== nestedKey && field !== valueKey) {
			passOver(reader, field, end);
			continue;
		}

		const inner = endOf(reader, end);
		if (field === valueKey) {
			valueAt = reader.pos;
			valueEnd = inner;
		} else {
			at = reader.pos;
			nameEnd = inner;
			if (field === nestedKey) nested++;
		}

		reader.pos = inner;
	}

	finish(reader, end);
	if (valueAt < 0) return;
	const name =
		nested > 1 ? nestedName(piece, begin, end, items) : items.lexicon.find(bytes, at, nameEnd);
	put(items, name, valueAt, valueEnd, 0);
}

/** Names within names: `{a: {b: 1}}` is `a.b`. */
function nestedName({reader}: Piece, begin: number, end: number, {lexicon}: Items) {
	const parts: string[] = [];
	reader.pos = begin;
	while (reader.pos < end) {
		const field = reader.uint32();
		if (field === nestedKey) parts.push(reader.string());
		else passOver(reader, field, end);
	}

	const joined = encoder.encode(parts.join('.'));
	return lexicon.find(joined, 0, joined.length);
}

/** Of a name that is told twice in a row the last value counts. */
function put(items: Items, name: Name | undefined, from: number, to: number, number: number): void {
	if (!name) {
		items.nameless++;
		return;
	}

	const place = name.row === items.row ? name.place : items.count++;
	name.row = items.row;
	name.place = place;
	items.names[place] = name;
	items.from[place] = from;
	items.to[place] = to;
	items.numbers[place] = number;
}
