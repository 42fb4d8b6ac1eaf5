/** Exit codes of the program. */
export const exits = {
	fine: 0,
	warning: 1,
	critical: 2,
	usage: 3,
	bug: 70,
	interrupted: 130,
} as const;

/** What went wrong through no fault of ours, said to a person: what, where, and what to do about it. */
export class Complaint extends Error {
	readonly where: string;
	readonly help: string;

	constructor(what: string, {where, help}: {readonly where: string; readonly help: string}) {
		super(what);
		this.name = 'Complaint';
		this.where = where;
		this.help = help;
	}
}

/** A complaint as three lines that cannot control the terminal, whatever a file is called. */
export function threeLines(complaint: Complaint): string {
	const {message, where, help} = complaint;
	return `watchexp: ${printable(message)}\n   where: ${printable(where)}\n     try: ${printable(help)}\n`;
}

/** `a\x1b[2Jb` → `a\x1b[2Jb` spelt out: control characters become visible. */
export function printable(text: string): string {
	return text.replace(
		/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu,
		character => `\\u{${character.codePointAt(0)!.toString(16)}}`,
	);
}
