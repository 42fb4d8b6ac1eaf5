import type {Json} from '../json/loose.ts';
import {afterExpression, afterSpace, readNumber, readString, words} from './scan.ts';

/** Values by name that a literal may refer to. */
export type Known = ReadonlyMap<string, Json>;

/** Where keys of objects stand: object → key → place in the text. */
export type Places = WeakMap<object, Map<string, number>>;

/** Reads literals of Python and JSON out of a text; what is none is kept as text. Nothing is run. */
export type Literals = {
	/** The value at a place, and the place behind it. */
	readonly value: (at: number) => readonly [value: Json, end: number];
	/** The names in a call whose bracket opens at a place; undefined where it is something else. */
	readonly call: (at: number) => readonly [value: Json, end: number] | undefined;
};

type Found = readonly [value: Json, end: number];
type Entries = Map<string, readonly [value: Json, place: number]>;

const deepest = 40;
/** Values that one text may come to, with all that it refers to again and again. */
const most = 20_000;
const calls = /^(?:dict|OrderedDict|ConfigDict|Config|EasyDict|edict|(?:Simple)?Namespace)$/;
const paths = /^(?:Posix|Windows|Pure)?Path$/;

/** A reader of the literals in a text; `printed`: calls with names are objects that a program printed. */
export function literalsIn(
	text: string,
	known: Known = new Map(),
	places?: Places,
	printed = false,
): Literals {
	let left = most;

	/** A value that is followed by the end of its expression; undefined where it is no literal. */
	const strict = (at: number, depth: number): Found | undefined => {
		if (depth > deepest || --left < 0) return undefined;
		const found = plain(at, depth);
		if (!found) return undefined;
		const next = text[afterSpace(text, found[1])];
		return next === undefined || ',)]}:\n\r#;'.includes(next) ? found : undefined;
	};
	const value = (at: number, depth: number): Found => {
		const start = afterSpace(text, at);
		const found = strict(start, depth);
		if (found) return found;
		const end = Math.max(start, afterExpression(text, start));
		return [text.slice(start, end).replace(/\s+/g, ' ').trim().slice(0, 500), end];
	};
	const plain = (at: number, depth: number): Found | undefined => {
		const char = text[at];
		if (char === undefined) return undefined;
		if (char === '[' || char === '(') return list(at, depth);
		if (char === '{') return braces(at, depth);
		if (char === '<') return member(at);
		return readString(text, at) ?? readNumber(text, at) ?? named(at, depth);
	};
	/** Goes through what stands between brackets, cut at commas; `take` tells where each ends. */
	const each = (at: number, close: string, take: (place: number) => number | undefined) => {
		let commas = 0;
		let place = afterLines(at + 1);
		while (text[place] !== close) {
			const end = take(place);
			if (end === undefined) return undefined;
			place = afterLines(end);
			if (text[place] === ',') {
				commas++;
				place = afterLines(place + 1);
			} else if (text[place] !== close) return undefined;
		}

		return {end: place + 1, commas};
	};
	/** `<IntervalStrategy.NO: 'no'>` stands for `'no'`. */
	const member = (at: number): Found | undefined => {
		enumeration.lastIndex = at;
		const [whole, , held] = enumeration.exec(text) ?? [];
		return whole === undefined || held === undefined ? undefined : [held, at + whole.length];
	};
	const list = (at: number, depth: number): Found | undefined => {
		const items: Json[] = [];
		const close = text[at] === '[' ? ']' : ')';
		const all = each(at, close, place => {
			const found = strict(place, depth + 1);
			if (found) items.push(found[0]);
			return found?.[1];
		});
		const bracketed = close === ')' && all?.commas === 0 && items.length === 1;
		return all && [bracketed ? items[0]! : items, all.end];
	};
	const braces = (at: number, depth: number): Found | undefined => {
		const entries: Entries = new Map();
		const set: Json[] = [];
		const all = each(at, '}', place => {
			const key = strict(place, depth + 1);
			if (!key) return undefined;
			const colon = afterLines(key[1]);
			if (text[colon] !== ':') {
				set.push(key[0]);
				return colon;
			}

			const [held, end] = value(afterLines(colon + 1), depth + 1);
			entries.set(String(key[0]), [held, place]);
			return end;
		});
		return all && [set.length > 0 ? set : finished(entries), all.end];
	};
	const named = (at: number, depth: number): Found | undefined => {
		const name = wordAt(at);
		if (name === '') return undefined;
		const end = at + name.length;
		if (Object.hasOwn(words, name)) return [words[name]!, end];
		if (text[end] === '(') return called(name, end, depth);
		const before = known.get(name);
		if (before === undefined) return undefined;
		left -= sizeOf(before);
		return left < 0 ? undefined : [before, end];
	};
	const called = (name: string, at: number, depth: number): Found | undefined => {
		if (calls.test(name)) return keywords(at, depth);
		const object = printed ? keywords(at, depth + 1) : undefined;
		return object ?? converted(name, list(at, depth));
	};
	const converted = (name: string, held: Found | undefined): Found | undefined => {
		if (!held || typeof held[0] !== 'string') return undefined;
		if (name === 'float') return [wordNumber(held[0]), held[1]];
		return paths.test(name) ? held : undefined;
	};
	const keywords = (at: number, depth: number): Found | undefined => {
		const entries: Entries = new Map();
		const all = each(at, ')', place =>
			text.startsWith('**', place)
				? spreadInto(entries, place, depth)
				: keywordInto(entries, place, depth),
		);
		return all && [finished(entries), all.end];
	};
	const spreadInto = (entries: Entries, at: number, depth: number) => {
		const more = strict(at + 2, depth + 1);
		if (!more || typeof more[0] !== 'object' || more[0] === null) return undefined;
		for (const [key, held] of Object.entries(more[0])) entries.set(key, [held, at]);
		return more[1];
	};
	const keywordInto = (entries: Entries, at: number, depth: number) => {
		const key = wordAt(at);
		const equals = afterLines(at + key.length);
		if (key === '' || text[equals] !== '=' || depth > deepest) return undefined;
		const [held, end] = value(afterLines(equals + 1), depth + 1);
		entries.set(key, [held, at]);
		return end;
	};
	/** Own properties only, whatever their names. */
	const finished = (entries: Entries): Json => {
		const named = [...entries].filter(([key]) => key !== '__proto__');
		const made = Object.fromEntries(named.map(([key, [held]]) => [key, held]));
		places?.set(made, new Map(named.map(([key, [, place]]) => [key, place])));
		return made;
	};
	const afterLines = (at: number) => afterSpace(text, at, true);
	const wordAt = (at: number) => {
		word.lastIndex = at;
		return word.exec(text)?.[0] ?? '';
	};
	return {
		value: at => value(at, 0),
		call: at => keywords(at, 0),
	};
}

const enumeration = /<[\w.]{1,80}: (['"])([^'"\n]{0,80})\1>/y;
const word = /[A-Za-z_]\w{0,80}/y;

function sizeOf(value: Json): number {
	if (typeof value !== 'object' || value === null) return 1;
	let size = 1;
	for (const inner of Object.values(value)) size += sizeOf(inner);
	return size;
}

function wordNumber(text: string): number {
	const [, minus, name] = /^([-+]?)(inf(?:inity)?|nan)$/i.exec(text) ?? [];
	if (name === undefined) return Number(text);
	if (/nan/i.test(name)) return Number.NaN;
	return minus === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
