import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {type Experiments, threeRuns} from '../kit/experiments.ts';
import {hasTmux, inTmux, type Terminal, watchIn} from '../kit/tmux.ts';

describe.skipIf(!hasTmux)(`the terminal is as it was, ${inTmux}`, () => {
	let experiments: Experiments;
	let terminal: Terminal;
	beforeAll(() => {
		experiments = threeRuns();
	});
	afterEach(() => terminal.stop());
	afterAll(() => experiments.remove());

	/** Types a command into the shell that is back, and finds echo, line editing and signals on. */
	async function expectShell(): Promise<void> {
		await terminal.waitFor(/^shell> ?$/m);
		expect(await terminal.mode()).toEqual({alternate: false, cursor: true});
		await terminal.type('stty -a');
		await terminal.press('Enter');
		const screen = await terminal.waitFor(/\becho\b/);
		expect(screen.join('\n')).toMatch(/(?<!-)\bicanon\b/);
		expect(screen.join('\n')).toMatch(/(?<!-)\bisig\b/);
		expect(screen.join('\n')).toMatch(/(?<!-)\becho\b/);
	}

	async function open(): Promise<void> {
		terminal = await watchIn(experiments.folder);
		await terminal.waitFor('3 runs');
	}

	test('after q', async () => {
		await open();
		await terminal.press('q');
		await expectShell();
	});

	test('after Ctrl-C', async () => {
		await open();
		await terminal.press('C-c');
		await expectShell();
	});

	test('after a fault while it draws, which is told', async () => {
		const fault = `let bad = false;
const {repeat} = String.prototype;
String.prototype.repeat = function (count) {
	if (bad) {
		bad = false;
		throw new Error('this cannot be drawn');
	}

	return repeat.call(this, count);
};
process.on('SIGUSR2', () => {
	bad = true;
	process.stdout.emit('resize');
});`;
		const options = `--import=${experiments.write('fault.mjs', fault)}`;
		terminal = await watchIn(experiments.folder, {env: {NODE_OPTIONS: options}, rows: 40});
		await terminal.waitFor('3 runs');
		await terminal.signal('SIGUSR2');
		await terminal.waitFor(
			'watchexp: a fault of watchexp itself: this cannot be drawn',
			'please report these lines',
		);
		await terminal.type('echo "status $?"');
		await terminal.press('Enter');
		await terminal.waitFor('status 70');
		await terminal.type('clear');
		await terminal.press('Enter');
		await expectShell();
	});

	test.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('after %s', async signal => {
		await open();
		await terminal.signal(signal);
		await expectShell();
	});
});
