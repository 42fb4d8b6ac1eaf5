import type {Series} from '../core/series.ts';

const columns = 32;
/** Values looked at in each column: enough for a picture, and the same cost for any length. */
const samples = 16;

/** A series as at most 32 means of its finite values; NaN where there is none. */
export function trendOf(series: Series): readonly number[] {
	const wanted = Math.min(columns, series.length);
	return Array.from({length: wanted}, (_, column) => {
		const from = Math.floor((column * series.length) / wanted);
		const to = Math.floor(((column + 1) * series.length) / wanted);
		const stride = Math.max(1, Math.floor((to - from) / samples));
		let sum = 0;
		let finite = 0;
		for (let index = from; index < to; index += stride) {
			const value = series.value(index);
			if (!Number.isFinite(value)) continue;
			sum += value;
			finite++;
		}

		return finite > 0 ? sum / finite : Number.NaN;
	});
}
