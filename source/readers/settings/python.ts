import type {Json} from '../json/loose.ts';
import {literalsIn, type Places} from './literal.ts';
import {afterExpression, readString} from './scan.ts';

const assignment = /([A-Za-z_]\w{0,80})[ \t]*(?::[ \t]*[\w.[\], |]{1,80}?)?[ \t]*=(?!=)/y;
const idle = /(?:[ \t\f]*(?:#[^\n]*)?\r?\n)*/y;
const mostNames = 2000;

/**
The values that a Python file gives to names at its top level: literals, dict(…), and names given
before. Everything else is kept as text, and what is indented is passed over. Nothing is run.
*/
export function pythonIn(text: string): {readonly value: Json; readonly places: Places} {
	const places: Places = new WeakMap();
	const known = new Map<string, Json>();
	const spots = new Map<string, number>();
	const literals = literalsIn(text, known, places);
	for (let at = afterIdle(text, 0); at < text.length && known.size < mostNames; ) {
		assignment.lastIndex = at;
		const [whole, name = ''] = assignment.exec(text) ?? [];
		let end = readString(text, at)?.[1] ?? at;
		if (whole !== undefined) {
			const [value, after] = literals.value(at + whole.length);
			end = after;
			if (!name.startsWith('__')) {
				known.set(name, value);
				spots.set(name, at);
			}
		}

		at = afterIdle(text, afterLine(text, end));
	}

	const value = Object.fromEntries(known);
	places.set(value, spots);
	return {value, places};
}

function afterIdle(text: string, at: number): number {
	if (at >= text.length) return text.length;
	idle.lastIndex = at;
	idle.exec(text);
	return idle.lastIndex;
}

/** The place behind the line that a place is in; brackets and strings hold lines together. */
function afterLine(text: string, at: number): number {
	let place = at;
	while (place < text.length && text[place] !== '\n') {
		if (text[place] === '#') {
			const end = text.indexOf('\n', place);
			place = end < 0 ? text.length : end;
		} else place = Math.max(place + 1, afterExpression(text, place));
	}

	return place + 1;
}
