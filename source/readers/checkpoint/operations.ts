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

/** What one operation of a pickle does to the machine; none of them runs anything. */
type Operation = (machine: Machine) => void;

const text =
	(width: 1 | 4 | 8): Operation =>
	machine => {
		const length = lengthOf(machine, width);
		const from = take(machine, length);
		push(machine, {kind: 'text', from, to: from + length});
	};

const blob =
	(width: 1 | 4 | 8): Operation =>
	machine => {
		take(machine, lengthOf(machine, width));
		push(machine, undefined);
	};

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

/** Whole numbers of any width; those beyond 64 bits tell nothing. */
function long(machine: Machine, length: number): void {
	const from = take(machine, length);
	if (length > 8) {
		push(machine, undefined);
		return;
	}

	let value = 0;
	for (let index = length - 1; index >= 0; index--) {
		value = value * 256 + (machine.bytes[from + index] as number);
	}

	const negative = length > 0 && (machine.bytes[from + length - 1] as number) >= 128;
	push(machine, negative ? value - 256 ** length : value);
}

/** `I01` and `I00` are the booleans of old; `L12L` ends with an L. */
function printed(machine: Machine): void {
	const word = wordOf(machine, line(machine));
	const value = Number(word.replace(/L$/, ''));
	push(machine, /^0[01]$/.test(word) ? word === '01' : Number.isNaN(value) ? undefined : value);
}

/** Text between quotes on a line. */
function quoted(machine: Machine): void {
	const {from, to} = line(machine);
	push(machine, {kind: 'text', from: from + 1, to: Math.max(from + 1, to - 1)});
}

function indexOf(machine: Machine): number {
	return Number(wordOf(machine, line(machine)));
}

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
	['.', machine => void (machine.ended = true)],
	[
		'0',
		machine =>
			void (machine.stack.length > (machine.marks.at(-1) ?? 0) ? pop(machine) : popMark(machine)),
	],
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
	['u', machine => addAbove(machine)],
	['e', machine => addAbove(machine)],
	[0x90, machine => addAbove(machine)],
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
	[0x82, machine => void (take(machine, 1), push(machine, node('thing')))],
	[0x83, machine => void (take(machine, 2), push(machine, node('thing')))],
	[0x84, machine => void (take(machine, 4), push(machine, node('thing')))],
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
	[0x94, machine => remember(machine, machine.memo.size)],
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
