/** A line of a log without its colours and what a logger puts before it. */
export type LogLine = {
	/** 1-based. */
	readonly line: number;
	/** As it stands in the log. */
	readonly raw: string;
	readonly text: string;
	/** A logger put a time or a level before it. */
	readonly led: boolean;
};

const mostLines = 6000;
/** Characters that are parsed as settings, of one dump and of all that may be one. */
const mostCharacters = 40_000;
const mostOfAll = 120_000;
const longest = 8000;
const rank = /^(?: *\d+: )?(?:\[(?:default|rank)\d+\]: ?)?/;
const time = /^\[?(?:\d{4}[-/])?\d{2}[-/]\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d+)?(?: [\w.]+)?\]?:?/;
const level =
	/^(?:[\s|\][-]*(?:[\w.]+[\s|-]+)?)\[?(?:DEBUG|INFO|WARNING|ERROR)\s*\]?(?:[ |-]*[\w.<>]+:[\w.<>]+:\d+)?(?: - |[:\t] ?| ?\| | )?/;

/** The lines of a log's beginning, the text of each as the program printed it. */
export function logLines(text: string): readonly LogLine[] {
	return text.split(/\r?\n|\r/, mostLines).map((raw, index) => lineOf(raw, index + 1));
}

/** Most lines are asked for nothing but what stands in the log. */
function lineOf(raw: string, line: number): LogLine {
	let told: Pick<LogLine, 'text' | 'led'> | undefined;
	const bared = () => {
		told ??= bare(harmless(raw.slice(0, longest)));
		return told;
	};
	return {
		line,
		raw,
		get text() {
			return bared().text;
		},
		get led() {
			return bared().led;
		},
	};
}

function harmless(text: string): string {
	return text
		.replace(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, '')
		.replace(/[\u0000-\u0008\u000b-\u001f]/g, '');
}

function bare(text: string): Pick<LogLine, 'text' | 'led'> {
	const start = rank.exec(text)?.[0].length ?? 0;
	const after = text.slice(start);
	const [stamp = ''] = time.exec(after) ?? [];
	const rest = after.slice(stamp.length);
	const [word = ''] = level.exec(rest) ?? [];
	const led = stamp !== '' || word !== '';
	return {
		text: word === '' ? rest.replace(stamp === '' ? /^$/ : /^ /, '') : rest.slice(word.length),
		led,
	};
}

/** What may still be spent on parsing: a log full of headings comes to an end. */
export type Budget = {characters: number};

/** The budget of one log. */
export function freshBudget(): Budget {
	return {characters: mostOfAll};
}

/** Lines from an index on, without a logger's word after the first, up to one that `isOver` says; empty when the budget is spent. */
export function textFrom(
	lines: readonly LogLine[],
	from: number,
	budget: Budget,
	isOver: (text: string) => boolean = () => false,
): {readonly text: string; readonly end: number} {
	let end = from;
	let characters = 0;
	for (; end < lines.length && characters < mostCharacters; end++) {
		if (end > from && (lines[end]!.led || isOver(lines[end]!.text))) break;
		characters += lines[end]!.text.length + 1;
	}

	// What is nothing costs something, too.
	budget.characters -= characters + 200;
	if (budget.characters < 0) return {text: '', end: from};
	const text = lines
		.slice(from, end)
		.map(line => line.text)
		.join('\n');
	return {text, end};
}
