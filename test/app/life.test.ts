import {execFileSync} from 'node:child_process';
import {closeSync, openSync, renameSync, rmSync, writeSync} from 'node:fs';
import {setImmediate} from 'node:timers/promises';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {createFleet, type Fleet} from '../../source/app/fleet.ts';
import {type Means, meansOf} from '../../source/app/means.ts';
import {watchSurroundings} from '../../source/app/surroundings.ts';
import {judge, type Tracked} from '../../source/app/tracked.ts';
import type {Run} from '../../source/core/run.ts';
import {createExperiments, type Experiments, oomText, taggedLog} from '../kit/experiments.ts';

const start = Date.now();
let experiments: Experiments;
let means: Means;
let fleet: Fleet;
let now = start;
beforeEach(() => {
	now = start;
	experiments = createExperiments();
	means = meansOf();
	fleet = createFleet(means, {paths: [experiments.folder], depth: 6, all: true, since: null});
});
afterEach(async () => {
	await fleet.close();
	experiments.remove();
});

/** Looks again, a second later: every run as it stands. */
async function look(): Promise<readonly Run[]> {
	now += 1000;
	await fleet.search(now);
	const runs = [...fleet.runs.values()];
	for (const run of runs) {
		for (const file of run.files.values()) while (await file.step(now, false));
	}

	return runs.map(run => judge(run, means, now));
}

function move(from: string, to: string): void {
	renameSync(experiments.path(from), experiments.path(to));
}

/** `sr_x4: archived: sr_x4 → sr_x4_archived_20260105_120000`. */
function told(runs: readonly Run[]): readonly string[] {
	return runs.flatMap(({name, happened = []}) => happened.map(({text}) => `${name}: ${text}`));
}

test('the life of a run is told in order, and no run is doubled', async () => {
	const log = 'workdirs/sr_x4/log.txt';
	experiments.write(log, taggedLog(1, 10));
	experiments.write('workdirs/sr_x4/checkpoints/best_model.pth', 'x');
	expect((await look()).map(({name, base}) => [name, base])).toEqual([['sr_x4', 'sr_x4']]);

	experiments.append(log, oomText);
	expect((await look())[0]?.alerts.map(({rule}) => rule)).toContain('cuda-oom');

	experiments.append(log, '[INFO] Resumed from checkpoints/best_model.pth at epoch 1\n');
	experiments.append(log, taggedLog(2, 10));
	expect(await look()).toHaveLength(1);

	move('workdirs/sr_x4', 'workdirs/sr_x4_archived_20260105_120000');
	const [archived] = await look();
	expect([archived?.name, archived?.base, archived?.archived]).toEqual([
		'sr_x4_archived_20260105_120000',
		'sr_x4',
		true,
	]);

	experiments.write(log, taggedLog(1, 10));
	const both = await look();
	expect(both.map(({name, base}) => [name, base])).toEqual([
		['sr_x4_archived_20260105_120000', 'sr_x4'],
		['sr_x4', 'sr_x4'],
	]);
	expect(told(both)).toEqual([
		'sr_x4_archived_20260105_120000: archived: sr_x4 → sr_x4_archived_20260105_120000',
		'sr_x4: began where workdirs/sr_x4_archived_20260105_120000 was before',
	]);

	rmSync(experiments.path('workdirs/sr_x4_archived_20260105_120000'), {recursive: true});
	const after = await look();
	expect(after.map(({name, state}) => [name, state])).toEqual([
		['sr_x4_archived_20260105_120000', 'unknown'],
		['sr_x4', 'running'],
	]);
	expect(told(after)[1]).toBe(
		'sr_x4_archived_20260105_120000: gone: workdirs/sr_x4_archived_20260105_120000',
	);
});

test('a run that is renamed, moved, hidden and brought back stays one run', async () => {
	experiments.write('workdirs/a/log.txt', taggedLog(2, 10));
	await look();
	move('workdirs/a', 'workdirs/b');
	await look();
	experiments.write('old/readme.md', 'x');
	move('workdirs/b', 'old/b');
	await look();
	const elsewhere = createExperiments();
	renameSync(experiments.path('old/b'), elsewhere.path('b'));
	const [hidden] = await look();
	expect([hidden?.state, hidden?.why]).toEqual(['unknown', 'its files are gone']);
	renameSync(elsewhere.path('b'), experiments.path('workdirs/b'));
	elsewhere.remove();
	const runs = await look();
	expect(runs).toHaveLength(1);
	expect(told(runs)).toEqual([
		'b: renamed: a → b',
		'b: moved: workdirs → old',
		'b: gone: old/b',
		'b: moved: old → workdirs',
		'b: found again: workdirs/b',
	]);
});

test('events that are there before their experiment are no run of their own for long', async () => {
	experiments.write('tb_logger/a/events.out.tfevents.1.gpu.1.0', '');
	expect((await look()).map(({path}) => path)).toEqual(['tb_logger/a']);
	experiments.write('experiments/a/train_a_20260105_100000.log', taggedLog(3, 10));
	const [run, ...others] = await look();
	expect([run?.path, others, told([run!])]).toEqual(['experiments/a', [], []]);
	move('experiments/a', 'experiments/a_archived_20260105_120000');
	expect(await look()).toHaveLength(1);
	move('tb_logger/a', 'tb_logger/a_archived_20260105_120000');
	expect(told(await look())).toEqual([
		'a_archived_20260105_120000: archived: a → a_archived_20260105_120000',
	]);
});

