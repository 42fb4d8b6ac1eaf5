import {crc32} from 'node:zlib';

/** Bytes of base64 text. */
export function bytesOf(base64: string): Uint8Array {
	return new Uint8Array(Buffer.from(base64, 'base64'));
}

/** Arrays, texts (Latin-1) and numbers (bytes) one after the other. */
export function joined(...parts: ReadonlyArray<Uint8Array | string | number>): Uint8Array {
	return new Uint8Array(
		Buffer.concat(
			parts.map(part => {
				if (typeof part === 'number') return Uint8Array.of(part);
				return typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
			}),
		),
	);
}

function u(width: 2 | 4 | 8, value: number): Uint8Array {
	const bytes = Buffer.alloc(8);
	bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
	return bytes.subarray(0, width);
}

/**
A zip archive of stored entries, as torch.save writes it: local headers without sizes, the directory
last. `gap`: so many bytes are missing before the directory, and counted all the same.
*/
export function zipOf(
	entries: Readonly<Record<string, Uint8Array>>,
	{zip64 = false, gap = 0} = {},
): Uint8Array {
	const parts: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let at = 0;
	for (const [name, content] of Object.entries(entries)) {
		const local = joined('PK\x03\x04', u(4, 0), u(8, 0), u(8, 0), u(2, name.length), u(2, 4));
		const before = joined(local.subarray(0, 26), u(2, name.length), u(2, 4), name, 'FB\0\0');
		directory.push(
			joined(
				joined('PK\x01\x02', u(8, 0), u(4, 0), u(4, crc32(content))).subarray(0, 20),
				u(4, content.length),
				u(4, content.length),
				u(2, name.length),
				u(4, 0),
				u(8, 0),
				u(4, at),
				name,
			),
		);
		parts.push(before, content);
		at += before.length + content.length;
	}

	const list = joined(...directory);
	const count = directory.length;
	const wide = zip64
		? joined(
				...['PK\x06\x06', u(8, 44), u(4, 0), u(8, 0), u(8, count), u(8, count)],
				...[
					u(8, list.length),
					u(8, at + gap),
					'PK\x06\x07',
					u(4, 0),
					u(8, at + gap + list.length),
					u(4, 1),
				],
			)
		: new Uint8Array();
	const last = zip64
		? joined(u(2, 0xffff), u(2, 0xffff), u(4, 0xffff_ffff), u(4, 0xffff_ffff))
		: joined(u(2, count), u(2, count), u(4, list.length), u(4, at));
	return joined(...parts, list, wide, 'PK\x05\x06', u(4, 0), last, u(2, 0));
}

/** `torch.save` of pickled bytes. */
export function torchFile(pickle: Uint8Array): Uint8Array {
	return zipOf({
		'archive/data.pkl': pickle,
		'archive/byteorder': joined('little'),
		'archive/data/0': new Uint8Array(256),
		'archive/version': joined('3\n'),
	});
}

/** A safetensors file with one tensor of so many bytes. */
export function safetensorsOf(bytes: number): Uint8Array {
	const header = JSON.stringify({
		__metadata__: {format: 'pt'},
		'layer.weight': {dtype: 'F32', shape: [bytes / 4], data_offsets: [0, bytes]},
	});
	return joined(u(8, header.length), header, new Uint8Array(bytes));
}

/** An HDF5 file whose root holds groups of these names. */
export function h5Of(names: readonly string[]): Uint8Array {
	const heap = joined(...names.map(name => `${name}\0`));
	const [tree, heapAt, text, node] = [96, 160, 192, 192 + heap.length];
	const starts = names.map((_, index) => names.slice(0, index).join('').length + index);
	const size = node + 8 + 40 * names.length;
	const root = [u(8, 0), u(8, 0), u(4, 1), u(4, 0), u(8, tree), u(8, heapAt)];
	return joined(
		'\x89HDF\r\n\x1a\n',
		...[0, 0, 0, 0, 0, 8, 8, 0, u(2, 4), u(2, 16), u(4, 0)],
		...[u(8, 0), u(8, 0), u(8, size), u(8, 0), ...root],
		joined('TREE', 0, 0, u(2, 1), u(8, 0), u(8, 0), u(8, 0), u(8, node), new Uint8Array(24)),
		joined('HEAP', u(4, 0), u(8, heap.length), u(8, 0), u(8, text)),
		heap,
		joined('SNOD', 1, 0, u(2, names.length)),
		...starts.map(start => joined(u(8, start), new Uint8Array(32))),
	);
}

