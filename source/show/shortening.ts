import {cutMiddle, widthOf} from './width.ts';

/**
Names in at most so many columns: where one is too long, what all begin with goes; what is still too long
is cut in the middle, and those that would then read the same lose what they share instead:
`ocr_r50_lr0.1_bs32_coco`, `det_r50_lr0.2_bs32_coco` in 14 columns → `ocr_…lr0.1_…`, `ocr_…lr0.2_…`.
*/
export function shortened(names: readonly string[], columns: number): ReadonlyMap<string, string> {
	const short = new Map<string, string>();
	const prefix = names.some(name => widthOf(name) > columns) ? commonPrefix(names) : '';
	for (const name of names) {
		short.set(name, cutMiddle(prefix === '' ? name : `…${name.slice(prefix.length)}`, columns));
	}

	for (const alike of sameText([...short])) {
		if (alike.length > 1) tellApart(alike, columns, short);
	}

	return short;
}

/** The names that read the same, together. */
function sameText(
	texts: ReadonlyArray<readonly [name: string, text: string]>,
): Iterable<readonly string[]> {
	const groups = new Map<string, string[]>();
	for (const [name, text] of texts) {
		const group = groups.get(text);
		if (group) group.push(name);
		else groups.set(text, [name]);
	}

	return groups.values();
}

/** Behind what parts words in names, not within numbers: `lr0.1`, `1e-3`. */
const between = /(?<=[_/= ]|(?<!\de)-|\.(?!\d))(?=.)/s;

function tellApart(names: readonly string[], columns: number, short: Map<string, string>): void {
	const pieces = names.map(name => name.split(between));
	const shared = sharedBy(pieces);
	const texts = names.map(
		(name, index) => [name, withoutShared(pieces[index]!, shared, columns)] as const,
	);
	for (const [name, text] of texts) short.set(name, text);
	for (const alike of sameText(texts)) {
		if (alike.length > 1 && alike.length < names.length) tellApart(alike, columns, short);
	}
}

type Shared = (index: number, length: number) => boolean;

/** Which pieces are the same in all names: place by place, or, where they have more or fewer pieces, at both ends. */
function sharedBy(all: ReadonlyArray<readonly string[]>): Shared {
	const [first = []] = all;
	const isSame = (index: number) =>
		all.every(pieces => pieces.at(index) !== undefined && pieces.at(index) === first.at(index));
	if (all.every(({length}) => length === first.length)) {
		const same = first.map((_, index) => isSame(index));
		return index => same[index]!;
	}

	const least = Math.min(...all.map(({length}) => length));
	let head = 0;
	while (head < least && isSame(head)) head++;
	let tail = 0;
	while (tail < least - head && isSame(-1 - tail)) tail++;
	return (index, length) => index < head || index >= length - tail;
}

/** What a name has for itself, and as much of its beginning as there is room for. */
function withoutShared(pieces: readonly string[], shared: Shared, columns: number): string {
	const own = pieces.map((piece, index) => (shared(index, pieces.length) ? '…' : piece));
	const text = own.join('').replace(/…{2,}/g, '…');
	const room = columns - widthOf(text);
	if (room < 0) return cutMiddle(text, columns);
	if (own[0] !== '…') return text;
	const begin = pieces.slice(
		0,
		own.findIndex(piece => piece !== '…'),
	);
	return begin.join('').slice(0, room) + text;
}

/** What all names begin with, up to a separator: `exp_2026_a`, `exp_2026_b` → `exp_2026_`. */
function commonPrefix(names: readonly string[]): string {
	let prefix = names.length > 1 ? names[0]! : '';
	for (const name of names) {
		while (!name.startsWith(prefix)) prefix = prefix.slice(0, -1);
	}

	let whole = '';
	for (const piece of (names[0] ?? '').split(between)) {
		if (whole.length + piece.length > prefix.length || !/[-_./= ]$/.test(piece)) break;
		whole += piece;
	}

	return whole;
}
