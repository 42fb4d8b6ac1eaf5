import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {keptOf, pruned, remarksOf, type UserState, withRuns} from '../../source/app/state.ts';
import {openState, statePath} from '../../source/app/state-file.ts';
import {readState, writeState} from '../../source/app/state-text.ts';
import {file, run} from '../kit/runs.ts';

const folder = mkdtempSync(join(tmpdir(), 'watchexp-test-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const day = 86_400_000;
const now = 1000 * day;
const one = run('exp_1', 'running', {id: '1:7', startedAt: 5_000_000});
const empty: UserState = {runs: {}, visits: {}};
const labelled =
	(label: string, of = one, at = now) =>
	(state: UserState) =>
		withRuns(state, [of], at, () => ({label}));

let made = 0;
/** A path in a folder that is not there yet. */
const freshPath = () => join(folder, String(++made), 'watchexp', 'state.json');

test.each([
	[{XDG_STATE_HOME: '/xdg', HOME: '/home/you'}, '/xdg/watchexp/state.json'],
	[{XDG_STATE_HOME: 'relative', HOME: '/home/you'}, '/home/you/.local/state/watchexp/state.json'],
])('in %j the state lies in %s', (env, path) => {
	expect(statePath(env)).toBe(path);
});

describe('what is kept of a run is found', () => {
	const state = labelled('best')(empty);
	const found = (more: Partial<typeof one>) => keptOf(state, {...one, ...more})?.label;

	test('by its id and folder', () => {
		expect(found({})).toBe('best');
		expect(found({startedAt: null})).toBe('best');
	});

	test('after its folder was moved', () => {
		expect(found({folder: '/data/old/moved'})).toBe('best');
	});

	test('after it was archived, where its times are not known', () => {
		expect(found({folder: '/data/workdirs/exp_1_archived_20260105', startedAt: null})).toBe('best');
	});

	test('after its folder was copied to another disk', () => {
		expect(found({id: '2:2'})).toBe('best');
	});

	test('but not by another run whose folder got the id of one that was deleted', () => {
		expect(found({folder: '/data/workdirs/exp_2', startedAt: 90_000_000})).toBeUndefined();
		expect(found({folder: '/data/workdirs/exp_2', startedAt: null})).toBeUndefined();
	});

	test('and not by a new run in a folder of the same name', () => {
		expect(found({id: '2:2', startedAt: 90_000_000})).toBeUndefined();
		expect(found({id: '2:2', startedAt: null})).toBeUndefined();
	});

	test('and a lone log is kept by its own path', () => {
		const log = {...one, layout: 'file', files: [file('job.out')]};
		const [kept] = Object.values(labelled('x', log)(empty).runs);
		expect(kept!.path).toBe('/data/job.out');
	});
});

test('nothing is remarked where nothing was written', () => {
	expect(remarksOf(undefined)).toBeUndefined();
	expect(remarksOf(keptOf(labelled('')(empty), one))).toBeUndefined();
	expect(remarksOf(keptOf(labelled('x')(empty), one))).toEqual({
		hidden: false,
		label: 'x',
		note: '',
		acknowledged: [],
	});
});

test('what nobody used for 180 days is dropped', () => {
	const state = {...labelled('x')(empty), visits: {'/a': now, '/b': now - 200 * day}};
	expect(Object.keys(pruned(state, now + 179 * day).runs)).toEqual(['1:7']);
	expect(pruned(state, now + 180 * day).runs).toEqual({});
	expect(pruned(state, now + day).visits).toEqual({'/a': now});
});

test('a state that is written is read as it was', () => {
	const state = withRuns(empty, [one], now, () => ({
		hidden: true,
		note: '学习率',
		acknowledged: [
			{
				rule: 'cuda-oom',
				severity: 'critical',
				raised: {file: 'log.txt', offset: 300},
				since: null,
				startedAt: 5,
				at: 6,
			},
		],
		glance: {at: 7, state: 'crashed', best: 0.5, rule: 'cuda-oom'},
	}));
	expect(readState(writeState(state))).toEqual(state);
});

test.each([
	['', undefined],
	['{"schema":"watchexp.state/1","runs":{"1:7":', undefined],
	['{"schema":"watchexp.state/1","runs":[],"visits":{}}', undefined],
	['{"schema":"watchexp.state/2"}', 'newer'],
	['{"schema":"other/1","runs":{},"visits":{}}', undefined],
	['[]', undefined],
])('%j is read as %j', (text, state) => {
	expect(readState(text)).toEqual(state);
});

test('what is odd in a file is left out', () => {
	const text = JSON.stringify({
		schema: 'watchexp.state/1',
		visits: {'/a': 'yesterday'},
		runs: {
			a: {path: '/a', label: 7, acknowledged: [{rule: 'rm -rf'}, 3], glance: {state: 'fine'}},
			b: 'x',
		},
	});
	expect(readState(text)).toEqual({
		visits: {},
		runs: {
			a: {
				path: '/a',
				startedAt: null,
				usedAt: 0,
				hidden: false,
				label: '',
				note: '',
				acknowledged: [],
				glance: null,
			},
		},
	});
});

describe('the file', () => {
	test('is made when something is kept, for the user only, and read the next time', async () => {
		const path = freshPath();
		const first = await openState(path);
		await first.save(now);
		expect(() => readFileSync(path)).toThrow('ENOENT');
		first.change(labelled('best'));
		await first.save(now);
		expect((await openState(path)).state()).toEqual(first.state());
		expect(readdirSync(dirname(path))).toEqual(['state.json']);
		expect(first.trouble()).toEqual([]);
	});

	test('keeps what two programs wrote', async () => {
		const path = freshPath();
		const [a, b] = [await openState(path), await openState(path)];
		const two = run('exp_2', 'running', {id: '1:8'});
		a.change(labelled('mine'));
		b.change(labelled('theirs', two));
		await Promise.all([a.save(now), a.save(now)]);
		await b.save(now);
		const labels = Object.values((await openState(path)).state().runs).map(({label}) => label);
		expect(labels).toEqual(['mine', 'theirs']);
		expect(keptOf(b.state(), one)?.label).toBe('mine');
	});

	test('is read again when another program wrote it', async () => {
		const path = freshPath();
		const [a, b] = [await openState(path), await openState(path)];
		expect(await b.refresh()).toBe(false);
		a.change(labelled('theirs'));
		await a.save(now);
		expect(await b.refresh()).toBe(true);
		expect(keptOf(b.state(), one)?.label).toBe('theirs');
		expect([await a.refresh(), await b.refresh()]).toEqual([false, false]);
	});

	test('is moved aside when it is damaged, and told of', async () => {
		const path = freshPath();
		mkdirSync(dirname(path), {recursive: true});
		writeFileSync(path, '{"schema":"watchexp.st');
		const file = await openState(path);
		expect(file.state()).toEqual(empty);
		expect(file.trouble()).toEqual([`${path} was damaged: it is now ${path}.damaged`]);
		expect(readFileSync(`${path}.damaged`, 'utf8')).toBe('{"schema":"watchexp.st');
		file.change(labelled('x'));
		await file.save(now);
		expect((await openState(path)).trouble()).toEqual([]);
	});

	test('of a newer program is left as it is', async () => {
		const path = freshPath();
		mkdirSync(dirname(path), {recursive: true});
		writeFileSync(path, '{"schema":"watchexp.state/2"}');
		const file = await openState(path);
		file.change(labelled('x'));
		await file.save(now);
		expect(keptOf(file.state(), one)?.label).toBe('x');
		expect(readFileSync(path, 'utf8')).toBe('{"schema":"watchexp.state/2"}');
		expect(file.trouble()).toEqual([`a newer watchexp wrote ${path}: it is left as it is`]);
	});

	test('that cannot be written is told of once, and the state holds for this sitting', async () => {
		const path = join(freshPath(), 'under', 'a', 'file.json');
		mkdirSync(dirname(dirname(dirname(dirname(path)))), {recursive: true});
		writeFileSync(dirname(dirname(dirname(path))), 'a file where a folder should be');
		const file = await openState(path);
		for (const label of ['x', 'y']) {
			file.change(labelled(label));
			await file.save(now);
		}

		expect(keptOf(file.state(), one)?.label).toBe('y');
		expect(file.trouble()).toEqual([`acknowledgements and notes are not kept: ${path} (ENOTDIR)`]);
	});
});

test('a home that is not there is not made', async () => {
	const path = '/nonexistent/.local/state/watchexp/state.json';
	const file = await openState(path);
	file.change(labelled('x'));
	await file.save(now);
	expect(existsSync('/nonexistent')).toBe(false);
	expect(file.trouble()).toEqual([`acknowledgements and notes are not kept: ${path} (ENOENT)`]);
});

test.skipIf(process.getuid?.() === 0)('a folder without permission is no failure', async () => {
	const path = freshPath();
	mkdirSync(dirname(path), {recursive: true});
	chmodSync(dirname(path), 0o500);
	const file = await openState(path);
	file.change(labelled('x'));
	await file.save(now);
	expect(file.trouble()).toEqual([`acknowledgements and notes are not kept: ${path} (EACCES)`]);
});
