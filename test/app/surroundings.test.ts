import {setImmediate} from 'node:timers/promises';
import {afterEach, expect, test} from 'vitest';
import {createFleet} from '../../source/app/fleet.ts';
import {meansOf} from '../../source/app/means.ts';
import {askSurroundings, watchSurroundings} from '../../source/app/surroundings.ts';
import {judge, type Tracked} from '../../source/app/tracked.ts';
import type {Host} from '../../source/core/host.ts';
import {createExperiments} from '../kit/experiments.ts';
import {memoryHost} from '../kit/host.ts';

const one = '1'.repeat(40);
const start = Date.UTC(2026, 0, 5, 10);
const log = [10, 20, 30]
	.map(
		iter =>
			`2026/01/05 10:00:${iter} - mmengine - INFO - Epoch(train)  [1][${iter}/100]  lr: 1.0000e-02  eta: 0:00:10  time: 0.1  data_time: 0.01  loss: 0.5\n`,
	)
	.join('');
const tree = {
	'/code/.git/HEAD': 'ref: refs/heads/main\n',
	'/code/.git/logs/HEAD': `${'0'.repeat(40)} ${one} A <a@b> ${start / 1000 - 172_800} +0000\tcommit (initial): one\n`,
	'/code/workdirs/exp_1/log.txt': `${log}SLURM_JOB_ID=5\n`,
	'/code/workdirs/exp_1/config.yaml': 'lr: 0.1\n',
};

async function watched(
	host: Host,
): Promise<{readonly means: ReturnType<typeof meansOf>; readonly run: Tracked}> {
	const means = {...meansOf(), host};
	const fleet = createFleet(means, {paths: ['/code'], depth: 6, all: true, since: null});
	await fleet.search(start);
	const [run] = [...fleet.runs.values()];
	for (const file of run!.files.values()) while (await file.step(start, false));
	judge(run!, means, start + 60_000);
	return {means, run: run!};
}

const running = '5|5|RUNNING|None|1:00:00|2026-01-05T10:00:00|x\n';

test('a run is told with its branch and its job', async () => {
	const host: Host = {...memoryHost(tree), run: async () => ({status: 0, out: running, err: ''})};
	const {means, run} = await watched(host);
	await askSurroundings(means, [run], start + 60_000);
	const judged = judge(run, means, start + 60_000);
	expect(judged.git).toEqual({branch: 'main', commit: one, dirty: null, inferred: true});
	expect(judged.scheduler).toMatchObject({job: '5', state: 'RUNNING', leftSeconds: 3600});
});

test('a scheduler that hangs delays neither the branch nor the screen', async () => {
	const host: Host = {...memoryHost(tree), run: () => new Promise(() => {})};
	const {means, run} = await watched(host);
	let heard = 0;
	const surroundings = watchSurroundings(means, () => heard++);
	for (let tick = 0; tick < 20; tick++) {
		surroundings.tick([run], start + 60_000 + tick * 1000);
		await setImmediate();
	}

	surroundings.stop();
	expect(heard).toBe(1);
	const judged = judge(run, means, start + 60_000);
	expect(judged.git?.branch).toBe('main');
	expect(judged.scheduler).toBeNull();
});

test('of runs that ended long ago nothing is asked again: no scheduler, no process, no GPUs', async () => {
	const asked: string[] = [];
	const ended = {...tree, '/code/workdirs/exp_1/log.txt': `${log}SLURM_JOB_ID=5\nKeyError: 'x'\n`};
	const {means, run} = await watched({
		...memoryHost(ended),
		holders: async () => expect.unreachable('nobody writes'),
		async run(command) {
			asked.push(command);
			return {status: command === 'squeue' ? 0 : 127, out: '', err: ''};
		},
	});
	run.run = {...run.run!, state: 'crashed'};
	const surroundings = watchSurroundings(means, () => {});
	for (let minute = 0; minute < 60; minute++) {
		surroundings.tick([run], start + 86_400_000 + minute * 60_000);
		for (let turn = 0; turn < 20; turn++) await setImmediate();
	}

	surroundings.stop();
	expect(asked).toEqual(['squeue', 'sacct']);
});

test('a scheduler that answers with an error is told; where there is none nothing is', async () => {
	const answer = (status: number): Host => ({
		...memoryHost(tree),
		run: async () => ({status, out: '', err: 'slurm_load_jobs error: Socket timed out\n'}),
	});
	const {means, run} = await watched(answer(1));
	expect(await askSurroundings(means, [run], start + 60_000)).toEqual([
		{path: 'Slurm', what: 'squeue: slurm_load_jobs error: Socket timed out'},
	]);
	const surroundings = watchSurroundings(means, () => {});
	surroundings.tick([run], start + 60_000);
	await expect.poll(surroundings.trouble).toHaveLength(1);
	surroundings.stop();
	const without = await watched(answer(127));
	expect(await askSurroundings(without.means, [without.run], start + 60_000)).toEqual([]);
});

test('GPUs are told while their figures are fresh, and the stream is stopped at the end', async () => {
	let line: (text: string) => void = () => {};
	let stopped = 0;
	const host: Host = {
		...memoryHost(tree),
		follow(_command, _args, hear) {
			line = hear;
			return () => stopped++;
		},
	};
	const {means, run} = await watched(host);
	let heard = 0;
	const surroundings = watchSurroundings(means, () => heard++);
	surroundings.tick([run], start);
	line('NVIDIA-SMI has failed');
	line('0, GPU-a, 50, 1024, 2048, 100.0, 60');
	expect(surroundings.gpus().map(({index, busy}) => [index, busy])).toEqual([[0, 0.5]]);
	expect(heard).toBe(1);
	surroundings.tick([run], start + 31_000);
	expect(surroundings.gpus()).toEqual([]);
	surroundings.stop();
	expect(stopped).toBe(1);
});

