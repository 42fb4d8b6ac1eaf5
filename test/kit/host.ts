import type {Entry, EntryKind, FileNews, Host} from '../../source/core/host.ts';
import {type Counts, failure, type Node, opened, toStat} from './node.ts';

/** A machine in memory. Paths are absolute; time moves by a second with every change. */
export type MemoryHost = Host & {
	/** Creates a file (and the folders above it), or overwrites it in place: same inode. */
	readonly write: (path: string, content: string | Uint8Array) => void;
	readonly append: (path: string, content: string | Uint8Array) => void;
	readonly truncate: (path: string, bytes?: number) => void;
	/** Puts a new file (another inode) in the place of the old one. */
	readonly replace: (path: string, content: string | Uint8Array) => void;
	/** Moves a file or a whole folder. */
	readonly rename: (from: string, to: string) => void;
	readonly remove: (path: string) => void;
	readonly folder: (path: string) => void;
	readonly linkTo: (path: string, target: string) => void;
	/** From now on opening or listing it fails with this code; undefined heals it. */
	readonly refuse: (path: string, code: string | undefined) => void;
	/** How often each operation was asked for, and how many files are open. */
	readonly counts: Counts;
	/** Folders watched now. */
	readonly watched: () => readonly string[];
	readonly tell: (news: FileNews) => void;
};

/** `memoryHost({'/runs/a/log.txt': 'x', '/runs/empty/': ''})`: paths that end in `/` are folders. */
export function memoryHost(tree: Readonly<Record<string, string | Uint8Array>> = {}): MemoryHost {
	const nodes = new Map<string, Node>();
	const listeners = new Set<(news: FileNews) => void>();
	const counts = {list: 0, stat: 0, open: 0, read: 0, opened: 0, most: 0};
	let watched: readonly string[] = [];
	let inode = 1;
	let clock = 1_700_000_000_000;

	const make = (path: string, kind: EntryKind): Node => {
		clock += 1000;
		const node: Node = {
			kind,
			identity: `1:${++inode}`,
			bytes: new Uint8Array(),
			modifiedAt: clock,
			bornAt: clock,
			links: 1,
			refuses: undefined,
			target: undefined,
		};
		nodes.set(path, node);
		return node;
	};
	const touchParent = (path: string) => {
		const parent = nodes.get(parentOf(path));
		if (parent) parent.modifiedAt = clock;
	};
	const folder = (path: string) => {
		if (nodes.has(path)) return;
		if (path !== '') folder(parentOf(path));
		make(path, 'folder');
		touchParent(path);
	};
	const put = (path: string, kind: EntryKind) => {
		folder(parentOf(path));
		const node = make(path, kind);
		touchParent(path);
		return node;
	};
	/** The path with every link in it followed. */
	const real = (path: string, hops = 0): string => {
		const names = path === '/' ? [''] : path.split('/');
		for (let length = 2; length <= names.length; length++) {
			const node = nodes.get(names.slice(0, length).join('/'));
			if (node?.target === undefined || hops > 8) continue;
			return real([node.target, ...names.slice(length)].join('/'), hops + 1);
		}

		return names.join('/');
	};
	const follow = (path: string) => nodes.get(real(path));
	const change = (path: string, bytes: Uint8Array) => {
		const node = follow(path) ?? put(path, 'file');
		clock += 1000;
		node.bytes = bytes;
		node.modifiedAt = clock;
	};
	const below = (path: string) =>
		[...nodes.keys()].filter(key => key === path || key.startsWith(`${path}/`));

	const host: MemoryHost = {
		name: 'memory',
		counts,
		folder,
		async list(path) {
			counts.list++;
			const node = follow(path);
			check(node, path);
			if (node.kind !== 'folder') throw failure('ENOTDIR', path);
			const prefix = `${real(path)}/`;
			const entries: Entry[] = [];
			for (const [key, {kind}] of nodes) {
				const name = key.startsWith(prefix) ? key.slice(prefix.length) : '';
				if (name && !name.includes('/')) entries.push({name, kind});
			}

			return entries;
		},
		async stat(path) {
			counts.stat++;
			const node = follow(path);
			return node && node.kind !== 'link' ? toStat(node) : undefined;
		},
		async open(path) {
			counts.open++;
			const node = follow(path);
			check(node, path);
			if (node.kind !== 'file') throw failure('EISDIR', path);
			counts.opened++;
			counts.most = Math.max(counts.most, counts.opened);
			return opened(node, counts);
		},
		async link(path) {
			return nodes.get(path)?.target;
		},
		watch(heard) {
			listeners.add(heard);
			return {
				folders(paths) {
					watched = paths;
				},
				async stop() {
					listeners.delete(heard);
				},
			};
		},
		async run() {
			return {status: 127, out: '', err: 'no commands here'};
		},
		follow: () => () => {},
		write: (path, content) => change(path, toBytes(content)),
		append: (path, content) => change(path, join(follow(path)?.bytes, toBytes(content))),
		truncate: (path, bytes = 0) => change(path, (follow(path)?.bytes ?? empty).slice(0, bytes)),
		replace(path, content) {
			host.remove(path);
			put(path, 'file').bytes = toBytes(content);
		},
		rename(from, to) {
			if (nodes.has(to)) host.remove(to);
			folder(parentOf(to));
			clock += 1000;
			for (const key of below(from)) {
				const node = nodes.get(key);
				nodes.delete(key);
				if (node) nodes.set(to + key.slice(from.length), node);
			}

			touchParent(from);
			touchParent(to);
		},
		remove(path) {
			clock += 1000;
			for (const key of below(path)) {
				const node = nodes.get(key);
				if (node) node.links = 0;
				nodes.delete(key);
			}

			touchParent(path);
		},
		linkTo(path, target) {
			put(path, 'link').target = target;
		},
		refuse(path, code) {
			const node = nodes.get(path);
			if (node) node.refuses = code;
		},
		watched: () => watched,
		tell(news) {
			for (const heard of listeners) heard(news);
		},
	};
	folder('');
	for (const [path, content] of Object.entries(tree)) {
		if (path.endsWith('/')) folder(path.slice(0, -1));
		else host.write(path, content);
	}

	return host;
}

const empty = new Uint8Array();

function check(node: Node | undefined, path: string): asserts node is Node {
	if (!node) throw failure('ENOENT', path);
	if (node.refuses) throw failure(node.refuses, path);
}

function parentOf(path: string): string {
	return path.slice(0, path.lastIndexOf('/'));
}

function toBytes(content: string | Uint8Array): Uint8Array {
	return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function join(first: Uint8Array = empty, second: Uint8Array): Uint8Array {
	const both = new Uint8Array(first.length + second.length);
	both.set(first);
	both.set(second, first.length);
	return both;
}
