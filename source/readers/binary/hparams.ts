import type {BinaryReader} from '@bufbuild/protobuf/wire';
import {endOf, finish, key, passOver, type Span, wires} from './fields.ts';

/** Settings of a session by name. */
export type Settings = Record<string, string | number | boolean>;

const {varint, fixed64, text} = wires;
const startKey = key(3, text);
const entryKey = key(1, text);
const nameKey = key(1, text);
const valueKey = key(2, text);
const numberKey = key(2, fixed64);
const stringKey = key(3, text);
const boolKey = key(4, varint);

/** `HParamsPluginData.session_start_info.hparams` (tensorboard/plugins/hparams/plugin_data.proto). Throws on damage. */
export function readHparams(reader: BinaryReader, {at, end}: Span): Settings {
	const settings: Settings = {};
	reader.pos = at;
	while (reader.pos < end) {
		const field = reader.uint32();
		if (field === startKey) readStart(reader, endOf(reader, end), settings);
		else passOver(reader, field, end);
	}

	finish(reader, end);
	return settings;
}

function readStart(reader: BinaryReader, end: number, settings: Settings): void {
	while (reader.pos < end) {
		const field = reader.uint32();
		if (field === entryKey) readSetting(reader, endOf(reader, end), settings);
		else passOver(reader, field, end);
	}

	finish(reader, end);
}

function readSetting(reader: BinaryReader, end: number, settings: Settings): void {
	let name = '';
	let value: string | number | boolean | undefined;
	while (reader.pos < end) {
		const field = reader.uint32();
		if (field === nameKey) name = reader.string();
		else if (field === valueKey) value = readAny(reader, endOf(reader, end));
		else passOver(reader, field, end);
	}

	finish(reader, end);
	if (value !== undefined && name !== '__proto__') settings[name] = value;
}

/** `google.protobuf.Value` with a plain value in it. */
function readAny(reader: BinaryReader, end: number): string | number | boolean | undefined {
	let value: string | number | boolean | undefined;
	while (reader.pos < end) {
		const field = reader.uint32();
		if (field === numberKey) value = reader.double();
		else if (field === stringKey) value = reader.string();
		else if (field === boolKey) value = reader.bool();
		else passOver(reader, field, end);
	}

	finish(reader, end);
	return value;
}
