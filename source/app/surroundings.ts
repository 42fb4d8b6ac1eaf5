import type {Time} from '../core/event.ts';
import type {Gpu} from '../core/gpu.ts';
import type {Trouble} from '../core/news.ts';
import {probes} from '../probes/index.ts';
import {processOf, put} from './answers.ts';
import {createGpuStream} from './gpu-stream.ts';
import {askJobs} from './jobs.ts';
import {createLane} from './lane.ts';
import type {Means} from './means.ts';
import {factsOf, originOf} from './origin.ts';
import {createSpaceWatch} from './space.ts';
import {isThrough, type Tracked} from './tracked.ts';

/** Asks about the surroundings of runs while the program runs: branch, job, process, GPUs. */
export type Surroundings = {
	/** Asks what is due; returns at once. */
	readonly tick: (runs: Iterable<Tracked>, now: Time) => void;
	/** The GPUs of this machine, as told in the last half minute. */
	readonly gpus: () => readonly Gpu[];
	/** A scheduler that is there and gives no answer. */
	readonly trouble: () => readonly Trouble[];
	readonly stop: () => void;
};

/** Milliseconds that one look at everything waits for a probe. */
const patience = 4000;
/** Milliseconds that a branch which is not known is left alone. */
const seldom = 600_000;
/** Asks once, as far as answers come in time; tells which did not come. */
export async function askSurroundings(
	means: Means,
	runs: readonly Tracked[],
	now: Time,
): Promise<readonly Trouble[]> {
	let failed: string | null = 'it gives no answer';
	const jobs = askJobs(means, runs, now).then(answer => {
		failed = answer.told;
	});
	const asked = [jobs, askGit(means, runs, now), askGpusOnce(means, runs)];
	let timer: NodeJS.Timeout | undefined;
	const enough = new Promise(done => {
		timer = setTimeout(done, patience);
	});
	await Promise.race([Promise.allSettled(asked), enough]);
	clearTimeout(timer);
	return troubleOf(failed);
}

function troubleOf(failed: string | null): readonly Trouble[] {
	return failed === null ? [] : [{path: 'Slurm', what: failed}];
}

/** `heard` is called when something new is known. */
export function watchSurroundings(means: Means, heard: () => void): Surroundings {
	let runs: readonly Tracked[] = [];
	let lost: readonly Tracked[] = [];
	let silence: string | null = null;
	const stream = createGpuStream(means.host, isNew => {
		if (isNew) holds.hurry();
		heard();
	});

	const tell = (changed: boolean) => {
		if (changed) heard();
	};
	const branches = createLane(5, async at => {
		tell(
			await askGit(
				means,
				runs.filter(run => isGitDue(run, at)),
				at,
			),
		);
		return true;
	});
	const jobs = createLane(probes.slurm.every, async at => {
		const {changed, failed, told} = await askJobs(means, runs, at);
		tell(changed || told !== silence);
		silence = told;
		return failed === null;
	});
	const holds = createLane(probes.gpu.every, async () => {
		tell(await askGpus(means, runs, stream.known()));
		return true;
	});
	const pids = () => runs.map(({around}) => around.process?.pid).join();
	const processes = createLane(60, async () => {
		const before = pids();
		tell(await askProcesses(means, [...runs, ...lost]));
		if (pids() !== before) for (const lane of [jobs, holds]) lane.hurry();
		return true;
	});
	const spaces = createSpaceWatch();
	const room = createLane(probes.disk.every, async at => {
		tell(await spaces.ask(means, runs, at));
		return true;
	});
	const lanes = [processes, branches, jobs, holds, room];

	return {
		tick(all, at) {
			const list = [...all];
			runs = list.filter(run => !run.gone && isThrough(run));
			lost = list.filter(run => run.gone && run.around.process?.alive);
			if (runs.length + lost.length === 0) return;
			stream.tick(at);
			if (lost.some(({around}) => !around.sure)) processes.hurry();
			for (const lane of lanes) lane.tick(at);
		},
		gpus: stream.known,
		trouble: () => troubleOf(silence),
		stop: stream.stop,
	};
}

function isGitDue(tracked: Tracked, now: Time): boolean {
	const {around} = tracked;
	if (around.gitAsked !== gitKeyOf(tracked)) return true;
	const isKnown = around.git && around.git.why === undefined;
	return !isKnown && now - around.gitAskedAt > seldom;
}

/** What the answer to the question for its branch rests on. */
function gitKeyOf(tracked: Tracked): string {
	const {found, run} = tracked;
	return `${found.folder} ${run?.startedAt ?? ''} ${processOf(tracked)?.folder ?? ''}`;
}

async function askGit(means: Means, runs: readonly Tracked[], now: Time): Promise<boolean> {
	if (runs.length === 0) return false;
	const questions = [];
	for (const tracked of runs) {
		const {found, around} = tracked;
		const writer = processOf(tracked);
		// What this program plays itself comes from no branch.
		const works = writer?.pid === process.pid ? undefined : writer?.folder;
		around.gitAsked = gitKeyOf(tracked);
		around.gitAskedAt = now;
		const {head} = await originOf(means.host, tracked);
		questions.push({
			id: tracked.id,
			folders: [found.folder, ...(works === undefined ? [] : [works])],
			startedAt: await startOf(means, tracked),
			facts: factsOf(tracked),
			head,
		});
	}

	const answers = await probes.git.ask(means.host, questions);
	return put(runs, 'git', ({id}) => answers.get(id) ?? null);
}

/** Logs without times began when their file did; a copy was born later than it was written to. */
async function startOf({host}: Means, {run, found}: Tracked): Promise<Time | null> {
	if (run?.startedAt) return run.startedAt;
	const [first] = found.files;
	const stat = first && (await host.stat(first.full).catch(() => undefined));
	return stat && stat.bornAt > 0 && stat.bornAt <= stat.modifiedAt ? stat.bornAt : null;
}

/** Who writes the runs that are active; of one that ended, that its process did as well. */
async function askProcesses(means: Means, runs: readonly Tracked[]): Promise<boolean> {
	const due = runs.filter(
		({run, around}) => around.process?.alive || /running|quiet|stalled/.test(run?.state ?? ''),
	);
	const files = due.flatMap(({found}) => found.files);
	if (files.length === 0) return false;
	const answers = await probes.process.ask(means.host, files);
	for (const run of due) {
		run.stale ||= run.gone && !run.around.sure;
		run.around.sure = run.gone;
	}

	return put(due, 'process', ({found, around, gone}) => {
		const told = found.files.map(({id}) => answers.get(id));
		const writing = told.find(answer => answer?.kind === 'writing');
		if (writing?.kind === 'writing') return writing.process;
		const ended = gone || told.every(answer => answer?.kind === 'nobody');
		return ended && around.process ? {...around.process, alive: false} : undefined;
	});
}

/** One look at the GPUs, where a process is known that may hold one. */
async function askGpusOnce(means: Means, runs: readonly Tracked[]): Promise<boolean> {
	if (!runs.some(run => processOf(run)?.alive)) return false;
	return askGpus(means, runs, await probes.gpu.list(means.host));
}

async function askGpus(
	means: Means,
	runs: readonly Tracked[],
	gpus: readonly Gpu[],
): Promise<boolean> {
	const writers = runs.flatMap(run => {
		const process = processOf(run);
		return process?.alive ? [{run: run.id, pid: process.pid}] : [];
	});
	const uses = await probes.gpu.ask(means.host, {gpus, writers});
	return put(runs, 'gpus', ({id}) => uses.get(id));
}
