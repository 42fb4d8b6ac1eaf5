/** A value of JSON as Python writes it. */
export type Json =
	| null
	| boolean
	| number
	| string
	| readonly Json[]
	| {readonly [name: string]: Json};

const bare = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;
const names: Readonly<Record<string, number>> = {
	NaN: Number.NaN,
	'-NaN': Number.NaN,
	Infinity: Number.POSITIVE_INFINITY,
	'-Infinity': Number.NEGATIVE_INFINITY,
};
const mark = '\u0000number ';

/** Reads JSON in which Python left bare `NaN` and `Infinity`; undefined when it is none even so. */
export function looseJson(text: string): Json | undefined {
	try {
		return JSON.parse(text);
	} catch {
		if (!/NaN|Infinity/.test(text)) return undefined;
	}

	const quoted = text.replace(bare, token => (token in names ? `"\\u0000number ${token}"` : token));
	try {
		return JSON.parse(quoted, (_name, value) =>
			typeof value === 'string' && value.startsWith(mark) ? names[value.slice(mark.length)] : value,
		);
	} catch {
		return undefined;
	}
}

/** `{"a": 1}` → true; lists and plain values are no objects. */
export function isObject(value: Json | undefined): value is {readonly [name: string]: Json} {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
