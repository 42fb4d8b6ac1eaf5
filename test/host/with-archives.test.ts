import {execFileSync} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {mkdirSync, readdirSync, symlinkSync, utimesSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {packTar, type TarEntry} from 'modern-tar';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {createFleet} from '../../source/app/fleet.ts';
import {meansOf} from '../../source/app/means.ts';
import {survey} from '../../source/app/survey.ts';
import type {FileNews, Host} from '../../source/core/host.ts';
import {lookThrough} from '../../source/host/archive.ts';
import {localHost} from '../../source/host/local.ts';
import {withArchives} from '../../source/host/with-archives.ts';
import {createExperiments, type Experiments, taggedLog} from '../kit/experiments.ts';

let experiments: Experiments;
beforeEach(() => {
	experiments = createExperiments();
});
afterEach(() => experiments.remove());

const host = withArchives(localHost());

/** A tar of these files. */
function tarOf(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
	const entries = Object.entries(files).map(
		([name, body]): TarEntry => ({header: {name, size: body.length, type: 'file'}, body}),
	);
	return packTar(entries);
}

async function textOf(path: string): Promise<string> {
	const opened = await host.open(path);
	const bytes = new Uint8Array(1000);
	return new TextDecoder().decode(bytes.subarray(0, await opened.read(bytes, 0)));
}

test('an archive is a folder, whatever paths it names', async () => {
	const tar = await tarOf({
		'./exp/log.txt': 'loss',
		'exp/../../etc/x.log': 'no',
		'/abs.log': 'abs',
	});
	const path = experiments.write('exp.tgz', gzipSync(tar));
	expect(await host.list(experiments.folder)).toEqual([{name: 'exp.tgz', kind: 'folder'}]);
	expect((await host.list(path)).map(({name, kind}) => [name, kind])).toEqual([
		['exp', 'folder'],
		['abs.log', 'file'],
	]);
	expect(await textOf(`${path}/exp/log.txt`)).toBe('loss');
	expect(await textOf(`${path}/exp/etc/x.log`)).toBe('no');
	expect(await host.stat(`${path}/nothing.txt`)).toBeUndefined();
	expect(readdirSync(experiments.folder)).toEqual(['exp.tgz']);
});

test('weights in an archive are listed with their size and not read', async () => {
	const path = experiments.write('exp.tar', await tarOf({'best.pth': 'x'.repeat(5000)}));
	expect((await host.stat(`${path}/best.pth`))?.bytes).toBe(5000);
	await expect(host.open(`${path}/best.pth`)).rejects.toThrow('is not read from an archive');
});

test.each<[string, Uint8Array]>([
	['text', new TextEncoder().encode('no archive at all '.repeat(100))],
	['half a gzip header', gzipSync('x').subarray(0, 6)],
])(
	'an archive that is %s is told as damaged, and the folder beside it can be read',
	async (_what, bytes) => {
		const path = experiments.write('bad.tar.gz', bytes);
		await expect(host.list(path)).rejects.toThrow();
		expect(await host.list(experiments.folder)).toEqual([{name: 'bad.tar.gz', kind: 'folder'}]);
	},
);

test('of a cut archive what lies before the cut can be read', async () => {
	const tar = await tarOf({'a/log.txt': 'first', 'b/log.txt': 'y'.repeat(3000)});
	const path = experiments.write('cut.tar', tar.subarray(0, 2048));
	expect(await textOf(`${path}/a/log.txt`)).toBe('first');
});

test('a bomb is unpacked to a bounded size, and only its beginning is held', async () => {
	const tar = await tarOf({'log.txt': 'z'.repeat(20_000_000), 'log2.txt': 'after'});
	const path = experiments.write('bomb.tar.gz', gzipSync(tar));
	expect((await host.stat(`${path}/log.txt`))?.bytes).toBe(4_194_304);
	expect(await textOf(`${path}/log2.txt`)).toBe('after');
});

/** Logs of a run packed to some size, and how they are looked through within narrow limits. */
const narrow = {read: 1 << 16, unpacked: 1 << 18, growth: 16, file: 1 << 10, all: 1 << 12};

test('more than is ever unpacked of an archive is unpacked where it grew from as much', async () => {
	const noise = randomBytes(200_000).toString('base64');
	const bomb = experiments.write(
		'a.tgz',
		gzipSync(await tarOf({'log.txt': 'x'.repeat(300_000), 'end.log': 'end'})),
	);
	const honest = experiments.write(
		'b.tgz',
		gzipSync(await tarOf({'log.txt': 'x', 'best.pth': noise, 'last.pth': noise, 'end.log': 'end'})),
	);
	const wide = {...narrow, read: 1 << 20};
	const [cut, whole] = [
		await lookThrough(localHost(), bomb, narrow),
		await lookThrough(localHost(), honest, wide),
	];
	expect([cut.cut, [...cut.inside.keys()]]).toEqual(['unpacks to too much', ['log.txt']]);
	expect([whole.cut, whole.inside.size]).toEqual([null, 4]);
});

test('of a big archive only the beginning is looked at, and all together have one budget', async () => {
	const noise = randomBytes(1_500_000).toString('base64');
	const packed = gzipSync(await tarOf({'log.txt': 'x', 'best.pth': noise, 'end.log': 'end'}));
	const path = experiments.write('a.tgz', packed);
	const megabyte = {...narrow, read: 1 << 20, unpacked: 1 << 28};
	const {cut, inside} = await lookThrough(localHost(), path, megabyte);
	expect([cut, [...inside.keys()]]).toEqual([
		'only its first 1 MB were looked at',
		['log.txt', 'best.pth'],
	]);
	const budget = {left: 100_000};
	const poor = await lookThrough(localHost(), path, undefined, budget);
	expect(poor.cut).toBe('only its beginning was looked at: there are too many archives');
	expect(budget.left).toBeLessThanOrEqual(0);
});

test('an archive that is not packed is passed through from header to header', async () => {
	const long = `exp/${'d'.repeat(120)}/${'n'.repeat(60)}.log`;
	const path = experiments.write(
		'a.tar',
		await tarOf({'exp/log.txt': 'first', 'exp/best.pth': 'x'.repeat(5_000_000), [long]: 'end'}),
	);
	let read = 0;
	const local = localHost();
	const counting: Host = {
		...local,
		async open(file) {
			const opened = await local.open(file);
			return {
				...opened,
				async read(into, offset) {
					const count = await opened.read(into, offset);
					read += count;
					return count;
				},
			};
		},
	};
	const {inside, cut} = await lookThrough(counting, path);
	expect(cut).toBeNull();
	expect(inside.get('exp/best.pth')).toMatchObject({kind: 'file', bytes: 5_000_000});
	expect(new TextDecoder().decode(inside.get(long)?.content)).toBe('end');
	expect(read).toBeLessThan(10_000);
});

test('an archive in which no log is among the first names says so', async () => {
	const names = Array.from({length: 2100}, (_, index) => [`img/${index}.png`, ''] as const);
	const tar = await tarOf({...Object.fromEntries(names), 'exp/log.txt': 'loss'});
	for (const [name, bytes] of [
		['a.tar', tar],
		['a.tgz', gzipSync(tar)],
	] as const) {
		const {cut} = await lookThrough(localHost(), experiments.write(name, bytes));
		expect(cut).toBe('none of its first 2000 names is a log’s: the rest was not looked at');
	}
});

test.each<[string, string, Uint8Array]>([
	['a.tgz', 'damaged: is not packed with gzip', new Uint8Array(600).fill(65)],
	['a.tar', 'damaged: holds what is no tar', new Uint8Array(600).fill(65)],
	['b.tgz', 'damaged: ends too early', gzipSync('x').subarray(0, 12)],
])('a damaged %s says in words: %s', async (name, words, bytes) => {
	await expect(lookThrough(localHost(), experiments.write(name, bytes))).rejects.toThrow(words);
});

test('a big archive is empty until it was looked through, and tells when it was', async () => {
	const noise = randomBytes(17_000_000).toString('base64');
	const packed = gzipSync(await tarOf({'exp/log.txt': 'loss', 'exp/best.pth': noise}), {level: 0});
	const path = experiments.write('exp.tgz', packed);
	utimesSync(path, 1_700_000_000, 1_700_000_000);
	const patient = withArchives(localHost(), {later: true});
	const {promise, resolve} = Promise.withResolvers<FileNews>();
	const watch = patient.watch(resolve);
	expect(await patient.list(path)).toEqual([]);
	expect(patient.trouble()).toEqual([{path, what: 'is still being looked through'}]);
	const before = await patient.stat(path);
	expect(await promise).toEqual({what: 'came', path});
	expect((await patient.list(path)).map(({name}) => name)).toEqual(['exp']);
	expect((await patient.stat(path))?.modifiedAt).not.toBe(before?.modifiedAt);
	expect(patient.trouble()).toEqual([]);
	await watch.stop();
});

test('an archive of which only a part was seen says so, while it is there', async () => {
	const whole = withArchives(localHost());
	const tar = await tarOf({'a/log.txt': 'first', 'b/log.txt': 'y'.repeat(3000)});
	const path = experiments.write('cut.tar', tar.subarray(0, 2048));
	await whole.list(path);
	expect(whole.trouble()).toEqual([{path, what: 'damaged: ends within log.txt'}]);
	experiments.write('cut.tar', tar);
	await whole.list(path);
	expect(whole.trouble()).toEqual([]);
});

test('links that lead in circles and archives beyond counting are left alone', async () => {
	mkdirSync(experiments.path('many'));
	symlinkSync(experiments.path('loop.tar'), experiments.path('loop.tar'));
	for (let shard = 0; shard < 21; shard++) experiments.write(`many/${shard}.tar`, 'x');
	const kinds = (await host.list(experiments.path('many'))).map(({kind}) => kind);
	expect(new Set(kinds)).toEqual(new Set(['file']));
	expect((await host.list(experiments.folder)).find(({name}) => name === 'loop.tar')?.kind).toBe(
		'link',
	);
});

test('a run that was packed is an archived run with its log, settings and best value', async () => {
	experiments.write('work/exp_7/log.txt', taggedLog(5, 5));
	experiments.write('work/exp_7/config.yaml', 'lr: 0.25\n');
	experiments.write('work/exp_7/checkpoints/best_model.pth', 'x'.repeat(100_000));
	execFileSync('tar', ['czf', 'exp_7.tar.gz', 'exp_7'], {cwd: experiments.path('work')});
	execFileSync('rm', ['-r', 'exp_7'], {cwd: experiments.path('work')});
	const means = meansOf(undefined, {archives: true});
	const fleet = createFleet(means, {paths: [experiments.folder], depth: 6, all: true, since: null});
	const {runs, trouble} = await survey(fleet, means, Date.now() + 60_000);
	await fleet.close();
	expect(trouble).toEqual([]);
	expect(
		runs.map(({path, archived, state, settings, validation}) => [
			path,
			archived,
			state,
			settings?.values,
			validation.best?.value,
		]),
	).toEqual([['work/exp_7.tar.gz/exp_7', true, 'finished', {lr: 0.25}, 0.75]]);
});

test('a checkpoint that is called .pth.tar is no archive', async () => {
	experiments.write('run/last.pth.tar', 'x');
	const folder = experiments.path('run');
	expect(await host.list(folder)).toEqual([{name: 'last.pth.tar', kind: 'file'}]);
	expect((await host.stat(`${folder}/last.pth.tar`))?.kind).toBe('file');
});
