import {expect, test} from 'vitest';
import {sampleRuns, world} from '../kit/runs.ts';
import {openTerminal, storeOf} from '../kit/terminal.tsx';

const rowsOf = (screen: string) => screen.split('\n');

test('the list stands on the alternate screen, worst run first', async () => {
	const terminal = openTerminal(storeOf(world()));
	await terminal.settle();
	expect(terminal.alternate()).toBe(true);
	expect(rowsOf(terminal.screen())[2]).toContain('exp_20260105_143022  crashed');
	terminal.shown.stop();
	await terminal.shown.finished;
	expect(terminal.alternate()).toBe(false);
	expect(terminal.raw().endsWith('\x1b[?25h')).toBe(true);
});

test('q leaves from the list, Ctrl-C from anywhere', async () => {
	for (const keys of [['q'], ['\r', '?', '\x03'], ['/', 'x', '\x03']]) {
		const terminal = openTerminal(storeOf(world()));
		await terminal.settle();
		await terminal.press(...keys);
		await terminal.shown.finished;
		expect(terminal.alternate()).toBe(false);
	}
});

test('j and the arrows move, and the panel shows the run under the cursor', async () => {
	const terminal = openTerminal(storeOf(world()), {columns: 120, rows: 40});
	await terminal.press('j', '\x1b[B', '\x1b[B', 'k');
	expect(terminal.screen()).toContain('── crnn_ctc_中文识别_v2 ──');
	await terminal.press('\x1b[A', 'jj');
	expect(terminal.screen()).toContain('── swin_t_adamw ──');
	terminal.shown.stop();
});

test('typing filters at once; Esc drops the filter', async () => {
	const terminal = openTerminal(storeOf(world()));
	await terminal.press('/', 'swin');
	await terminal.until(screen => screen.includes('1 of 8'));
	expect(terminal.screen()).not.toContain('edsr');
	await terminal.press('\x1b');
	await terminal.until(screen => screen.includes('edsr'));
	terminal.shown.stop();
});

test('keys that arrive together in a busy moment are all obeyed', async () => {
	const terminal = openTerminal(storeOf(world()), {columns: 120, rows: 40});
	await terminal.press('jj\r4');
	expect(terminal.screen()).toContain('── crnn_ctc_中文识别_v2 ──');
	expect(terminal.effects.at(-1)).toMatchObject({
		kind: 'open-log',
		run: 'run:crnn_ctc_中文识别_v2',
	});
	terminal.shown.stop();
});

test('pasted text and garbage are never obeyed', async () => {
	const terminal = openTerminal(storeOf(world()));
	await terminal.press('\x1b[200~qqq?z\x1b[201~', 'rm -rf q', '\x00\x01\x1b[99;99~', '\xff');
	expect(rowsOf(terminal.screen())[2]).toContain('exp_20260105_143022');
	expect(terminal.alternate()).toBe(true);
	terminal.shown.stop();
});

test('keys that are pressed while nothing is read yet do no harm', async () => {
	const store = storeOf({...world({runs: [], settled: false}), read: 0});
	const terminal = openTerminal(store);
	await terminal.press('j', ' ', 'c', 'a', 'H', 'r', '\r', '3', 'Q', 'b', 'e', '4', '\x1b[C', 'b');
	expect(terminal.screen()).toContain('Looking for experiments');
	store.set(world());
	await terminal.until(screen => screen.includes('exp_20260105'));
	expect(terminal.effects.filter(({kind}) => kind !== 'open-log')).toEqual([]);
	terminal.shown.stop();
});

test('random bytes on standard input break nothing', async () => {
	const terminal = openTerminal(storeOf(world()));
	let seed = 7;
	for (let round = 0; round < 60; round++) {
		const bytes = Array.from({length: 1 + (round % 9)}, () => {
			seed = (seed * 1103515245 + 12345) % 2 ** 31;
			// Not Ctrl-C, and not q: they would leave.
			return [3, 0x71].includes(seed % 256) ? 0 : seed % 256;
		});
		await terminal.press(Buffer.from(bytes).toString('latin1'));
	}

	await terminal.press('\x1b', '\x1b');
	expect(terminal.alternate()).toBe(true);
	expect(rowsOf(terminal.screen())[0]).toContain('watchexp');
	expect(rowsOf(terminal.screen())).toHaveLength(24);
	terminal.shown.stop();
});

test('a world that looks the same draws nothing', async () => {
	const store = storeOf(world());
	const terminal = openTerminal(store);
	await terminal.settle();
	const before = terminal.raw().length;
	store.set({...world(), runs: [...sampleRuns]});
	await terminal.settle();
	expect(terminal.raw().length).toBe(before);
	terminal.shown.stop();
});

test('one changed number rewrites little', async () => {
	const store = storeOf(world());
	const terminal = openTerminal(store, {columns: 120, rows: 40});
	await terminal.settle();
	const before = terminal.raw().length;
	const [first, ...others] = sampleRuns;
	store.set({
		...world(),
		runs: [{...first!, progress: {...first!.progress, fraction: 0.62}}, ...others],
	});
	await terminal.until(screen => screen.includes('62%'));
	expect(terminal.raw().length - before).toBeLessThan(400);
	terminal.shown.stop();
});

test('the screen follows every size, down to 1x1 and back', async () => {
	const terminal = openTerminal(storeOf(world()));
	for (const [columns, rows] of [
		[60, 15],
		[20, 5],
		[1, 1],
		[200, 60],
		[80, 24],
	] as const) {
		await terminal.resize(columns, rows);
		await terminal.settle();
		expect(rowsOf(terminal.screen())).toHaveLength(rows);
	}

	expect(rowsOf(terminal.screen())[2]).toContain('exp_20260105_143022  crashed');
	expect(rowsOf(terminal.screen()).at(-1)).toContain('q quit');
	terminal.shown.stop();
});
