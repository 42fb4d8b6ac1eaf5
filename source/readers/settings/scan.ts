import type {Json} from '../json/loose.ts';

/** Names that are values. */
export const words: Readonly<Record<string, Json>> = {
	True: true,
	False: false,
	None: null,
	true: true,
	false: false,
	null: null,
	nan: Number.NaN,
	inf: Number.POSITIVE_INFINITY,
	NaN: Number.NaN,
	Infinity: Number.POSITIVE_INFINITY,
};

const space = /(?:[ \t\f]|\\\r?\n)*/y;
const spaceAndLines = /(?:\s|#[^\n]*|\\\r?\n)*/y;

/** The place behind blanks; with `lines` behind line ends and comments, too. */
export function afterSpace(text: string, at: number, lines = false): number {
	if (at >= text.length) return text.length;
	const pattern = lines ? spaceAndLines : space;
	pattern.lastIndex = at;
	pattern.exec(text);
	return pattern.lastIndex;
}

const opening = /[rRbBuUfF]{0,2}('''|"""|'|")/y;
const escapes: Readonly<Record<string, string>> = {n: '\n', t: '\t', r: '\r', '0': '\0', '\n': ''};

/** A string of Python or JSON at a place, those that follow it joined to it. */
export function readString(text: string, at: number): readonly [string, number] | undefined {
	let told = '';
	let end = at;
	for (let place = at; ; place = afterSpace(text, end)) {
		opening.lastIndex = place;
		const [begin, quote = ''] = opening.exec(text) ?? [];
		if (begin === undefined) return end > at ? [told, end] : undefined;
		const from = place + begin.length;
		const to = endOfString(text, from, quote);
		if (to < 0) return undefined;
		const raw = /r/i.test(begin);
		told += raw ? text.slice(from, to) : unescaped(text.slice(from, to));
		end = to + quote.length;
	}
}

/** The place of the quote that closes a string; -1 where none does. */
function endOfString(text: string, from: number, quote: string): number {
	for (let at = from; at < text.length; at++) {
		if (text[at] === '\\') at++;
		else if (text[at] === '\n' && quote.length === 1) return -1;
		else if (text.startsWith(quote, at)) return at;
	}

	return -1;
}

function unescaped(text: string): string {
	return text.replace(
		/\\(?:u([\da-f]{4})|x([\da-f]{2})|(\r?\n|.))/gi,
		(_whole, unicode?: string, byte?: string, letter = '') => {
			const code = unicode ?? byte;
			if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
			return escapes[letter] ?? letter;
		},
	);
}

const number =
	/[-+]?(?:0[xX][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?)(?![\w.])|-(?:inf|nan|Infinity)\b/y;

/** A number at a place. */
export function readNumber(text: string, at: number): readonly [number, number] | undefined {
	number.lastIndex = at;
	const found = number.exec(text)?.[0];
	if (found === undefined) return undefined;
	const value = /[ni]/i.test(found.slice(1, 2))
		? found === '-nan'
			? Number.NaN
			: Number.NEGATIVE_INFINITY
		: Number(found.replaceAll('_', ''));
	return [value, at + found.length];
}

const pairs: Readonly<Record<string, string>> = {'(': ')', '[': ']', '{': '}'};
const deepest = 500;

/** The place where the expression at a place ends: before a comma, a closing bracket, a comment, the end of its line. */
export function afterExpression(text: string, at: number): number {
	const open: string[] = [];
	let place = at;
	while (place < text.length && open.length < deepest) {
		const char = text[place]!;
		if (open.length === 0 && ',)]}\n\r#'.includes(char)) return place;
		if (pairs[char] !== undefined) open.push(pairs[char]);
		else if (char === open.at(-1)) open.pop();
		place = behind(text, place, char);
	}

	return place;
}

/** The place behind one character, one string or one comment. */
function behind(text: string, at: number, char: string): number {
	if (char === '\\') return at + 2;
	if (char === '#') {
		const end = text.indexOf('\n', at);
		return end < 0 ? text.length : end;
	}

	if (char === "'" || char === '"') return readString(text, at)?.[1] ?? at + 1;
	return at + 1;
}
