/** A number as logs write it: sign, thousands commas, exponent, nan and inf in any case. */
export const numberPattern = String.raw`[-+]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|[nN][aA][nN]\b|[iI]nf(?:inity)?\b|INF\b)`;

const whole = new RegExp(`^${numberPattern}$`);

/** `1,200` → 1200, `nan` → NaN, `-inf` → -Infinity; undefined when the text is no number. */
export function parseNumber(text: string): number | undefined {
	if (!whole.test(text)) return undefined;
	const value = Number(text.includes(',') ? text.replaceAll(',', '') : text);
	if (!Number.isNaN(value)) return value;
	if (/nan/i.test(text)) return Number.NaN;
	return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
