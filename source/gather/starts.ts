import {hasUnusualGroup} from './literal.ts';

/** The characters that a text may begin with: those below 128 as bits, and whether any beyond may. */
export type Starts = {readonly bits: Uint32Array; beyond: boolean};

type Cursor = {readonly source: string; at: number};
/** Sure: one of the characters is taken; empty: it may be that nothing is; any: nothing can be said. */
type Outcome = 'sure' | 'empty' | 'any';

/**
What every text that an expression matches begins with, where the expression is bound to the beginning:
`/^\s*Epoch/` → blanks and `E`; null where that is not sure. Most expressions of other frameworks need
not be tried, and so not be compiled.
*/
export function startsOf({source, flags}: RegExp): Starts | null {
	// Beyond ASCII letters have other cases within it: `/\u212a/iu` is a `k`.
	const plain = !flags.includes('v') && !(flags.includes('i') && /[^\0-\x7f]|\\u/.test(source));
	if (!plain || flags.includes('m') || hasUnusualGroup(source)) return null;
	const starts = none();
	for (const cursor = {source, at: 0}; cursor.at <= source.length; cursor.at++) {
		if (source[cursor.at] !== '^') return null;
		if (sequence(cursor, starts) !== 'sure') return null;
	}

	if (flags.includes('i')) foldCase(starts);
	// With `u` as well, `K` of the Kelvin is a `k`.
	starts.beyond ||= flags.includes('i') && flags.includes('u');
	return starts;
}

/** Whether a text begins with one of these characters. */
export function mayStart(text: string, starts: Starts): boolean {
	const letter = text.charCodeAt(0);
	return letter < 128 ? has(starts, letter) : letter >= 128 && starts.beyond;
}

function none(): Starts {
	return {bits: new Uint32Array(4), beyond: false};
}

function has({bits}: Starts, letter: number): boolean {
	return ((bits[letter >> 5]! >>> (letter & 31)) & 1) === 1;
}

function add(starts: Starts, letter: number): void {
	if (letter < 128) starts.bits[letter >> 5]! |= 1 << (letter & 31);
	else starts.beyond = true;
}

function addAll(starts: Starts, {bits, beyond}: Starts): void {
	for (const [index, some] of bits.entries()) starts.bits[index]! |= some;
	starts.beyond ||= beyond;
}

function foldCase(starts: Starts): void {
	for (let small = 97; small <= 122; small++) {
		if (has(starts, small)) add(starts, small - 32);
		else if (has(starts, small - 32)) add(starts, small);
	}
}

/** Up to the closing bracket of a group, or the end. */
function alternatives(cursor: Cursor, starts: Starts): Outcome {
	const outcomes = [sequence(cursor, starts)];
	while (cursor.source[cursor.at] === '|') {
		cursor.at++;
		outcomes.push(sequence(cursor, starts));
	}

	if (outcomes.includes('any')) return 'any';
	return outcomes.includes('empty') ? 'empty' : 'sure';
}

function sequence(cursor: Cursor, starts: Starts): Outcome {
	let outcome: Outcome = 'empty';
	while (outcome === 'empty' && !ends(cursor)) outcome = one(cursor, starts);
	pass(cursor);
	return outcome;
}

function ends({source, at}: Cursor): boolean {
	return at >= source.length || source[at] === '|' || source[at] === ')';
}

const token =
	/\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<\w+>|.)|\[(?:[^\\\]]|\\.)*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|./sy;

function next(cursor: Cursor): string {
	token.lastIndex = cursor.at;
	const text = token.exec(cursor.source)?.[0] ?? '';
	cursor.at += text.length;
	return text;
}

/** Goes on to the next `|` or `)` that belongs to no group within. */
function pass(cursor: Cursor): void {
	for (let depth = 0; cursor.at < cursor.source.length && (depth > 0 || !ends(cursor)); ) {
		const text = next(cursor);
		if (text.startsWith('(')) depth++;
		else if (text === ')') depth--;
	}
}

