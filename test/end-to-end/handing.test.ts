import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createExperiments, type Experiments, taggedLog} from '../kit/experiments.ts';
import {commandLine, hasTmux, inTmux, openTerminal, type Terminal} from '../kit/tmux.ts';

const run = 'exp_20260105_143022';

describe.skipIf(!hasTmux)(`handing over, ${inTmux}`, () => {
	let experiments: Experiments;
	let terminal: Terminal;
	beforeAll(async () => {
		experiments = createExperiments();
		const early = '[ERROR] the early one\n';
		const text = taggedLog(200, 9000) + early + taggedLog(6000, 9000);
		experiments.write(`workdirs/${run}/log.txt`, text);
		experiments.write(`workdirs/${'n'.repeat(200)}\x1b[2J\x07/log.txt`, taggedLog(2, 9));
		terminal = await openTerminal({columns: 100, rows: 24, env: {PAGER: 'less'}});
		await terminal.type(`${commandLine(experiments.folder)}\n`);
		await terminal.waitFor('2 runs', run);
	});
	afterAll(async () => {
		await terminal.stop();
		experiments.remove();
	});

	test('a name of 200 letters with escape sequences breaks no line', async () => {
		const screen = await terminal.waitFor('nnnn');
		expect(screen).toHaveLength(24);
		expect(await terminal.wrapped()).toBe(0);
	});

	test('E finds the last error above, megabytes away from the end of the log', async () => {
		await terminal.type(`/${run}\n`);
		await terminal.waitFor('1 of 2');
		await terminal.press('4', 'Enter');
		await terminal.waitFor('following');
		await terminal.press('E');
		await terminal.waitFor(/▸ *\d+ \[ERROR\] the early one/, 'paused');
	});

	test('o opens the log in the pager at that line, and q comes back to the screen', async () => {
		await terminal.press('o');
		await terminal.waitUntil(screen => screen[0]!.startsWith('[ERROR] the early one'), 'no pager');
		await terminal.press('C-c');
		await terminal.press('q');
		await terminal.waitFor(/^ watchexp /, '[ERROR] the early one', 'paused');
		await expect
			.poll(() => terminal.mode(), {timeout: 10_000})
			.toEqual({alternate: true, cursor: false});
	});

	test('Ctrl-Z goes to the shell, and fg brings the same screen back', async () => {
		await terminal.press('C-z');
		await terminal.waitFor('Stopped', /^shell> ?$/m);
		expect((await terminal.mode()).cursor).toBe(true);
		await terminal.type('echo here $((6*7))\n');
		await terminal.waitFor('here 42');
		await terminal.type('fg\n');
		await terminal.waitFor('1 of 2', '[ERROR] the early one');
	});

	test('y copies the line under the cursor, and says so', async () => {
		await terminal.press('y');
		await terminal.waitFor('copied: [ERROR] the early one');
	});

	test('a search for what is not there says so', async () => {
		await terminal.type('/no such word\n');
		await terminal.waitFor(/Nothing more found|No "no such word"/);
	});

	test('the open run may vanish: the screen stays and says what it knows', async () => {
		experiments.remove();
		await terminal.waitFor('2 unknown');
		expect(await terminal.wrapped()).toBe(0);
	});

	test('q, layer by layer, leaves the terminal as it was', async () => {
		await terminal.press('q', 'Escape', 'Escape', 'q');
		await terminal.waitUntil(
			screen =>
				screen.some(line => line.startsWith('shell> ')) && !screen.join().includes('watchexp  '),
			'still there',
		);
		expect(await terminal.mode()).toEqual({alternate: false, cursor: true});
	});
});
