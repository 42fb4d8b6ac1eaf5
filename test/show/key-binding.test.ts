import {expect, test} from 'vitest';
import {keyNamed, withKeys} from '../../source/show/key-binding.ts';
import {actionOf} from '../../source/show/keys.ts';
import {textOf} from '../../source/show/lines.ts';
import {drawFooter} from '../../source/show/panels/footer.ts';
import {drawHelp} from '../../source/show/panels/help.ts';
import {themeOf} from '../../source/show/theme.ts';
import {startUi} from '../../source/show/ui.ts';
import {world} from '../kit/runs.ts';

/** The screen of a user with these keys. */
function screenWith(wishes: Readonly<Record<string, readonly string[]>>) {
	const bound = withKeys(wishes);
	if ('fault' in bound) throw new Error(bound.fault.what);
	return startUi({columns: 120, rows: 40}, '', bound.keys);
}

function faultOf(wishes: Readonly<Record<string, readonly string[]>>): string {
	const bound = withKeys(wishes);
	return 'fault' in bound ? `${bound.fault.name} ${bound.fault.what}` : 'none';
}

test.each([
	['^d', 'ctrl-d'],
	['Ctrl+D', 'ctrl-d'],
	['⏎', 'enter'],
	['Enter', 'enter'],
	['PgDn', 'pagedown'],
	['→', 'right'],
	['Esc', 'escape'],
	['Space', 'space'],
	['G', 'G'],
	['失', '失'],
	['hyper-x', null],
	['', null],
])('%j is the key %s', (text, name) => {
	expect(keyNamed(text)).toBe(name);
});

test('an action has the keys that the user gave it, and no others', () => {
	const ui = screenWith({sort: ['o', 'ctrl-s'], 'open-log': ['O']});
	expect(actionOf('o', ui)).toEqual({kind: 'sort', by: null});
	expect(actionOf('ctrl-s', ui)).toEqual({kind: 'sort', by: null});
	expect(actionOf('O', ui)).toEqual({kind: 'open-file'});
	expect(actionOf('s', ui)).toBeUndefined();
});

test('footer and help show the keys of the user', () => {
	const ui = screenWith({filter: ['ctrl-o'], quit: ['X']});
	const theme = themeOf('none');
	const footer = textOf(drawFooter(world(), ui, theme, 120));
	expect(footer).toContain('^o filter');
	expect(footer).toContain('X quit');
	const help = drawHelp(theme, ui, 120, 60).map(textOf).join('\n');
	expect(help).toMatch(/\^o +filter: word,/);
	expect(help).not.toMatch(/^ +q /m);
});

test.each([
	[{sort: ['c']}, 'sort cannot be c: that is compare'],
	[{sort: ['c'], compare: ['s']}, 'none'],
	[{pause: ['s']}, 'none'],
	[{sort: ['ctrl-c']}, 'sort cannot be ctrl-c: that is quit-at-once'],
	[{sort: ['ctrl-i']}, 'sort cannot be ctrl-i: terminals send tab for it'],
	[{quit: []}, 'quit needs a key'],
	[{sort: []}, 'none'],
	[{'quit-at-once': []}, 'quit-at-once must hold ctrl-c'],
	[{done: ['x']}, 'done cannot be x: letters are written there'],
	[{nonsense: ['x']}, 'nonsense is not known'],
])('of %j: %s', (wishes, fault) => {
	expect(faultOf(wishes)).toBe(fault);
});
