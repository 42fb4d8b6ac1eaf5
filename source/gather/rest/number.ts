/** A number as logs write it: sign, thousands commas, exponent, nan and inf in any case. */
export const numberPattern = String.raw`[-+]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|[nN][aA][nN]\b|[iI]nf(?:inity)?\b|INF\b)`;

const whole = new RegExp(`^${numberPattern}$`);

/** `1,200` → 1200, `nan` → NaN, `-inf` → -Infinity; undefined when the text is no number. */
export function parseNumber(text: string): number | undefined {
	if (isPlain(text)) return Number(text);
	if (!whole.test(text)) return undefined;
	const value = Number(text.includes(',') ? text.replaceAll(',', '') : text);
	if (!Number.isNaN(value)) return value;
	if (/nan/i.test(text)) return Number.NaN;
	return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** Digits with at most a sign before and one point between: most numbers, told without an expression. */
function isPlain(text: string): boolean {
	const first = text.charCodeAt(0);
	let points = 0;
	let digits = 0;
	for (let index = first === 43 || first === 45 ? 1 : 0; index < text.length; index++) {
		const letter = text.charCodeAt(index);
		if (letter >= 48 && letter <= 57) digits++;
		else if (letter !== 46 || ++points > 1) return false;
	}

	return digits > 0;
}
