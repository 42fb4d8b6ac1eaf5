import {createPyramid, type Pyramid} from './pyramid.ts';

/** The places of the rows of a track, one array each; NaN where not told. */
export const axes = ['step', 'epoch', 'at', 'line', 'offset', 'order'] as const;
/** Where the rows of a track stand; values never change below the length at which they were seen. */
export type Axes = {[A in (typeof axes)[number]]: Float64Array};

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
};

/** Rows a track keeps at most, and how many of the newest it keeps whole. */
export const mostRows = 2 ** 17;
export const freshRows = 2 ** 14;

/** A track without rows. */
export function createTrack(names: readonly string[]): Track {
	return {
		length: 0,
		axes: emptyAxes(0),
		columns: names.map(name => ({name, values: new Float64Array(0), pyramid: createPyramid()})),
		coarse: 0,
		stride: 1,
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

function grown(values: Float64Array, capacity: number): Float64Array {
	const wider = new Float64Array(capacity);
	wider.set(values);
	return wider;
}

/** Moves the named columns, with what they hold so far, into a track of their own. */
export function splitTrack(track: Track, names: ReadonlySet<string>): Track {
	const moved = track.columns.filter(({name}) => names.has(name));
	track.columns = track.columns.filter(({name}) => !names.has(name));
	const copy = {...track.axes};
	for (const axis of axes) copy[axis] = track.axes[axis].slice();
	return {...track, axes: copy, columns: moved};
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
		for (const axis of axes) track.axes[axis] = grown(track.axes[axis], wider);
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
		const end = Math.min(begin + bucket, track.length);
		for (const row of chosen(weighty, begin, end)) keep[kept++] = row;
	}

	const rows = keep.subarray(0, kept);
	const pick = (values: Float64Array) => {
		const next = new Float64Array(values.length);
		next.set(values.subarray(0, from));
		for (let index = 0; index < rows.length; index++) {
			next[from + index] = values[rows[index] as number] as number;
		}

		return next;
	};

	for (const axis of axes) track.axes[axis] = pick(track.axes[axis]);
	for (const column of track.columns) {
		column.values = pick(column.values);
		column.pyramid = createPyramid();
	}

	track.length = from + kept;
}

function weight(name: string): number {
	return /loss|^l_/i.test(name) ? 1 : 0;
}

/** Rows of [begin, end) to keep: extremes of the weightiest columns first, then every other one. */
function chosen(columns: readonly Column[], begin: number, end: number): readonly number[] {
	const wanted = Math.ceil((end - begin) / 2);
	const rows = new Set<number>([begin]);
	for (const {values} of columns) {
		if (rows.size + 3 > wanted) break;
		for (const row of extremes(values, begin, end)) rows.add(row);
	}

	for (let row = begin; row < end && rows.size < wanted; row += 2) rows.add(row);
	for (let row = begin; row < end && rows.size < wanted; row++) rows.add(row);
	return [...rows].sort((a, b) => a - b);
}

function extremes(values: Float64Array, begin: number, end: number): readonly number[] {
	let min = -1;
	let max = -1;
	let odd = -1;
	for (let row = begin; row < end; row++) {
		const value = values[row] as number;
		if (!Number.isFinite(value)) {
			if (odd < 0) odd = row;
			continue;
		}

		if (min < 0 || value < (values[min] as number)) min = row;
		if (max < 0 || value > (values[max] as number)) max = row;
	}

	return [min, max, odd].filter(row => row >= 0);
}
