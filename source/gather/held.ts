import type {Format} from '../core/format.ts';
import {type Grams, gramsOf, mayHold} from './grams.ts';
import {literalsOf} from './literal.ts';

/** What all lines of a shape hold: one of these. */
export type Held = {
	readonly literals: readonly string[];
	readonly exact: boolean;
	readonly places: readonly Int32Array[];
};

const known = new WeakMap<Format, ReadonlyArray<Held | null>>();

/** For each shape of a format what all its lines hold; null where nothing is sure. */
export function heldBy(format: Format): ReadonlyArray<Held | null> {
	let held = known.get(format);
	if (!held) {
		held = format.lines.map(({has, match}) => {
			const literals = has === undefined ? literalsOf(match) : [has];
			if (literals.length === 0 || has === '') return null;
			const exact = has !== undefined || !match.flags.includes('i');
			return {literals, exact, places: literals.map(gramsOf)};
		});
		known.set(format, held);
	}

	return held;
}

/** Whether a line of these grams may be of some shape. */
export function maySay(held: ReadonlyArray<Held | null>, grams: Grams): boolean {
	for (let index = 0; index < held.length; index++) {
		const one = held[index]!;
		if (one === null || mayHoldOne(grams, one.places)) return true;
	}

	return false;
}

/** Whether a text of these grams may hold one of the literals: false is sure. */
export function mayHoldOne(grams: Grams, literals: readonly Int32Array[]): boolean {
	for (let index = 0; index < literals.length; index++) {
		if (mayHold(grams, literals[index]!)) return true;
	}

	return false;
}

/** Whether a text may be of a shape whose lines hold this. */
export function holds(text: string, {literals, exact}: Held): boolean {
	if (!exact) return true;
	for (let index = 0; index < literals.length; index++) {
		if (text.includes(literals[index]!)) return true;
	}

	return false;
}
