import {mostRows} from '../core/series.ts';
import {createPyramid, type Pyramid} from './pyramid.ts';

/**
Where the rows of a track stand, one array each; NaN where not told. Values never change below the
length at which they were seen.
*/
export type Axes = Readonly<
	Record<'step' | 'epoch' | 'at' | 'line' | 'offset' | 'order', Float64Array>
>;

/** One metric in a track. `values` never changes below the length at which it was seen. */
export type Column = {
	readonly name: string;
	values: Float64Array;
	pyramid: Pyramid;
};

/**
Rows that the same lines tell, growing at the end. A row's places are shared by all its columns.
`order` is the number of the record in its file, so that what other tracks tell can be put in between.
*/
export type Track = {
	length: number;
	axes: Axes;
	columns: Column[];
	/** Rows before this one are thinned to one of `stride`. */
	coarse: number;
	stride: number;
	/** Somebody holds its arrays: what they hold now must not change. */
	seen: boolean;
};

/** So many of the newest rows a track keeps whole. */
export const freshRows = 2 ** 13;

/** A track without rows. */
export function createTrack(names: readonly string[]): Track {
	return {
		length: 0,
		axes: emptyAxes(0),
		columns: names.map(name => ({name, values: new Float64Array(0), pyramid: createPyramid()})),
		coarse: 0,
		stride: 1,
		seen: false,
	};
}

function emptyAxes(capacity: number): Axes {
	return {
		step: new Float64Array(capacity),
		epoch: new Float64Array(capacity),
		at: new Float64Array(capacity),
		line: new Float64Array(capacity),
		offset: new Float64Array(capacity),
		order: new Float64Array(capacity),
	};
}

/** Other arrays in place of these: whoever holds the axes keeps what he saw. */
function eachAxis(before: Axes, change: (values: Float64Array) => Float64Array): Axes {
	return {
		step: change(before.step),
		epoch: change(before.epoch),
		at: change(before.at),
		line: change(before.line),
		offset: change(before.offset),
		order: change(before.order),
	};
}

function grown(values: Float64Array, capacity: number): Float64Array {
	const wider = new Float64Array(capacity);
	wider.set(values);
	return wider;
}

/** Moves the named columns, with what they hold so far, into a track of their own. */
export function splitTrack(track: Track, names: ReadonlySet<string>): Track {
	const moved = track.columns.filter(({name}) => names.has(name));
	track.columns = track.columns.filter(({name}) => !names.has(name));
	return {...track, axes: eachAxis(track.axes, values => values.slice()), columns: moved};
}

/** Makes room for more rows, by growing or by thinning; returns for how many there is room now. */
export function makeRoom(track: Track, wanted: number): number {
	if (track.stride > 1 && track.length - track.coarse >= freshRows) thinFresh(track);
	if (track.length >= mostRows) {
		thinFresh(track);
		if (track.length > mostRows * 0.75) {
			halve(track, 0);
			track.stride *= 2;
			track.coarse = track.length;
		}
	}

	const limit = track.stride > 1 ? Math.min(mostRows, track.coarse + freshRows) : mostRows;
	const room = Math.max(0, Math.min(wanted, limit - track.length));
	const capacity = track.axes.step.length;
	if (track.length + room > capacity) {
		const wider = Math.min(mostRows, Math.max(16, capacity * 2, track.length + room));
		track.axes = eachAxis(track.axes, values => grown(values, wider));
		for (const column of track.columns) column.values = grown(column.values, wider);
	}

	return room;
}

function thinFresh(track: Track): void {
	for (let stride = 1; stride < track.stride; stride *= 2) halve(track, track.coarse);
	track.coarse = track.length;
}

const bucket = 16;

/** Keeps half of the rows from `from` on: of every 16 those with minima, maxima and what is not finite. */
function halve(track: Track, from: number): void {
	const keep = new Int32Array(Math.ceil((track.length - from) / 2) + bucket);
	let kept = 0;
	const weighty = [...track.columns].sort((a, b) => weight(b.name) - weight(a.name));
	for (let begin = from; begin < track.length; begin += bucket) {
		const rows = chosen(weighty, begin, Math.min(begin + bucket, track.length));
		for (let row = 0; row < bucket; row++) if ((rows >> row) & 1) keep[kept++] = begin + row;
	}

	// Rows move down only, so that an array nobody holds can be thinned in its place.
	const pick = (values: Float64Array) => {
		const into = track.seen ? values.slice() : values;
		for (let index = 0; index < kept; index++) into[from + index] = into[keep[index]!]!;
		return into;
	};

	track.axes = eachAxis(track.axes, pick);
	for (const column of track.columns) {
		column.values = pick(column.values);
		column.pyramid = createPyramid();
	}

	track.length = from + kept;
	track.seen = false;
}

function weight(name: string): number {
	return /loss|^l_/i.test(name) ? 1 : 0;
}

/** Rows of [begin, end) to keep, one bit each: extremes of the weightiest columns first, then every other one. */
function chosen(columns: readonly Column[], begin: number, end: number): number {
	const size = end - begin;
	const wanted = Math.ceil(size / 2);
	let rows = 1;
	for (let index = 0; index < columns.length && ones(rows) + 3 <= wanted; index++) {
		rows |= extremes(columns[index]!.values, begin, size);
	}

	let count = ones(rows);
	for (let step = 2; step > 0; step--) {
		for (let row = 0; row < size && count < wanted; row += step) {
			if ((rows >> row) & 1) continue;
			rows |= 1 << row;
			count++;
		}
	}

	return rows;
}

function ones(bits: number): number {
	let count = 0;
	for (let left = bits; left !== 0; left &= left - 1) count++;
	return count;
}

/** The rows of the smallest, the largest and the first value that is not finite, one bit each. */
function extremes(values: Float64Array, begin: number, size: number): number {
	let least = Number.POSITIVE_INFINITY;
	let most = Number.NEGATIVE_INFINITY;
	let min = 0;
	let max = 0;
	let odd = 0;
	for (let row = 0; row < size; row++) {
		const value = values[begin + row]!;
		if (value - value !== 0) {
			odd ||= 1 << row;
			continue;
		}

		if (value < least) {
			least = value;
			min = 1 << row;
		}

		if (value > most) {
			most = value;
			max = 1 << row;
		}
	}

	return min | max | odd;
}