test('events whose experiment was moved away for good are a run of their own', async () => {
	experiments.write('experiments/a/train_a_20260105_100000.log', taggedLog(3, 10));
	experiments.write('tb_logger/a/events.out.tfevents.1.gpu.1.0', '');
	await look();
	move('experiments/a', 'experiments/b');
	await look();
	expect((await look()).map(({path}) => path)).toEqual(['experiments/b', 'tb_logger/a']);
	move('tb_logger/a', 'tb_logger/b');
	expect((await look()).map(({path}) => path)).toEqual(['experiments/b']);
	expect([...fleet.replaced()]).toHaveLength(1);
});

test('a run that was copied elsewhere and then deleted lives on as its copy', async () => {
	const text = taggedLog(3, 10);
	experiments.write('workdirs/a/log.txt', text);
	await look();
	experiments.write('disk2/a/log.txt', text);
	expect(await look()).toHaveLength(2);
	rmSync(experiments.path('workdirs/a'), {recursive: true});
	const runs = await look();
	expect(runs.map(({folder}) => folder)).toEqual([experiments.path('disk2/a')]);
	expect(told(runs)).toEqual(['a: moved: workdirs → disk2']);
	expect(fleet.replaced().size).toBe(1);
	experiments.write('workdirs/a/log.txt', taggedLog(1, 10));
	expect(told(await look())).toEqual([
		'a: moved: workdirs → disk2',
		'a: began where disk2/a was before',
	]);
});

/** Packs a folder as people do, and leaves the folder there. */
function pack(folder: string, archive: string): void {
	const [, above, name] = /^(.*)\/(.*)$/.exec(experiments.path(folder))!;
	execFileSync('tar', ['czf', experiments.path(archive), '-C', above!, name!]);
}

test('a run that is packed and deleted says into which archive', async () => {
	experiments.write('workdirs/a/log.txt', taggedLog(3, 10));
	await look();
	pack('workdirs/a', 'a.tar.gz');
	expect(await look()).toHaveLength(1);
	rmSync(experiments.path('workdirs/a'), {recursive: true});
	const runs = await look();
	expect(told(runs)).toEqual(['a: packed: a → a.tar.gz']);
	expect(runs.map(({state, why}) => [state, why])).toEqual([['unknown', 'packed: a → a.tar.gz']]);
});

test('where archives are read, a run lives on in its own, and is told once meanwhile', async () => {
	await fleet.close();
	means = meansOf(undefined, {archives: true});
	fleet = createFleet(means, {paths: [experiments.folder], depth: 6, all: true, since: null});
	experiments.write('workdirs/a/log.txt', taggedLog(3, 10));
	experiments.write('workdirs/a/config.yaml', 'lr: 0.25\n');
	await look();
	pack('workdirs/a', 'workdirs/a.tar.gz');
	expect((await look()).map(({path}) => path)).toEqual(['workdirs/a']);
	rmSync(experiments.path('workdirs/a'), {recursive: true});
	const runs = await look();
	expect(runs.map(({path, archived}) => [path, archived])).toEqual([['workdirs/a.tar.gz/a', true]]);
	expect(told(runs)).toEqual(['a: packed: a → a.tar.gz']);
});

test('a folder that is deleted and made again is one living run, with the old one’s story', async () => {
	const log = 'workdirs/a/log.txt';
	experiments.write(log, taggedLog(3, 10));
	await look();
	rmSync(experiments.path('workdirs/a'), {recursive: true});
	await look();
	experiments.write(log, taggedLog(1, 10));
	const living = (await look()).filter(({state}) => state === 'running');
	expect(living.map(({name, progress}) => [name, progress.epoch])).toEqual([['a', 1]]);
	// The file system may give the new folder the number of the old one.
	expect(told(living).at(-1)).toMatch(
		/^a: (?:found again: workdirs\/a|began where workdirs\/a was)/,
	);
});

/** Asks about the surroundings of runs until something is true. */
async function until(isTrue: (runs: readonly Tracked[]) => boolean): Promise<void> {
	const surroundings = watchSurroundings(means, () => {});
	while (!isTrue([...fleet.runs.values()])) {
		now += 61_000;
		surroundings.tick(fleet.runs.values(), now);
		await setImmediate();
	}

	surroundings.stop();
}

const lives = ({around}: Tracked) => around.process?.alive === true;
const isSure = ({around}: Tracked) => around.sure;

test('a folder that is deleted under its process is an alert, once that was seen to live on', async () => {
	const path = experiments.write('workdirs/a/log.txt', taggedLog(2, 10));
	const handle = openSync(path, 'a');
	try {
		await look();
		await until(runs => runs.every(lives));
		rmSync(experiments.path('workdirs/a'), {recursive: true});
		writeSync(handle, 'on and on\n');
		expect((await look())[0]?.alerts.map(({rule}) => rule)).not.toContain('folder-gone');
		await until(runs => runs.every(isSure));
		const [lost] = await look();
		expect(lost?.alerts[0]).toMatchObject({rule: 'folder-gone', open: true});
	} finally {
		closeSync(handle);
	}

	await until(runs => !runs.some(lives));
	const [over] = await look();
	expect(over?.alerts[0]).not.toMatchObject({rule: 'folder-gone', open: true});
});

test('a folder that is deleted after its process was stopped is none', async () => {
	const handle = openSync(experiments.write('workdirs/a/log.txt', taggedLog(2, 10)), 'a');
	await look();
	await until(runs => runs.every(lives));
	closeSync(handle);
	rmSync(experiments.path('workdirs/a'), {recursive: true});
	await look();
	await until(runs => runs.every(isSure));
	const [lost] = await look();
	expect(lost?.alerts.map(({rule}) => rule)).not.toContain('folder-gone');
});
