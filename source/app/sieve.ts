import type {Encoding} from '../gather/encoding.ts';
import {graveWords} from '../show/log-words.ts';

/**
Whether bytes may hold a line that is looked for, told without cutting or decoding them: text without
regard to case, or null for any error. Where that cannot be told they may.
*/
export function mayHold(text: string | null, encoding: Encoding): (bytes: Uint8Array) => boolean {
	const words = text === null ? graveWords : [text];
	const plain = words.every(word => /^[\x20-\x7e]+$/.test(word) || !hasCase(word));
	if (encoding !== 'utf-8' || !plain) return () => true;
	// A colour code may stand in the middle of what is looked for, not in the middle of a word.
	const codes = text === null ? [] : ['\x1b'];
	const wanted = new RegExp([...words.map(escaped), ...codes].join('|'), 'i');
	return bytes => wanted.test(latin(bytes));
}

function hasCase(word: string): boolean {
	return word.toLowerCase() !== word.toUpperCase();
}

/** A word as it stands among bytes that are read as a text of one character each. */
function escaped(word: string): string {
	return latin(new TextEncoder().encode(word)).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function latin(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
