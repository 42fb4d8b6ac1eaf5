import type {Fact} from '../../core/event.ts';
import type {SettingsTold} from '../../core/settings.ts';
import {isObject, type Json} from '../json/loose.ts';
import type {Places} from './literal.ts';

const most = 2000;
const deepest = 20;
const longest = 500;

/** `{model: {depth: 3}, gpus: [0, 1]}` → `model.depth` 3, `gpus` `[0,1]`, each with its line where places are known. */
export function toldOf(
	value: Json,
	places: Places,
	lineAt: (place: number) => number,
): SettingsTold {
	const values: Record<string, Fact> = {};
	const lines: Record<string, number> = {};
	let count = 0;
	const add = (name: string, held: Json, place: number | undefined) => {
		if (held === null || name === '__proto__' || count >= most) return;
		count++;
		values[name] = typeof held === 'object' ? shortText(held) : held;
		if (place !== undefined) lines[name] = lineAt(place);
	};
	// An anchor of YAML may hold itself.
	const around = new Set<Json>();
	const visit = (object: {readonly [name: string]: Json}, above: string, depth: number) => {
		around.add(object);
		const spots = places.get(object);
		for (const [key, held] of Object.entries(object)) {
			if (count >= most) return;
			const name = above + key;
			if (around.has(held)) continue;
			if (depth < deepest && holdsMore(held)) visit(held, `${name}.`, depth + 1);
			else add(name, held, spots?.get(key));
		}

		around.delete(object);
	};
	if (isObject(value)) visit(value, '', 0);
	return {values, lines, trouble: null};
}

function holdsMore(held: Json): held is {readonly [name: string]: Json} {
	return isObject(held) && Object.keys(held).length > 0;
}

/** The beginning of a value as JSON: an anchor that holds itself has no end. */
function shortText(value: Json): string {
	let text = '';
	for (const piece of piecesOf(value, 0)) {
		text += piece;
		if (text.length > longest) break;
	}

	return text.slice(0, longest);
}

function* piecesOf(value: Json, depth: number): Generator<string> {
	if (typeof value !== 'object' || value === null) {
		yield JSON.stringify(value);
		return;
	}

	const isList = Array.isArray(value);
	yield isList ? '[' : '{';
	let comma = '';
	for (const [name, inner] of depth > deepest ? [] : Object.entries(value)) {
		yield isList ? comma : `${comma}${JSON.stringify(name)}:`;
		yield* piecesOf(inner, depth + 1);
		comma = ',';
	}

	yield isList ? ']' : '}';
}

/** Tells the 1-based line that a place of a text is in. */
export function lineCounter(text: string, first = 1): (place: number) => number {
	const starts = [0];
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return place => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (starts[middle]! <= place) low = middle;
			else high = middle - 1;
		}

		return low + first;
	};
}
