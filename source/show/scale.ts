import type {Sample} from './sampling.ts';
import {linearRows, powerRows, short, stillRows, type YAxis} from './y-axis.ts';

/** The y axis of a chart. */
export type Scale = {
	readonly low: number;
	readonly high: number;
	/** A value as a share of the height, 0 to 1; NaN where it cannot be drawn. */
	readonly share: (value: number) => number;
	/** One for each row, from the top; empty where a row bears none. */
	readonly labels: readonly string[];
};

/** Share of a value by which it differs from its like when both are told alike, after smoothing. */
const chance = 1e-8;

/** An axis of so many rows that most values fill: what lies far outside does not flatten the rest. */
export function scaleOf(samples: readonly Sample[], logarithmic: boolean, rows: number): Scale {
	const place = logarithmic
		? (value: number) => (value > 0 ? Math.log10(value) : Number.NaN)
		: (value: number) => value;
	const {low, high, labels} = axisFor(range(samples, place), logarithmic, rows);
	const span = high - low;
	return {
		low,
		high,
		share: value => {
			return Math.max(0, Math.min(1, (place(value) - low) / span));
		},
		labels,
	};
}

function axisFor(
	[low, high]: readonly [number, number],
	logarithmic: boolean,
	rows: number,
): YAxis {
	if (low === high) return stillRows(low, rows, logarithmic ? short(10 ** low) : short(low));
	return (logarithmic ? powerRows : linearRows)(low, high, rows);
}

function range(
	samples: readonly Sample[],
	place: (value: number) => number,
): readonly [number, number] {
	const all = new Float64Array(2 * samples.length);
	let count = 0;
	for (let at = 0; at < all.length; at++) {
		const {min, max} = samples[at >> 1]!;
		const value = place(at % 2 === 0 ? min : max);
		if (Number.isFinite(value)) all[count++] = value;
	}

	if (count === 0) return [0, 1];
	const values = all.subarray(0, count).sort();
	const [low, high] = count < 20 ? [values[0]!, values[count - 1]!] : robust(values);
	if (high - low > Math.abs(high) * chance && Number.isFinite(high - low)) return [low, high];
	return [low, low];
}

/** Without the outermost fiftieth, where that lies far from the others. */
function robust(sorted: Float64Array): readonly [number, number] {
	const lower = sorted[Math.floor(sorted.length * 0.02)]!;
	const upper = sorted[Math.ceil(sorted.length * 0.98) - 1]!;
	const far = 1.5 * (upper - lower);
	const low = sorted[0]!;
	const high = sorted[sorted.length - 1]!;
	return [low < lower - far ? lower : low, high > upper + far ? upper : high];
}
