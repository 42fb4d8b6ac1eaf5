import {count} from '../core/quantity.ts';

/** A label under the axis: where it begins, and what it says. */
export type Tick = {readonly at: number; readonly text: string};

/** Labels at round numbers, `least` apart or more, under `width` columns; `xAt` rises from column to column. */
export function ticks(
	width: number,
	xAt: (column: number) => number,
	write: (x: number) => string = tickText,
	least = 0,
): readonly Tick[] {
	const from = xAt(0);
	const to = xAt(width - 1);
	if (!(Number.isFinite(from) && to > from))
		return Number.isFinite(from) ? [{at: 0, text: write(from)}] : [];
	const step = Math.max(least, roundStep((to - from) / Math.max(2, Math.floor(width / 12))));
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
export function roundStep(wanted: number): number {
	const power = 10 ** Math.floor(Math.log10(wanted));
	return power * ([1, 2, 5].find(factor => factor * power >= wanted * (1 - 1e-9)) ?? 10);
}

function tickText(x: number): string {
	if (Number.isInteger(x)) return x < 100_000 ? String(x) : count(x);
	return x < 100 ? String(Number(x.toFixed(1))) : String(Math.round(x));
}
