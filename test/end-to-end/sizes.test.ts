import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type Experiments, threeRuns} from '../kit/experiments.ts';
import {hasTmux, inTmux, type Terminal, watchIn} from '../kit/tmux.ts';

describe.skipIf(!hasTmux)(`the screen fits every size, ${inTmux}`, () => {
	let experiments: Experiments;
	let terminal: Terminal;
	beforeAll(async () => {
		experiments = threeRuns();
		terminal = await watchIn(experiments.folder);
		await terminal.waitFor('3 runs');
	});
	afterAll(async () => {
		await terminal.stop();
		experiments.remove();
	});

	/** The screen once it has settled after a resize: header on top, nothing wrapped, nothing scrolled. */
	async function settled(columns: number, rows: number): Promise<readonly string[]> {
		await terminal.resize(columns, rows);
		const fits = (screen: readonly string[]) =>
			screen.length === rows &&
			(screen[0] ?? '').includes('watchexp') &&
			screen.filter(line => line.includes('watchexp')).length === 1 &&
			(rows < 4 || (screen.at(-1) ?? '').trim() !== '');
		await terminal.waitUntil(fits, `${columns}x${rows} is not filled from top to bottom`);
		expect(await terminal.wrapped()).toBe(0);
		const screen = await terminal.screen();
		for (const line of screen) expect([...line].length, line).toBeLessThanOrEqual(columns);
		return screen;
	}

	test.each([
		[80, 24],
		[120, 40],
		[200, 60],
		[40, 10],
		[20, 5],
		[80, 24],
		[60, 15],
		[59, 14],
		[120, 40],
	])('%s columns, %s rows', async (columns, rows) => {
		const screen = await settled(columns, rows);
		expect(screen.join('\n')).toMatch(/exp_|0105|…/);
	});

	test.each(['1', '2', '3', '4', '5', '6'])(
		'panel %s fits as well, large and small',
		async panel => {
			await terminal.press(panel);
			await settled(120, 40);
			await settled(80, 24);
			await terminal.press('z');
			await settled(40, 10);
			await settled(200, 60);
			await terminal.press('z');
		},
	);

	test('the help fits', async () => {
		await terminal.press('?');
		for (const [columns, rows] of [[80, 24] as const, [40, 10] as const, [20, 5] as const]) {
			await terminal.resize(columns, rows);
			await terminal.waitUntil(
				screen => screen.length === rows && screen.at(-1)!.includes('q back'),
				'the help does not fit',
			);
			expect(await terminal.wrapped()).toBe(0);
		}

		await terminal.press('q');
		await settled(80, 24);
	});
});
