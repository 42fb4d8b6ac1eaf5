import asciichart from 'asciichart';
import type {Column, Series} from '../core/series.ts';
import {thin} from '../core/series.ts';

/** What one column of a chart shows: a value, or that there is none, or that it lies beyond the axis. */
export type Spot = {readonly value: number; readonly nonFinite: boolean; readonly beyond: boolean};

/** A curve prepared for a chart: one spot per column, and the range of its axis. */
export type Plot = {readonly spots: readonly Spot[]; readonly low: number; readonly high: number};

/** The range of most values: what lies far outside does not flatten the rest. */
function robustRange(columns: readonly Column[]): readonly [low: number, high: number] {
	const values = columns
		.flatMap(({min, max}) => [min, max])
		.filter(Number.isFinite)
		.sort((a, b) => a - b);
	if (values.length === 0) return [0, 1];
	const low = values[0]!;
	const high = values.at(-1)!;
	if (values.length < 20) return [low, high];
	const lower = values[Math.floor(values.length * 0.02)]!;
	const upper = values[Math.ceil(values.length * 0.98) - 1]!;
	const far = 1.5 * (upper - lower);
	return [low < lower - far ? lower : low, high > upper + far ? upper : high];
}

/** Cuts a series into `width` spots and finds its axis. */
export function plotOf(series: Series, width: number): Plot {
	const columns = thin(series, width);
	const [low, high] = robustRange(columns);
	const spots = columns.map(({min, max, nonFinite}) => {
		const middle = (min + max) / 2;
		const value = max > high ? high : min < low ? low : middle;
		return {
			value: Number.isFinite(middle) ? value : Number.NaN,
			nonFinite,
			beyond: max > high || min < low,
		};
	});
	if (high > low) return {spots: stretched(spots, width), low, high};
	const room = Math.abs(high) / 10 || 1;
	return {spots: stretched(spots, width), low: low - room, high: high + room};
}

/** Few points are drawn across the whole width, with straight lines between them. */
function stretched(spots: readonly Spot[], width: number): readonly Spot[] {
	if (spots.length >= width || spots.length < 2) return spots;
	return Array.from({length: width}, (_, column) => {
		const x = (column * (spots.length - 1)) / (width - 1);
		const left = spots[Math.floor(x)]!;
		const right = spots[Math.ceil(x)]!;
		const share = x - Math.floor(x);
		const value = share === 0 ? left.value : left.value + share * (right.value - left.value);
		const near = share < 0.5 ? left : right;
		return {value, nonFinite: !Number.isFinite(value), beyond: near.beyond};
	});
}

/**
Draws a plot with asciichart: exactly `height` rows, one column per spot. The values are first put on
a scale of rows, because asciichart takes no NaN and rounds a free scale to more or fewer rows.
*/
export function drawPlot(
	{spots, low, high}: Plot,
	height: number,
	signs: readonly string[],
): readonly string[] {
	const rows = Math.max(1, height - 1);
	const scaled: number[] = [];
	let last = spots.find(({value}) => Number.isFinite(value))?.value;
	if (last === undefined || spots.length === 0) return Array.from({length: height}, () => '');
	for (const {value} of spots) {
		if (Number.isFinite(value)) last = value;
		scaled.push(((last - low) / (high - low)) * rows);
	}

	const chart = asciichart.plot([scaled[0]!, ...scaled], {
		height: rows,
		min: 0,
		max: rows,
		offset: 1,
		// Stands in the first column, which the axis then takes.
		format: () => ' ',
		symbols: signs as Required<asciichart.PlotConfig>['symbols'],
	});
	return chart
		.split('\n')
		.slice(0, height)
		.map(row => blankOut(row.slice(1), spots));
}

/** asciichart cannot leave a column out: columns without a value are wiped afterwards. */
function blankOut(row: string, spots: readonly Spot[]): string {
	let text = '';
	for (const [column, {value}] of spots.entries()) {
		text += Number.isFinite(value) ? (row[column] ?? ' ') : ' ';
	}

	return text;
}
