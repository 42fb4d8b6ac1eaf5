/** Text of a pickle, by the place of its bytes: it is decoded only where it is looked at. */
export type Text = {readonly kind: 'text'; readonly from: number; readonly to: number};

/**
Anything of a pickle that holds other things. Nothing is made of it: a `thing` is what Python would
have called or built, by its name.
*/
export type Node = {
	readonly kind: 'dict' | 'list' | 'tuple' | 'thing';
	/** Of a thing: `collections OrderedDict`. */
	readonly name: string;
	/** What a thing was called with. */
	readonly args: Item;
	/** Of a dict or a thing with entries key, value, key, value …; the first ones. */
	items: Item[];
	/** What BUILD gave it. */
	state: Item;
};

/** A value of a pickle; undefined: bytes, huge numbers and other values that tell nothing here. */
export type Item = number | boolean | null | undefined | Text | Node;

/** Most items that one node keeps. */
export const mostItems = 8192;

/** What most nodes hold: never added to, but replaced. */
const none: Item[] = [];

/** A node; the array is its own from now on. */
export function node(kind: Node['kind'], name = '', args?: Item, items: Item[] = none): Node {
	return {kind, name, args, items, state: undefined};
}

/** The node, where an item is one. */
export function asNode(item: Item): Node | undefined {
	return typeof item === 'object' && item !== null && item.kind !== 'text' ? item : undefined;
}

/** Adds items as far as there is room; the array is the node's from now on. */
export function addItems(to: Item, items: Item[]): void {
	const target = asNode(to);
	if (!target) return;
	const room = mostItems - target.items.length;
	if (items.length > room) items.length = room;
	if (target.items.length === 0) target.items = items;
	else for (const item of items) target.items.push(item);
}
