import {renameSync, rmSync} from 'node:fs';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {
	type Experiments,
	finishedText,
	taggedLog,
	threeRuns,
	trainLine,
} from '../kit/experiments.ts';
import {hasTmux, inTmux, type Terminal, watchIn} from '../kit/tmux.ts';

const training = 'workdirs/exp_20260106_091233';

describe.skipIf(!hasTmux)(`runs that live, ${inTmux}`, () => {
	let experiments: Experiments;
	let terminal: Terminal;
	beforeEach(async () => {
		experiments = threeRuns();
		terminal = await watchIn(experiments.folder, {columns: 120, rows: 40});
		await terminal.waitFor('3 runs', '091233');
	});
	afterEach(async () => {
		await terminal.stop();
		experiments.remove();
	});

	test('a line that is appended is on the screen', async () => {
		experiments.append(`${training}/log.txt`, trainLine(4, 10, 10, 0.3217));
		await terminal.waitFor(/091233.*0\.3217/);
	});

	test('a line that comes in two pieces is read as one', async () => {
		const line = trainLine(4, 10, 10, 0.3218);
		experiments.append(`${training}/log.txt`, line.slice(0, 40));
		experiments.append(`${training}/log.txt`, line.slice(40));
		await terminal.waitFor(/091233.*0\.3218/);
	});

	test('a run that comes to its end is finished', async () => {
		experiments.append(`${training}/log.txt`, finishedText);
		await terminal.waitFor(/091233.*finished/);
	});

	test('a run that begins is found', async () => {
		experiments.write('workdirs/exp_20260108_120000/log.txt', taggedLog(1, 10));
		await terminal.waitFor('4 runs', 'exp_20260108_120000');
	});

	test('a log that is rewritten is read anew', async () => {
		experiments.write(`${training}/log.txt`, taggedLog(1, 2) + trainLine(2, 2, 10, 0.1234));
		await terminal.waitFor(/091233.*0\.1234/);
	});

	test('a log that is replaced by another file is read anew', async () => {
		const next = experiments.write(
			`${training}/log.tmp`,
			taggedLog(1, 2) + trainLine(2, 2, 10, 0.1235),
		);
		renameSync(next, experiments.path(`${training}/log.txt`));
		await terminal.waitFor(/091233.*0\.1235/);
	});

	test('a run that is renamed is followed under its new name', async () => {
		renameSync(experiments.path(training), experiments.path('workdirs/renamed_run'));
		await terminal.waitFor('renamed_run');
		experiments.append('workdirs/renamed_run/log.txt', trainLine(4, 10, 20, 0.2468));
		await terminal.waitFor(/renamed_run.*0\.2468/);
	});

	test('a run that is deleted does no harm', async () => {
		rmSync(experiments.path(training), {recursive: true});
		experiments.append('workdirs/exp_20260105_143022/log.txt', trainLine(5, 10, 10, 0.5432));
		await terminal.waitFor(/143022.*0\.5432/);
		expect(await terminal.wrapped()).toBe(0);
	});
});
