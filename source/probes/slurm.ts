import type {Facts, Time} from '../core/event.ts';
import type {Host} from '../core/host.ts';
import type {Probe} from '../core/probe.ts';
import type {Scheduler} from '../core/run.ts';
import {accountFields, accountsIn, type Job, queueFormat, queueIn} from './slurm/answers.ts';
import {hintsOf, type JobHint, jobIn} from './slurm/job.ts';

/** A run whose job is asked for. */
type Asked = {
	readonly id: string;
	readonly facts: Facts;
	/** The first text of its log. */
	readonly head: string;
	/** Names of its log files. */
	readonly names: readonly string[];
	/** The job that the environment of its process names; null: none is known. */
	readonly own: string | null;
	readonly startedAt: Time | null;
	readonly updatedAt: Time | null;
};

/** Jobs by run; `failed` says why the scheduler gave no answer: that is not the end of a job. */
type Answer = {
	readonly jobs: ReadonlyMap<string, Scheduler>;
	readonly failed: string | null;
	/** There is no Slurm here. */
	readonly absent?: true;
};

const limits = {seconds: 3, bytes: 1 << 20};
/** How far a job's times and those of its log may lie apart, in milliseconds. */
const slack = 3_600_000;
const mostJobs = 500;

/** What does Slurm say of the jobs of these runs? One call for all that wait or run, one for those that ended. */
export default {
	title: 'Slurm',
	every: 60,
	async ask(host, runs) {
		const hinted: {readonly run: Asked; readonly hints: readonly JobHint[]}[] = [];
		for (const run of runs) {
			const hints = hintsOf(run.facts, run.own, run.head, run.names);
			if (hints.length > 0) hinted.push({run, hints});
		}

		if (hinted.length === 0) return {jobs: new Map(), failed: null};
		const queue = await host.run('squeue', ['--me', '-h', '-r', '-o', queueFormat], limits);
		if (queue.status === 127) return {jobs: new Map(), failed: 'squeue is not there', absent: true};
		// Its programs are installed, but this machine belongs to no cluster.
		if (/establish a configuration source/.test(queue.err)) {
			return {jobs: new Map(), failed: why('squeue', queue), absent: true};
		}

		const queued = queueIn(queue.status === 0 ? queue.out : '');
		const asked = new Set(hinted.flatMap(({hints}) => hints.map(({job}) => job)));
		const ended = [...asked].filter(job => !queued.has(job)).slice(0, mostJobs);
		const accounts = await accountsOf(host, ended);
		const known = new Map([...accounts.jobs, ...queued]);
		const jobs = new Map<string, Scheduler>();
		for (const {run, hints} of hinted) {
			const job = hints.map(hint => fitting(known.get(hint.job), hint, run)).find(Boolean);
			if (job) jobs.set(run.id, job.scheduler);
		}

		return {jobs, failed: queue.status === 0 ? accounts.failed : why('squeue', queue)};
	},
	/** The job that the environment of a process names; only its numbers are taken from there. */
	async jobOf(host: Host, pid: number): Promise<string | null> {
		return jobIn(await environmentOf(host, pid)) ?? null;
	},
} satisfies Probe<readonly Asked[], Answer> & {
	readonly jobOf: (host: Host, pid: number) => Promise<string | null>;
};

async function accountsOf(
	host: Host,
	jobs: readonly string[],
): Promise<{readonly jobs: ReadonlyMap<string, Job>; readonly failed: string | null}> {
	if (jobs.length === 0) return {jobs: new Map(), failed: null};
	const args = ['-X', '-n', '-P', '-j', jobs.join(','), '-o', accountFields];
	const answer = await host.run('sacct', args, limits);
	if (answer.status === 0) return {jobs: accountsIn(answer.out), failed: null};
	// Many clusters keep no accounts: then a job that left the queue is simply not known.
	const absent = answer.status === 127 || /storage is disabled/.test(answer.err + answer.out);
	return {jobs: new Map(), failed: absent ? null : why('sacct', answer)};
}

function why(
	command: string,
	{status, err}: {readonly status: number; readonly err: string},
): string {
	return `${command}: ${err.split('\n')[0]?.slice(0, 120) || `ended with ${status}`}`;
}

/** A job that a name alone hints at must have run when the log was written. */
function fitting(job: Job | undefined, {sure}: JobHint, run: Asked): Job | undefined {
	if (!job || sure) return job;
	const {start, end} = job;
	if (start !== null && run.updatedAt !== null && start > run.updatedAt + slack) return undefined;
	if (end !== null && run.updatedAt !== null && end < run.updatedAt - slack) return undefined;
	if (start !== null && run.startedAt !== null && run.startedAt < start - slack) return undefined;
	return start === null && job.scheduler.state !== 'PENDING' ? undefined : job;
}

async function environmentOf(host: Host, pid: number): Promise<string> {
	const opened = await host.open(`/proc/${pid}/environ`).catch(() => undefined);
	try {
		const bytes = new Uint8Array(1 << 16);
		const count = (await opened?.read(bytes, 0)) ?? 0;
		return new TextDecoder('latin1').decode(bytes.subarray(0, count));
	} catch {
		return '';
	} finally {
		await opened?.close().catch(() => undefined);
	}
}
