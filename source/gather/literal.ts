/** Literals of at least this length are worth looking for. */
const shortest = 2;

/** One of these is held: the longer the shortest of them, the less often by chance. */
type Choice = readonly string[];

/**
Texts of which every match of an expression holds one, case aside where the expression sets it aside;
none where nothing is sure: `/^epoch\s+(?<epoch>\d+), loss/` → `, loss`; `/^(?:Saved|Loaded): /` →
`Saved`, `Loaded`. Looking for them is cheaper than trying the expression, and spares compiling those of
other frameworks.
*/
export function literalsOf({source}: RegExp): Choice {
	if (hasUnusualGroup(source)) return [];
	return surest(choices({source, at: 0})) ?? [];
}

/** Whether some group may set flags of its own, `(?i:epoch)`, or has a name beyond ASCII: what it matches is not told apart. */
export function hasUnusualGroup(source: string): boolean {
	return /(?<=(?:^|[^\\])(?:\\\\)*)\(\?(?![:=!]|<[=!]|<\w+>)/.test(source);
}

type Cursor = {readonly source: string; at: number};

/** What is sure of an expression, or of a group up to its closing bracket. */
function choices(cursor: Cursor): readonly Choice[] {
	const first = sequence(cursor);
	if (cursor.source[cursor.at] !== '|') return first;
	const branches = [surest(first)];
	while (cursor.source[cursor.at] === '|') {
		cursor.at++;
		branches.push(surest(sequence(cursor)));
	}

	const all = branches.flatMap(branch => branch ?? []);
	return branches.includes(undefined) || all.length > mostBranches ? [] : [all];
}

const mostBranches = 24;

function surest(all: readonly Choice[]): Choice | undefined {
	let best: Choice | undefined;
	let length = shortest - 1;
	for (const choice of all) {
		const least = choice.length === 1 ? choice[0]!.length : shortestOf(choice);
		if (least < length || (least === length && !(best && choice.length < best.length))) continue;
		best = choice;
		length = least;
	}

	return best;
}

function shortestOf(choice: Choice): number {
	return choice.reduce((least, {length}) => Math.min(least, length), Number.POSITIVE_INFINITY);
}

/** Collects what is sure of one sequence, up to a `|`, its closing bracket or the end. */
function sequence(cursor: Cursor): readonly Choice[] {
	const {source} = cursor;
	const runs = [''];
	const groups: Choice[] = [];
	while (cursor.at < source.length && source[cursor.at] !== ')' && source[cursor.at] !== '|') {
		if (source[cursor.at] === '(') {
			groups.push(...group(cursor));
			runs.push('');
		} else one(cursor, runs);
	}

	return [...runs.filter(({length}) => length >= shortest).map(run => [run]), ...groups];
}

/** Letters that stand for themselves, but for one that a quantifier follows. */
const plain = /[^\\^$.|?*+()[\]{}]+(?![?*+{])/y;

/** One atom with its quantifier, or letters without: it goes on with the last run, or ends it. */
function one(cursor: Cursor, runs: string[]): void {
	plain.lastIndex = cursor.at;
	const letters = plain.exec(cursor.source);
	if (letters) {
		cursor.at = plain.lastIndex;
		runs[runs.length - 1] += letters[0];
		return;
	}

	const literal = atom(cursor);
	const {least, most} = quantifier(cursor);
	if (literal === '') return;
	if (literal !== null && least > 0) runs[runs.length - 1] += literal;
	if (literal === null || least === 0 || most !== 1) runs.push('');
}

/** Passes a group; what it holds is sure only if it is taken. */
function group(cursor: Cursor): readonly Choice[] {
	const {source} = cursor;
	const kind =
		source[cursor.at + 1] === '?'
			? (/^\(\?(?:[:=!]|<[=!]|<\w+>)/.exec(source.slice(cursor.at))?.[0] ?? '(')
			: '(';
	cursor.at += kind.length;
	const inner = choices(cursor);
	cursor.at++;
	const {least} = quantifier(cursor);
	const taken = least > 0 && !kind.endsWith('!') && !kind.startsWith('(?<=');
	return taken ? inner : [];
}

/** The literal text of one atom; null where it is none, empty where it takes no room. */
function atom(cursor: Cursor): string | null {
	const {source} = cursor;
	const letter = source[cursor.at++]!;
	if (letter === '^' || letter === '$') return '';
	if (letter === '.') return null;
	if (letter === '[') return letters(cursor);
	return letter === '\\' ? escaped(cursor) : letter;
}

/** The rest of a choice of letters. */
const choice = /(?:[^\\\]]|\\.)*\]?/y;

/** A choice of letters: none is sure. */
function letters(cursor: Cursor): null {
	choice.lastIndex = cursor.at;
	choice.exec(cursor.source);
	cursor.at = choice.lastIndex;
	return null;
}

function escaped(cursor: Cursor): string | null {
	const {source} = cursor;
	const mark = source[cursor.at++] ?? '';
	if (mark === 'b' || mark === 'B') return '';
	if (mark === 't') return '\t';
	if (!/[a-zA-Z0-9]/.test(mark)) return mark;
	// `\p{L}`, `\k<name>`, `\u{1f600}`: what belongs to the escape goes with it.
	const rest = /^(?:\{[^}]*\}|<[^>]*>|(?<=u)[\da-fA-F]{4}|(?<=x)[\da-fA-F]{2})/.exec(
		source.slice(cursor.at),
	);
	cursor.at += rest?.[0].length ?? (mark === 'u' ? 4 : mark === 'x' ? 2 : 0);
	return null;
}

const once = {least: 1, most: 1};

function quantifier(cursor: Cursor): {readonly least: number; readonly most: number} {
	// Most atoms have none, and looking for one takes longer than all else.
	if (!'?*+{'.includes(cursor.source[cursor.at] ?? ' ')) return once;
	const match = /^(?:[?*+]|\{(\d+)(,(\d*))?\})\??/.exec(cursor.source.slice(cursor.at));
	if (!match) return once;
	cursor.at += match[0].length;
	const sign = match[0][0]!;
	if (sign === '{') return {least: Number(match[1]), most: match[2] ? Infinity : Number(match[1])};
	return sign === '+' ? {least: 1, most: Infinity} : {least: 0, most: sign === '?' ? 1 : Infinity};
}
