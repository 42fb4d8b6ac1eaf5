import type {Event} from '../core/event.ts';
import type {Format, LineShape} from '../core/format.ts';
import {createDecoder} from './encoding.ts';
import {createCutter} from './lines.ts';
import {understand} from './read.ts';

/** A line of a file, and what one shape of a format makes of it. */
export type Matched = {
	readonly line: number;
	readonly text: string;
	/** Number of the shape among the format's lines, from 1. */
	readonly shape: number;
	readonly kind: LineShape['kind'];
	/** The time stamp as it is written. */
	readonly time: string | undefined;
	readonly events: readonly Event[];
};

/** The first line of each shape of a format among the first bytes of a file, at most `most`. */
export function matchedLines(format: Format, bytes: Uint8Array, most = 12): readonly Matched[] {
	const matched = new Map<LineShape, Matched>();
	const decoder = createDecoder();
	const hear = (cut: Uint8Array, start: number, end: number, line: number) => {
		if (matched.size >= most) return;
		const text = decoder.text(cut, start, end);
		const told = understand(format, text);
		if (!told || matched.has(told.shape)) return;
		const {shape, time, events} = told;
		const number = format.lines.indexOf(shape) + 1;
		matched.set(shape, {line, text, shape: number, kind: shape.kind, time, events});
	};
	const cutter = createCutter(hear);
	const taken = decoder.take(bytes, 0);
	if (decoder.encoding() === 'binary') return [];
	cutter.push(taken.bytes, taken.offset);
	cutter.peek(hear);
	return [...matched.values()];
}
