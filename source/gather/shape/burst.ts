import {codes, type Pattern, parts, stride} from './pattern.ts';

/** A pattern made ready for many lines that follow one another. */
export type Burst = {
	/** Of this pattern, as it was then. */
	readonly pattern: Pattern;
	/** Slot by slot what `places` tell, and the literal at the end. */
	readonly ops: Int32Array;
	/** Literal bytes, eight at once; bytes compare as numbers where they are neither zero nor NaN. */
	readonly words: Float64Array;
	/** The number of the slot of the whole pattern → which of the numbers of a line it is, -1: it stands still. */
	readonly rank: Int32Array;
	/** Numbers that each line tells. */
	readonly width: number;
	/** Lines taken last, and lines between them that say nothing. */
	count: number;
	passed: number;
};

/** What each slot has in `ops` of a burst: first the literal before it. */
export const places = {
	length: 0,
	/** Where its words begin, of at least eight bytes. */
	words: 1,
	/** Of fewer: the bytes that count, they themselves, and the last four. */
	mask: 2,
	first: 3,
	last: 4,
	kind: 5,
	blanks: 6,
	/** Bit n: so many digits before the point. */
	wholes: 7,
	/** Digits behind it; of a float bit n: so many, and so many of its power. */
	fraction: 8,
	powers: 9,
	/** Where the slot is in the pattern, and its number. */
	op: 10,
	target: 11,
} as const;
/** Numbers in `ops` of a burst for one slot. */
export const size = 12;

/** How the number of a slot is read: short ones at once, whole ones and decimals also behind blanks. */
export const kinds = {
	whole: 0,
	decimal: 1,
	float: 2,
	other: 3,
	paddedWhole: 4,
	paddedDecimal: 5,
	time: 6,
	bar: 7,
} as const;
/** So many digits are counted in 32 bits. */
export const short = 9;
/** The most lines of one burst and numbers of one line; the most bytes whose lines are copied to be read. */
export const most = {lines: 512, numbers: 64, rest: 2048};

const zero = 48;

/** Makes a pattern ready; null when its lines are not for it. `slots` is how many the whole pattern has. */
export function prepare(pattern: Pattern, slots: number): Burst | null {
	const count = (pattern.ops.length - 2) / stride;
	if (count > most.numbers) return null;
	const ops = new Int32Array((count + 1) * size);
	const words: number[] = [];
	const rank = new Int32Array(slots).fill(-1);
	for (let slot = 0; slot <= count; slot++) {
		const literal = pattern.literals.subarray(
			pattern.ops[slot * stride + parts.start],
			pattern.ops[slot * stride + parts.end],
		);
		const begin = literal[0]! - zero;
		if (slot > 0 && begin >= 0 && begin <= 9) return null;
		putLiteral(ops, slot * size, words, literal);
		if (slot === count) break;
		putNumber(ops, slot * size, pattern, slot * stride);
		rank[ops[slot * size + places.target]!] = slot;
	}

	return {pattern, ops, words: Float64Array.from(words), rank, width: count, count: 0, passed: 0};
}

function putLiteral(ops: Int32Array, op: number, words: number[], literal: Uint8Array): void {
	const {length} = literal;
	ops[op + places.length] = length;
	const padded = new DataView(new ArrayBuffer(Math.max(8, length)));
	new Uint8Array(padded.buffer).set(literal);
	if (length >= 8) {
		ops[op + places.words] = words.length;
		for (let at = 0; at < length - 8; at += 8) words.push(padded.getFloat64(at, true));
		words.push(padded.getFloat64(length - 8, true));
		return;
	}

	ops[op + places.mask] = length < 4 ? (1 << (8 * length)) - 1 : -1;
	ops[op + places.first] = padded.getInt32(0, true);
	if (length > 4) ops[op + places.last] = padded.getInt32(length - 4, true);
}

function putNumber(ops: Int32Array, op: number, pattern: Pattern, from: number): void {
	const kind = pattern.ops[from + parts.kind]!;
	const wholes = pattern.ops[from + parts.wholes]!;
	const fractions = pattern.ops[from + parts.fractions]!;
	const fraction = kind === codes.decimal ? 31 - Math.clz32(fractions) : 0;
	const fixed = kind === codes.decimal && fractions === 1 << fraction && fraction < short;
	const few = wholes & ((2 << (short - (fixed ? fraction : 0))) - 2);
	// Told apart first, as most numbers have no blanks before them.
	const tight = pattern.ops[from + parts.blanks] === 1;
	ops[op + places.kind] = kindOf(kind, few !== 0, fixed, tight);
	ops[op + places.blanks] = pattern.ops[from + parts.blanks]!;
	ops[op + places.wholes] = few;
	ops[op + places.fraction] = fixed ? fraction : fractions & ~1;
	ops[op + places.powers] = kind === codes.power ? pattern.ops[from + parts.powers]! & ~1 : 0;
	ops[op + places.op] = from;
	ops[op + places.target] = pattern.ops[from + parts.target]!;
}

/** `few`: it may have few digits; `fixed`: as many behind its point always; `tight`: no blanks before it. */
function kindOf(kind: number, few: boolean, fixed: boolean, tight: boolean): number {
	if (kind === codes.time) return kinds.time;
	if (kind === codes.bar) return kinds.bar;
	if (!few || kind > codes.power) return kinds.other;
	if (kind === codes.whole) return tight ? kinds.whole : kinds.paddedWhole;
	if (fixed) return tight ? kinds.decimal : kinds.paddedDecimal;
	return kinds.float;
}
