import asciichart from 'asciichart';
import type {Line, Span, Tone} from './lines.ts';
import {middle, type Sample} from './sampling.ts';
import type {Scale} from './scale.ts';

/** One curve of a chart, by column; later layers lie on top. */
export type Layer = {readonly samples: readonly Sample[]; readonly tone: Tone};

/** A chart being drawn: signs and tones by row and column. */
export type Canvas = {readonly signs: string[][]; readonly tones: Tone[][]};

/** An empty canvas. */
export function canvasOf(width: number, height: number): Canvas {
	return {
		signs: Array.from({length: height}, () => new Array<string>(width).fill(' ')),
		tones: Array.from({length: height}, () => new Array<Tone>(width).fill('plain')),
	};
}

/** The rows of a canvas, neighbours of one tone joined. */
export function canvasLines({signs, tones}: Canvas): readonly Line[] {
	return signs.map((row, y) => {
		const line: Span[] = [];
		const own = tones[y]!;
		for (let from = 0, to = 0; from < row.length; from = to) {
			const tone = own[from]!;
			while (to < row.length && own[to] === tone) to++;
			line.push({text: row.slice(from, to).join(''), tone});
		}

		return line;
	});
}

/**
Draws layers with asciichart. Values are first put on a scale of rows, because asciichart rounds a
free scale to more or fewer rows and takes no NaN; columns without a value are left out afterwards.
*/
export function drawLines(
	layers: readonly Layer[],
	scale: Scale,
	canvas: Canvas,
	signs: readonly string[],
): void {
	const height = canvas.signs.length;
	const rows = Math.max(1, height - 1);
	for (const {samples, tone} of layers) {
		const shares = samples.map(sample => scale.share(middle(sample)));
		let last = shares.find(Number.isFinite);
		if (last === undefined) continue;
		const filled: number[] = [];
		for (const share of shares) {
			if (Number.isFinite(share)) last = share;
			filled.push(last! * rows);
		}

		const text = asciichart.plot([filled[0]!, ...filled], {
			height: rows,
			min: 0,
			max: rows,
			offset: 1,
			// Stands in the first column, which the axis then takes.
			format: () => ' ',
			symbols: signs as Required<asciichart.PlotConfig>['symbols'],
		});
		for (const [y, row] of text.split('\n').slice(0, height).entries()) {
			lay(row, shares, tone, canvas, y);
		}
	}
}

/** Lays a row of a plot on the canvas, without its first column; each of its signs is one UTF-16 unit. */
function lay(row: string, shares: readonly number[], tone: Tone, canvas: Canvas, y: number): void {
	for (let x = 0; x + 1 < row.length; x++) {
		const sign = row[x + 1]!;
		if (sign === ' ' || !Number.isFinite(shares[x])) continue;
		canvas.signs[y]![x] = sign;
		canvas.tones[y]![x] = tone;
	}
}

const dots = [
	[1, 2, 4, 64],
	[8, 16, 32, 128],
] as const;

/** Draws layers with braille dots: two columns of samples and four rows of dots to a cell, extremes kept. */
export function drawDots(layers: readonly Layer[], scale: Scale, {signs, tones}: Canvas): void {
	const patterns = signs.map(row => new Uint8Array(row.length));
	for (const {samples, tone} of layers) {
		dotsOf(samples, scale, signs.length * 4, (x, y) => {
			patterns[y >> 2]![x >> 1]! |= dots[(x & 1) as 0 | 1][(y & 3) as 0 | 1 | 2 | 3];
			tones[y >> 2]![x >> 1] = tone;
		});
	}

	for (let y = 0; y < signs.length; y++) {
		const [row, own] = [signs[y]!, patterns[y]!];
		for (let x = 0; x < own.length; x++) {
			if (own[x]! > 0) row[x] = String.fromCharCode(0x2800 + own[x]!);
		}
	}
}

/** The row of dots of a share of the height: the lowest and the highest value lie in the middle of their cells, where the labels stand. */
function dotOf(share: number, height: number): number {
	return Math.round((1 - share) * (height - 4) + 1.5);
}

/** Calls `dot` for every row of dots from the top that a sample covers, so that it touches the one before it; gaps stay. */
function dotsOf(
	samples: readonly Sample[],
	scale: Scale,
	height: number,
	dot: (x: number, y: number) => void,
): void {
	let above = Number.NaN;
	let below = Number.NaN;
	for (let x = 0; x < samples.length; x++) {
		const {min, max} = samples[x]!;
		const top = dotOf(scale.share(max), height);
		const bottom = dotOf(scale.share(min), height);
		const isThere = !Number.isNaN(top + bottom);
		const from = below < top ? below : top;
		const to = above > bottom ? above : bottom;
		for (let y = from; isThere && y <= to; y++) dot(x, y);
		above = isThere ? top : Number.NaN;
		below = isThere ? bottom : Number.NaN;
	}
}
