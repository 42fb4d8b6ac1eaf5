import {endOf, finish, key, passOver, readWhole, type Span, spanOf, wires} from './fields.ts';
import {readHparams, type Settings} from './hparams.ts';
import type {Lexicon} from './lexicon.ts';
import type {Piece} from './piece.ts';
import {readTensor} from './tensor.ts';

/** What is known of a tag: the plugin that it belongs to, of which only its first event tells. */
export type Tagged = {plugin: string | undefined};

/** What one record of an event file tells: the first `count` of the tags and values. */
export type Logged<T> = {
	/** Seconds since 1970. */
	time: number;
	step: number;
	count: number;
	readonly tags: T[];
	readonly values: number[];
	/** What the hparams plugin stores of a session's settings. */
	settings: Settings | undefined;
	/** Values whose tags are too long, or too many. */
	nameless: number;
};

/** A record that tells nothing yet. */
export function nothingLogged<T>(): Logged<T> {
	return {time: 0, step: 0, count: 0, tags: [], values: [], settings: undefined, nameless: 0};
}

const {varint, fixed64, text, fixed32} = wires;
const timeKey = key(1, fixed64);
const stepKey = key(2, varint);
const summaryKey = key(5, text);
const valueKey = key(1, text);
const tagKey = key(1, text);
const simpleKey = key(2, fixed32);
const tensorKey = key(8, text);
const metadataKey = key(9, text);
const pluginKey = key(1, text);
const nameKey = key(1, text);
const contentKey = key(2, text);

/**
Reads the scalars of a TensorBoard `Event` (tensorboard/compat/proto/event.proto, summary.proto) that
ends at `end` into `logged`, over what the record before it told. Throws on damage.
*/
export function readLogged<T extends Tagged>(
	piece: Piece,
	end: number,
	tags: Lexicon<T>,
	logged: Logged<T>,
): void {
	const {reader} = piece;
	logged.time = 0;
	logged.step = 0;
	logged.count = 0;
	logged.settings = undefined;
	while (reader.pos < end) {
		const field = reader.uint32();
		if (field === timeKey) logged.time = reader.double();
		else if (field === stepKey) logged.step = readWhole(piece);
		else if (field === summaryKey) readSummary(piece, endOf(reader, end), tags, logged);
		else passOver(reader, field, end);
	}

	finish(reader, end);
}

function readSummary<T extends Tagged>(
	piece: Piece,
	end: number,
	tags: Lexicon<T>,
	logged: Logged<T>,
): void {
	const {reader} = piece;
	while (reader.pos < end) {
		const field = reader.uint32();
		if (field === valueKey) readValue(piece, endOf(reader, end), tags, logged);
		else passOver(reader, field, end);
	}

	finish(reader, end);
}

function readValue<T extends Tagged>(
	piece: Piece,
	end: number,
	tags: Lexicon<T>,
	logged: Logged<T>,
): void {
	const {bytes, reader} = piece;
	let tagAt = 0;
	let tagEnd = 0;
	let value: number | undefined;
	let tensor: Span | undefined;
	let metadata: Span | undefined;
	while (reader.pos < end) {
		const field = reader.uint32();
		if (field === tagKey) {
			tagEnd = endOf(reader, end);
			tagAt = reader.pos;
			reader.pos = tagEnd;
		} else if (field === simpleKey) value = reader.float();
		else if (field === tensorKey) tensor = spanOf(reader, end);
		else if (field === metadataKey) metadata = spanOf(reader, end);
		else passOver(reader, field, end);
	}

	finish(reader, end);
	// Images, sounds and histograms have no use for a tag.
	if (value === undefined && !tensor && !metadata) return;
	const tag = tags.find(bytes, tagAt, tagEnd);
	if (tag) put(logged, tag, valueBeside(piece, logged, tag, value, tensor, metadata));
	else logged.nameless++;
	reader.pos = end;
}

function put<T>(logged: Logged<T>, tag: T, value: number | undefined): void {
	if (value === undefined) return;
	logged.tags[logged.count] = tag;
	logged.values[logged.count++] = value;
}

/** The value of a tag of which metadata or a tensor tells more. */
function valueBeside<T extends Tagged>(
	piece: Piece,
	logged: Logged<T>,
	tag: T,
	simple: number | undefined,
	tensor: Span | undefined,
	metadata: Span | undefined,
): number | undefined {
	if (metadata && readMetadata(piece, metadata, tag, logged)) return undefined;
	if (simple !== undefined || !tensor || tag.plugin !== 'scalars') return simple;
	return readTensor(piece, tensor);
}

/** `SummaryMetadata.plugin_data`: notes the plugin of the tag; true where it holds settings instead of a value. */
function readMetadata<T extends Tagged>(
	piece: Piece,
	{at, end}: Span,
	tag: T,
	logged: Logged<T>,
): boolean {
	const {reader} = piece;
	let content: Span = {at: 0, end: 0};
	let name = '';
	reader.pos = at;
	while (reader.pos < end) {
		const field = reader.uint32();
		if (field !== pluginKey) {
			passOver(reader, field, end);
			continue;
		}

		const inner = endOf(reader, end);
		while (reader.pos < inner) {
			const part = reader.uint32();
			if (part === nameKey) name = reader.string();
			else if (part === contentKey) content = spanOf(reader, inner);
			else passOver(reader, part, inner);
		}

		finish(reader, inner);
	}

	finish(reader, end);
	tag.plugin = name;
	if (name !== 'hparams') return false;
	logged.settings = readHparams(reader, content);
	return true;
}
