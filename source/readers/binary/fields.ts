import type {BinaryReader} from '@bufbuild/protobuf/wire';
import type {Piece} from './piece.ts';

/** Wire types of protobuf. */
export const wires = {varint: 0, fixed64: 1, text: 2, fixed32: 5} as const;

/** Where a length-delimited field lies in its piece. */
export type Span = {readonly at: number; readonly end: number};

/** What stands before a field: its number and its wire type. */
export function key(field: number, wire: number): number {
	return (field << 3) | wire;
}

/** Passes over a field of a message that ends at `end`. Throws on damage. */
export function passOver(reader: BinaryReader, key: number, end: number): void {
	const wire = key & 7;
	if (wire === wires.text) reader.pos = endOf(reader, end);
	else if (wire === wires.varint) reader.uint32();
	else if (wire === wires.fixed64) reader.pos += 8;
	else if (wire === wires.fixed32) reader.pos += 4;
	else throw new RangeError(`wire type ${wire}`);
}

/** Reads a length and tells where the field of that length ends. Throws when that is beyond its message. */
export function endOf(reader: BinaryReader, end: number): number {
	const length = reader.uint32();
	const inner = reader.pos + length;
	if (inner > end) throw new RangeError('a field that is longer than its message');
	return inner;
}

/** Throws when the last field of a message was longer than the message. */
export function finish(reader: BinaryReader, end: number): void {
	if (reader.pos !== end) throw new RangeError('a field that is longer than its message');
}

/** Passes over a length-delimited field and tells where it lies. */
export function spanOf(reader: BinaryReader, end: number): Span {
	const inner = endOf(reader, end);
	const at = reader.pos;
	reader.pos = inner;
	return {at, end: inner};
}

/** A whole number of 64 bits; of 28 bits, as nearly all are, without a big integer in between. */
export function readWhole({bytes, reader}: Piece): number {
	const {pos} = reader;
	const isShort =
		bytes[pos]! < 128 || bytes[pos + 1]! < 128 || bytes[pos + 2]! < 128 || bytes[pos + 3]! < 128;
	return isShort ? reader.uint32() : Number(reader.int64());
}
