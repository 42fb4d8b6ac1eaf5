import {expect, test} from 'vitest';
import {desktopNotice, hasTitle, tame, titled} from '../../../source/app/notify/escapes.ts';

test('no text can leave its place', () => {
	expect(tame('a\x1b]0;evil\x07b\u009cc\u202Ed\nnext  line', 100)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
	expect(tame('a\n\tb', 100)).toBe('a b');
	expect(tame('学习率 0.1', 4)).toBe('学习率 ');
});

test('a title is OSC 2', () => {
	expect(titled('watchexp: 2 critical')).toBe('\x1b]2;watchexp: 2 critical\x1b\\');
});

test('a desktop notice is OSC 9 and OSC 777, whose fields no semicolon can break', () => {
	expect(desktopNotice('watchexp', 'a;b: NaN', {})).toBe(
		'\x1b]9;watchexp: a;b: NaN\x1b\\\x1b]777;notify;watchexp;a,b: NaN\x1b\\',
	);
});

test('a terminal that shows both gets one', () => {
	expect(desktopNotice('watchexp', 'a', {TERM_PROGRAM: 'ghostty'})).toBe(
		'\x1b]9;watchexp: a\x1b\\',
	);
});

test('tmux is asked to pass each on, with every escape doubled', () => {
	expect(desktopNotice('w', 'a', {TMUX: '/tmp/tmux-1/default,1,0'})).toBe(
		'\x1bPtmux;\x1b\x1b]9;w: a\x1b\x1b\\\x1b\\\x1bPtmux;\x1b\x1b]777;notify;w;a\x1b\x1b\\\x1b\\',
	);
});

test.each([
	['xterm-256color', true],
	['tmux-256color', true],
	['linux', false],
	['vt100', false],
	[undefined, false],
])('a terminal of kind %s has a title: %s', (TERM, has) => {
	expect(hasTitle({TERM})).toBe(has);
});
