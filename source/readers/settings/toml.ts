import type {Json} from '../json/loose.ts';
import {literalsIn, type Places} from './literal.ts';
import {afterSpace, readString} from './scan.ts';

const table = /^\[(\[)?([^[\]]{1,400})\]\]?[ \t]*(?:#.*)?$/;
const pair = /^((?:[\w-]+|"[^"]*"|'[^']*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"]*"|'[^']*'))*)[ \t]*=/;
const part = /[\w-]+|"([^"]*)"|'([^']*)'/g;
const moment = /\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[-+]\d\d:\d\d)?)?/y;
const plain = /'([^'\n]*)'(?!')/y;
const keyed = /((?:[\w-]+|"[^"]*"|'[^']*'))[ \t]*=/y;
const mostPairs = 5000;
const deepest = 20;

/** The settings in a TOML text and where their names stand; lines that are none are passed over. */
export function tomlIn(text: string): {readonly value: Json; readonly places: Places} {
	const places: Places = new WeakMap();
	const values = valuesIn(text, places);
	const all = objectAt(places);
	let here = all;
	let left = mostPairs;
	for (let at = 0; at < text.length && --left > 0; ) {
		const start = afterSpace(text, at);
		const end = endOfLine(text, start);
		const line = text.slice(start, end).trimEnd();
		const [, many, name] = table.exec(line) ?? [];
		const [whole, key] = pair.exec(line) ?? [];
		at = end + 1;
		if (name !== undefined) here = opened(all, partsOf(name), many !== undefined, start, places);
		else if (whole !== undefined && key !== undefined) {
			const [value, after] = values(start + whole.length, 0);
			at = endOfLine(text, after) + 1;
			const parts = partsOf(key);
			const held = opened(here, parts.slice(0, -1), false, start, places);
			put(held, parts.at(-1)!, value, start, places);
		}
	}

	return {value: all, places};
}

type Values = (at: number, depth: number) => readonly [value: Json, end: number];

/** Reads values: times stay text, `{a = 1}` is an object, the rest is written as in Python. */
function valuesIn(text: string, places: Places): Values {
	const literals = literalsIn(text, new Map(), places);
	const braces = (at: number, depth: number): ReturnType<Values> | undefined => {
		const held = objectAt(places);
		let place = afterSpace(text, at + 1, true);
		while (text[place] !== '}') {
			keyed.lastIndex = place;
			const [whole, key] = keyed.exec(text) ?? [];
			if (whole === undefined || key === undefined || depth > deepest) return undefined;
			const [value, end] = read(place + whole.length, depth + 1);
			put(held, partsOf(key)[0]!, value, place, places);
			place = afterSpace(text, end, true);
			if (text[place] === ',') place = afterSpace(text, place + 1, true);
			else if (text[place] !== '}') return undefined;
		}

		return [held, place + 1];
	};
	const read: Values = (at, depth) => {
		const start = afterSpace(text, at);
		moment.lastIndex = start;
		plain.lastIndex = start;
		const [time] = moment.exec(text) ?? [];
		if (time !== undefined) return [time, start + time.length];
		const [quoted, inside] = plain.exec(text) ?? [];
		if (quoted !== undefined) return [inside!, start + quoted.length];
		const object = text[start] === '{' ? braces(start, depth) : undefined;
		return object ?? readString(text, start) ?? literals.value(start);
	};
	return read;
}

type Held = Record<string, Json>;

function objectAt(places: Places): Held {
	const made: Held = Object.create(null) as Held;
	places.set(made, new Map());
	return made;
}

function put(held: Held, name: string, value: Json, place: number, places: Places): void {
	held[name] = value;
	places.get(held)?.set(name, place);
}

/** The object that a table's name stands for; each `[[name]]` is one more of a list. */
function opened(
	from: Held,
	parts: readonly string[],
	many: boolean,
	place: number,
	places: Places,
): Held {
	const above = many ? parts.slice(0, -1) : parts;
	let held = from;
	for (const name of above.slice(0, deepest)) {
		const there = held[name];
		const inner = Array.isArray(there) ? there.at(-1) : there;
		const next = isHeld(inner, places) ? inner : objectAt(places);
		if (next !== inner) put(held, name, next, place, places);
		held = next;
	}

	return many ? added(held, parts.at(-1) ?? '', place, places) : held;
}

function added(held: Held, name: string, place: number, places: Places): Held {
	const there = held[name];
	const made = objectAt(places);
	if (Array.isArray(there)) there.push(made);
	else put(held, name, [made], place, places);
	return made;
}

function isHeld(value: Json | undefined, places: Places): value is Held {
	return typeof value === 'object' && value !== null && places.has(value);
}

function partsOf(name: string): readonly string[] {
	return [...name.matchAll(part)].map(([whole, double, single]) => double ?? single ?? whole);
}

function endOfLine(text: string, at: number): number {
	const end = text.indexOf('\n', at);
	return end < 0 ? text.length : end;
}
