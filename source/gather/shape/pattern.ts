import type {Dating} from '../time.ts';
import {type Clock, clockOf} from './clock.ts';
import {before, type Kind, type Token} from './tokens.ts';

/** Codes of `Kind` in the tables of a pattern. */
export const codes: Readonly<Record<Kind, number>> = {
	whole: 0,
	decimal: 1,
	power: 2,
	wholePower: 3,
	grouped: 4,
	time: 5,
};

/**
How the lines of one shape run: literal bytes, then a slot, and so on, and literal bytes at the end.
Blanks before a slot are flexible. Bit n of a mask: so many blanks or digits have been seen and proven.
*/
export type Pattern = {
	readonly literals: Uint8Array;
	/** Where the literal before each slot begins in `literals`; one more for the tail, one for its end. */
	readonly bounds: Int32Array;
	readonly kinds: Int32Array;
	readonly blanks: Int32Array;
	readonly wholes: Int32Array;
	readonly fractions: Int32Array;
	readonly powers: Int32Array;
	readonly clock: Clock | undefined;
	/** The same bytes as `literals`, to compare four at once. */
	readonly words: DataView;
	/** The numbers of the last line that matched. */
	readonly numbers: Float64Array;
};

const encoder = new TextEncoder();

/** The pattern of a line; undefined when its time stamp is none that can be counted. */
export function patternOf(
	text: string,
	all: readonly Token[],
	dating: Dating,
): Pattern | undefined {
	const pieces: string[] = [];
	let from = 0;
	let clock: Clock | undefined;
	for (const {kind, start, end} of all) {
		pieces.push(before(text, from, start));
		if (kind === 'time') {
			clock = clockOf(text.slice(start, end), dating);
			if (!clock) return undefined;
		}

		from = end;
	}

	pieces.push(text.slice(from));
	const encoded = pieces.map(piece => encoder.encode(piece));
	const bounds = new Int32Array(encoded.length + 1);
	for (const [index, {length}] of encoded.entries()) bounds[index + 1] = bounds[index]! + length;
	const literals = new Uint8Array(bounds[encoded.length]!);
	for (const [index, piece] of encoded.entries()) literals.set(piece, bounds[index]);
	const table = () => new Int32Array(all.length);
	return {
		literals,
		bounds,
		kinds: Int32Array.from(all, ({kind}) => codes[kind]),
		blanks: table(),
		wholes: table(),
		fractions: table(),
		powers: table(),
		clock,
		words: new DataView(literals.buffer),
		numbers: new Float64Array(all.length),
	};
}

/** Notes that lines with the widths of this one, whose slots are `all`, are of the pattern. */
export function widen(pattern: Pattern, text: string, all: readonly Token[]): void {
	for (const [slot, {kind, start, end}] of all.entries()) {
		const from = all[slot - 1]?.end ?? 0;
		pattern.blanks[slot]! |= 1 << (start - from - before(text, from, start).length);
		if (kind === 'time') continue;
		const [digits = '', power = ''] = text.slice(start, end).split(/[eE][-+]/);
		const [whole = '', fraction = ''] = digits.split('.');
		pattern.wholes[slot]! |= 1 << whole.length;
		pattern.fractions[slot]! |= 1 << fraction.length;
		pattern.powers[slot]! |= 1 << power.length;
	}
}

/** The most bytes of a line of the widths proven so far, its end included. */
export function longest({literals, clock, blanks, wholes, fractions, powers}: Pattern): number {
	let length = literals.length + (clock?.width ?? 0) + 2;
	for (let slot = 0; slot < blanks.length; slot++) {
		for (const table of [blanks, wholes, fractions, powers])
			length += 33 - Math.clz32(table[slot]!);
	}

	return length;
}
