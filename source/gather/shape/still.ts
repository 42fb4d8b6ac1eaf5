import {slotAt} from './match.ts';
import {codes, literal, type Pattern, parts, stride} from './pattern.ts';

/**
What stands still in the lines of one shape: slots whose number is that of the line before are as good
as literal bytes, which are compared four at once.
*/
export type Still = {
	/** The pattern with those slots as bytes; null while nothing is known to stand still. */
	pattern: Pattern | null;
	/** Lines that were read by the whole pattern, and lines read by the short one since it was made. */
	read: number;
	hits: number;
	/** 1: the slot did not change lately. */
	readonly steady: Uint8Array;
	/** The numbers of the line read last by the whole pattern. */
	readonly before: Float64Array;
	/** The whole pattern was tried in vain: what stands still must be put back. */
	spoilt: boolean;
	/** How often the short pattern failed soon though nothing moved. */
	strikes: number;
};

/** So many lines show what stands still. */
export const enough = 16;
/** What stands still for fewer lines does not: making the short pattern costs as much as reading slots of so many. */
const lasting = 2048;
/** So often it may fail without a reason. */
const patience = 100;

/** Nothing known of the lines of a pattern. */
export function beginStill({ops, numbers}: Pattern): Still {
	const steady = Uint8Array.from(numbers, (_, slot) =>
		ops[slot * stride + parts.kind]! < codes.time ? 1 : 0,
	);
	return {
		pattern: null,
		read: 0,
		hits: 0,
		steady,
		before: new Float64Array(numbers.length),
		spoilt: false,
		strikes: 0,
	};
}

/** Puts back the numbers that stand still. */
export function restore(still: Still, {numbers}: Pattern): void {
	const {before, steady} = still;
	for (let slot = 0; slot < steady.length; slot++) if (steady[slot]) numbers[slot] = before[slot]!;
	still.spoilt = false;
}

/** Learns from a line in [from, to) that the whole pattern matched, and the short one did not. */
export function observe(
	still: Still,
	pattern: Pattern,
	bytes: Uint8Array,
	from: number,
	to: number,
): void {
	const {steady, before} = still;
	const {numbers} = pattern;
	const fleeting = still.pattern === null || still.hits < lasting;
	let moved = false;
	let left = false;
	for (let slot = 0; slot < steady.length; slot++) {
		if (still.read > 0 && fleeting && steady[slot] && !Object.is(before[slot], numbers[slot])) {
			steady[slot] = 0;
			moved = true;
		}

		if (steady[slot]) left = true;
	}

	// New widths elsewhere, or the same number written otherwise.
	if (still.pattern && fleeting && !moved && ++still.strikes > patience) left = false;
	if (!left) steady.fill(0);
	before.set(numbers);
	still.read++;
	still.hits = 0;
	still.spoilt = false;
	still.pattern = left && still.read >= enough ? shortened(pattern, steady, bytes, from, to) : null;
}

/** The pattern with the steady slots as they are written in the line in [from, to). */
function shortened(
	pattern: Pattern,
	steady: Uint8Array,
	bytes: Uint8Array,
	from: number,
	to: number,
): Pattern {
	const {ops} = pattern;
	const pieces: Uint8Array[] = [];
	const free: number[] = [];
	let start = from;
	let at = from;
	for (let slot = 0; slot < steady.length; slot++) {
		const op = slot * stride;
		const begin = at + ops[op + parts.end]! - ops[op + parts.start]!;
		at = slotAt(pattern, op, bytes, begin);
		if (steady[slot]) continue;
		pieces.push(bytes.slice(start, begin));
		free.push(...ops.subarray(op, op + stride));
		start = at;
	}

	pieces.push(bytes.slice(start, to));
	return {...pattern, ...literal(Int32Array.from([...free, 0, 0]), pieces)};
}