/** `{'model': OrderedDict(w=1.5), 'optimizer': {'state': {}, 'param_groups': […]}, 'epoch': 3, …}` by protocol, written by Python. */
export const trainings: Readonly<Record<number, Uint8Array>> = {
	2: bytesOf(
		'gAJ9cQAoWAUAAABtb2RlbHEBY2NvbGxlY3Rpb25zCk9yZGVyZWREaWN0CnECKVJxA1gBAAAAd3EERz/4AAAAAAAAc1gJAAAAb3B0aW1pemVycQV9cQYoWAUAAABzdGF0ZXEHfXEIWAwAAABwYXJhbV9ncm91cHNxCV1xCn1xC1gCAAAAbHJxDEc/uZmZmZmZmnNhdVgFAAAAZXBvY2hxDUsDWAQAAABiZXN0cQ6IWAQAAABub3RlcQ9YAgAAAG9rcRBYAwAAAGJpZ3ERigkAAAAAAAAAAEBYAwAAAG5lZ3ESSvv///9YBwAAAG5vdGhpbmdxE051Lg==',
	),
	3: bytesOf(
		'gAN9cQAoWAUAAABtb2RlbHEBY2NvbGxlY3Rpb25zCk9yZGVyZWREaWN0CnECKVJxA1gBAAAAd3EERz/4AAAAAAAAc1gJAAAAb3B0aW1pemVycQV9cQYoWAUAAABzdGF0ZXEHfXEIWAwAAABwYXJhbV9ncm91cHNxCV1xCn1xC1gCAAAAbHJxDEc/uZmZmZmZmnNhdVgFAAAAZXBvY2hxDUsDWAQAAABiZXN0cQ6IWAQAAABub3RlcQ9YAgAAAG9rcRBYAwAAAGJpZ3ERigkAAAAAAAAAAEBYAwAAAG5lZ3ESSvv///9YBwAAAG5vdGhpbmdxE051Lg==',
	),
	4: bytesOf(
		'gASVvgAAAAAAAAB9lCiMBW1vZGVslIwLY29sbGVjdGlvbnOUjAtPcmRlcmVkRGljdJSTlClSlIwBd5RHP/gAAAAAAABzjAlvcHRpbWl6ZXKUfZQojAVzdGF0ZZR9lIwMcGFyYW1fZ3JvdXBzlF2UfZSMAmxylEc/uZmZmZmZmnNhdYwFZXBvY2iUSwOMBGJlc3SUiIwEbm90ZZSMAm9rlIwDYmlnlIoJAAAAAAAAAABAjANuZWeUSvv///+MB25vdGhpbmeUTnUu',
	),
	5: bytesOf(
		'gAWVvgAAAAAAAAB9lCiMBW1vZGVslIwLY29sbGVjdGlvbnOUjAtPcmRlcmVkRGljdJSTlClSlIwBd5RHP/gAAAAAAABzjAlvcHRpbWl6ZXKUfZQojAVzdGF0ZZR9lIwMcGFyYW1fZ3JvdXBzlF2UfZSMAmxylEc/uZmZmZmZmnNhdYwFZXBvY2iUSwOMBGJlc3SUiIwEbm90ZZSMAm9rlIwDYmlnlIoJAAAAAAAAAABAjANuZWeUSvv///+MB25vdGhpbmeUTnUu',
	),
};

/** A pickled dict with these keys: `{}` stands for a container with one item, the rest for itself. */
export function dictOf(
	entries: Readonly<Record<string, number | string | null | object>>,
): Uint8Array {
	const parts = Object.entries(entries).flatMap(([key, value]) => [textOp(key), valueOp(value)]);
	return joined(0x80, 2, '}(', ...parts, 'u.');
}

function textOp(text: string): Uint8Array {
	return joined('X', u(4, text.length), text);
}

function valueOp(value: number | string | null | object): Uint8Array {
	if (value === null) return joined('N');
	if (typeof value === 'number') return joined('J', u(4, value));
	return typeof value === 'string' ? textOp(value) : joined('}', textOp('a'), 'K', 1, 's');
}
