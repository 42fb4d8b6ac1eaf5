/** Exit codes of the program. */
export const exits = {
	fine: 0,
	warning: 1,
	critical: 2,
	usage: 3,
	bug: 70,
	interrupted: 130,
} as const;

/** A text and a place in it, to be shown with a caret under the place. */
export type Quote = {readonly text: string; readonly at: number};

/** What went wrong through no fault of ours, said to a person: what, where, and what to do about it. */
export class Complaint extends Error {
	readonly where: string;
	readonly help: string;
	/** A text that is meant, and the place in it. */
	readonly quote: Quote | undefined;

	constructor(
		what: string,
		{
			where,
			help,
			quote,
		}: {readonly where: string; readonly help: string; readonly quote?: Quote | undefined},
	) {
		super(what);
		this.name = 'Complaint';
		this.where = where;
		this.help = help;
		this.quote = quote;
	}
}

/** A complaint as three lines that cannot control the terminal, whatever a file is called; with a quote five. */
export function threeLines(complaint: Complaint): string {
	const {message, where, help, quote} = complaint;
	const quoted = quote ? caretLines(quote) : '';
	return `watchexp: ${printable(message)}\n   where: ${printable(where)}\n${quoted}     try: ${printable(help)}\n`;
}

/** Characters shown before and after the place. */
const around = 60;

/** The text around the place, and a caret below it. */
function caretLines({text, at}: Quote): string {
	const before = printable(`${at > around ? '…' : ''}${text.slice(Math.max(0, at - around), at)}`);
	const after = printable(text.slice(at, at + around));
	const more = at + around < text.length ? '…' : '';
	// Chinese and other wide characters take two columns.
	const space = before.replace(
		/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g,
		'  ',
	);
	return `          ${before}${after}${more}\n          ${space.replace(/./gu, ' ')}^\n`;
}

/** `a\x1b[2Jb` → `a\x1b[2Jb` spelt out: control characters become visible. */
export function printable(text: string): string {
	return text.replace(
		/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu,
		character => `\\u{${character.codePointAt(0)!.toString(16)}}`,
	);
}
