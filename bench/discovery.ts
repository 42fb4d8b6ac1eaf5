import {spawnSync} from 'node:child_process';
import {globSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {createFinder} from '../source/gather/find.ts';
import {localHost} from '../source/host/local.ts';
import {layouts} from '../source/layouts/index.ts';
import {createExperiments, taggedLog} from '../test/kit/experiments.ts';
import {row} from './terminal.ts';

// 200 runs with 50,000 files of checkpoints and images. Wanted: found and watched ten times faster than
// chokidar watches the same tree, no more watches than folders of runs and the roots, under 20 MB.
const runs = 200;
const files = {checkpoints: 50, visualization: 198} as const;

/** What it cost to find and watch a tree; memory in megabytes that came on top. */
type Cost = {
	readonly milliseconds: number;
	readonly processor: number;
	readonly memory: number;
	readonly watches: number;
	readonly found: string;
};

function plant(): ReturnType<typeof createExperiments> {
	const experiments = createExperiments();
	for (let run = 0; run < runs; run++) {
		const folder = `workdirs/exp_20260105_${String(100_000 + run)}`;
		experiments.write(`${folder}/log.txt`, taggedLog(2, 10));
		experiments.write(`${folder}/config.yaml`, 'lr: 0.1\n');
		for (const [name, count] of Object.entries(files)) {
			mkdirSync(experiments.path(`${folder}/${name}`));
			const ending = name === 'checkpoints' ? 'pth' : 'png';
			for (let file = 0; file < count; file++) {
				writeFileSync(experiments.path(`${folder}/${name}/epoch_${file}.${ending}`), '');
			}
		}
	}

	return experiments;
}

/** Watches of the kernel that this process holds. */
function watches(): number {
	return globSync('/proc/self/fdinfo/*').reduce((sum, file) => {
		try {
			return sum + (readFileSync(file, 'utf8').match(/^inotify wd:/gm)?.length ?? 0);
		} catch {
			return sum;
		}
	}, 0);
}

const ways: Readonly<Record<string, (folder: string) => Promise<string>>> = {
	async watchexp(folder) {
		const host = localHost();
		const search = await createFinder(host, layouts).search([folder], Date.now());
		host.watch(() => {}).folders(search.folders);
		while (watches() < search.folders.length) await pause(5);
		return `${search.runs.length} runs, ${search.folders.length} folders`;
	},
	async chokidar(folder) {
		const {watch} = await import('chokidar');
		const watcher = watch(folder, {ignoreInitial: true});
		await new Promise(ready => {
			watcher.on('ready', () => ready(undefined));
		});
		return `${Object.values(watcher.getWatched()).flat().length} names`;
	},
};

async function measure(way: string, folder: string): Promise<Cost> {
	await import('chokidar');
	const gc = globalThis.gc ?? (() => {});
	gc();
	const before = {memory: process.memoryUsage().rss, processor: process.cpuUsage()};
	const begun = performance.now();
	const found = await ways[way]!(folder);
	const milliseconds = performance.now() - begun;
	const {user, system} = process.cpuUsage(before.processor);
	gc();
	return {
		milliseconds,
		processor: (user + system) / 1000,
		memory: (process.memoryUsage().rss - before.memory) / 2 ** 20,
		watches: watches(),
		found,
	};
}

/** In a process of its own, so that one does not pay for the other. */
function costOf(way: string, folder: string): Cost {
	const args = ['--expose-gc', import.meta.filename, way, folder];
	const {stdout, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8'});
	try {
		return JSON.parse(stdout) as Cost;
	} catch {
		throw new Error(stderr);
	}
}

const [, , way, folder] = process.argv;
if (way !== undefined && folder !== undefined) {
	process.stdout.write(JSON.stringify(await measure(way, folder)), () => process.exit());
} else {
	const experiments = plant();
	try {
		console.log(
			`discovery: ${runs} runs, ${runs * (2 + files.checkpoints + files.visualization)} files`,
		);
		row('', 'time', 'of a core', 'memory', 'watches', 'sees');
		for (const name of ['watchexp', 'chokidar', 'watchexp', 'chokidar']) {
			const {
				milliseconds,
				processor,
				memory,
				watches: held,
				found,
			} = costOf(name, experiments.folder);
			row(
				name,
				`${milliseconds.toFixed(0)} ms`,
				`${processor.toFixed(0)} ms`,
				`${memory.toFixed(1)} MB`,
				`${held} `,
				found,
			);
		}
	} finally {
		experiments.remove();
	}
}
