import type {EntryKind, Opened, Stat} from '../../source/core/host.ts';

/** A file, folder or link of a machine in memory. */
export type Node = {
	kind: EntryKind;
	readonly identity: string;
	bytes: Uint8Array;
	modifiedAt: number;
	readonly bornAt: number;
	links: number;
	/** Refuses to be read with this error code. */
	refuses: string | undefined;
	/** Where a link leads. */
	target: string | undefined;
};

/** How often a machine was asked. */
export type Counts = {
	list: number;
	stat: number;
	open: number;
	read: number;
	opened: number;
	most: number;
};

/** A handle: the file behind it stays the same whatever becomes of its path. */
export function opened(node: Node, counts: Counts): Opened {
	let open = true;
	return {
		async read(into, offset) {
			counts.read++;
			if (node.refuses) throw failure(node.refuses, 'read');
			const part = node.bytes.subarray(offset, offset + into.length);
			into.set(part);
			return part.length;
		},
		async stat() {
			return toStat(node);
		},
		async close() {
			if (open) counts.opened--;
			open = false;
		},
	};
}

/** What `stat` tells of it. */
export function toStat(node: Node): Stat {
	return {
		kind: node.kind,
		identity: node.identity,
		bytes: node.bytes.length,
		modifiedAt: node.modifiedAt,
		bornAt: node.bornAt,
		owner: 1000,
		links: node.links,
	};
}

/** An error as `node:fs` makes it. */
export function failure(code: string, path: string): Error {
	return Object.assign(new Error(`${code}: ${path}`), {code});
}
