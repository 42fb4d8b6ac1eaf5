import {expect, test} from 'vitest';
import {blank, span} from '../../source/show/lines.ts';
import {codesOf, paletteNames} from '../../source/show/palettes.ts';
import {depthOf, painter, themeOf} from '../../source/show/theme.ts';

test.each([
	[{TERM: 'xterm-256color'}, '256'],
	[{TERM: 'xterm-256color', COLORTERM: 'truecolor'}, 'true'],
	[{TERM: 'linux'}, '16'],
	[{TERM: 'dumb'}, 'none'],
	[{}, 'none'],
	[{TERM: 'xterm-256color', NO_COLOR: '1'}, 'none'],
	[{TERM: 'xterm-256color', NO_COLOR: ''}, '256'],
] as const)('%j has %s colours', (environment, depth) => {
	expect(depthOf(environment)).toBe(depth);
});

test('every line closes what it opens', () => {
	const paint = painter(themeOf('16'));
	expect(paint([span('a'), span('b', 'good'), blank(1), span('c', 'bad')])).toBe(
		'a\x1b[32mb \x1b[0m\x1b[1;31mc\x1b[0m',
	);
	expect(paint([span('row', 'chosen')])).toBe('\x1b[7mrow\x1b[0m');
});

test('without colours only strength and inversion are left', () => {
	const paint = painter(themeOf('none'));
	expect(paint([span('a', 'good'), span('b', 'accent')])).toBe('ab');
	expect(paint([span('a', 'strong')])).toBe('\x1b[1ma\x1b[0m');
});

test('in ASCII nothing of ours is beyond ASCII', () => {
	const {glyphs} = themeOf('none', true);
	expect(JSON.stringify(glyphs)).toMatch(/^[\x20-\x7e]*$/);
	expect(painter(themeOf('none', true))([span('cut… – ·')])).toBe('cut~ - .');
});

test.each(paletteNames)('%s tells good, warn and bad apart at every depth', name => {
	for (const depth of ['16', '256', 'true'] as const) {
		const {good, warn, bad, plain} = codesOf(name, depth);
		expect(new Set([good, warn, bad, plain]).size).toBe(4);
	}
});

test.each(paletteNames)(
	'%s draws no curve in a colour of trouble, and no two in the same',
	name => {
		for (const depth of ['16', '256', 'true'] as const) {
			const {curve, second, third, fourth, warn, bad} = codesOf(name, depth);
			expect(new Set([curve, second, third, fourth, warn, bad.replace('1;', '')]).size).toBe(6);
		}
	},
);

test('256 colours are the nearest to the true ones', () => {
	expect(codesOf('dark', 'true').accent).toBe('38;2;88;166;214');
	expect(codesOf('dark', '256').accent).toBe('38;5;74');
	expect(codesOf('dark', '256').quiet).toBe('38;5;245');
});
