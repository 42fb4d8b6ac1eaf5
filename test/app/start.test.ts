import {expect, test} from 'vitest';
import {faultText} from '../../source/app/fault.ts';
import {initText} from '../../source/app/init.ts';
import {start} from '../../source/app/start.ts';
import {createIo} from '../kit/io.ts';

test('init prints a settings file', async () => {
	const io = createIo();
	expect(await start({input: ['init'], flags: {}, version: '1.2.3'}, io)).toBe(0);
	expect(io.out()).toBe(initText);
});

test('--version says the version, whatever the command', async () => {
	const io = createIo();
	expect(await start({input: ['check'], flags: {version: true}, version: '1.2.3'}, io)).toBe(0);
	expect(io.out()).toBe('1.2.3\n');
});

test('--help begins with what it is', async () => {
	const io = createIo();
	expect(await start({input: [], flags: {help: true}, version: '1.2.3'}, io)).toBe(0);
	expect(io.out()).toMatch(/^Terminal monitor for deep-learning experiments\n/);
});

test('an option that does not exist is told in three lines and ends with 3', async () => {
	const io = createIo();
	expect(await start({input: [], flags: {dpeth: '3'}, version: '1.2.3'}, io)).toBe(3);
	expect(io.out()).toBe('');
	expect(io.err()).toBe(
		'watchexp: there is no option --dpeth\n   where: the command line\n     try: watchexp --help lists every option\n',
	);
});

test('a fault of our own is told with its stack, and who should hear of it', () => {
	const text = faultText(new Error('no \x1b[2J such thing'));
	expect(text).toMatch(
		/^watchexp: a fault of watchexp itself: no \\u\{1b\}\[2J such thing\n {3}where: Node /,
	);
	expect(text).toContain('please report these lines');
	expect(text).toMatch(/\n {4}at .*start\.test\.ts/);
});
