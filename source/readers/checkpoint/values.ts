import {lengthOf, line, type Machine, push, take, wordOf} from './machine.ts';

/** What one operation of a pickle does to the machine; none of them runs anything. */
export type Operation = (machine: Machine) => void;

/** Text after a length of `width` bytes. */
export const text =
	(width: 1 | 4 | 8): Operation =>
	machine => {
		const length = lengthOf(machine, width);
		const from = take(machine, length);
		push(machine, {kind: 'text', from, to: from + length});
	};

/** Bytes after a length of `width` bytes: stepped over. */
export const blob =
	(width: 1 | 4 | 8): Operation =>
	machine => {
		take(machine, lengthOf(machine, width));
		push(machine, undefined);
	};

/** Whole numbers of any width; those beyond 64 bits tell nothing. */
export function long(machine: Machine, length: number): void {
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
export function printed(machine: Machine): void {
	const word = wordOf(machine, line(machine));
	const value = Number(word.replace(/L$/, ''));
	push(machine, /^0[01]$/.test(word) ? word === '01' : Number.isNaN(value) ? undefined : value);
}

/** Text between quotes on a line. */
export function quoted(machine: Machine): void {
	const {from, to} = line(machine);
	push(machine, {kind: 'text', from: from + 1, to: Math.max(from + 1, to - 1)});
}
