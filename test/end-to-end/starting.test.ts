import {readdirSync} from 'node:fs';
import {expect, test} from 'vitest';
import {createExperiments} from '../kit/experiments.ts';
import {runProgram} from '../kit/program.ts';

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
