import {readdirSync, utimesSync} from 'node:fs';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {createExperiments, type Experiments, oomText, taggedLog} from '../kit/experiments.ts';
import {runProgram} from '../kit/program.ts';
import {hasTmux, inTmux, type Terminal, watchIn} from '../kit/tmux.ts';

describe.skipIf(!hasTmux)(`what the user keeps, ${inTmux}`, () => {
	let experiments: Experiments;
	let home: Experiments;
	let terminal: Terminal;
	beforeAll(() => {
		experiments = createExperiments();
		home = createExperiments();
		experiments.write('good/log.txt', taggedLog(2, 2));
		experiments.write('bad/log.txt', taggedLog(1, 5) + oomText);
	});
	afterEach(() => terminal.stop());
	afterAll(() => {
		experiments.remove();
		home.remove();
	});

	const env = () => ({XDG_STATE_HOME: home.folder, XDG_CONFIG_HOME: home.folder});
	const open = async () => {
		terminal = await watchIn(experiments.folder, {env: env()});
		await terminal.waitFor('2 runs', 'CUDA');
	};
	const verdict = async () => (await runProgram(['check', experiments.folder], {env: env()})).code;

	test('an alert that is acknowledged is quiet on the screen and for check, also the next day', async () => {
		await open();
		expect(await verdict()).toBe(2);
		await terminal.press('a');
		await terminal.waitFor('acknowledged: CUDA OOM');
		await terminal.press('q');
		await terminal.waitFor(/^shell> ?$/m);
		expect(await verdict()).toBe(0);
		expect(readdirSync(home.path('watchexp'))).toEqual(['state.json']);
		expect(readdirSync(experiments.path('bad'))).toEqual(['log.txt']);
	});

	test('what happened since the last visit is told', async () => {
		experiments.append('good/log.txt', '[INFO] one more line\n');
		experiments.write('new/log.txt', taggedLog(1, 5));
		terminal = await watchIn(experiments.folder, {env: env()});
		await terminal.waitFor('3 runs');
		await terminal.press('L');
		await terminal.waitFor(/began .*new/);
	});

	test('a label and a hidden run are kept; what is folded away can be shown; keys are changed', async () => {
		home.write('watchexp/config.yaml', 'keys: {label: ctrl-t, folded-away: [F]}\n');
		experiments.write('ancient/log.txt', taggedLog(1, 5));
		utimesSync(experiments.path('ancient/log.txt'), 1_700_000_000, 1_700_000_000);
		terminal = await watchIn(experiments.folder, {env: env()});
		await terminal.waitFor('3 runs', '1 folded');
		await terminal.press('/');
		await terminal.type('good');
		await terminal.press('Enter', 'C-t');
		await terminal.type('my best');
		await terminal.press('Enter');
		await terminal.waitFor('my best  finished');
		await terminal.press('H');
		await terminal.waitFor('2 runs', '2 folded');
		await terminal.press('Escape');
		await terminal.waitFor('bad', 'new');
		await terminal.press('F');
		await terminal.waitFor('my best', 'ancient', '1 hidden by you  1 archived or old');
		await terminal.press('q');
		await terminal.waitFor(/^shell> ?$/m);
		await terminal.stop();
		terminal = await watchIn(experiments.folder, {env: env()});
		await terminal.waitFor('2 runs', '2 folded');
	});
});
