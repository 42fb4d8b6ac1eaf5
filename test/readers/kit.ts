import type {Event} from '../../source/core/event.ts';
import type {Reader, Report} from '../../source/core/reader.ts';

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
		events.push(...reading.push(bytes.slice(offset, offset + size), offset));
	}

	events.push(...(reading.rest?.() ?? []));
	return {events, report: reading.report()};
}
