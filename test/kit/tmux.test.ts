import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {hasTmux, inTmux, openTerminal, type Terminal} from './tmux.ts';

describe.skipIf(!hasTmux)(`a terminal ${inTmux}`, () => {
	let terminal: Terminal;
	beforeAll(async () => {
		terminal = await openTerminal({columns: 40, rows: 10});
	});
	afterAll(() => terminal.stop());

	test('is as large as it was asked to be, and stays so until it is resized', async () => {
		await terminal.type('stty size');
		await terminal.press('Enter');
		expect((await terminal.waitFor('10 40')).length).toBe(10);
		await terminal.resize(60, 12);
		await terminal.type('stty size');
		await terminal.press('Enter');
		expect((await terminal.waitFor('12 60')).length).toBe(12);
	});

	test('tells when a line was too long for it', async () => {
		await terminal.type('clear; printf "%070d\\n" 0');
		await terminal.press('Enter');
		await terminal.waitFor(/^0{60}$/m);
		expect(await terminal.wrapped()).toBe(1);
	});

	test('tells whether the alternate screen is on and the cursor shown', async () => {
		expect(await terminal.mode()).toEqual({alternate: false, cursor: true});
		await terminal.type("printf '\\e[?1049h\\e[?25l'; echo there");
		await terminal.press('Enter');
		await terminal.waitFor(/^there$/m);
		expect(await terminal.mode()).toEqual({alternate: true, cursor: false});
	});
});
