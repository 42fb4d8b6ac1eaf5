import type {Goal} from '../core/metric.ts';
import type {Axis, Part, Point, Series, Sum} from '../core/series.ts';
import {known, type Told} from './columns.ts';
import {rangeOf} from './pyramid.ts';
import type {Track} from './track.ts';

/** Rows of one file that belong to a series, as they were at one moment. */
type Piece = {
	readonly axes: Track['axes'];
	readonly values: Float64Array;
	readonly pyramid: Told['column']['pyramid'];
	readonly length: number;
	readonly from: number;
	readonly to: number;
	/** Number of points in the pieces before. */
	readonly before: number;
	readonly path: string | undefined;
};

/** Which part of a told metric to show: orders in [from, to), and steps before `below`. */
export type Cut = {
	readonly told: Told;
	/** Path of the file that tells it. */
	readonly path?: string;
	readonly from: number;
	readonly to: number;
	/** The next session takes over at this step; earlier points beyond it are not drawn. */
	readonly below: number;
};

/** One metric over several files and sessions, frozen as it is now; nothing is copied. */
export function viewOf(
	name: string,
	goal: Goal | null,
	file: string,
	sum: Sum,
	cuts: readonly Cut[],
): View {
	return new View(name, goal, file, sum, cuts);
}

/** A series that looks at columns which may grow behind its back. */
export class View implements Series {
	readonly name: string;
	readonly goal: Goal | null;
	readonly file: string;
	readonly points: number;
	readonly nonFinite: number;
	readonly first: Point;
	readonly last: Point;
	readonly min: Point | null;
	readonly max: Point | null;
	readonly length: number;
	readonly #cuts: readonly Cut[];
	readonly #pieces: readonly Piece[];

	constructor(name: string, goal: Goal | null, file: string, sum: Sum, cuts: readonly Cut[]) {
		this.name = name;
		this.goal = goal;
		this.file = file;
		this.points = sum.points;
		this.nonFinite = sum.nonFinite;
		this.first = sum.first;
		this.last = sum.last;
		this.min = sum.min;
		this.max = sum.max;
		this.#cuts = cuts;
		this.#pieces = piecesOf(cuts);
		const last = this.#pieces.at(-1);
		this.length = last ? last.before + last.to - last.from : 0;
	}

	get parts(): readonly Part[] {
		return this.#cuts.map(({path = this.file, from, to, below}) => ({file: path, from, to, below}));
	}

	fileOf(index: number): string {
		return locate(this.#pieces, index)[0].path ?? this.file;
	}

	point(index: number): Point {
		return pointAt(this.#pieces, index);
	}

	value(index: number): number {
		const [piece, row] = locate(this.#pieces, index);
		return piece.values[row] as number;
	}

	x(index: number, axis: Axis): number {
		return place(this.#pieces, index, axis);
	}

	range(from: number, to: number): readonly [min: number, max: number] {
		return rangeAcross(this.#pieces, from, to);
	}

	/** Mean of the finite ones of every `stride`th value of [from, to); NaN where there is none. */
	mean(from: number, to: number, stride: number): number {
		let sum = 0;
		let finite = 0;
		let index = from;
		for (const {values, before, from: begin, to: end} of this.#pieces) {
			const shift = begin - before;
			for (; index < to && index + shift < end; index += stride) {
				const value = values[index + shift] as number;
				if (!Number.isFinite(value)) continue;
				sum += value;
				finite++;
			}
		}

		return finite > 0 ? sum / finite : Number.NaN;
	}
}

function piecesOf(cuts: readonly Cut[]): readonly Piece[] {
	const pieces: Piece[] = [];
	let before = 0;
	for (const {told, path, from, to, below} of cuts) {
		// The track replaces its arrays when it grows or thins: what was seen stays as it is.
		told.track.seen = true;
		const {length, axes} = told.track;
		const begin = lowerBound(axes.order, length, from);
		let end = lowerBound(axes.order, length, to);
		// Points of a session that a resume went back behind come last in it.
		while (end > begin && (axes.step[end - 1] as number) >= below) end--;
		if (end <= begin) continue;
		const {values, pyramid} = told.column;
		pieces.push({axes, values, pyramid, length, from: begin, to: end, before, path});
		before += end - begin;
	}

	return pieces;
}

/** First index of the sorted first `length` values that is not below `wanted`. */
export function lowerBound(values: Float64Array, length: number, wanted: number): number {
	if (length === 0 || wanted <= values[0]!) return 0;
	if (wanted > values[length - 1]!) return length;
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((values[middle] as number) < wanted) low = middle + 1;
		else high = middle;
	}

	return low;
}

function locate(pieces: readonly Piece[], index: number): readonly [Piece, number] {
	const piece = pieces.findLast(({before}) => before <= index) ?? pieces[0];
	if (!piece) throw new RangeError('an empty series has no points');
	return [piece, piece.from + index - piece.before];
}

function pointAt(pieces: readonly Piece[], index: number): Point {
	const [{axes, values}, row] = locate(pieces, index);
	return {
		step: known(axes.step[row]),
		epoch: known(axes.epoch[row]),
		at: known(axes.at[row]),
		line: axes.line[row] as number,
		value: values[row] as number,
	};
}

function place(pieces: readonly Piece[], index: number, axis: Axis): number {
	if (axis === 'index') return index;
	const [{axes}, row] = locate(pieces, index);
	return axes[axis === 'time' ? 'at' : axis][row] as number;
}

function rangeAcross(
	pieces: readonly Piece[],
	from: number,
	to: number,
): readonly [min: number, max: number] {
	let low = Number.NaN;
	let high = Number.NaN;
	for (const piece of pieces) {
		const begin = Math.max(0, from - piece.before);
		const end = Math.min(piece.to - piece.from, to - piece.before);
		if (end <= begin) continue;
		const {pyramid, values, length} = piece;
		const [min, max] = rangeOf(pyramid, values, length, piece.from + begin, piece.from + end);
		if (!(low <= min)) low = Number.isNaN(min) ? low : min;
		if (!(high >= max)) high = Number.isNaN(max) ? high : max;
	}

	return [low, high];
}
