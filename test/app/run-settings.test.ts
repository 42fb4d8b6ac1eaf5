import {describe, expect, test} from 'vitest';
import {createFleet} from '../../source/app/fleet.ts';
import {type Means, meansOf} from '../../source/app/means.ts';
import {missingPaths} from '../../source/app/missing-paths.ts';
import {originOf} from '../../source/app/origin.ts';
import {askSettings} from '../../source/app/run-settings.ts';
import {track} from '../../source/app/tracked.ts';
import type {Found, FoundFile} from '../../source/core/found.ts';
import type {Host} from '../../source/core/host.ts';
import {memoryHost} from '../kit/host.ts';

function foundOf(settings: string | null, files: readonly FoundFile[] = []): Found {
	return {
		id: 'r',
		name: 'run',
		folder: '/w/run',
		path: 'run',
		aliases: [],
		layout: 'workdirs',
		archived: false,
		files,
		settings,
		checkpoints: [],
	};
}

const log = (path: string, modifiedAt: number, bytes = 100): FoundFile => ({
	id: path,
	full: `/w/run/${path}`,
	path,
	bytes,
	modifiedAt,
});

async function settingsOf(tree: Readonly<Record<string, string>>, found: Found) {
	const host = memoryHost(tree);
	const means = {host, wishesFor: () => ({thresholds: {}})} as unknown as Means;
	const run = track(means, {...found, files: []});
	run.found = found;
	await askSettings(means, [run]);
	return run.settings;
}

test('the file counts, the log tells what it does not and what it says otherwise, each with its line', async () => {
	const tree = {
		'/w/run/config.yaml': 'lr: 0.1\nepochs: 5\nname: a\n',
		'/w/run/train.log': 'hello\nNamespace(lr=0.2, epochs=5, name="b", seed=3)\n',
		'/w/run/old.log': 'Namespace(lr=9, wd=9)\n',
	};
	const files = [log('old.log', 1), log('train.log', 2)];
	expect(await settingsOf(tree, foundOf('/w/run/config.yaml', files))).toEqual({
		file: 'config.yaml',
		values: {lr: 0.1, epochs: 5, name: 'a', seed: 3},
		sources: {
			lr: 'config.yaml:1',
			epochs: 'config.yaml:2',
			name: 'config.yaml:3',
			seed: 'train.log:2',
		},
		otherwise: {lr: {value: 0.2, source: 'train.log:2'}},
	});
});

test('a file that cannot be read as settings is told', async () => {
	const host = memoryHost({'/w/run/config.yaml': 'a: [1\n'});
	const means = {host, wishesFor: () => ({thresholds: {}})} as unknown as Means;
	const run = track(means, foundOf('/w/run/config.yaml'));
	await askSettings(means, [run]);
	expect(run.settingsTrouble?.path).toBe('/w/run/config.yaml');
	expect(run.settingsTrouble?.what).toMatch(/^not valid YAML: /);
});

test('without a file the log is where settings stand; a Python file is read as one', async () => {
	const tree = {
		'/w/run/net.py': 'lr = 0.1\n',
		'/w/run/train.log': 'Namespace(lr=0.2, seed=3)\n',
	};
	const files = [log('train.log', 2)];
	expect((await settingsOf(tree, foundOf(null, files)))?.file).toBe('train.log');
	expect((await settingsOf(tree, foundOf('/w/run/net.py', files)))?.values).toEqual({
		lr: 0.1,
		seed: 3,
	});
	expect(await settingsOf({'/w/run/train.log': 'x'}, foundOf(null, files))).toBeNull();
});

test('a log that has just begun is read again when it has doubled', async () => {
	const host = memoryHost({'/w/run/train.log': 'hello\n'});
	const means = {host, wishesFor: () => ({thresholds: {}})} as unknown as Means;
	const run = track(means, foundOf(null));
	run.found = foundOf(null, [log('train.log', 1, 6)]);
	await askSettings(means, [run]);
	host.append('/w/run/train.log', 'Namespace(lr=0.2, seed=3)\n');
	await askSettings(means, [run]);
	expect(run.settings).toBeNull();
	run.found = foundOf(null, [log('train.log', 1, 32)]);
	await askSettings(means, [run]);
	expect(run.settings?.values).toEqual({lr: 0.2, seed: 3});
});

