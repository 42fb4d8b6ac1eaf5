import type {BinaryWriter} from '@bufbuild/protobuf/wire';
import type {Event, EventOf} from '../../source/core/event.ts';
import type {Reader, Report} from '../../source/core/reader.ts';
import {crc32c, masked} from '../../source/readers/binary/crc.ts';

/** Text as bytes. */
export function bytesOf(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

/** All that a reader tells of a file that arrives in pieces of `size` bytes, and its report. */
export function readAll(
	reader: Reader,
	bytes: Uint8Array,
	size = bytes.length || 1,
): {readonly events: readonly Event[]; readonly report: Report} {
	const reading = reader.open();
	const events: Event[] = [];
	for (let offset = 0; offset < bytes.length; offset += size) {
		events.push(...singles(reading.push(bytes.slice(offset, offset + size), offset)));
	}

	events.push(...singles(reading.rest?.() ?? []));
	return {events, report: reading.report()};
}

/** The same events, each record of a batch by itself. */
export function singles(events: readonly Event[]): readonly Event[] {
	return events.flatMap(event => (event.kind === 'rows' ? recordsOf(event) : event));
}

function recordsOf({split, rows}: EventOf<'rows'>): readonly Event[] {
	const {length, line, offset, at, keys, values} = rows;
	return Array.from({length}, (_, row) => {
		const places = (['epoch', 'step'] as const).filter(place => !Number.isNaN(rows[place][row]));
		const position = Object.fromEntries(places.map(place => [place, rows[place][row]!]));
		return {
			kind: 'metrics',
			split,
			...(places.length > 0 ? {position} : {}),
			values: Object.fromEntries(keys.map((key, index) => [key, values[index]![row]!])),
			...(Number.isNaN(at[row]) ? {} : {at: at[row]!}),
			source: {file: '', line: line[row]!, offset: offset[row]!},
		};
	});
}

/** Fills in a message. */
export type Fill = (writer: BinaryWriter) => BinaryWriter;

/** Field `number` with a message in it. */
export function inner(writer: BinaryWriter, number: number, fill: Fill): BinaryWriter {
	return fill(writer.tag(number, 2).fork()).join();
}

/** A record of an event file: length, its checksum, payload, its checksum. */
export function framed(payload: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(16 + payload.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, payload.length, true);
	view.setUint32(8, masked(crc32c(bytes.subarray(0, 8))), true);
	bytes.set(payload, 12);
	view.setUint32(12 + payload.length, masked(crc32c(payload)), true);
	return bytes;
}
