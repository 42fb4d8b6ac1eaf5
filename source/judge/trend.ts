import type {View} from './view.ts';

const columns = 32;
/** Values looked at in each column: enough for a picture, and the same cost for any length. */
const samples = 16;

/** A series as at most 32 means of its finite values; NaN where there is none. */
export function trendOf(series: View): readonly number[] {
	const wanted = Math.min(columns, series.length);
	const trend: number[] = [];
	for (let column = 0; column < wanted; column++) {
		const from = Math.floor((column * series.length) / wanted);
		const to = Math.floor(((column + 1) * series.length) / wanted);
		trend.push(series.mean(from, to, Math.max(1, Math.floor((to - from) / samples))));
	}

	return trend;
}
