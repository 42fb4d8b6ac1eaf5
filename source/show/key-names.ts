import type {Key} from './key.ts';
import {keys} from './key-table.ts';

/** The part of Ink's key that is looked at. */
export type PressedKey = {
	readonly upArrow?: boolean;
	readonly downArrow?: boolean;
	readonly leftArrow?: boolean;
	readonly rightArrow?: boolean;
	readonly pageDown?: boolean;
	readonly pageUp?: boolean;
	readonly home?: boolean;
	readonly end?: boolean;
	readonly return?: boolean;
	readonly escape?: boolean;
	readonly tab?: boolean;
	readonly backspace?: boolean;
	readonly delete?: boolean;
	readonly ctrl?: boolean;
	readonly shift?: boolean;
	readonly meta?: boolean;
	readonly eventType?: 'press' | 'repeat' | 'release' | undefined;
};

/** Names of the keys that are no letters. */
export const special = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageDown', 'pagedown'],
	['pageUp', 'pageup'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'escape'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'backspace'],
] as const satisfies ReadonlyArray<readonly [keyof PressedKey, string]>;

/** Movements that a slow line may deliver many of at once, and that do no harm. */
const repeatable = /^(?:j+|k+)$/;
/** More letters at once than a hand types are pasted text. */
const quickest = 4;
const known = new Set(keys.flatMap(row => row.keys));

/**
The names of the keys that were pressed. Several letters at once are keys only where they are few
and each of them is one (a busy moment gathers them); anything else is text, and is none.
*/
export function namesOf(
	input: string,
	key: PressedKey,
	writing: boolean,
	own: readonly Key[] | null = null,
): readonly string[] {
	if (key.eventType === 'release') return [];
	const named = special.find(([flag]) => key[flag]);
	if (named) return [key.shift && named[1] === 'tab' ? 'shift-tab' : named[1]];
	if (key.ctrl) return /^[a-z]$/.test(input) ? [`ctrl-${input}`] : [];
	if (key.meta || input === '') return [];
	const names = letters(input);
	if (writing || names.length === 1 || /^[/:]/.test(input) || repeatable.test(input)) return names;
	const isKey = (name: string) =>
		own ? own.some(row => row.keys.includes(name)) : known.has(name);
	return input.length <= quickest && names.every(isKey) ? names : [];
}

function letters(input: string): readonly string[] {
	const names: string[] = [];
	for (const letter of input.slice(0, 200)) {
		if (letter === '\r' || letter === '\n') names.push('enter');
		else if (letter === '\t') names.push('tab');
		else if (letter < ' ') names.push(`ctrl-${String.fromCharCode(letter.charCodeAt(0) + 96)}`);
		else names.push(letter === ' ' ? 'space' : letter);
	}

	return names;
}
