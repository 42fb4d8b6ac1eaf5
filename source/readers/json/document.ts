/** One JSON document that comes in pieces, up to so many bytes: they are put together only where it may end. */
export type Pieces = {
	/** The document's text where the last piece may have ended it, else undefined. */
	readonly add: (bytes: Uint8Array) => string | undefined;
	/** All there is so far. */
	readonly text: () => string;
	/** It grew longer than it may: nothing of it is kept. */
	readonly overlong: () => boolean;
};

const [blank, brace, bracket] = [32, 125, 93];

/** Nothing of a document yet. */
export function documentPieces(longest: number): Pieces {
	let pieces: Uint8Array[] = [];
	let size = 0;

	const text = () => {
		const all = new Uint8Array(Math.min(size, longest));
		let at = 0;
		for (const piece of pieces) {
			all.set(piece, at);
			at += piece.length;
		}

		pieces = [all];
		return new TextDecoder().decode(all);
	};

	return {
		add: bytes => {
			size += bytes.length;
			if (size > longest) {
				pieces = [];
				size = longest + 1;
				return undefined;
			}

			pieces.push(bytes.slice());
			return mayEnd(bytes) ? text().trimEnd() : undefined;
		},
		text: () => (size > longest ? '' : text()),
		overlong: () => size > longest,
	};
}

/** Whether the last byte that is not blank closes something, or there is none. */
function mayEnd(bytes: Uint8Array): boolean {
	let at = bytes.length - 1;
	while (at >= 0 && bytes[at]! <= blank) at--;
	return at < 0 || bytes[at] === brace || bytes[at] === bracket;
}
