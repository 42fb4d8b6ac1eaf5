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
process.on('SIGUSR2', () => {bad = true});
const {padStart} = String.prototype;
String.prototype.padStart = function (...given) {
	if (bad) throw new Error('this cannot be drawn');
	return padStart.apply(this, given);
};`;
		const options = `--import=data:text/javascript,${encodeURIComponent(fault)}`;
		terminal = await watchIn(experiments.folder, {env: {NODE_OPTIONS: options}});
		await terminal.waitFor('3 runs');
		await terminal.signal('SIGUSR2');
		await terminal.press('b');
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
