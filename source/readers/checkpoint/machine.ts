import {textOf, u32, u64} from './bytes.ts';
import {type Item, type Node, node, type Text} from './item.ts';

/** A pickle being walked. */
export type Machine = {
	readonly bytes: Uint8Array;
	readonly view: DataView;
	at: number;
	stack: Item[];
	/** Heights of the stack where marks were set. */
	readonly marks: number[];
	readonly memo: Item[];
	/** What stands for tensors' storages, in order. */
	readonly storages: Node[];
	ended: boolean;
};

const mostStack = 20_000;
const mostMarks = 1000;
const mostMemo = 100_000;
const mostGap = 1000;

/** Thrown inside the walk when the bytes end; it never leaves the walk. */
export class Cut extends Error {}
/** Thrown inside the walk when the bytes are no pickle, or one made to do harm; it never leaves the walk. */
export class Broken extends Error {}

/** A machine before the first operation of a pickle that begins at `from`. */
export function createMachine(bytes: Uint8Array, from: number): Machine {
	return {
		bytes,
		view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
		at: from,
		stack: [],
		marks: [],
		memo: [],
		storages: [],
		ended: false,
	};
}

/** Steps over `length` bytes; returns where they begin. */
export function take(machine: Machine, length: number): number {
	const {at} = machine;
	if (at + length > machine.bytes.length) throw new Cut();
	machine.at = at + length;
	return at;
}

/** Reads a length of 1, 4 or 8 bytes. */
export function lengthOf(machine: Machine, width: 1 | 4 | 8): number {
	const at = take(machine, width);
	if (width === 1) return machine.bytes[at] as number;
	return width === 4 ? u32(machine.bytes, at) : u64(machine.bytes, at);
}

/** Steps over a line; the text without its end. */
export function line(machine: Machine): Text {
	const from = machine.at;
	const to = machine.bytes.indexOf(10, from);
	if (to < 0) throw new Cut();
	machine.at = to + 1;
	return {kind: 'text', from, to};
}

/** Text of an item, empty where it is none. */
export function wordOf(machine: Machine, item: Item): string {
	return typeof item === 'object' && item?.kind === 'text'
		? textOf(machine.bytes, item.from, item.to)
		: '';
}

/** Puts an item on the stack. */
export function push(machine: Machine, item: Item): void {
	if (machine.stack.length >= mostStack) throw new Broken();
	machine.stack.push(item);
}

/** Takes the topmost item, which must lie above the last mark. */
export function pop(machine: Machine): Item {
	if (machine.stack.length <= (machine.marks.at(-1) ?? 0)) throw new Broken();
	return machine.stack.pop();
}

/** The topmost item. */
export function top(machine: Machine): Item {
	if (machine.stack.length === 0) throw new Broken();
	return machine.stack.at(-1);
}

/** Sets a mark. */
export function mark(machine: Machine): void {
	if (machine.marks.length >= mostMarks) throw new Broken();
	machine.marks.push(machine.stack.length);
}

/** Takes everything above the last mark, and the mark. */
export function popMark(machine: Machine): Item[] {
	const height = machine.marks.pop();
	if (height === undefined) throw new Broken();
	return machine.stack.splice(height);
}

/** Remembers the topmost item. */
export function remember(machine: Machine, index: number): void {
	if (index > machine.memo.length + mostGap || index >= mostMemo) throw new Broken();
	machine.memo[index] = top(machine);
}

/** Puts what was remembered on the stack. */
export function recall(machine: Machine, index: number): void {
	push(machine, machine.memo[index]);
}

/** Takes `count` items off the stack and puts them back as one tuple. */
export function tuple(machine: Machine, count: number): void {
	const height = machine.stack.length - count;
	if (height < (machine.marks.at(-1) ?? 0)) throw new Broken();
	push(machine, node('tuple', '', undefined, machine.stack.splice(height)));
}
