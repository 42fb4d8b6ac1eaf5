import type {Dating} from '../time.ts';
import {type Clock, clockOf} from './clock.ts';
import {before, type Kind, type Token} from './tokens.ts';

/** Codes of `Kind` in the tables of a pattern. */
export const codes = {
	whole: 0,
	decimal: 1,
	power: 2,
	wholePower: 3,
	grouped: 4,
	time: 5,
	bar: 6,
} as const satisfies Readonly<Record<Kind, number>>;

/** What each slot has in `ops`; the first two tell where the literal before it lies in `literals`. */
export const parts = {
	start: 0,
	end: 1,
	kind: 2,
	/** Bit n: so many blanks before it, or digits of it, have been seen and proven. */
	blanks: 3,
	wholes: 4,
	fractions: 5,
	powers: 6,
	/** Where its number goes in `numbers`. */
	target: 7,
} as const;
/** Numbers in `ops` for one slot. */
export const stride = 8;

/**
How the lines of one shape run: literal bytes, then a slot, and so on, and literal bytes at the end.
Blanks before a slot are flexible.
*/
export type Pattern = {
	/** Slot by slot, and the literal at the end. */
	readonly ops: Int32Array;
	readonly literals: Uint8Array;
	/** The same bytes, to compare four at once. */
	readonly words: DataView;
	readonly clock: Clock | undefined;
	/** The most bytes that a bar may have. */
	barBytes: number;
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
	const ops = new Int32Array(all.length * stride + 2);
	for (const [slot, {kind}] of all.entries()) {
		ops[slot * stride + parts.kind] = codes[kind];
		ops[slot * stride + parts.target] = slot;
	}

	const encoded = pieces.map(piece => encoder.encode(piece));
	return {...literal(ops, encoded), clock, barBytes: 0, numbers: new Float64Array(all.length)};
}

/** The bytes between slots put one behind the other, their places noted in `ops`. */
export function literal(
	ops: Int32Array,
	pieces: readonly Uint8Array[],
): Pick<Pattern, 'ops' | 'literals' | 'words'> {
	const literals = new Uint8Array(pieces.reduce((sum, {length}) => sum + length, 0));
	let used = 0;
	for (const [slot, piece] of pieces.entries()) {
		literals.set(piece, used);
		ops[slot * stride + parts.start] = used;
		used += piece.length;
		ops[slot * stride + parts.end] = used;
	}

	return {ops, literals, words: new DataView(literals.buffer)};
}

/** Notes that lines with the widths of this one, whose slots are `all`, are of the pattern. */
export function widen(pattern: Pattern, text: string, all: readonly Token[]): void {
	const {ops} = pattern;
	for (const [slot, {kind, start, end}] of all.entries()) {
		const note = (part: number, width: number) => {
			ops[slot * stride + part]! |= 1 << width;
		};
		const from = all[slot - 1]?.end ?? 0;
		note(parts.blanks, start - from - before(text, from, start).length);
		if (kind === 'bar') pattern.barBytes = Math.max(pattern.barBytes, 3 * (end - start));
		if (kind === 'time' || kind === 'bar') continue;
		const [digits = '', power = ''] = text.slice(start, end).split(/[eE][-+]/);
		const [whole = '', fraction = ''] = digits.split('.');
		note(parts.wholes, whole.length);
		note(parts.fractions, fraction.length);
		note(parts.powers, power.length);
	}
}

/** The most bytes of a line of the widths proven so far, its end included. */
export function longest({ops, literals, clock, barBytes}: Pattern): number {
	let length = literals.length + (clock?.width ?? 0) + 2;
	for (let op = 0; op < ops.length - 2; op += stride) {
		if (ops[op + parts.kind] === codes.bar) length += barBytes;
		for (let part: number = parts.blanks; part <= parts.powers; part++)
			length += 33 - Math.clz32(ops[op + part]!);
	}

	return length;
}
