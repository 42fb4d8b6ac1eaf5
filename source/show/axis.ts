import {count} from '../core/quantity.ts';

/** Labels of an axis from `high` down to `low`: some rows bear one, all in the same decimals and width. */
export function axisLabels(low: number, high: number, rows: number): readonly string[] {
	const every = Math.max(1, Math.ceil((rows - 1) / 8));
	const step = rows > 1 ? (high - low) / (rows - 1) : 0;
	const values = Array.from({length: rows}, (_, row) =>
		(rows - 1 - row) % every === 0 ? high - row * step : Number.NaN,
	);
	const write = writer(values.filter(Number.isFinite), step * every);
	const labels = values.map(value => (Number.isNaN(value) ? '' : write(value)));
	const width = Math.max(0, ...labels.map(label => label.length));
	return labels.map(label => label.padStart(width));
}

function writer(values: readonly number[], step: number): (value: number) => string {
	const size = Math.max(...values.map(Math.abs));
	if (size >= 1e5 || (size > 0 && size < 1e-3)) return value => short(value, step);
	const decimals = step > 0 ? decimalsFor(values, step) : 4 - Math.ceil(Math.log10(size || 1));
	return value => value.toFixed(Math.max(0, Math.min(6, decimals)));
}

/** As few decimals as tell every label to a tenth of the step between them: 4, 3, 2 → 0; 0.825, 0.955 → 2. */
function decimalsFor(values: readonly number[], step: number): number {
	for (let decimals = 0; decimals < 6; decimals++) {
		if (values.every(value => Math.abs(Number(value.toFixed(decimals)) - value) < step / 10)) {
			return decimals;
		}
	}

	return 6;
}

function short(value: number, step: number): string {
	if (value === 0) return '0';
	const digits = step > 0 ? Math.ceil(Math.log10(Math.abs(value) / step)) : 2;
	return value.toExponential(Math.max(1, Math.min(4, digits))).replace('e+', 'e');
}

/** A label under the axis: where it begins, and what it says. */
export type Tick = {readonly at: number; readonly text: string};

/** Labels at round numbers under `width` columns; `xAt` rises from column to column. */
export function ticks(
	width: number,
	xAt: (column: number) => number,
	write: (x: number) => string = tickText,
): readonly Tick[] {
	const from = xAt(0);
	const to = xAt(width - 1);
	if (!(Number.isFinite(from) && to > from))
		return Number.isFinite(from) ? [{at: 0, text: write(from)}] : [];
	const step = roundStep((to - from) / Math.max(2, Math.floor(width / 12)));
	const placed: Tick[] = [];
	let free = 0;
	let column = 0;
	for (let x = Math.ceil(from / step) * step; x <= to; x += step) {
		while (column < width - 1 && !(xAt(column) >= x)) column++;
		const text = write(Number(x.toPrecision(12)));
		const at = Math.max(0, Math.min(width - text.length, column - (text.length >> 1)));
		if (at < free) continue;
		placed.push({at, text});
		free = at + text.length + 2;
	}

	return placed;
}

/** The next larger of 1, 2 and 5 times a power of ten. */
function roundStep(wanted: number): number {
	const power = 10 ** Math.floor(Math.log10(wanted));
	return power * ([1, 2, 5].find(factor => factor * power >= wanted) ?? 10);
}

function tickText(x: number): string {
	if (Number.isInteger(x)) return x < 100_000 ? String(x) : count(x);
	return x < 100 ? String(Number(x.toFixed(1))) : String(Math.round(x));
}
