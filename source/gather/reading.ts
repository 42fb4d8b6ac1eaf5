import type {FileId} from '../core/event.ts';
import type {Format} from '../core/format.ts';
import type {Reader, Reading} from '../core/reader.ts';
import {openText} from './text.ts';
import type {Dating} from './time.ts';

/** A file about to be read, and what is known of its dates. */
export type FileToRead = Dating & {readonly name: string; readonly id: FileId};

/** Opens the reader that claims a file by its name and first bytes, else reads it as a text log. */
export function openReading(
	file: FileToRead,
	head: Uint8Array,
	formats: Readonly<Record<string, Format>>,
	readers: Readonly<Record<string, Reader>>,
): Reading {
	const reader = Object.values(readers).find(({claims}) => claims(file.name, head));
	return reader ? reader.open(file.name) : openText(formats, {...file, file: file.id});
}