const optional = /(?:[?*]|\{0)/y;
const quantified = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y;

function isOptional({source, at}: Cursor): boolean {
	optional.lastIndex = at;
	return optional.test(source);
}

/** One character, choice of characters or group, with its quantifier. */
function one(cursor: Cursor, starts: Starts): Outcome {
	const text = next(cursor);
	const taken = text.startsWith('(') ? group(text, cursor, starts) : atom(text, starts);
	const outcome = taken === 'sure' && isOptional(cursor) ? 'empty' : taken;
	quantified.lastIndex = cursor.at;
	if (quantified.test(cursor.source)) cursor.at = quantified.lastIndex;
	return outcome;
}

/** What only looks ahead tells what comes next as well, if it is sure. */
function group(begin: string, cursor: Cursor, starts: Starts): Outcome {
	const looks = /[=!]$/.test(begin);
	const inner = looks ? none() : starts;
	const outcome = alternatives(cursor, inner);
	cursor.at++;
	if (!looks) return outcome;
	if (begin !== '(?=' || outcome !== 'sure') return 'empty';
	addAll(starts, inner);
	return 'sure';
}

function atom(text: string, starts: Starts): Outcome {
	if (text === '^' || text === '$' || text === '\\b' || text === '\\B') return 'empty';
	const letters = text.startsWith('[') ? choice(text) : single(text);
	if (letters) addAll(starts, letters);
	return letters ? 'sure' : 'any';
}

/** `[a-z\d_]`, `[^|]`; undefined where it holds what is not told apart here. */
function choice(text: string): Starts | undefined {
	const negated = text[1] === '^';
	const letters = none();
	const cursor = {source: text.slice(0, -1), at: negated ? 2 : 1};
	while (cursor.at < cursor.source.length) {
		const first = next(cursor);
		const more = first === '[' ? of('[') : single(first);
		if (!more) return undefined;
		const ranges = cursor.source[cursor.at] === '-' && cursor.at + 1 < cursor.source.length;
		if (!ranges) {
			addAll(letters, more);
			continue;
		}

		cursor.at++;
		const [from, to] = [codeOf(first), codeOf(next(cursor))];
		if (from === undefined || to === undefined) return undefined;
		for (let letter = from; letter <= Math.min(to, 127); letter++) add(letters, letter);
		letters.beyond ||= to > 127;
	}

	return negated ? inverse(letters) : letters;
}

function inverse({bits}: Starts): Starts {
	return {bits: bits.map(some => ~some), beyond: true};
}

const escapes: Readonly<Record<string, string>> = {
	t: '\t',
	n: '\n',
	r: '\r',
	f: '\f',
	v: '\v',
	0: '\0',
};

/** The character that a letter or an escape stands for. */
function codeOf(text: string): number | undefined {
	if (!text.startsWith('\\')) return text.codePointAt(0);
	const mark = text[1] ?? '';
	if (mark === 'x' || mark === 'u') return Number.parseInt(text.slice(2).replace(/[{}]/g, ''), 16);
	return escapes[mark]?.codePointAt(0) ?? (/[\w]/.test(mark) ? undefined : mark.codePointAt(0));
}

const digits = '0123456789';
const blanks = '\t\n\v\f\r ';
const words = `${digits}ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz`;

function of(letters: string, beyond = false): Starts {
	const starts = none();
	for (let index = 0; index < letters.length; index++) add(starts, letters.charCodeAt(index));
	starts.beyond ||= beyond;
	return starts;
}

/** One letter or escape; undefined where it may be anything. */
function single(text: string): Starts | undefined {
	if (text === '.') return undefined;
	if (text === '\\d') return of(digits);
	if (text === '\\w') return of(words);
	if (text === '\\s') return of(blanks, true);
	if (text === '\\D') return inverse(of(digits));
	if (text === '\\W') return inverse(of(words));
	if (text === '\\S') return inverse(of(blanks));
	const code = codeOf(text);
	return code === undefined || Number.isNaN(code) ? undefined : ofCode(code);
}

function ofCode(code: number): Starts {
	const starts = none();
	add(starts, code);
	return starts;
}
