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

/** A time in a cell, in milliseconds: Unix seconds or ISO 8601; seconds since the start are none. */
export function cellTime(cell: string): number | undefined {
	const text = cell.trim();
	if (plain.test(text)) return timeOf(Number(text));
	if (!/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/.test(text)) return undefined;
	const time = Date.parse(text);
	return Number.isNaN(time) ? undefined : time;
}

/** Unix seconds → milliseconds; seconds since the start are no time. */
export function timeOf(seconds: number): number | undefined {
	return seconds > 1e9 && seconds < 4e9 ? seconds * 1000 : undefined;
}
