import {BinaryReader} from '@bufbuild/protobuf/wire';
import {eachField, endOf, wires} from './fields.ts';

/** What one record of a `.wandb` file tells: names with JSON texts. */
export type Recorded =
	| {readonly kind: 'history' | 'config'; readonly items: ReadonlyMap<string, string>}
	| {readonly kind: 'resumed'}
	| {readonly kind: 'exit'; readonly code: number}
	| {readonly kind: 'other'};

const {varint, text} = wires;
const fields = {history: 2, config: 5, run: 17, exit: 18};

/** Reads a W&B `Record` (wandb/proto/wandb_internal.proto). Throws on damage. */
export function readRecorded(payload: Uint8Array): readonly Recorded[] {
	const reader = new BinaryReader(payload);
	const told: Recorded[] = [];
	eachField(reader, reader.len, (field, wire) => {
		if (wire !== text) return false;
		if (field === fields.history) told.push({kind: 'history', items: readItems(reader)});
		else if (field === fields.config) told.push({kind: 'config', items: readItems(reader)});
		else if (field === fields.run) told.push(...readRun(reader));
		else if (field === fields.exit) told.push({kind: 'exit', code: readExit(reader)});
		else return false;
		return true;
	});
	return told.length > 0 ? told : [{kind: 'other'}];
}

/** `HistoryRecord` and `ConfigRecord`: items in field 1; a history also has its step in field 2. */
function readItems(reader: BinaryReader): ReadonlyMap<string, string> {
	const items = new Map<string, string>();
	eachField(reader, endOf(reader), (field, wire) => {
		if (wire !== text || field > 2) return false;
		if (field === 1) readItem(reader, items);
		else {
			eachField(reader, endOf(reader), (inner, innerWire) => {
				if (inner !== 1 || innerWire !== varint) return false;
				items.set('_step', String(reader.int64()));
				return true;
			});
		}

		return true;
	});
	return items;
}

function readItem(reader: BinaryReader, items: Map<string, string>): void {
	let key = '';
	const nested: string[] = [];
	let value: string | undefined;
	eachField(reader, endOf(reader), (field, wire) => {
		if (wire !== text) return false;
		if (field === 1) key = reader.string();
		else if (field === 2) nested.push(reader.string());
		else if (field === 16) value = reader.string();
		else return false;
		return true;
	});
	if (value !== undefined) items.set(key || nested.join('.'), value);
}

function readRun(reader: BinaryReader): readonly Recorded[] {
	const told: Recorded[] = [];
	eachField(reader, endOf(reader), (field, wire) => {
		if (field === 4 && wire === text) told.push({kind: 'config', items: readItems(reader)});
		else if (field === 18 && wire === varint) {
			if (reader.bool()) told.push({kind: 'resumed'});
		} else return false;
		return true;
	});
	return told;
}

function readExit(reader: BinaryReader): number {
	let code = 0;
	eachField(reader, endOf(reader), (field, wire) => {
		if (field !== 1 || wire !== varint) return false;
		code = reader.int32();
		return true;
	});
	return code;
}
