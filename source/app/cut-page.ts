import {type Encoding, encodingOf} from '../gather/encoding.ts';
import {clean} from '../show/width.ts';

/** Lines of a stretch of a file; `ordinals` counts them from the first whole one, as a reader would. */
export type Cut = {
	readonly lines: readonly string[];
	readonly offsets: readonly number[];
	readonly ordinals: readonly number[];
};

/** What is known of the stretch that is cut. */
export type Stretch = {
	/** Byte offset at which it begins. */
	readonly from: number;
	/** Its first line is whole. */
	readonly begin: boolean;
	/** Its last line is whole. */
	readonly end: boolean;
	/** The line at this offset is shown by itself, whatever was drawn over it. */
	readonly keep?: number;
};

/** Characters of a line that can be shown. */
const longest = 4096;
/** A bar redrawn for longer than so many bytes is shown again. */
const fold = 16_384;

type Shown = {readonly offset: number; start: number; stop: number; ordinal: number};

/**
Cuts at CRLF, LF and CR; pieces that a CR lets the next one draw over are folded to the last that says
anything. A first line that begins before the stretch is left out.
*/
export function cutLines(bytes: Uint8Array, encoding: Encoding, stretch: Stretch): Cut {
	return encoding === 'utf-16le' || encoding === 'utf-16be'
		? cutWide(bytes, encoding, stretch)
		: cutNarrow(bytes, encoding, stretch);
}

function cutNarrow(bytes: Uint8Array, encoding: Encoding, stretch: Stretch): Cut {
	const {from, begin, end, keep = -1} = stretch;
	const lines: string[] = [];
	const offsets: number[] = [];
	const ordinals: number[] = [];
	const decode = decoderFor(encoding);
	let open: Shown | undefined;
	const emit = () => {
		if (!open) return;
		const {start, stop, offset, ordinal} = open;
		lines.push(decode(bytes.subarray(start, Math.min(stop, start + longest))));
		offsets.push(offset);
		ordinals.push(ordinal);
		open = undefined;
	};
	let ordinal = 0;
	for (let start = begin ? 0 : afterFirst(bytes); start < bytes.length; ordinal++) {
		const stop = endOf(bytes, start);
		if (stop === bytes.length && !end) break;
		const offset = from + start;
		if (offset === keep) emit();
		open ??= {offset, start, stop: start, ordinal};
		if (saysAnything(bytes, start, stop)) Object.assign(open, {start, stop, ordinal});
		const next = afterEnd(bytes, stop);
		if (!isRedrawn(bytes, stop) || offset === keep || from + next - open.offset > fold) emit();
		start = next;
	}

	if (end) emit();
	return {lines, offsets, ordinals};
}

function endOf(bytes: Uint8Array, start: number): number {
	let at = start;
	while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
	return at;
}

/** Whether the next piece is drawn over the one that ends here. */
function isRedrawn(bytes: Uint8Array, stop: number): boolean {
	return bytes[stop] === 13 && bytes[stop + 1] !== 10;
}

function afterEnd(bytes: Uint8Array, stop: number): number {
	return stop + (bytes[stop] === 13 && bytes[stop + 1] === 10 ? 2 : 1);
}

function afterFirst(bytes: Uint8Array): number {
	return afterEnd(bytes, endOf(bytes, 0));
}

function saysAnything(bytes: Uint8Array, start: number, stop: number): boolean {
	for (let at = start; at < stop; at++) if (bytes[at]! > 32) return true;
	return false;
}

/** Bytes of a line as harmless characters; of what backspaces drew over each other the last. */
function decoderFor(encoding: Encoding): (bytes: Uint8Array) => string {
	const decoder = new TextDecoder(encoding === 'gb18030' ? encoding : 'utf-8');
	const chinese = new TextDecoder('gb18030');
	return bytes => {
		let text = decoder.decode(bytes);
		if (text.includes('\uFFFD') && encodingOf(bytes) === 'gb18030') text = chinese.decode(bytes);
		return clean(lastDrawn(text));
	};
}

/** A hole of NULs before a line is no part of it. */
function lastDrawn(text: string): string {
	const whole = text.startsWith('\0') ? text.replace(/^\0+/, '') : text;
	if (!whole.includes('\b\b')) return whole;
	return whole.split(/\x08{2,}/).findLast(part => part.trim() !== '') ?? '';
}

/** UTF-16: two bytes a character; bars are not folded. */
function cutWide(
	bytes: Uint8Array,
	encoding: 'utf-16le' | 'utf-16be',
	{from, begin, end}: Stretch,
): Cut {
	const text = new TextDecoder(encoding, {ignoreBOM: true}).decode(bytes);
	const lines: string[] = [];
	const offsets: number[] = [];
	for (const {0: line, index, groups} of text.matchAll(/[^\r\n]*(?<end>\r\n|\r|\n|$)/g)) {
		const first = index === 0 && !begin;
		const last = groups!.end === '';
		if (first || (last && (line === '' || !end))) continue;
		lines.push(clean(line.replace(/^\uFEFF/, '').trimEnd()));
		offsets.push(from + index * 2);
	}

	return {lines, offsets, ordinals: lines.map((_, index) => index)};
}
