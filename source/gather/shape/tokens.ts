/** What may stand in a slot. */
export type Kind = 'whole' | 'decimal' | 'power' | 'wholePower' | 'grouped' | 'time' | 'bar';

/** A part of a line that differs from line to line. */
export type Token = {readonly kind: Kind; readonly start: number; readonly end: number};

// A number that no letter, digit or point touches on its left; units may follow. Its groups are `numbers`.
const number =
	/(?<![\w.])(?:(\d{1,3}(?:,\d{3})+)(?![\d,])|(\d+\.\d+[eE][-+]\d+)|(\d+[eE][-+]\d+)|(\d+\.\d+)|(\d+))(?![\d_]|\.\d|[eE][-+]?\d)/g;

// What tqdm fills a bar with, in blocks or in ASCII.
const bar = /(?<=%\|)(?:[\u2580-\u259F]+ *|#+\d? *| +)(?=\|)/g;

/** The numbers of a line, its bars and its time stamp (the text of it, where it has one), in order. */
export function tokens(text: string, time: string | undefined): readonly Token[] {
	const stamp = time === undefined ? -1 : text.indexOf(time);
	const taken: Token[] = [];
	if (stamp >= 0) taken.push({kind: 'time', start: stamp, end: stamp + time!.length});
	if (text.includes('%|')) {
		for (const {0: filling, index: start} of text.matchAll(bar)) {
			taken.push({kind: 'bar', start, end: start + filling.length});
		}
	}

	const found = [...taken];
	number.lastIndex = 0;
	for (let match = number.exec(text); match; match = number.exec(text)) {
		const start = match.index;
		const end = start + match[0].length;
		if (taken.some(other => start < other.end && end > other.start)) continue;
		found.push({kind: kindOf(match), start, end});
	}

	return taken.length === 0 ? found : found.sort((a, b) => a.start - b.start);
}

/** The groups of `number`, in their order. */
const numbers = ['grouped', 'power', 'wholePower', 'decimal', 'whole'] as const;

function kindOf(match: RegExpExecArray): Kind {
	let group = 0;
	while (match[group + 1] === undefined) group++;
	return numbers[group]!;
}

const marks: Readonly<Record<Kind, string>> = {
	whole: '\u0001',
	decimal: '\u0002',
	power: '\u0003',
	wholePower: '\u0004',
	grouped: '\u0005',
	time: '\u0006',
	bar: '\u0007',
};

/** What lines of one shape have in common: the text without its numbers and the blanks before them. */
export function signature(text: string, all: readonly Token[]): string {
	let out = '';
	let from = 0;
	for (const {kind, start, end} of all) {
		out += before(text, from, start) + marks[kind];
		if (kind === 'time') out += text.slice(start, end).replace(/\d/g, '0');
		from = end;
	}

	return out + text.slice(from);
}

/** The text before a slot without the blanks that align it to the right. */
export function before(text: string, from: number, start: number): string {
	let end = start;
	while (end > from && text.charCodeAt(end - 1) === 32) end--;
	return text.slice(from, end);
}
