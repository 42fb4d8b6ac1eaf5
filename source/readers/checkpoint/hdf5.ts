import {type Content, type Span, unknownContent} from '../../core/checkpoint.ts';
import {hasText, textOf, u16, u32, u64} from './bytes.ts';
import type {Sight} from './sight.ts';

type Walk<T> = Generator<Span, T, Uint8Array>;

/** A file inside a file: addresses count from `base`. */
type H5 = {readonly sight: Sight; readonly base: number};

const signature = '\x89HDF\r\n\x1a\n';
const mostNodes = 64;
const mostNames = 512;

/** Whether a file begins as HDF5 does. */
export function isH5(head: Uint8Array): boolean {
	return hasText(head, 0, signature);
}

/** Names of the groups at the root of an HDF5 file that begins at `base`: Keras keeps its optimizer in one. */
export function* readH5(sight: Sight, base: number, size: number): Walk<Content> {
	const file = {sight, base};
	const head = yield* sight.at(base, 128, 8192);
	if (!isH5(head)) return unknownContent('hdf5', 'is no HDF5 file');
	const version = head[8] as number;
	const old = version < 2;
	const wide = old ? head[13] === 8 && head[14] === 8 : head[9] === 8 && head[10] === 8;
	if (!wide || version > 3) return unknownContent('hdf5', 'is an unusual kind of HDF5');
	const shift = version === 1 ? 4 : 0;
	const end = u64(head, old ? 40 + shift : 28);
	if (end > size) {
		return unknownContent('hdf5', `holds ${size} of ${end} bytes`, {whole: false});
	}

	const names = old
		? yield* oldGroup(
				file,
				u64(head, 64 + shift),
				u32(head, 72 + shift) === 1 ? head : undefined,
				80 + shift,
			)
		: yield* newGroup(file, u64(head, 36));
	return judge(names);
}

function judge(names: readonly string[] | undefined): Content {
	if (!names || names.length === 0) {
		return unknownContent('hdf5', 'its groups are listed in an unusual way', {whole: true});
	}

	return {
		kind: 'hdf5',
		whole: true,
		weights: names.some(name => !/optim/i.test(name)),
		optimizer: names.some(name => /optim/i.test(name)),
		keys: names.slice(0, 64),
		numbers: {},
		why: '',
	};
}

/** A group of the first kind: a tree of nodes whose names lie in a heap; their places stand beside the root's. */
function* oldGroup(
	file: H5,
	header: number,
	cached: Uint8Array | undefined,
	at: number,
): Walk<readonly string[] | undefined> {
	const places = cached ? [u64(cached, at), u64(cached, at + 8)] : yield* symbolTable(file, header);
	const [tree, heap] = places ?? [];
	if (tree === undefined || heap === undefined) return undefined;
	const head = yield* look(file, heap, 32);
	if (!hasText(head, 0, 'HEAP')) return undefined;
	const text = yield* look(file, u64(head, 24), Math.min(u64(head, 8), 65_536));
	const names: string[] = [];
	const nodes = [tree];
	for (let seen = 0; seen < nodes.length && seen < mostNodes; seen++) {
		const bytes = yield* look(file, nodes[seen] as number, 2048);
		if (hasText(bytes, 0, 'TREE')) nodes.push(...childrenOf(bytes));
		else if (hasText(bytes, 0, 'SNOD')) names.push(...namesOf(bytes, text));
		if (names.length >= mostNames) break;
	}

	return names;
}

function* look({sight, base}: H5, address: number, length: number): Walk<Uint8Array> {
	return yield* sight.at(base + address, length);
}

function childrenOf(tree: Uint8Array): readonly number[] {
	const count = Math.min(u16(tree, 6), mostNodes);
	return Array.from({length: count}, (_, index) => u64(tree, 32 + index * 16));
}

function namesOf(node: Uint8Array, heap: Uint8Array): readonly string[] {
	const count = Math.min(u16(node, 6), 50);
	return Array.from({length: count}, (_, index) => {
		const from = u64(node, 8 + index * 40);
		const to = heap.indexOf(0, from);
		return textOf(heap, from, to < 0 ? from : to);
	});
}

/** The symbol table message (0x11) of an object header of the first kind. */
function* symbolTable(file: H5, header: number): Walk<readonly number[] | undefined> {
	const bytes = yield* look(file, header, 1024);
	if (bytes[0] !== 1) return undefined;
	for (let at = 16; at + 24 <= bytes.length; at += 8 + u16(bytes, at + 2)) {
		if (u16(bytes, at) === 0x11) return [u64(bytes, at + 8), u64(bytes, at + 16)];
	}

	return undefined;
}

/** A group of the second kind keeps few links as messages (6) in its header; many lie in a heap of their own. */
function* newGroup(file: H5, header: number): Walk<readonly string[] | undefined> {
	const bytes = yield* look(file, header, 4096);
	if (!hasText(bytes, 0, 'OHDR')) return undefined;
	const flags = bytes[5] as number;
	const width = 2 ** (flags & 3);
	const start = 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0);
	const length = width === 8 ? u64(bytes, start) : u32(bytes, start) % 256 ** width;
	const head = flags & 4 ? 6 : 4;
	const end = Math.min(bytes.length, start + width + length);
	const names: string[] = [];
	for (let at = start + width; at + head <= end; at += head + u16(bytes, at + 1)) {
		if (bytes[at] === 6) names.push(linkName(bytes, at + head));
	}

	return names;
}

function linkName(bytes: Uint8Array, at: number): string {
	const flags = bytes[at + 1] as number;
	const width = 2 ** (flags & 3);
	const place = at + 2 + (flags & 8 ? 1 : 0) + (flags & 4 ? 8 : 0) + (flags & 16 ? 1 : 0);
	const length = u32(bytes, place) % 256 ** Math.min(width, 4);
	return textOf(bytes, place + width, place + width + length);
}