/** Streams of GPUs, begun and ended by hand. */
function gpuHost() {
	const told = {
		begun: 0,
		stopped: 0,
		line: (_text: string) => {},
		end: (_isUnknown: boolean) => {},
	};
	const host: Host = {
		...memoryHost(tree),
		follow(_command, _args, line, ended) {
			told.begun++;
			told.line = line;
			told.end = ended;
			return () => told.stopped++;
		},
	};
	return {host, told};
}

test('a stream of GPUs that ends is begun anew after 5 s, 30 s, 5 min, then every 10 min; one that told for a minute starts over', async () => {
	const {host, told} = gpuHost();
	const {means, run} = await watched(host);
	const surroundings = watchSurroundings(means, () => {});
	const beginnings: number[] = [];
	let before = 0;
	for (let second = 0; second <= 2000; second++) {
		surroundings.tick([run], start + second * 1000);
		if (told.begun > before) beginnings.push(second);
		before = told.begun;
		if (second < 1000) told.end(false);
		else if (second < 1100) told.line('0, GPU-a, 50, 1024, 2048, 100.0, 60');
		if (second === 1100) told.end(false);
	}

	expect(beginnings).toEqual([0, 5, 35, 335, 935, 1535]);
	surroundings.stop();
});

test('where there is no nvidia-smi it is never begun again', async () => {
	const {host, told} = gpuHost();
	const {means, run} = await watched(host);
	const surroundings = watchSurroundings(means, () => {});
	for (let minute = 0; minute < 60; minute++) {
		surroundings.tick([run], start + minute * 60_000);
		if (minute === 0) told.end(true);
	}

	expect(told.begun).toBe(1);
	surroundings.stop();
});

test('a stream of GPUs that hangs is ended after a minute, and no other begins before it has', async () => {
	const {host, told} = gpuHost();
	const {means, run} = await watched(host);
	const surroundings = watchSurroundings(means, () => {});
	for (const second of [0, 59, 60, 120, 600]) surroundings.tick([run], start + second * 1000);
	expect([told.begun, told.stopped > 0]).toEqual([1, true]);
	told.end(false);
	surroundings.tick([run], start + 605_000);
	expect(told.begun).toBe(2);
	surroundings.stop();
});

test('with its first figure a GPU is looked up in what processes hold', async () => {
	let asked = 0;
	const {host, told} = gpuHost();
	const writer = {pid: 4242, alive: true, command: 'python train.py'};
	const {means, run} = await watched({
		...host,
		holders: async ids => ({
			user: 0,
			complete: true,
			writers: new Map([...ids].map(id => [id, writer])),
		}),
		async run(command) {
			if (command === 'nvidia-smi') asked++;
			return {status: 0, out: `4242, 1024, GPU-a\n`, err: ''};
		},
	});
	let second = 0;
	const surroundings = watchSurroundings(means, () => {});
	const tick = async () => {
		surroundings.tick([run], start + ++second * 1000);
		for (let turn = 0; turn < 5; turn++) await setImmediate();
	};
	await tick();
	expect(asked).toBe(0);
	for (let figure = 0; figure < 5; figure++) {
		told.line('0, GPU-a, 50, 1024, 2048, 100.0, 60');
		await tick();
	}

	expect(asked).toBe(1);
	expect(run.around.gpus).toMatchObject([{index: 0, busy: 0.5}]);
	surroundings.stop();
});

test('without a run nothing is asked', () => {
	const host: Host = {
		...memoryHost(),
		follow: () => expect.unreachable('nobody asked'),
		run: () => expect.unreachable('nobody asked'),
	};
	watchSurroundings({...meansOf(), host}, () => {}).tick([], start);
});

const experiments = createExperiments();
afterEach(() => experiments.remove());

test('W&B’s files name the commit, the command and what it ran on', async () => {
	const commit = 'c0ffee'.repeat(6).padEnd(40, '0');
	experiments.write('wandb/run-20260105_100000-abc/files/output.log', log);
	experiments.write(
		'wandb/run-20260105_100000-abc/files/wandb-metadata.json',
		JSON.stringify({
			git: {remote: 'x', commit},
			program: 'train.py',
			args: ['--lr', '0.1'],
			python: 'CPython 3.11.4',
			host: 'gpu01',
			gpu: 'NVIDIA A100',
			gpu_count: 2,
			docker: 'team/train:7',
		}),
	);
	experiments.write(
		'wandb/run-20260105_100000-abc/files/diff.patch',
		'diff --git a/train.py b/train.py\n--- a/train.py\n+++ b/train.py\n@@ -1 +1 @@\n-lr = 1\n+lr = 2\n',
	);
	experiments.write(
		'wandb/run-20260105_100000-abc/files/requirements.txt',
		'numpy==1.26.4\ntorch==2.1.2+cu118\n',
	);
	const means = meansOf();
	const fleet = createFleet(means, {
		paths: [experiments.folder],
		depth: 6,
		all: true,
		since: null,
	});
	await fleet.search(start);
	const runs = [...fleet.runs.values()];
	for (const run of runs) judge(run, means, start);
	await askSurroundings(means, runs, start);
	expect(runs.map(run => judge(run, means, start).git)).toEqual([
		{branch: null, commit, dirty: true, patch: 'diff.patch'},
	]);
	expect(runs.map(run => judge(run, means, start))).toMatchObject([
		{
			command: 'python train.py --lr 0.1',
			environment: {
				image: 'team/train:7',
				host: 'gpu01',
				python: '3.11.4',
				torch: '2.1.2',
				cuda: '11.8',
				device: '2 x NVIDIA A100',
			},
		},
	]);
	await fleet.close();
});
