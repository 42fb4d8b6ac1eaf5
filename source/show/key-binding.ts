import type {Key, Where} from './key.ts';
import {special} from './key-names.ts';
import {keys} from './key-table.ts';
import {keyLabel} from './keys.ts';

/** Keys by the name of their action, as the settings file gives them. */
export type KeyWishes = Readonly<Record<string, readonly string[]>>;

/** What is wrong with the wish of one name. */
export type KeyFault = {readonly name: string; readonly what: string; readonly allowed: string};

const named: ReadonlySet<string> = new Set([
	'space',
	'shift-tab',
	...special.map(([, name]) => name),
]);
const labels = new Map([...named].flatMap(name => [[keyLabel(name).toLowerCase(), name] as const]));
/** What a terminal sends for these is another key. */
const same: Readonly<Record<string, string>> = {
	'ctrl-i': 'tab',
	'ctrl-m': 'enter',
	'ctrl-j': 'enter',
	'ctrl-h': 'backspace',
};
const allowedKeys =
	'a letter or sign, ctrl-d, enter, escape, tab, space, up, pagedown and the like';

/** `^d` → `ctrl-d`, `PgDn` → `pagedown`, `x` → `x`: a key as people write it; null where it is none. */
export function keyNamed(text: string): string | null {
	if ([...text].length === 1 && text > ' ') return labels.get(text) ?? text;
	const lower = text.toLowerCase();
	const control = /^(?:\^|ctrl[-+ ])([a-z])$/.exec(lower);
	if (control) return `ctrl-${control[1]}`;
	if (text === ' ') return 'space';
	return named.has(lower) ? lower : (labels.get(lower) ?? null);
}

/** The table of keys as a user wants it, or what is wrong with the wish. */
export function withKeys(
	wishes: KeyWishes,
): {readonly keys: readonly Key[]} | {readonly fault: KeyFault} {
	const own = new Map<string, readonly string[]>();
	for (const [name, texts] of Object.entries(wishes)) {
		const wish = wishOf(name, texts);
		if ('fault' in wish) return wish;
		own.set(name, wish.names);
	}

	const bound = keys.map(row => ({...row, keys: own.get(row.name) ?? row.keys}));
	const fault = conflictIn(bound, own);
	return fault ? {fault} : {keys: bound};
}

type Wish = {readonly names: readonly string[]} | {readonly fault: KeyFault};

function wishOf(name: string, texts: readonly string[]): Wish {
	const rows = keys.filter(row => row.name === name);
	const fault = (what: string, allowed: string): Wish => ({fault: {name, what, allowed}});
	if (rows.length === 0) {
		return fault('is not known', [...new Set(keys.map(row => row.name))].join(', '));
	}

	if (name === 'quit' && texts.length === 0) return fault('needs a key', allowedKeys);
	const names: string[] = [];
	for (const text of texts) {
		const key = keyNamed(text);
		if (key === null) return fault(`cannot be ${JSON.stringify(text)}`, allowedKeys);
		if (Object.hasOwn(same, key)) {
			return fault(`cannot be ${key}: terminals send ${same[key]} for it`, allowedKeys);
		}

		if (isLetter(key) && rows.some(({where}) => where.some(isWriting))) {
			return fault(`cannot be ${key}: letters are written there`, 'ctrl-d, enter and the like');
		}

		names.push(key);
	}

	if (name === 'quit-at-once' && !names.includes('ctrl-c')) {
		return fault('must hold ctrl-c', '[ctrl-c, and others]');
	}

	return {names};
}

function isLetter(key: string): boolean {
	return [...key].length === 1 || key === 'space';
}

function isWriting(place: Where): boolean {
	return place === 'typing' || place === 'palette';
}

/** Two actions of one key in one place, at least one of which the user asked for. */
function conflictIn(
	rows: readonly Key[],
	own: ReadonlyMap<string, readonly string[]>,
): KeyFault | undefined {
	for (const row of rows) {
		if (!own.has(row.name)) continue;
		for (const key of row.keys) {
			const other = rows.find(
				one =>
					one.name !== row.name &&
					one.keys.includes(key) &&
					one.where.some(place => row.where.includes(place)),
			);
			if (!other) continue;
			return {
				name: row.name,
				what: `cannot be ${key}: that is ${other.name}`,
				allowed: `another key, or give ${other.name} another one as well`,
			};
		}
	}

	return undefined;
}
