import {closeSync, openSync, readFileSync} from 'node:fs';
import type {Gpu} from '../source/core/gpu.ts';
import type {Host} from '../source/core/host.ts';
import {localHost} from '../source/host/local.ts';
import {probes} from '../source/probes/index.ts';
import {checkpointReaders} from '../source/readers/index.ts';
import {createExperiments, taggedLog} from '../test/kit/experiments.ts';
import {row} from './terminal.ts';

// What asking about the surroundings of 50 living runs costs. Wanted: under 0.5 % of a core together.
const runs = 50;
const rounds = 20;
const local = localHost();
const experiments = createExperiments();
const ids = Array.from({length: runs}, (_, run) => `exp_20260105_${100_000 + run}`);
const logs = ids.map(id =>
	experiments.write(`workdirs/${id}/slurm-${id.slice(-3)}.out`, taggedLog(2, 10)),
);
const handles = logs.map(log => openSync(log, 'a'));
const stats = await Promise.all(logs.map(log => local.stat(log)));
const files = logs.map((full, run) => ({full, id: stats[run]!.identity}));
const zero = '0'.repeat(40);
const moves = Array.from(
	{length: 500},
	(_, move) => `${zero} ${zero} A <a@b> ${1_700_000_000 + move * 1000} +0000\tcommit: ${move}\n`,
);
experiments.write('.git/HEAD', 'ref: refs/heads/main\n');
experiments.write('.git/logs/HEAD', moves.join(''));
for (const id of ids) {
	for (let save = 0; save < 10; save++) {
		experiments.write(`workdirs/${id}/checkpoints/epoch_${save}.pth`, 'x'.repeat(1000));
	}
}

const gpus = Array.from(
	{length: 8},
	(_, index): Gpu => ({
		index,
		uuid: `GPU-${index}`,
		busy: 1,
		memory: 1,
		memoryTotal: 2,
		power: 1,
		temperature: 1,
	}),
);

/** Answers as Slurm and nvidia-smi would for these runs. */
const answers: Readonly<Record<string, string>> = {
	squeue: ids
		.map(id => `${id.slice(-3)}|${id.slice(-3)}|RUNNING|None|1:00|2026-01-05T10:00:00|x\n`)
		.join(''),
	'nvidia-smi': gpus.map(({uuid}) => `${process.pid}, 1024, ${uuid}\n`).join(''),
};
const host: Host = {
	...local,
	// The price of starting a command is that of the shortest one.
	run: async (command, _, limits) => ({
		...(await local.run('true', [], limits)),
		out: answers[command] ?? '',
	}),
};
const known = ids.map(() => new Map());

const asks: Readonly<Record<string, readonly [seconds: number, ask: () => Promise<unknown>]>> = {
	'who writes': [60, () => probes.process.ask(host, files)],
	branch: [
		600,
		() =>
			probes.git.ask(
				host,
				ids.map(id => ({
					id,
					folders: [experiments.path(`workdirs/${id}`)],
					startedAt: Date.now(),
					facts: {},
					head: '',
				})),
			),
	],
	job: [
		60,
		() =>
			probes.slurm.ask(
				host,
				ids.map(id => ({
					id,
					facts: {},
					head: '',
					names: [`slurm-${id.slice(-3)}.out`],
					own: null,
					startedAt: null,
					updatedAt: null,
				})),
			),
	],
	'GPUs of processes': [
		probes.gpu.every,
		() => probes.gpu.ask(host, {gpus, writers: ids.map(run => ({run, pid: process.pid}))}),
	],
	checkpoints: [
		60,
		async () => {
			for (const [run, id] of ids.entries()) {
				await probes.checkpoints.ask(host, {
					folder: experiments.path(`workdirs/${id}`),
					folders: [experiments.path(`workdirs/${id}/checkpoints`)],
					reader: checkpointReaders.checkpoint,
					known: known[run]!,
				});
			}
		},
	],
};

/** Processor milliseconds of this process and of those that it started and that ended. */
function spent(): number {
	const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ').map(Number);
	const {user, system} = process.cpuUsage();
	return (user + system) / 1000 + (fields[13]! + fields[14]!) * 10;
}

console.log(`probes: ${runs} runs that are written to`);
row('', 'once', 'every', 'of a core');
let all = 0;
for (const [name, [seconds, ask]] of Object.entries(asks)) {
	await ask();
	const before = spent();
	for (let round = 0; round < rounds; round++) await ask();
	const once = (spent() - before) / rounds;
	all += once / seconds / 10;
	row(name, `${once.toFixed(1)} ms`, `${seconds} s`, `${(once / seconds / 10).toFixed(3)} %`);
}

row('together', '', '', `${all.toFixed(3)} %`);
for (const handle of handles) closeSync(handle);
experiments.remove();
