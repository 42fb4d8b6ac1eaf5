import {addItems, asNode, type Item, mostItems, node} from './item.ts';
import {
	Broken,
	lengthOf,
	line,
	type Machine,
	mark,
	pop,
	popMark,
	push,
	recall,
	remember,
	take,
	top,
	tuple,
	wordOf,
} from './machine.ts';
import {blob, long, type Operation, printed, quoted, text} from './values.ts';

const constant =
	(item: Item): Operation =>
	machine =>
		push(machine, item);

const empty =
	(kind: 'dict' | 'list' | 'tuple'): Operation =>
	machine =>
		push(machine, node(kind));

const gathered =
	(kind: 'dict' | 'list' | 'tuple'): Operation =>
	machine => {
		const items = popMark(machine);
		if (items.length > mostItems) items.length = mostItems;
		push(machine, node(kind, '', undefined, items));
	};

/** A class or function by its name: only the name is kept. */
function named(machine: Machine, module: Item, name: Item): void {
	push(machine, node('thing', `${wordOf(machine, module)} ${wordOf(machine, name)}`));
}

/** Python would call the thing here; the result is a thing of the same name. */
function called(machine: Machine, callee: Item, args: Item): void {
	push(machine, node('thing', asNode(callee)?.name ?? '', args));
}

function call(machine: Machine): void {
	const args = pop(machine);
	called(machine, pop(machine), args);
}

/** A tensor's storage lies elsewhere; the pickle names it. */
function persistent(machine: Machine, id: Item): void {
	const storage = node('thing', 'storage', id);
	machine.storages.push(storage);
	push(machine, storage);
}

function build(machine: Machine): void {
	const state = pop(machine);
	const built = asNode(top(machine));
	if (built) built.state = state;
}

function indexOf(machine: Machine): number {
	return Number(wordOf(machine, line(machine)));
}

function stop(machine: Machine): void {
	machine.ended = true;
}

/** POP takes the mark where nothing lies above it. */
function drop(machine: Machine): void {
	if (machine.stack.length > (machine.marks.at(-1) ?? 0)) pop(machine);
	else popMark(machine);
}

/** A class by a number that Python programs agree on. */
const extension =
	(width: number): Operation =>
	machine => {
		take(machine, width);
		push(machine, node('thing'));
	};

function instance(machine: Machine): void {
	const module = line(machine);
	const name = line(machine);
	popMark(machine);
	named(machine, module, name);
}

const byCode: ReadonlyArray<readonly [code: number | string, operation: Operation]> = [
	[0x80, machine => void take(machine, 1)],
	[0x95, machine => void take(machine, 8)],
	['(', mark],
	['.', stop],
	['0', drop],
	['1', machine => void popMark(machine)],
	['2', machine => push(machine, top(machine))],
	['N', constant(null)],
	[0x88, constant(true)],
	[0x89, constant(false)],
	['J', machine => push(machine, machine.view.getInt32(take(machine, 4), true))],
	['K', machine => push(machine, lengthOf(machine, 1))],
	['M', machine => push(machine, machine.view.getUint16(take(machine, 2), true))],
	['G', machine => push(machine, machine.view.getFloat64(take(machine, 8)))],
	[0x8a, machine => long(machine, lengthOf(machine, 1))],
	[0x8b, machine => long(machine, lengthOf(machine, 4))],
	['I', printed],
	['L', printed],
	['F', printed],
	['S', quoted],
	['V', machine => push(machine, line(machine))],
	['T', text(4)],
	['U', text(1)],
	['X', text(4)],
	[0x8c, text(1)],
	[0x8d, text(8)],
	['B', blob(4)],
	['C', blob(1)],
	[0x8e, blob(8)],
	[0x96, blob(8)],
	[0x97, constant(undefined)],
	[0x98, () => {}],
	['}', empty('dict')],
	[']', empty('list')],
	[')', empty('tuple')],
	[0x8f, empty('list')],
	['d', gathered('dict')],
	['l', gathered('list')],
	['t', gathered('tuple')],
	[0x91, gathered('list')],
	[0x85, machine => tuple(machine, 1)],
	[0x86, machine => tuple(machine, 2)],
	[0x87, machine => tuple(machine, 3)],
	[
		's',
		machine => {
			const value = pop(machine);
			const key = pop(machine);
			addItems(top(machine), [key, value]);
		},
	],
	['u', addAbove],
	['e', addAbove],
	[0x90, addAbove],
	[
		'a',
		machine => {
			const item = pop(machine);
			addItems(top(machine), [item]);
		},
	],
	[
		'c',
		machine => {
			const module = line(machine);
			named(machine, module, line(machine));
		},
	],
	[
		0x93,
		machine => {
			const name = pop(machine);
			named(machine, pop(machine), name);
		},
	],
	[0x82, extension(1)],
	[0x83, extension(2)],
	[0x84, extension(4)],
	['R', call],
	[0x81, call],
	[
		0x92,
		machine => {
			pop(machine);
			call(machine);
		},
	],
	['b', build],
	['i', instance],
	[
		'o',
		machine => {
			const [callee, ...args] = popMark(machine);
			called(machine, callee, node('tuple', '', undefined, args.slice(0, mostItems)));
		},
	],
	['P', machine => persistent(machine, line(machine))],
	['Q', machine => persistent(machine, pop(machine))],
	['p', machine => remember(machine, indexOf(machine))],
	['q', machine => remember(machine, lengthOf(machine, 1))],
	['r', machine => remember(machine, lengthOf(machine, 4))],
	[0x94, machine => remember(machine, machine.memo.length)],
	['g', machine => recall(machine, indexOf(machine))],
	['h', machine => recall(machine, lengthOf(machine, 1))],
	['j', machine => recall(machine, lengthOf(machine, 4))],
];

function addAbove(machine: Machine): void {
	const items = popMark(machine);
	addItems(top(machine), items);
}

const operations: Array<Operation | undefined> = Array.from({length: 256});
for (const [code, operation] of byCode) {
	operations[typeof code === 'string' ? code.charCodeAt(0) : code] = operation;
}

/** Performs the next operation; throws where there is none. */
export function perform(machine: Machine): void {
	const operation = operations[machine.bytes[take(machine, 1)] as number];
	if (!operation) throw new Broken();
	operation(machine);
}
