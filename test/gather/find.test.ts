import {describe, expect, test} from 'vitest';
import {createFinder, type Search} from '../../source/gather/find.ts';
import {layouts} from '../../source/layouts/index.ts';
import {type MemoryHost, memoryHost} from '../kit/host.ts';

function search(host: MemoryHost, paths: readonly string[] = ['/w'], options = {}) {
	return createFinder(host, layouts, options).search(paths);
}

function paths({runs}: Search): readonly string[] {
	return runs.map(run => run.path);
}

describe('what is a run', () => {
	test('a folder, told with its settings and checkpoint folders', async () => {
		const host = memoryHost({
			'/w/exp_20260105_143022/log.txt': 'x',
			'/w/exp_20260105_143022/config.yaml': 'x',
			'/w/exp_20260105_143022/checkpoints/best.pth': 'x',
		});
		const {runs} = await search(host);
		expect(runs).toEqual([
			{
				id: (await host.stat('/w/exp_20260105_143022'))?.identity,
				name: 'exp_20260105_143022',
				base: 'exp_20260105_143022',
				folder: '/w/exp_20260105_143022',
				path: 'exp_20260105_143022',
				aliases: [],
				layout: 'workdirs',
				archived: false,
				files: [
					{
						id: (await host.stat('/w/exp_20260105_143022/log.txt'))?.identity,
						full: '/w/exp_20260105_143022/log.txt',
						path: 'log.txt',
						bytes: 1,
						modifiedAt: (await host.stat('/w/exp_20260105_143022/log.txt'))?.modifiedAt,
					},
				],
				settings: '/w/exp_20260105_143022/config.yaml',
				checkpoints: ['/w/exp_20260105_143022/checkpoints', '/w/exp_20260105_143022'],
			},
		]);
	});

	test('a lone log, known by its own device and inode', async () => {
		const host = memoryHost({'/w/slurm-7.out': 'x', '/w/slurm-7.err': 'x'});
		const {runs} = await search(host);
		expect(runs.map(({id, name, layout, files}) => [id, name, layout, files.length])).toEqual([
			[(await host.stat('/w/slurm-7.out'))?.identity, 'slurm-7.out', 'file', 2],
		]);
	});

	test('the ranks of one job are one run, rank 0 first', async () => {
		const host = memoryHost({
			'/w/a/workerlog.1': 'x',
			'/w/a/workerlog.0': 'x',
			'/w/a/workerlog.10': 'x',
		});
		const {runs} = await search(host);
		expect(runs.map(run => run.files.map(({path, rank}) => [path, rank]))).toEqual([
			[
				['workerlog.0', 0],
				['workerlog.1', 1],
				['workerlog.10', 10],
			],
		]);
	});

	test('texts that are no logs by their name are none', async () => {
		const host = memoryHost({
			'/w/requirements.txt': 'x',
			'/w/README.md': 'x',
			'/w/LICENSE.txt': 'x',
			'/w/train.py': 'x',
			'/w/vocab.txt': 'x',
			'/w/endpoints.log': 'x',
			'/w/default.gpu.log': 'x',
			'/w/wandb/debug.log': 'x',
		});
		expect(paths(await search(host))).toEqual([]);
	});

	test('many vague files are data, a log among them is still found', async () => {
		const labels = Array.from({length: 30}, (_, index) => [`/w/labels/page_${index}.txt`, 'x']);
		const host = memoryHost({...Object.fromEntries(labels), '/w/labels/job.out.log': 'x'});
		expect(paths(await search(host))).toEqual(['labels/job.out.log']);
	});

	test('a name that says little carries its parent', async () => {
		const host = memoryHost({
			'/w/mnist/version_3/metrics.csv': 'x',
			'/w/2026-01-05/12-30-00/train.log': 'x',
		});
		const {runs} = await search(host);
		expect(runs.map(run => run.name)).toEqual(['2026-01-05/12-30-00', 'mnist/version_3']);
	});

	test('an archived run says so', async () => {
		const host = memoryHost({'/w/net_archived_20250727_185441/train_net_20250727_183026.log': 'x'});
		expect((await search(host)).runs[0]?.archived).toBe(true);
	});

	test('side files go with the console log around them, many of them stay runs', async () => {
		const host = memoryHost({
			'/w/one/train.log': 'x',
			'/w/one/lightning_logs/version_0/metrics.csv': 'x',
			'/w/many/train.log': 'x',
			'/w/many/lightning_logs/version_0/metrics.csv': 'x',
			'/w/many/lightning_logs/version_1/metrics.csv': 'x',
			'/w/many/lightning_logs/version_2/metrics.csv': 'x',
		});
		expect(paths(await search(host))).toEqual([
			'many/lightning_logs/version_0',
			'many/lightning_logs/version_1',
			'many/lightning_logs/version_2',
			'many/train.log',
			'one',
		]);
	});
});

