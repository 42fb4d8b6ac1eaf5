import {clean} from './clean.ts';
import {afterHole} from './hole.ts';
import {kept, longest} from './lines.ts';

/** `{`: an object is read whole, as its last keys count as much as its first. */
const brace = 0x7b;

/** How the bytes of a text file become characters. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'binary';

const headLength = 16_384;
/** Bytes that a plain log does not hold: looked for by an expression, which takes no time to get fast. */
const beyondAscii = /[^\t\n\r\x1b\x20-\x7f]/;
const latin = new TextDecoder('latin1');

/**
Judges by the first bytes of a file: a mark of UTF-16, GBK where that decodes well and UTF-8 does not,
`binary` where over 30 % are control bytes. UTF-8 with a few errors stays UTF-8.
*/
export function encodingOf(bytes: Uint8Array): Encoding {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const begin = afterHole(bytes, 0);
	if (begin === bytes.length) return 'utf-8';
	const head = bytes.subarray(begin, begin + headLength);
	if (!beyondAscii.test(latin.decode(head))) return 'utf-8';
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
	for (let index = 0; index < head.length; index++) {
		const byte = head[index]!;
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

/** Bytes of a text file as lines of characters, whatever its encoding. */
export type Decoder = {
	readonly encoding: () => Encoding | undefined;
	/** Judges the encoding by the first bytes, and makes UTF-8 of UTF-16. */
	readonly take: (
		bytes: Uint8Array,
		offset: number,
	) => {readonly bytes: Uint8Array; readonly offset: number};
	/** The characters of a piece, cleaned; of a long one the first 4 KB. */
	readonly text: (bytes: Uint8Array, start: number, end: number) => string;
	/** Whether the text told last is letter by letter what stands in the file. */
	readonly plain: () => boolean;
	/** The place in the file of a line that begins at `offset` of what was made of it. */
	readonly place: (offset: number) => number;
};

/** A decoder that has not seen the file yet. */
export function createDecoder(): Decoder {
	let encoding: Encoding | undefined;
	let decoder = new TextDecoder();
	let transcoder: Transcoder | undefined;
	let plain = false;

	function begin(bytes: Uint8Array): void {
		encoding = encodingOf(bytes);
		if (encoding === 'utf-16le' || encoding === 'utf-16be') transcoder = createTranscoder(encoding);
		else if (encoding === 'gb18030') decoder = new TextDecoder(encoding);
	}

	function decode(piece: Uint8Array): string {
		const text = decoder.decode(piece);
		if (encoding !== 'utf-8' || !text.includes('\uFFFD')) return text;
		if (encodingOf(piece) !== 'gb18030') return text;
		encoding = 'gb18030';
		decoder = new TextDecoder(encoding);
		return decoder.decode(piece);
	}

	return {
		encoding: () => encoding,
		take(bytes, offset) {
			if (encoding === undefined && bytes.length > 0) begin(bytes);
			if (!transcoder) return {bytes, offset};
			const made = transcoder.made();
			return {bytes: transcoder.push(bytes, offset), offset: made};
		},
		text(bytes, start, end) {
			const most = bytes[start] === brace ? longest : kept;
			const raw = decode(bytes.subarray(start, Math.min(end, start + most)));
			const text = clean(raw);
			plain =
				text === raw && encoding === 'utf-8' && !text.includes('\uFFFD') && end - start < most;
			return text;
		},
		plain: () => plain,
		place: offset => (transcoder ? transcoder.place(offset) : offset),
	};
}
