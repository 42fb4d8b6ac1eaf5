import {textOf} from './bytes.ts';
import {asNode, type Item, type Node} from './item.ts';
import {Broken, Cut, createMachine, type Machine} from './machine.ts';
import {perform} from './operations.ts';

/** A key at the top level of a pickle and what belongs to it. */
export type Entry = {readonly key: string; readonly value: Item};

/** A pickle that was walked. */
export type Pickle = {
	/** `cut`: the bytes ended before it did; `broken`: it is no pickle, or goes beyond all bounds. */
	readonly end: 'whole' | 'cut' | 'broken';
	/** Where the next byte after it lies. */
	readonly next: number;
	/** What it yields, or the beginning of it; a node. */
	readonly root: Node | undefined;
	readonly entries: readonly Entry[];
	readonly storages: readonly Node[];
	readonly text: (item: Item) => string;
};

/**
Walks a pickle (protocols 0 to 5) with a machine that makes nothing but inert nodes: no name in it is
looked up, imported or called. One operation takes at least one byte, so a walk ends.
*/
export function walkPickle(bytes: Uint8Array, from = 0): Pickle {
	const machine = createMachine(bytes, from);
	const end = walk(machine);
	const root = asNode(end === 'whole' ? machine.stack.at(-1) : machine.stack[0]);
	const text = (item: Item) =>
		typeof item === 'object' && item?.kind === 'text' ? textOf(bytes, item.from, item.to) : '';
	const pairs = root ? pairsOf(root) : [];
	const open = end === 'whole' ? [] : openItems(machine);
	const entries = [...toEntries(pairs, text), ...toEntries(open, text)];
	return {end, next: machine.at, root, entries, storages: machine.storages, text};
}

const mostOperations = 300_000;

function walk(machine: Machine): Pickle['end'] {
	try {
		for (let done = 0; done < mostOperations; done++) {
			perform(machine);
			if (machine.ended) return 'whole';
		}

		return 'broken';
	} catch (error) {
		if (error instanceof Cut) return 'cut';
		if (error instanceof Broken) return 'broken';
		throw error;
	}
}

/** Keys and values that lie on the stack above the first node, not yet put into it. */
function openItems({marks, stack}: Machine): readonly Item[] {
	if (marks[0] !== 1) return [];
	const items = stack.slice(1, marks[1]);
	return items.length % 2 === 0 ? items : [...items, undefined];
}

function toEntries(items: readonly Item[], text: (item: Item) => string): readonly Entry[] {
	const entries: Entry[] = [];
	for (let index = 0; index + 1 < items.length; index += 2) {
		const item = items[index];
		const key = typeof item === 'number' ? String(item) : text(item);
		entries.push({key, value: items[index + 1]});
	}

	return entries;
}

/** Keys and values of a dict, an OrderedDict in either of its forms, or an object's attributes. */
export function pairsOf(root: Node): readonly Item[] {
	if (root.kind === 'list' || root.kind === 'tuple') return [];
	if (root.items.length > 0 || root.kind === 'dict') return root.items;
	const listed = asNode(asNode(root.args)?.items[0]);
	if (listed?.kind === 'list') {
		return listed.items.flatMap(pair => asNode(pair)?.items.slice(0, 2) ?? []);
	}

	const state = asNode(root.state);
	if (state?.kind === 'dict') return state.items;
	const inner = state?.kind === 'tuple' ? state.items.map(asNode) : [];
	return inner.find(one => one?.kind === 'dict')?.items ?? [];
}
