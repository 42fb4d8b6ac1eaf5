import {expect, test} from 'vitest';
import {copyCode, runHere, viewerFor} from '../../source/app/handing.ts';

test('a log is opened at its line, in the pager before the editor', () => {
	const path = '/data/my logs/log.txt';
	expect(viewerFor({}, path, 214)).toEqual(['less', '+214', path]);
	expect(viewerFor({PAGER: 'less -S', EDITOR: 'vim'}, path, 214)).toEqual([
		'less',
		'-S',
		'+214',
		path,
	]);
	expect(viewerFor({PAGER: ' ', EDITOR: '/usr/bin/vim'}, path, 3)).toEqual([
		'/usr/bin/vim',
		'+3',
		path,
	]);
	expect(viewerFor({EDITOR: 'code --wait'}, path, 3)).toEqual([
		'code',
		'--wait',
		'--goto',
		`${path}:3`,
	]);
	expect(viewerFor({PAGER: 'bat'}, path, 3)).toEqual(['bat', path]);
	expect(viewerFor({PAGER: 'less'}, path, null)).toEqual(['less', path]);
});

test('nothing in a path or a pager is given to a shell', async () => {
	expect(viewerFor({PAGER: 'less; rm -rf /'}, '/a/$(reboot)', 1)).toEqual([
		...['less;', 'rm', '-rf', '/', '/a/$(reboot)'],
	]);
	expect(await runHere(['no-such-pager', '/a'], {PATH: '/usr/bin'})).toBe(
		'no-such-pager: there is no such program',
	);
});

test('what is copied goes to the terminal, and through tmux to the one around it', () => {
	expect(copyCode('/a', {})).toBe('\x1b]52;c;L2E=\x07');
	expect(copyCode('/a', {TMUX: 'x'})).toBe(
		'\x1b]52;c;L2E=\x07\x1bPtmux;\x1b\x1b]52;c;L2E=\x07\x1b\\',
	);
});