describe('where it looks', () => {
	test('six levels deep, and says when there is more', async () => {
		const host = memoryHost({'/w/1/2/3/4/5/6/a.log': 'x', '/w/1/2/3/4/5/6/7/b.log': 'x'});
		const found = await search(host);
		expect(paths(found)).toEqual(['1/2/3/4/5/6/a.log']);
		expect(found.cut).toBe(true);
		expect((await search(host, ['/w'], {depth: 7})).cut).toBe(false);
	});

	test('not into checkpoints and images of a run, nor into tools', async () => {
		const host = memoryHost({
			'/w/exp/train.log': 'x',
			'/w/exp/checkpoints/deep/x.log': 'x',
			'/w/exp/images/x.log': 'x',
			'/w/.git/x.log': 'x',
			'/w/node_modules/x.log': 'x',
			'/w/__pycache__/x.log': 'x',
			'/w/my_env/pyvenv.cfg': 'x',
			'/w/my_env/x.log': 'x',
			'/w/checkpoints/named_like_that/train.log': 'x',
		});
		expect(paths(await search(host))).toEqual(['checkpoints/named_like_that', 'exp']);
	});

	test('not into thousands of files without a log, and says so', async () => {
		const images = Array.from({length: 2100}, (_, index) => [`/w/images/${index}.png`, '']);
		const host = memoryHost({...Object.fromEntries(images), '/w/images/more/train.log': 'x'});
		const found = await search(host);
		expect([paths(found), found.cut]).toEqual([[], true]);
	});

	test('a link to a run is an alias, a link to a log no second copy', async () => {
		const host = memoryHost({'/w/exp_20260105_143022/log.txt': 'x'});
		host.linkTo('/w/exp_v1_baseline', '/w/exp_20260105_143022');
		host.linkTo('/w/latest.log', '/w/exp_20260105_143022/log.txt');
		host.linkTo('/w/exp_20260105_143022/self', '/w');
		const {runs} = await search(host);
		expect(runs.map(({path, aliases}) => [path, aliases])).toEqual([
			['exp_20260105_143022', ['exp_v1_baseline']],
		]);
	});

	test('a run behind two links only is one run', async () => {
		const host = memoryHost({'/disk2/exp/train.log': 'x', '/w/': ''});
		host.linkTo('/w/first', '/disk2/exp');
		host.linkTo('/w/second', '/disk2/exp');
		const {runs} = await search(host);
		expect(runs.map(({path, aliases}) => [path, aliases])).toEqual([['first', ['second']]]);
	});

	test('a run itself, one log, and logs that match a pattern', async () => {
		const host = memoryHost({
			'/w/a/log.txt': 'x',
			'/w/b/log.txt': 'x',
			'/w/jobs/1.out': 'x',
			'/w/jobs/1.err': 'x',
			'/w/jobs/2.out': 'x',
		});
		expect((await search(host, ['/w/a'])).runs.map(run => [run.path, run.name])).toEqual([
			['.', 'a'],
		]);
		const [job] = (await search(host, ['/w/jobs/1.out'])).runs;
		expect(job?.files.map(file => file.path)).toEqual(['1.out', '1.err']);
		expect(paths(await search(host, ['/w/jobs/*.out']))).toEqual(
			['jobs/1.out', 'jobs/2.out'].map(p => p.slice(5)),
		);
		expect(paths(await search(host, ['/w/**/log.txt']))).toEqual(['a/log.txt', 'b/log.txt']);
		expect(paths(await search(host, ['/w/[ab]']))).toEqual(['a', 'b']);
	});

	test('a name that looks like a pattern is meant as it stands where it exists', async () => {
		const host = memoryHost({'/w/exp[1]/log.txt': 'x', '/w/exp1/log.txt': 'x'});
		expect((await search(host, ['/w/exp[1]'])).runs.map(run => run.folder)).toEqual(['/w/exp[1]']);
	});

	test('a waiting run below a folder with a log of its own is not swallowed', async () => {
		const host = memoryHost({
			'/w/train.log': 'x',
			'/w/workdirs/exp_20260105_143022/config.yaml': 'x',
		});
		expect(paths(await search(host))).toEqual(['workdirs/exp_20260105_143022', 'train.log']);
	});

	test('several paths, told as they were typed; what is below two of them is told once', async () => {
		const host = memoryHost({'/w/a/log.txt': 'x', '/w/b/c/log.txt': 'x'});
		const found = await search(host, ['a', '.', '~/b'], {here: '/w', home: '/w'});
		expect(paths(found)).toEqual(['a', './b/c']);
	});

	test('folders to watch: roots, those on the way, those of runs and of their logs', async () => {
		const host = memoryHost({
			'/w/project/experiments/x/train_x_20241018_192730.log': 'x',
			'/w/project/tb_logger/x/events.out.tfevents.1.gpu': 'x',
			'/w/data/1.png': 'x',
		});
		expect([...(await search(host)).folders].sort()).toEqual([
			'/w',
			'/w/project',
			'/w/project/experiments',
			'/w/project/experiments/x',
			'/w/project/tb_logger/x',
		]);
	});
});

