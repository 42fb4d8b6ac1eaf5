import type {Span} from './lines.ts';
import type {Glyphs} from './theme.ts';

/** Values averaged into at most `width` columns; NaN where none of a column is finite. */
function averaged(values: readonly number[], width: number): readonly number[] {
	const columns = Math.min(width, values.length);
	return Array.from({length: columns}, (_, column) => {
		const from = Math.floor((column * values.length) / columns);
		const to = Math.floor(((column + 1) * values.length) / columns);
		const finite = values.slice(from, to).filter(Number.isFinite);
		return finite.length === 0
			? Number.NaN
			: finite.reduce((sum, value) => sum + value, 0) / finite.length;
	});
}

/**
A curve in one row. A change smaller than a twentieth of the value looks flat, so that noise on a
stuck loss is not drawn as a mountain; what is not finite is marked.
*/
export function sparkline(
	values: readonly number[],
	width: number,
	glyphs: Glyphs,
): readonly Span[] {
	const heights = averaged(values, width);
	const finite = heights.filter(Number.isFinite);
	const low = Math.min(...finite);
	const high = Math.max(...finite);
	const range = Math.max(high - low, Math.abs(high) / 20);
	const rest = high - low < range ? (range - (high - low)) / 2 : 0;
	const spans: Span[] = [];
	for (const value of heights) {
		const known = Number.isFinite(value);
		const share = range > 0 ? (value - low + rest) / range : 0.5;
		const text = known ? glyphs.spark[Math.min(7, Math.floor(share * 8))]! : glyphs.notFinite;
		const tone = known ? 'curve' : 'bad';
		const last = spans.at(-1);
		if (last?.tone === tone) spans[spans.length - 1] = {text: last.text + text, tone};
		else spans.push({text, tone});
	}

	return spans;
}
