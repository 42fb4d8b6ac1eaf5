import type {Goal} from '../core/metric.ts';
import type {Axis, Point, Series} from '../core/series.ts';
import type {Sum} from '../core/tally.ts';
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
): Series {
	const pieces = piecesOf(cuts);
	const last = pieces.at(-1);
	const length = last ? last.before + last.to - last.from : 0;
	return {
		...sum,
		name,
		goal,
		file,
		length,
		get parts() {
			return cuts.map(({path = file, from, to, below}) => ({file: path, from, to, below}));
		},
		fileOf: index => locate(pieces, index)[0].path ?? file,
		point: index => pointAt(pieces, index),
		value(index) {
			const [piece, row] = locate(pieces, index);
			return piece.values[row] as number;
		},
		x(index, axis) {
			return place(pieces, index, axis);
		},
		range(from, to) {
			return rangeAcross(pieces, from, to);
		},
	};
}

function piecesOf(cuts: readonly Cut[]): readonly Piece[] {
	const pieces: Piece[] = [];
	let before = 0;
	for (const {told, path, from, to, below} of cuts) {
		// The track replaces its arrays when it grows or thins: what was seen stays as it is.
		told.track.seen = true;
		const {length} = told.track;
		const axes = {...told.track.axes};
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
