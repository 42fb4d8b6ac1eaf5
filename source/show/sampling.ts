import type {Axis, Series} from '../core/series.ts';

/** The part of an x axis that a chart shows. */
export type Domain = {readonly axis: Axis; readonly from: number; readonly to: number};

/** What a column of a chart shows: extremes, NaN where there is no value to draw. */
export type Sample = {
	readonly min: number;
	readonly max: number;
	/** Holds a value that is not finite. */
	readonly nonFinite: boolean;
};

const probes = 32;

/** Whether a series can be drawn along an axis: known and never falling. */
function rises(series: Series, axis: Axis): boolean {
	let last = series.x(0, axis);
	if (!Number.isFinite(last)) return false;
	for (let probe = 1; probe <= probes; probe++) {
		const x = series.x(Math.floor((probe * (series.length - 1)) / probes), axis);
		if (!(x >= last)) return false;
		last = x;
	}

	return series.length === 1 || last > series.x(0, axis);
}

/** How a chart places points along x, and what it writes below: epochs stand where their steps are. */
export type Axes = {readonly place: Axis; readonly label: Axis};

/** The axis wanted, else the first that all series know. */
export function axesFor(list: readonly Series[], wanted: Axis | null): Axes {
	const known = (axis: Axis) => list.every(series => rises(series, axis));
	const usual = (['step', 'epoch', 'time'] as const).find(known) ?? 'index';
	if (wanted === null || !known(wanted)) return {place: usual, label: usual};
	return wanted === 'epoch' ? {place: usual, label: 'epoch'} : {place: wanted, label: wanted};
}

/** The part of what all series span, in shares of the whole. */
export function domainOf(
	list: readonly Series[],
	axis: Axis,
	part: {readonly from: number; readonly to: number},
): Domain {
	const first = Math.min(...list.map(series => series.x(0, axis)));
	const last = Math.max(...list.map(series => series.x(series.length - 1, axis)));
	if (!(last > first)) return {axis, from: first - 0.5, to: first + 0.5};
	const span = last - first;
	return {axis, from: first + part.from * span, to: first + part.to * span};
}

/** The first point at or beyond `x`. */
export function indexAt(series: Series, axis: Axis, x: number, from = 0): number {
	let low = from;
	let high = series.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (series.x(middle, axis) < x) low = middle + 1;
		else high = middle;
	}

	return low;
}

const remembered = new WeakMap<
	Series,
	{readonly key: string; readonly samples: readonly Sample[]}
>();

/** A series in `width` columns over a domain; columns between points lie on straight lines. */
export function sampled(series: Series, domain: Domain, width: number): readonly Sample[] {
	const key = `${domain.axis} ${domain.from} ${domain.to} ${width}`;
	const known = remembered.get(series);
	if (known?.key === key) return known.samples;
	const samples = joined(columns(series, domain, width));
	remembered.set(series, {key, samples});
	return samples;
}

function columns(
	series: Series,
	{axis, from, to}: Domain,
	width: number,
): ReadonlyArray<Sample | null> {
	const result: Array<Sample | null> = [];
	let begin = indexAt(series, axis, from);
	for (let column = 0; column < width; column++) {
		const last = column === width - 1;
		const edge = last ? to : from + ((column + 1) * (to - from)) / width;
		const end = last ? indexAfter(series, axis, to, begin) : indexAt(series, axis, edge, begin);
		result.push(end > begin ? sampleOf(series, begin, end) : null);
		begin = end;
	}

	return result;
}

function indexAfter(series: Series, axis: Axis, x: number, from: number): number {
	let index = indexAt(series, axis, x, from);
	while (index < series.length && series.x(index, axis) <= x) index++;
	return index;
}

function sampleOf(series: Series, begin: number, end: number): Sample {
	const [min, max] = series.range(begin, end);
	let nonFinite = Number.isNaN(min);
	if (series.nonFinite > 0) {
		for (let index = begin; index < end && !nonFinite; index++) {
			nonFinite = !Number.isFinite(series.value(index));
		}
	}

	return {min, max, nonFinite};
}

const nothing: Sample = {min: Number.NaN, max: Number.NaN, nonFinite: false};

/** Fills columns without points from their neighbours on both sides. */
function joined(found: ReadonlyArray<Sample | null>): readonly Sample[] {
	const result: Sample[] = [];
	let left = -1;
	for (let column = 0; column < found.length; column++) {
		const sample = found[column] ?? null;
		if (sample === null) continue;
		for (let gap = left + 1; gap < column; gap++) {
			result.push(
				left < 0 ? nothing : between(found[left]!, sample, (gap - left) / (column - left)),
			);
		}

		result.push(sample);
		left = column;
	}

	while (result.length < found.length) result.push(nothing);
	return result;
}

function between(a: Sample, b: Sample, share: number): Sample {
	const value = (1 - share) * middle(a) + share * middle(b);
	return Number.isFinite(value) ? {min: value, max: value, nonFinite: false} : nothing;
}

/** The middle of a column's extremes. */
export function middle({min, max}: Sample): number {
	return min === max ? min : min + (max - min) / 2;
}

/** A running mean over about `span` columns, from both sides so that it does not lag; gaps stay gaps. */
export function smoothed(samples: readonly Sample[], span: number): readonly Sample[] {
	const values = samples.map(middle);
	const forth = runningMean(values, span);
	const back = runningMean(values.toReversed(), span).reverse();
	return samples.map((sample, index) => {
		const smooth = (forth[index]! + back[index]!) / 2;
		if (!Number.isFinite(smooth)) return sample;
		return {min: smooth, max: smooth, nonFinite: sample.nonFinite};
	});
}

/** Begun without bias; NaN where a value is not finite. */
function runningMean(values: readonly number[], span: number): number[] {
	const keep = 1 - 1 / Math.max(1, span);
	let mean = 0;
	let weight = 0;
	return values.map(value => {
		if (!Number.isFinite(value)) return Number.NaN;
		mean = keep * mean + (1 - keep) * value;
		weight = keep * weight + (1 - keep);
		return mean / weight;
	});
}
