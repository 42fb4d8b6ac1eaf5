import {execFileSync} from 'node:child_process';
import {mkdirSync, readdirSync, symlinkSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {packTar, type TarEntry} from 'modern-tar';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {createFleet} from '../../source/app/fleet.ts';
import {meansOf} from '../../source/app/means.ts';
import {survey} from '../../source/app/survey.ts';
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
