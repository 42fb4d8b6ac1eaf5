const plain = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const notFinite = /^(?<sign>[-+]?)(?:(?<nan>nan)|inf(?:inity)?)$/i;
// A list of one learning rate per group, a tensor's print, a share: the first number stands for it.
const wrapped =
	/^(?:[[(]\s*|tensor\(\s*)(?<first>[^\s,)\]]+)[^)\]]*[)\]]?.{0,40}$|^(?<share>[-+.\de]{1,40})\s*%$/i;

/** The number in a cell: `1e-05`, ` nan`, `"[2e-07, 2e-07]"` → 2e-07; undefined where there is none. */
export function cellNumber(cell: string): number | undefined {
	const text = cell.trim();
	if (text === '' || text.length > 4096) return undefined;
	if (plain.test(text)) return Number(text);
	const odd = notFinite.exec(text)?.groups;
	if (odd) {
		if (odd.nan) return Number.NaN;
		return odd.sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	}

	const inside = wrapped.exec(text)?.groups;
	const first = inside?.first ?? inside?.share;
	return first !== undefined && first.length < text.length ? cellNumber(first) : undefined;
}

/** A time in a cell, in milliseconds: Unix seconds or ISO 8601; seconds are counted from `since` if it is known. */
export function cellTime(cell: string, since = 0): number | undefined {
	const text = cell.trim();
	if (plain.test(text)) return timeOf(Number(text), since);
	if (!/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/.test(text)) return undefined;
	const time = Date.parse(text);
	return Number.isNaN(time) ? undefined : time;
}

/** Unix seconds → milliseconds; seconds since the start are no time unless it is known when that was. */
export function timeOf(seconds: number, since = 0): number | undefined {
	const time = since + seconds;
	return time > 1e9 && time < 4e9 ? time * 1000 : undefined;
}

/** `1,5` → `1.5`: numbers as they are written where a semicolon is between them. */
export function withPoint(cell: string): string {
	return /^\s*[-+]?\d+,\d+(?:e[-+]?\d+)?\s*$/i.test(cell) ? cell.replace(',', '.') : cell;
}
