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

const special = [
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

/** Keys that a slow line may deliver several of at once, and that do no harm. */
const repeatable = /^(?:j+|k+)$/;

/** The names of the keys that were pressed; text of several letters is none, unless it is being typed. */
export function namesOf(input: string, key: PressedKey, typing: boolean): readonly string[] {
	if (key.eventType === 'release') return [];
	const named = special.find(([flag]) => key[flag]);
	if (named) return [key.shift && named[1] === 'tab' ? 'shift-tab' : named[1]];
	if (key.ctrl) return /^[a-z]$/.test(input) ? [`ctrl-${input}`] : [];
	if (key.meta || input === '') return [];
	if (/^[\r\n]+$/.test(input)) return ['enter'];
	if (typing || repeatable.test(input)) return typed(input);
	return [...input].length === 1 ? typed(input) : [];
}

function typed(input: string): readonly string[] {
	const names: string[] = [];
	for (const letter of input.slice(0, 200)) {
		if (letter === '\r' || letter === '\n') names.push('enter');
		else if (letter >= ' ') names.push(letter === ' ' ? 'space' : letter);
	}

	return names;
}
