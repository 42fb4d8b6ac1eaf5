import stringWidth from 'string-width';

const ascii = /^[\x20-\x7e]*$/;

/**
Stretches of characters whose width no neighbour can change (from, to, columns): Latin, arrows,
frames, blocks, signs, braille, Han. A test holds them against the full rules.
*/
const plain: ReadonlyArray<readonly [from: number, to: number, columns: 1 | 2]> = [
	[0x20, 0x7f, 1],
	[0xa1, 0xa9, 1],
	[0xaa, 0xad, 1],
	[0xaf, 0x300, 1],
	[0x2010, 0x2028, 1],
	[0x2190, 0x231a, 1],
	[0x231c, 0x2329, 1],
	[0x232b, 0x23e9, 1],
	[0x2500, 0x25fd, 1],
	[0x25ff, 0x2614, 1],
	[0x2616, 0x2630, 1],
	[0x270c, 0x2728, 1],
	[0x2800, 0x2900, 1],
];
const columnsOf = new Uint8Array(0x2900);
for (const [from, to, columns] of plain) columnsOf.fill(columns, from, to);

/** Columns of one UTF-16 unit; 0 where only the full rules can tell. */
export function plainWidth(code: number): number {
	return code < 0x2900 ? columnsOf[code]! : code >= 0x4e00 && code < 0xa000 ? 2 : 0;
}

/** Columns that text takes on a terminal: `'损失 0.1'` → 8. */
export function widthOf(text: string): number {
	if (ascii.test(text)) return text.length;
	let width = 0;
	for (let index = 0; index < text.length; index++) {
		const columns = plainWidth(text.charCodeAt(index));
		if (columns === 0) return stringWidth(text);
		width += columns;
	}

	return width;
}

let segmenter: Intl.Segmenter | undefined;

/** Characters as a reader sees them; a bound keeps an absurd text from costing time. */
function graphemes(text: string): readonly string[] {
	if (ascii.test(text)) return [...text];
	segmenter ??= new Intl.Segmenter();
	return Array.from(segmenter.segment(text), ({segment}) => segment);
}

/** The longest beginning of `characters` that fits. */
function take(characters: readonly string[], columns: number): string {
	let text = '';
	let left = columns;
	for (const character of characters) {
		left -= widthOf(character);
		if (left < 0) break;
		text += character;
	}

	return text;
}

const longest = 4096;

/** Cuts at the end: `('exp_2026', 5)` → `exp_…`. */
export function cutEnd(text: string, columns: number, ellipsis = '…'): string {
	if (columns <= 0) return '';
	const short = text.length > longest ? text.slice(0, longest) : text;
	if (short === text && widthOf(text) <= columns) return text;
	if (columns <= ellipsis.length) return ellipsis.slice(0, columns);
	if (ascii.test(short)) return short.slice(0, columns - ellipsis.length) + ellipsis;
	return take(graphemes(short), columns - ellipsis.length) + ellipsis;
}

/** Cuts in the middle: `('exp_20260105_143022', 11)` → `exp_2…43022`. */
export function cutMiddle(text: string, columns: number, ellipsis = '…'): string {
	if (columns < 4 || widthOf(text) <= columns) return cutEnd(text, columns, ellipsis);
	const room = columns - ellipsis.length;
	const head = take(graphemes(text.slice(0, longest)), Math.ceil(room / 2));
	const tail = graphemes(text.slice(-longest)).toReversed();
	let end = '';
	let left = room - widthOf(head);
	for (const character of tail) {
		left -= widthOf(character);
		if (left < 0) break;
		end = character + end;
	}

	return head + ellipsis + end;
}

const sequences =
	// CSI, OSC and other strings up to their end, other escapes.
	/(?:\x1b\[|\x9b)[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)|\x1b[\x20-\x2f]*[\x30-\x7e]/g;
const controls = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]/g;
/** Joiners, selectors, direction marks, tags: invisible, and terminals disagree about their width. */
const invisible =
	/\p{Default_Ignorable_Code_Point}|\p{Emoji_Modifier}|\p{Bidi_Control}|[\u20e3\ufff0-\uffff]/gu;
const flags = /[\u{1f1e6}-\u{1f1ff}]/gu;
const tabStop = 8;

/**
Makes foreign text harmless and its width certain: escape sequences go, other control bytes become
`·`, tabs become spaces, invisible characters go, lone combining marks and surrogates go.
*/
export function clean(text: string): string {
	if (ascii.test(text)) return text;
	const printable = text
		.toWellFormed()
		.replace(sequences, '')
		.replace(/[\n\v\f]/g, ' ')
		.replace(controls, '·')
		.replace(invisible, '')
		.replace(flags, flag => String.fromCharCode(65 + flag.codePointAt(0)! - 0x1f1e6))
		.normalize('NFC')
		.replace(/^\p{M}+/u, '');
	return printable.includes('\t') ? expandTabs(printable) : printable;
}

function expandTabs(text: string): string {
	let result = '';
	for (const [index, part] of text.split('\t').entries()) {
		if (index > 0) result += ' '.repeat(tabStop - (widthOf(result) % tabStop));
		result += part.replace(/^\p{M}+/u, '');
	}

	return result;
}
