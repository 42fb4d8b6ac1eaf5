/** How the bytes of a text file become characters. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'binary';

const headLength = 65_536;

/**
Judges by the first bytes of a file: a mark of UTF-16, GBK where that decodes well and UTF-8 does not,
`binary` where over 30 % are control bytes. UTF-8 with a few errors stays UTF-8.
*/
export function encodingOf(bytes: Uint8Array): Encoding {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const head = bytes.subarray(0, headLength);
	const {controls, high, counted} = census(head);
	if (counted > 16 && controls > 0.3 * counted) return 'binary';
	if (high === 0) return 'utf-8';
	const wrong = errors('utf-8', head);
	if (wrong * 12 < high) return 'utf-8';
	if (controls > 0.05 * counted) return 'binary';
	return errors('gb18030', head) * 20 <= high ? 'gb18030' : 'utf-8';
}

/** UTF-16 as UTF-8, and where each line of it began in the file. */
export type Transcoder = {
	readonly push: (bytes: Uint8Array, offset: number) => Uint8Array;
	/** The next byte that `push` will make. */
	readonly made: () => number;
	/** The place in the file of a line that begins at a made byte; asked once a line, in order. */
	readonly place: (made: number) => number;
};

/** Turns UTF-16 into UTF-8 push by push; characters may be split between pushes. */
export function createTranscoder(encoding: 'utf-16le' | 'utf-16be'): Transcoder {
	const decoder = new TextDecoder(encoding, {ignoreBOM: true});
	const encoder = new TextEncoder();
	const starts = new Map<number, number>([[0, 0]]);
	let made = 0;
	let units = 0;
	return {
		push(bytes) {
			const text = decoder.decode(bytes, {stream: true});
			const out = encoder.encode(text);
			for (const byte of out) {
				made++;
				if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
				if (byte === 8 || byte === 10 || byte === 13) starts.set(made, units * 2);
			}

			return out;
		},
		made: () => made,
		place(at) {
			const found = starts.get(at) ?? 0;
			for (const known of starts.keys()) {
				if (known >= at) break;
				starts.delete(known);
			}

			return found;
		},
	};
}

/** Counts control bytes and bytes above ASCII; NULs and backspaces at the head of a log are damage, not data. */
function census(head: Uint8Array): {controls: number; high: number; counted: number} {
	let controls = 0;
	let high = 0;
	let counted = 0;
	let run = 0;
	for (const byte of head) {
		run = byte === 0 ? run + 1 : 0;
		if (byte === 8 || run > 8) continue;
		counted++;
		if (byte >= 128) high++;
		else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 27) controls++;
	}

	return {controls, high, counted};
}

function errors(encoding: string, bytes: Uint8Array): number {
	const text = new TextDecoder(encoding).decode(bytes, {stream: true});
	return text.split('\uFFFD').length - 1;
}