describe('trouble', () => {
	test('a path that is not there, a pattern without a match', async () => {
		const {trouble} = await search(memoryHost({'/w/': ''}), ['/w/nope', '/w/*.log']);
		expect(trouble).toEqual([
			{path: '/w/nope', what: 'does not exist'},
			{path: '/w/*.log', what: 'matches nothing'},
		]);
	});

	test('a folder that may not be listed hides nothing else', async () => {
		const host = memoryHost({'/w/a/log.txt': 'x', '/w/secret/log.txt': 'x'});
		host.refuse('/w/secret', 'EACCES');
		const found = await search(host);
		expect(paths(found)).toEqual(['a']);
		expect(found.trouble).toEqual([{path: '/w/secret', what: 'permission denied'}]);
	});
});

describe('searching again', () => {
	test('lists nothing when nothing changed, and gives the same objects', async () => {
		const host = memoryHost({'/w/a/log.txt': 'x', '/w/b/train.log': 'x'});
		const finder = createFinder(host, layouts);
		const first = await finder.search(['/w']);
		const before = host.counts.list;
		const second = await finder.search(['/w']);
		expect(host.counts.list).toBe(before);
		expect(second.runs[0]).toBe(first.runs[0]);
	});

	test('a log that grew is told with its new size, the other run stays as it was', async () => {
		const host = memoryHost({'/w/a/log.txt': 'x', '/w/b/train.log': 'x'});
		const finder = createFinder(host, layouts);
		const first = await finder.search(['/w']);
		host.append('/w/a/log.txt', 'more');
		const second = await finder.search(['/w']);
		expect(second.runs[0]?.files[0]?.bytes).toBe(5);
		expect(second.runs[1]).toBe(first.runs[1]);
	});

	test('a renamed run keeps its id, a new one under the old name is another', async () => {
		const host = memoryHost({'/w/experiments/x/train_x_20241018_192730.log': 'x'});
		const finder = createFinder(host, layouts);
		const [before] = (await finder.search(['/w'])).runs;
		host.rename('/w/experiments/x', '/w/experiments/x_archived_20241019_000000');
		host.write('/w/experiments/x/train_x_20241019_000000.log', 'y');
		const after = (await finder.search(['/w'])).runs;
		expect(after.map(({path, archived, id}) => [path, archived, id === before?.id])).toEqual([
			['experiments/x', false, false],
			['experiments/x_archived_20241019_000000', true, true],
		]);
	});

	test('a folder that changed a moment ago is listed again: its time may hide a change', async () => {
		const host = memoryHost({'/w/a/log.txt': 'x'});
		const changed = (await host.stat('/w/a'))!.modifiedAt;
		const finder = createFinder(host, layouts);
		await finder.search(['/w/a'], changed + 1000);
		const before = host.counts.list;
		await finder.search(['/w/a'], changed + 2000);
		expect(host.counts.list).toBe(before + 1);
		await finder.search(['/w/a'], changed + 60_000);
		await finder.search(['/w/a'], changed + 60_001);
		expect(host.counts.list).toBe(before + 2);
	});
});
