import {BinaryReader} from '@bufbuild/protobuf/wire';
import {eachField, endOf, type Span, spanOf, wires} from './fields.ts';

/** One number of an event file. */
export type Scalar = {readonly tag: string; readonly value: number};

/** What one record of an event file tells. */
export type Logged = {
	/** Seconds since 1970. */
	readonly time: number;
	readonly step: number;
	readonly scalars: readonly Scalar[];
	/** What the hparams plugin stores of a session's settings. */
	readonly settings: Readonly<Record<string, string | number | boolean>> | undefined;
};

type Settings = Record<string, string | number | boolean>;

const {varint, fixed64, text, fixed32} = wires;

/**
Reads the scalars of a TensorBoard `Event` (tensorboard/compat/proto/event.proto, summary.proto).
`plugins` remembers which plugin a tag belongs to: only its first event says so. Throws on damage.
*/
export function readLogged(payload: Uint8Array, plugins: Map<string, string>): Logged {
	const reader = new BinaryReader(payload);
	const scalars: Scalar[] = [];
	const found = {time: 0, step: 0, settings: undefined as Settings | undefined};
	eachField(reader, reader.len, (field, wire) => {
		if (field === 1 && wire === fixed64) found.time = reader.double();
		else if (field === 2 && wire === varint) found.step = Number(reader.int64());
		else if (field === 5 && wire === text) {
			eachField(reader, endOf(reader), (inner, innerWire) => {
				if (inner !== 1 || innerWire !== text) return false;
				const told = readValue(reader, plugins);
				if (told.scalar) scalars.push(told.scalar);
				if (told.settings) found.settings = told.settings;
				return true;
			});
		} else return false;
		return true;
	});
	return {...found, scalars};
}

function readValue(
	reader: BinaryReader,
	plugins: Map<string, string>,
): {readonly scalar?: Scalar; readonly settings?: Settings} {
	let tag = '';
	let value: number | undefined;
	let tensor: Span | undefined;
	let plugin: {readonly name: string; readonly content: Span} | undefined;
	const end = endOf(reader);
	eachField(reader, end, (field, wire) => {
		if (field === 1 && wire === text) tag = reader.string();
		else if (field === 2 && wire === fixed32) value = reader.float();
		else if (field === 8 && wire === text) tensor = spanOf(reader);
		else if (field === 9 && wire === text) plugin = readPlugin(reader);
		else return false;
		return true;
	});
	if (plugin && plugins.size < 10_000) plugins.set(tag, plugin.name);
	if (plugin?.name === 'hparams') return {settings: readHparams(reader, plugin.content, end)};
	if (value === undefined && tensor && plugins.get(tag) === 'scalars') {
		reader.pos = tensor.at;
		value = readTensor(reader, tensor.end);
		reader.pos = end;
	}

	return value === undefined ? {} : {scalar: {tag, value}};
}

function readPlugin(reader: BinaryReader) {
	let name = '';
	let content: Span = {at: 0, end: 0};
	eachField(reader, endOf(reader), (field, wire) => {
		if (field !== 1 || wire !== text) return false;
		eachField(reader, endOf(reader), (inner, innerWire) => {
			if (inner === 1 && innerWire === text) name = reader.string();
			else if (inner === 2 && innerWire === text) content = spanOf(reader);
			else return false;
			return true;
		});
		return true;
	});
	return {name, content};
}

/** The only number of a tensor, in whichever of its fields it stands; undefined where it holds no number. */
function readTensor(reader: BinaryReader, end: number): number | undefined {
	let type = 1;
	let raw: Span | undefined;
	let value: number | undefined;
	eachField(reader, end, (field, wire) => {
		if (field === 1 && wire === varint) type = reader.uint32();
		else if (field === 4 && wire === text) raw = spanOf(reader);
		else if (field >= 5 && field <= 13 && field !== 8) value ??= readElement(reader, field, wire);
		else return false;
		return true;
	});
	if (value !== undefined && (type === 14 || type === 19)) return ofHalf(type, value);
	if (value !== undefined || !raw) return value;
	reader.pos = raw.at;
	value = readRaw(reader, type, raw.end - raw.at);
	reader.pos = end;
	return value;
}

/** `float_val`, `double_val`, `int_val` …: packed or not, the first of them. */
function readElement(reader: BinaryReader, field: number, wire: number): number | undefined {
	const packed = wire === text;
	const end = packed ? endOf(reader) : 0;
	if (packed && reader.pos === end) return undefined;
	let value: number;
	if (field === 5) value = reader.float();
	else if (field === 6) value = reader.double();
	else if (field === 10) value = Number(reader.int64());
	else value = reader.int32();
	if (packed) reader.pos = end;
	return value;
}

function readRaw(reader: BinaryReader, type: number, length: number): number | undefined {
	if (type === 1 && length >= 4) return reader.float();
	if (type === 2 && length >= 8) return reader.double();
	if (type === 3 && length >= 4) return reader.sfixed32();
	if (type === 9 && length >= 8) return Number(reader.sfixed64());
	if ((type === 14 || type === 19) && length >= 2) return ofHalf(type, reader.fixed32() & 0xffff);
	return undefined;
}

/** bfloat16 is the upper half of a float; IEEE half has 5 bits of exponent and 10 of fraction. */
function ofHalf(type: number, bits: number): number {
	if (type === 14) return new Float32Array(Uint32Array.of(bits << 16).buffer)[0]!;
	const sign = bits & 0x8000 ? -1 : 1;
	const exponent = (bits >> 10) & 31;
	const fraction = bits & 1023;
	if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
	return sign * (exponent ? 2 ** (exponent - 15) * (1 + fraction / 1024) : 2 ** -24 * fraction);
}

/** `HParamsPluginData.session_start_info.hparams` (tensorboard/plugins/hparams/plugin_data.proto). */
function readHparams(reader: BinaryReader, content: Span, back: number): Settings {
	const settings: Settings = {};
	reader.pos = content.at;
	eachField(reader, content.end, (field, wire) => {
		if (field !== 3 || wire !== text) return false;
		eachField(reader, endOf(reader), (inner, innerWire) => {
			if (inner !== 1 || innerWire !== text) return false;
			readSetting(reader, settings);
			return true;
		});
		return true;
	});
	reader.pos = back;
	return settings;
}

function readSetting(reader: BinaryReader, settings: Settings): void {
	let name = '';
	let value: string | number | boolean | undefined;
	eachField(reader, endOf(reader), (field, wire) => {
		if (wire !== text || field > 2) return false;
		if (field === 1) name = reader.string();
		else value = readAny(reader);
		return true;
	});
	if (value !== undefined && name !== '__proto__') settings[name] = value;
}

/** `google.protobuf.Value` with a plain value in it. */
function readAny(reader: BinaryReader): string | number | boolean | undefined {
	let value: string | number | boolean | undefined;
	eachField(reader, endOf(reader), (kind, wire) => {
		if (kind === 2 && wire === fixed64) value = reader.double();
		else if (kind === 3 && wire === text) value = reader.string();
		else if (kind === 4 && wire === varint) value = reader.bool();
		else return false;
		return true;
	});
	return value;
}
