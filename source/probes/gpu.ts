import type {Gpu, GpuUse} from '../core/gpu.ts';
import type {Host, Relative} from '../core/host.ts';
import type {Probe} from '../core/probe.ts';
import {gpuFields, gpuIn, type Hold, holdFields, holdIn} from './gpu/lines.ts';

/** Who writes which run, and the GPUs there are. */
type Question = {
	readonly gpus: readonly Gpu[];
	readonly writers: ReadonlyArray<{readonly run: string; readonly pid: number}>;
};

/** What the runs' processes hold, by run. */
type Answer = ReadonlyMap<string, readonly GpuUse[]>;

const limits = {seconds: 3, bytes: 1 << 18};
const mostHops = 64;

/** Which GPUs do the processes of a run hold? And how busy is each of them, every five seconds. */
export default {
	title: 'GPUs',
	every: 30,
	async ask(host, {gpus, writers}) {
		if (gpus.length === 0 || writers.length === 0) return new Map();
		const query = [`--query-compute-apps=${holdFields}`, '--format=csv,noheader,nounits'];
		const {status, out} = await host.run('nvidia-smi', query, limits);
		if (status !== 0) return new Map();
		const holds = out
			.split('\n')
			.map(holdIn)
			.filter(hold => hold !== undefined);
		if (holds.length === 0) return new Map();
		// Where every process is a writer itself, nobody needs to know its parents.
		const known = new Set(writers.map(({pid}) => pid));
		const foreign = holds.some(({pid}) => !known.has(pid));
		const processes = foreign ? await host.processes?.() : undefined;
		return usesOf(gpus, writers, holds, processes ?? []);
	},
	/** The GPUs there are, asked once; none, where there is no nvidia-smi or it fails. */
	async list(host: Host): Promise<readonly Gpu[]> {
		const query = [`--query-gpu=${gpuFields}`, '--format=csv,noheader,nounits'];
		const {status, out} = await host.run('nvidia-smi', query, limits);
		return status === 0 ? out.split('\n').flatMap(line => gpuIn(line) ?? []) : [];
	},
	/** Hears of each GPU every few seconds until stopped, that it has ended, and whether there is no nvidia-smi at all. */
	follow(host: Host, heard: (gpu: Gpu) => void, ended: (isUnknown: boolean) => void): () => void {
		const query = [`--query-gpu=${gpuFields}`, '--format=csv,noheader,nounits', '-l', '5'];
		const hear = (line: string) => {
			const gpu = gpuIn(line);
			if (gpu) heard(gpu);
		};
		return host.follow('nvidia-smi', query, hear, ended);
	},
} satisfies Probe<Question, Answer> & {
	readonly list: (host: Host) => Promise<readonly Gpu[]>;
	readonly follow: (
		host: Host,
		heard: (gpu: Gpu) => void,
		ended: (isUnknown: boolean) => void,
	) => () => void;
};

function usesOf(
	gpus: readonly Gpu[],
	writers: Question['writers'],
	holds: readonly Hold[],
	processes: readonly Relative[],
): Answer {
	const byUuid = new Map(gpus.map(gpu => [gpu.uuid, gpu.index]));
	const byIndex = new Map(gpus.map(gpu => [gpu.index, gpu]));
	const runs = new Map(writers.map(({run, pid}) => [pid, run]));
	const parents = new Map(processes.map(({pid, parent}) => [pid, parent]));
	const uses = new Map<string, Map<number, number | null>>();
	for (const {pid, memory, uuid} of holds) {
		const index = byUuid.get(uuid);
		const run = runOf(pid, runs, parents);
		if (index === undefined || run === undefined) continue;
		const held = uses.get(run) ?? new Map<number, number | null>();
		const before = held.get(index);
		held.set(index, memory === null ? (before ?? null) : memory + (before ?? 0));
		uses.set(run, held);
	}

	return new Map(
		[...uses].map(([run, held]) => [
			run,
			[...held]
				.map(([index, memory]) => told(index, memory, byIndex.get(index)))
				.sort((a, b) => a.index - b.index),
		]),
	);
}

/** What a run holds of a GPU, with how that one does. */
function told(index: number, memory: number | null, gpu: Gpu | undefined): GpuUse {
	const {busy = null, memoryTotal = null, power = null, temperature = null} = gpu ?? {};
	const idle = busy === null ? null : busy < 0.02;
	return {index, memory, idle, busy, memoryTotal, power, temperature};
}

/** The run whose writer this process is, or comes from. */
function runOf(
	pid: number,
	runs: ReadonlyMap<number, string>,
	parents: ReadonlyMap<number, number>,
): string | undefined {
	let next: number | undefined = pid;
	for (let hop = 0; next !== undefined && next > 1 && hop < mostHops; hop++) {
		const run = runs.get(next);
		if (run !== undefined) return run;
		next = parents.get(next);
	}

	return undefined;
}
