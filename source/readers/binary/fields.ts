import type {BinaryReader} from '@bufbuild/protobuf/wire';

/** Wire types of protobuf. */
export const wires = {varint: 0, fixed64: 1, text: 2, fixed32: 5} as const;

/** Where a length-delimited field lies in its record. */
export type Span = {readonly at: number; readonly end: number};

/** Walks the fields up to `end`; those that `take` does not read are passed over without a copy. Throws on damage. */
export function eachField(
	reader: BinaryReader,
	end: number,
	take: (field: number, wire: number) => boolean,
): void {
	while (reader.pos < end) {
		const tag = reader.uint32();
		const wire = tag & 7;
		if (take(tag >>> 3, wire)) continue;
		if (wire === wires.varint) reader.uint32();
		else if (wire === wires.fixed64) reader.pos += 8;
		else if (wire === wires.text) reader.pos = endOf(reader);
		else if (wire === wires.fixed32) reader.pos += 4;
		else throw new RangeError(`wire type ${wire}`);
	}

	if (reader.pos !== end) throw new RangeError('a field that is longer than its message');
}

/** Reads a length and tells where the message of that length ends. Throws when that is beyond the record. */
export function endOf(reader: BinaryReader): number {
	const length = reader.uint32();
	const end = reader.pos + length;
	if (end > reader.len) throw new RangeError('a message that is longer than its record');
	return end;
}

/** Passes over a length-delimited field and tells where it lies. */
export function spanOf(reader: BinaryReader): Span {
	const end = endOf(reader);
	const at = reader.pos;
	reader.pos = end;
	return {at, end};
}
