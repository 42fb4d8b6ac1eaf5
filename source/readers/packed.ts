import type {Reader} from '../core/reader.ts';
import {beginsWith} from './binary/bytes.ts';

/** First bytes of files that are no text, and what such a file is. */
const kinds: ReadonlyArray<readonly [magic: string, kind: string]> = [
	['\x1f\x8b', 'packed with gzip'],
	['\x28\xb5\x2f\xfd', 'packed with zstd'],
	['\xfd7zXZ', 'packed with xz'],
	['BZh', 'packed with bzip2'],
	['PK\x03\x04', 'a zip archive'],
	['\x80\x02', 'a pickle'],
	['\x80\x03', 'a pickle'],
	['\x80\x04', 'a pickle'],
	['\x80\x05', 'a pickle'],
	['SQLite format 3\0', 'a database of SQLite'],
	['\x89HDF', 'an HDF5 file'],
	['\x93NUMPY', 'an array of NumPy'],
	['PAR1', 'a table of Parquet'],
];

/** What is no log but may be called one: told what it is; nothing in it is unpacked, unpickled or run. */
export default {
	title: 'Packed and binary files',
	claims: (_name, head) => kindOf(head) !== undefined,
	open: () => {
		let kind = '';
		return {
			push: (bytes, offset) => {
				if (offset === 0) kind = kindOf(bytes) ?? '';
				return [];
			},
			report: () => ({
				format: 'binary',
				why: `it is ${kind}`,
				candidates: [],
				lines: 0,
				understood: 0,
				notUnderstood: [],
				trouble: [{offset: 0, what: `${kind}, not a text`}],
			}),
		};
	},
} satisfies Reader;

function kindOf(head: Uint8Array): string | undefined {
	return kinds.find(([magic]) => beginsWith(head, magic))?.[1];
}
