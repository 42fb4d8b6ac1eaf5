import InkOutput from '../node_modules/ink/build/output.js';
import {widthOf} from '../source/show/width.ts';

type Transformer = (line: string, index: number) => string;
type Bound = number | undefined;
type Clip = {readonly x1: Bound; readonly x2: Bound; readonly y1: Bound; readonly y2: Bound};
type Operation =
	| {
			readonly kind: 'write';
			readonly x: number;
			readonly y: number;
			readonly text: string;
			readonly transformers: Transformer[];
	  }
	| {readonly kind: 'clip'; readonly clip: Clip}
	| {readonly kind: 'unclip'};

/**
Stands in for Ink's own output when the program is built. Ink puts every cell of every frame
together anew, at 10 to 25 ms for a large terminal. A frame that is one text of empty lines, each
made by a transformer, is the screen itself: its lines go out as they are. Anything else, and any
line that is not plainly harmless, goes to Ink's own output.
*/
export default class Output {
	readonly #size: {readonly width: number; readonly height: number};
	readonly #operations: Operation[] = [];

	constructor(size: {readonly width: number; readonly height: number}) {
		this.#size = size;
	}

	write(
		x: number,
		y: number,
		text: string,
		{transformers}: {readonly transformers: Transformer[]},
	): void {
		if (text !== '') this.#operations.push({kind: 'write', x, y, text, transformers});
	}

	clip(clip: Clip): void {
		this.#operations.push({kind: 'clip', clip});
	}

	unclip(): void {
		this.#operations.push({kind: 'unclip'});
	}

	get(): {readonly output: string; readonly height: number} {
		const lines = screenOf(this.#operations, this.#size);
		return lines ? {output: lines.join('\n'), height: this.#size.height} : this.#slow();
	}

	#slow(): {readonly output: string; readonly height: number} {
		const output = new InkOutput(this.#size);
		for (const operation of this.#operations) {
			if (operation.kind === 'clip') output.clip(operation.clip);
			else if (operation.kind === 'unclip') output.unclip();
			else output.write(operation.x, operation.y, operation.text, operation);
		}

		return output.get();
	}
}

/** The lines of a frame that is one whole-screen text; undefined where it is anything else. */
function screenOf(
	[clip, write, unclip, ...more]: readonly Operation[],
	{width, height}: {readonly width: number; readonly height: number},
): readonly string[] | undefined {
	if (clip?.kind !== 'clip' || write?.kind !== 'write' || unclip?.kind !== 'unclip')
		return undefined;
	if (more.length > 0 || write.x !== 0 || write.y !== 0 || /[^\n]/.test(write.text))
		return undefined;
	const {x1, x2, y1, y2} = clip.clip;
	if (x1 !== 0 || x2 !== width || y1 !== 0 || y2 !== height) return undefined;
	const lines: string[] = [];
	for (let row = 0; row < height; row++) {
		let line = '';
		if (row <= write.text.length) {
			for (const transformer of write.transformers) line = transformer(line, row);
		}

		if (!isHarmless(line, width)) return undefined;
		lines.push(line.trimEnd());
	}

	return lines;
}

/** Lines found harmless, and the widths they fit into: the recent ones and those before them. */
let recent = new Map<string, number>();
let older = new Map<string, number>();
const most = 2000;

/** Whether a line fits, holds no code but colours, and leaves none of them on at its end. */
function isHarmless(line: string, width: number): boolean {
	let has = recent.get(line) ?? older.get(line);
	if (has === undefined) has = widthOfHarmless(line);
	if (recent.size >= most) {
		older = recent;
		recent = new Map();
	}

	recent.set(line, has);
	return has <= width;
}

const colours = /\x1b\[[\d;]*m/g;
const ending = /\x1b\[[\d;]*m(?!.*\x1b)/s;
const foreign = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

/** Columns of a harmless line; infinite where it is none. */
function widthOfHarmless(line: string): number {
	const text = line.replace(colours, '');
	const open = ending.exec(line)?.[0] ?? '\x1b[0m';
	if (open !== '\x1b[0m' || foreign.test(text)) return Number.POSITIVE_INFINITY;
	return widthOf(text);
}
