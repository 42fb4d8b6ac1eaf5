/**
Which pairs of neighbouring letters a text holds, case aside, as bits: a cheap test that tells of most
literals that a line cannot hold them.
*/
export type Grams = Uint32Array;

const size = 2048;

/** Room for the pairs of one text. */
export function createGrams(): Grams {
	return new Uint32Array(size / 32);
}

/** Notes the pairs of a text instead of those noted before. */
export function noteGrams(grams: Grams, text: string): void {
	grams.fill(0);
	let before = folded(text.charCodeAt(0));
	for (let index = 1; index < text.length; index++) {
		const letter = folded(text.charCodeAt(index));
		const place = placeOf(before, letter);
		grams[place >> 5]! |= 1 << (place & 31);
		before = letter;
	}
}

/** The pairs of a literal, to be looked for. */
export function gramsOf(literal: string): Int32Array {
	const places = new Int32Array(literal.length - 1);
	for (let index = 0; index < places.length; index++) {
		const before = folded(literal.charCodeAt(index));
		places[index] = placeOf(before, folded(literal.charCodeAt(index + 1)));
	}

	return places;
}

/** Whether a text may hold the literal: false is sure. */
export function mayHold(grams: Grams, places: Int32Array): boolean {
	for (let index = 0; index < places.length; index++) {
		const place = places[index]!;
		if (((grams[place >> 5]! >>> (place & 31)) & 1) === 0) return false;
	}

	return true;
}

function folded(letter: number): number {
	if (letter >= 192) return foldedBeyond(letter);
	return letter >= 65 && letter <= 90 ? letter + 32 : letter;
}

/** Capitals of Latin, Greek and Cyrillic: `Époque` and `époque` hold the same pairs. */
function foldedBeyond(letter: number): number {
	if (letter > 0x42f) return letter;
	const near = letter <= 0xde || (letter >= 0x391 && letter <= 0x3a9) || letter >= 0x410;
	if (near) return letter + 32;
	return letter >= 0x400 ? letter + 80 : letter;
}

function placeOf(before: number, letter: number): number {
	return (before * 37 + letter) & (size - 1);
}
