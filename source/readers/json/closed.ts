const pairs: Readonly<Record<string, string>> = {'{': '}', '[': ']'};
/** No history is nested so deep, and what is would take long to close again and again. */
const deepest = 64;

/**
JSON that is cut short, closed behind its last whole value: `{"loss": [1, 2, 0.` → `{"loss": [1, 2]}`.
The text itself where it is whole; undefined where it is more than one document, nested too deep, or none.
*/
export function closed(text: string): string | undefined {
	/** What closes all that is open, innermost first. */
	let ends = '';
	let whole: {readonly to: number; readonly ends: string} | undefined;
	for (const [mark, index] of marksIn(text)) {
		const left = behind(mark, ends);
		if (left === undefined) return undefined;
		if (left === '') return text.slice(index + 1).trim() === '' ? text : undefined;
		if (pairs[mark] === undefined) whole = {to: mark === ',' ? index : index + 1, ends: left};
		ends = left;
	}

	return whole && text.slice(0, whole.to) + whole.ends;
}

/** What closes all that is open behind a mark; undefined where the mark cannot stand there. */
function behind(mark: string, ends: string): string | undefined {
	const end = pairs[mark];
	if (end !== undefined) return ends.length < deepest ? end + ends : undefined;
	if (mark === ',') return ends === '' ? undefined : ends;
	return ends[0] === mark ? ends.slice(1) : undefined;
}

/** Brackets and commas outside of strings, and where they stand. */
function* marksIn(text: string): Iterable<readonly [mark: string, index: number]> {
	const marks = /["{}[\],]/g;
	for (let found = marks.exec(text); found; found = marks.exec(text)) {
		const [mark] = found;
		if (mark === '"') marks.lastIndex = endOfString(text, found.index) + 1;
		else yield [mark, found.index];
	}
}

/** The place of the quote that ends the string; the end of the text where none does. */
function endOfString(text: string, from: number): number {
	for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
		let slashes = 0;
		while (text[at - 1 - slashes] === '\\') slashes++;
		if (slashes % 2 === 0) return at;
	}

	return text.length;
}