test('what lies beside the settings file is read too: YOLO’s hyp.yaml, Hydra’s config', async () => {
	const tree = {
		'/w/run/opt.yaml': 'epochs: 3\n',
		'/w/run/hyp.yaml': 'epochs: 9\nlr0: 0.01\n',
		'/w/.hydra/config.yaml': 'net:\n  depth: 50\n',
	};
	expect(await settingsOf(tree, foundOf('/w/run/opt.yaml'))).toEqual({
		file: 'opt.yaml',
		values: {epochs: 3, lr0: 0.01, 'net.depth': 50},
		sources: {
			epochs: 'opt.yaml:1',
			lr0: 'hyp.yaml:2',
			'net.depth': '../.hydra/config.yaml:2',
		},
	});
});

test('of a long log that several launches appended to, the newest one tells settings and command', async () => {
	const launch = (hour: string, rate: number, records: number) => {
		const record = (step: number) =>
			`2026-01-05 ${hour}:${String(Math.floor(step / 60)).padStart(2, '0')}:${String(step % 60).padStart(2, '0')} - INFO - epoch 1/1 step ${step}/3600 loss: ${(1 / step).toFixed(4)} lr: 0.1\n`;
		const steps = Array.from({length: records}, (_, index) => record(index + 1));
		return `+ python train.py --lr ${rate}\nNamespace(lr=${rate}, seed=1)\n${steps.join('')}`;
	};
	const text = launch('10', 0.1, 3000) + launch('12', 0.2, 400);
	const host = memoryHost({'/w/run/train.log': text});
	const means = {...meansOf(), host};
	const fleet = createFleet(means, {paths: ['/w'], depth: 6, all: true, since: null});
	await fleet.search(0);
	const [run] = [...fleet.runs.values()];
	for (const file of run!.files.values()) while (await file.step(0, false));
	await askSettings(means, [run!]);
	expect(text.length).toBeGreaterThan(200_000);
	expect(run!.settings).toMatchObject({
		values: {lr: 0.2, seed: 1},
		sources: {lr: 'train.log:3003', seed: 'train.log:3004'},
	});
	expect((await originOf(host, run!)).command).toBe('python train.py --lr 0.2');
});

describe('paths that lead nowhere', () => {
	const user = 7;
	/** Everything belongs to the user but what lies at the top. */
	function hostOf(tree: Readonly<Record<string, string>>, more: Partial<Host> = {}): Host {
		const host = memoryHost(tree);
		return {
			...host,
			shared: async () => false,
			stat: async path => {
				const stat = await host.stat(path);
				return stat && {...stat, owner: path.split('/').length > 2 ? user : 0};
			},
			...more,
		};
	}
	const tree = {'/home/ann/runs/a/log.txt': '', '/home/ann/data/x': '', '/data/b': ''};
	const ask = (values: Record<string, string>, host = hostOf(tree)) =>
		missingPaths(host, '/home/ann/runs/a', values, '/home/ann', user);

	test('beside the run or in the home of the user, and of nobody else', async () => {
		const values = {
			'data.root': '/home/ann/data',
			train_file: '/home/ann/data/gone.txt',
			'val.data_dir': '/home/bob/data',
			dataroot_gt: '/data/gone',
			dataset: 'coco',
			output_dir: '/home/ann/out',
			checkpoint_save_dir: '/home/ann/ckpt',
			glob_path: '/home/ann/*.txt',
		};
		expect(await ask(values)).toEqual(['train_file', 'checkpoint_save_dir']);
	});

	test('not on a network disk, not of another user, not where an answer is late', async () => {
		const values = {data_dir: '/home/ann/gone'};
		expect(await ask(values)).toEqual(['data_dir']);
		expect(await ask(values, hostOf(tree, {shared: async () => true}))).toEqual([]);
		const never = new Promise<never>(() => {});
		const base = hostOf(tree);
		const late = hostOf(tree, {
			stat: path => (path.endsWith('gone') ? never : base.stat(path)),
		});
		expect(await ask(values, late)).toEqual([]);
		expect(await missingPaths(base, '/home/ann/runs/a', values, '/home/ann', 8)).toEqual([]);
	});
});
