import {numberPattern, parseNumber} from './number.ts';
import type {Pair} from './pairs.ts';

const entry = new RegExp(
	String.raw`(?<quote>['"])(?<name>[^'"\\]{1,200})\k<quote>:\s*(?:['"](?<text>${numberPattern})['"]|(?<number>${numberPattern}))\s*(?=[,}\]])`,
	'g',
);

/** `{'loss': 0.52, 'epoch': '0.5', 'x': nan}` → loss 0.52, epoch 0.5, x NaN; also of a JSON object's numbers. */
export function dictionary(text: string, from = 0): readonly Pair[] {
	const found: Pair[] = [];
	entry.lastIndex = from;
	for (let match = entry.exec(text); match; match = entry.exec(text)) {
		const {name, text: quoted, number} = match.groups as Record<string, string | undefined>;
		const digits = quoted ?? number!;
		const value = parseNumber(digits);
		if (name === undefined || value === undefined) continue;
		const start = match.index + match[0].lastIndexOf(digits);
		found.push({name, value, start, end: start + digits.length});
	}

	return found;
}
