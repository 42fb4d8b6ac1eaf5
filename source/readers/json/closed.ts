const marks = /["{}[\],]/g;
const pairs: Readonly<Record<string, string>> = {'{': '}', '[': ']'};

/**
JSON that is cut short, closed behind its last whole value: `{"loss": [1, 2, 0.` → `{"loss": [1, 2]}`.
The text itself where it is whole; undefined where it is more than one document, or none.
*/
export function closed(text: string): string | undefined {
	const open: string[] = [];
	let whole: string | undefined;
	const keep = (to: number) => {
		whole = text.slice(0, to) + open.toReversed().join('');
	};

	marks.lastIndex = 0;
	for (let found = marks.exec(text); found; found = marks.exec(text)) {
		const [mark] = found;
		const {index} = found;
		if (mark === '"') marks.lastIndex = endOfString(text, index) + 1;
		else if (mark === ',') keep(index);
		else if (pairs[mark] !== undefined) open.push(pairs[mark]);
		else if (open.pop() !== mark) return undefined;
		else if (open.length === 0) return text.slice(index + 1).trim() === '' ? text : undefined;
		else keep(index + 1);
	}

	return whole;
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
