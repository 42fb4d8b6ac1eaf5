import {numberPattern, parseNumber} from './number.ts';
import type {Pair} from './pairs.ts';

const entry = new RegExp(
	String.raw`(['"])([^'"\\]{1,200})\1:\s*(?:['"](${numberPattern})['"]|(?:(?:tensor|array|np\.\w{3,8})\(\[?)?(${numberPattern}))\s*(?=[,}\])])`,
	'g',
);

/** `{'loss': 0.52, 'epoch': '0.5', 'x': nan}` → loss 0.52, epoch 0.5, x NaN; also of a JSON object's numbers. */
export function dictionary(text: string, from = 0): readonly Pair[] {
	const found: Pair[] = [];
	entry.lastIndex = from;
	for (let match = entry.exec(text); match; match = entry.exec(text)) {
		const [whole, , name, quoted, number] = match;
		const digits = quoted ?? number!;
		const value = parseNumber(digits);
		if (name === undefined || value === undefined) continue;
		const start = match.index + whole.lastIndexOf(digits);
		found.push({name, value, start, end: start + digits.length});
	}

	return found;
}
