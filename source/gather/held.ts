import type {Format} from '../core/format.ts';
import {type Grams, gramsOf, mayHold} from './grams.ts';
import {literalOf} from './literal.ts';

/** What all lines of a shape hold. */
export type Held = {readonly literal: string; readonly exact: boolean; readonly places: Int32Array};

const known = new WeakMap<Format, ReadonlyArray<Held | null>>();

/** For each shape of a format what all its lines hold; null where nothing is sure. */
export function heldBy(format: Format): ReadonlyArray<Held | null> {
	let held = known.get(format);
	if (!held) {
		held = format.lines.map(({has, match}) => {
			const literal = has ?? literalOf(match);
			if (literal === null || literal.length < 2) return null;
			const exact = has !== undefined || !match.flags.includes('i');
			return {literal, exact, places: gramsOf(literal)};
		});
		known.set(format, held);
	}

	return held;
}

/** Whether a line of these grams may be of some shape. */
export function maySay(held: ReadonlyArray<Held | null>, grams: Grams): boolean {
	for (let index = 0; index < held.length; index++) {
		const one = held[index]!;
		if (one === null || mayHold(grams, one.places)) return true;
	}

	return false;
}

/** Whether a text may be of a shape whose lines hold this. */
export function holds(text: string, {literal, exact}: Held): boolean {
	return !exact || text.includes(literal);
}
