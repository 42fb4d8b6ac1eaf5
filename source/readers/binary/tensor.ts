import {endOf, finish, key, passOver, readWhole, type Span, spanOf, wires} from './fields.ts';
import type {Piece} from './piece.ts';

const {varint, text} = wires;
const typeKey = key(1, varint);
const contentKey = key(4, text);

/** `TensorProto.dtype` of the numbers of 16 bits. */
const brain = 14;
const half = 19;

/**
The only number of a `TensorProto` (tensorboard/compat/proto/tensor.proto), in whichever of its fields it
stands; undefined where it holds no number. Throws on damage.
*/
export function readTensor(piece: Piece, {at, end}: Span): number | undefined {
	const {reader} = piece;
	let type = 1;
	let content: Span | undefined;
	let value: number | undefined;
	reader.pos = at;
	while (reader.pos < end) {
		const field = reader.uint32();
		const number = field >>> 3;
		if (field === typeKey) type = reader.uint32();
		else if (field === contentKey) content = spanOf(reader, end);
		else if (number >= 5 && number <= 13 && number !== 8) {
			const element = readElement(piece, field, end);
			value ??= element;
		} else passOver(reader, field, end);
	}

	finish(reader, end);
	if (value !== undefined) return isHalf(type) ? ofHalf(type, value) : value;
	if (!content) return undefined;
	reader.pos = content.at;
	return readContent(piece, type, content.end - content.at);
}

/** `float_val`, `double_val`, `int_val` …: the only one, or the first of those that are packed. */
function readElement(piece: Piece, field: number, end: number): number | undefined {
	const {reader} = piece;
	if ((field & 7) !== text) return readNumber(piece, field >>> 3);
	const packedEnd = endOf(reader, end);
	const value = reader.pos === packedEnd ? undefined : readNumber(piece, field >>> 3);
	reader.pos = packedEnd;
	return value;
}

function readNumber(piece: Piece, field: number): number {
	const {reader} = piece;
	if (field === 5) return reader.float();
	if (field === 6) return reader.double();
	return field === 10 ? readWhole(piece) : reader.int32();
}

function readContent({bytes, reader}: Piece, type: number, length: number): number | undefined {
	if (type === 1 && length >= 4) return reader.float();
	if (type === 2 && length >= 8) return reader.double();
	if (type === 3 && length >= 4) return reader.sfixed32();
	if (type === 9 && length >= 8) return Number(reader.sfixed64());
	if (isHalf(type) && length >= 2) {
		const {pos} = reader;
		return ofHalf(type, bytes[pos]! | (bytes[pos + 1]! << 8));
	}

	return undefined;
}

function isHalf(type: number): boolean {
	return type === brain || type === half;
}

/** bfloat16 is the upper half of a float; IEEE half has 5 bits of exponent and 10 of fraction. */
function ofHalf(type: number, bits: number): number {
	if (type === brain) return new Float32Array(Uint32Array.of(bits << 16).buffer)[0]!;
	const sign = bits & 0x8000 ? -1 : 1;
	const exponent = (bits >> 10) & 31;
	const fraction = bits & 1023;
	if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
	return sign * (exponent ? 2 ** (exponent - 15) * (1 + fraction / 1024) : 2 ** -24 * fraction);
}
