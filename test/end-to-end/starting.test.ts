import {readdirSync} from 'node:fs';
import {expect, test} from 'vitest';
import {createExperiments, threeRuns} from '../kit/experiments.ts';
import {runProgram} from '../kit/program.ts';
import {hasTmux, inTmux, watchIn} from '../kit/tmux.ts';

test('what was compiled is kept in the folder for caches, and a start without one is a start too', async () => {
	const home = createExperiments();
	const env = {XDG_CACHE_HOME: home.folder};
	const first = await runProgram(['--version'], {env});
	expect(readdirSync(home.folder)).toEqual(['watchexp']);
	const again = await runProgram(['--version'], {env});
	const without = await runProgram(['--version']);
	expect([again.out, without.out]).toEqual([first.out, first.out]);
	expect([first, again, without].map(({code, err}) => [code, err])).toEqual([
		[0, ''],
		[0, ''],
		[0, ''],
	]);
	home.remove();
});

test.skipIf(!hasTmux)(
	`keys typed while it starts do not shift the first screen, ${inTmux}`,
	async () => {
		const runs = threeRuns();
		const terminal = await watchIn(runs.folder, {columns: 80, rows: 24});
		const isShown = async () => (await terminal.screen()).some(line => line.startsWith('── exp_'));
		while (!(await isShown())) await terminal.type('jk');
		const screen = await terminal.waitFor('3 runs');
		expect(screen[0]).toMatch(/^ watchexp {2}/);
		expect(screen[1]).toMatch(/^ {3}run /);
		await terminal.stop();
		runs.remove();
	},
);
