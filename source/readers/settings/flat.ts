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
		values[name] = typeof held === 'object' ? JSON.stringify(held).slice(0, longest) : held;
		if (place !== undefined) lines[name] = lineAt(place);
	};
	const visit = (object: {readonly [name: string]: Json}, above: string, depth: number) => {
		const spots = places.get(object);
		for (const [key, held] of Object.entries(object)) {
			if (count >= most) return;
			const name = above === '' ? key : `${above}.${key}`;
			if (isObject(held) && Object.keys(held).length > 0 && depth < deepest)
				visit(held, name, depth + 1);
			else add(name, held, spots?.get(key));
		}
	};
	if (isObject(value)) visit(value, '', 0);
	return {values, lines, trouble: null};
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
