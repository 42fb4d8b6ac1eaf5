import {endOf, finish, key, passOver, wires} from './fields.ts';
import {type Items, readItems} from './items.ts';
import type {Piece} from './piece.ts';

/** What is to be done with each thing that a record tells; items are good until the next one. */
export type Hearer = {
	readonly history: (piece: Piece, items: Items) => void;
	readonly config: (piece: Piece, items: Items) => void;
	readonly resumed: () => void;
	readonly exit: (code: number) => void;
};

const {varint, text} = wires;
const historyKey = key(2, text);
const configKey = key(5, text);
const runKey = key(17, text);
const exitKey = key(18, text);
const runConfigKey = key(4, text);
const resumedKey = key(18, varint);
const codeKey = key(1, varint);

/** Reads a W&B `Record` (wandb/proto/wandb_internal.proto) that ends at `end`. Throws on damage. */
export function readRecorded(piece: Piece, end: number, items: Items, hearer: Hearer): void {
	const {reader} = piece;
	while (reader.pos < end) {
		const field = reader.uint32();
		if (field === historyKey) {
			readItems(piece, endOf(reader, end), items);
			hearer.history(piece, items);
		} else if (field === configKey) {
			readItems(piece, endOf(reader, end), items);
			hearer.config(piece, items);
		} else if (field === runKey) readRun(piece, endOf(reader, end), items, hearer);
		else if (field === exitKey) hearer.exit(readExit(piece, endOf(reader, end)));
		else passOver(reader, field, end);
	}

	finish(reader, end);
}

function readRun(piece: Piece, end: number, items: Items, hearer: Hearer): void {
	const {reader} = piece;
	while (reader.pos < end) {
		const field = reader.uint32();
		if (field === runConfigKey) {
			readItems(piece, endOf(reader, end), items);
			hearer.config(piece, items);
		} else if (field === resumedKey) {
			if (reader.bool()) hearer.resumed();
		} else passOver(reader, field, end);
	}

	finish(reader, end);
}

function readExit({reader}: Piece, end: number): number {
	let code = 0;
	while (reader.pos < end) {
		const field = reader.uint32();
		if (field === codeKey) code = reader.int32();
		else passOver(reader, field, end);
	}

	finish(reader, end);
	return code;
}
