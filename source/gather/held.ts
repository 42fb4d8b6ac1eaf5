import type {Format} from '../core/format.ts';
import {type Grams, gramsOf, mayHold} from './grams.ts';
import {literalsOf} from './literal.ts';
import {mayStart, type Starts, startsOf} from './starts.ts';

/** What all lines of a shape have. */
export type Held = {
	/** They hold one of these; none is sure where there are none. */
	readonly literals: readonly string[];
	readonly exact: boolean;
	readonly places: readonly Int32Array[];
	/** What they begin with, once it was asked for. */
	starts: Starts | undefined;
	readonly match: RegExp;
};

const known = new WeakMap<Format, readonly Held[]>();

/** For each shape of a format what all its lines have. */
export function heldBy(format: Format): readonly Held[] {
	let held = known.get(format);
	if (!held) {
		held = format.lines.map(({has, match, held: written}) => {
			const literals = has === undefined ? (written ?? literalsOf(match)) : [has];
			const exact = has !== undefined || !match.flags.includes('i');
			return {literals, exact, places: literals.map(gramsOf), starts: undefined, match};
		});
		known.set(format, held);
	}

	return held;
}

/** Whether a line of these grams may be of some shape. */
export function maySay(held: readonly Held[], grams: Grams): boolean {
	for (let index = 0; index < held.length; index++) {
		if (mayHoldOne(grams, held[index]!.places)) return true;
	}

	return false;
}

/** Whether a text of these grams may hold one of the literals: false is sure. */
export function mayHoldOne(grams: Grams, literals: readonly Int32Array[]): boolean {
	for (let index = 0; index < literals.length; index++) {
		if (mayHold(grams, literals[index]!)) return true;
	}

	return literals.length === 0;
}

/** Whether a text, of which these are the grams if they are known, may be of a shape: false is sure. */
export function mayBe(text: string, held: Held, grams: Grams | undefined): boolean {
	if (!(grams ? mayHoldOne(grams, held.places) : holds(text, held))) return false;
	held.starts ??= startsOf(held.match) ?? anything;
	return mayStart(text, held.starts);
}

const anything: Starts = {bits: new Uint32Array(4).fill(0xffffffff), beyond: true};

function holds(text: string, {literals, exact}: Held): boolean {
	if (!exact || literals.length === 0) return true;
	for (let index = 0; index < literals.length; index++) {
		if (text.includes(literals[index]!)) return true;
	}

	return false;
}
