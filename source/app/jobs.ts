import type {Time} from '../core/event.ts';
import {probes} from '../probes/index.ts';
import {processOf, put} from './answers.ts';
import type {Means} from './means.ts';
import {factsOf, originOf} from './origin.ts';
import type {Tracked} from './tracked.ts';

/** Jobs of logs that were silent for so long are asked for once only. */
const old = 3 * 86_400_000;
/** Of a run that ended so long ago Slurm has nothing new to say. */
const ended = /^(?:finished|crashed)$/;
const settled = 600_000;
const over = /^(?:COMPLETED|FAILED|TIMEOUT|CANCELLED|OUT_OF_MEMORY|NODE_FAIL|DEADLINE)$/;

/** Asks what Slurm says of the jobs of runs; of those that are over no more. */
export async function askJobs(
	means: Means,
	runs: readonly Tracked[],
	now: Time,
): Promise<{
	readonly changed: boolean;
	readonly failed: string | null;
	/** Why there is no answer, where there should be one. */
	readonly told: string | null;
}> {
	const due = runs.filter(tracked => isDue(tracked, now));
	const questions = [];
	for (const tracked of due) {
		const {head} = await originOf(means.host, tracked);
		const {run, found} = tracked;
		questions.push({
			id: tracked.id,
			facts: factsOf(tracked),
			head,
			names: found.files.map(({full}) => full.slice(full.lastIndexOf('/') + 1)),
			own: await ownJob(means, tracked),
			startedAt: run?.startedAt ?? null,
			updatedAt: run?.updatedAt ?? null,
		});
	}

	const {jobs, failed, absent} = await probes.slurm.ask(means.host, questions);
	if (failed === null) for (const {around} of due) around.jobAskedAt = now;
	const changed = put(due, 'scheduler', ({id, around}) => jobs.get(id) ?? around.scheduler);
	return {changed, failed, told: absent ? null : failed};
}

function isDue({run, around}: Tracked, now: Time): boolean {
	if (around.scheduler && over.test(around.scheduler.state)) return run?.state === 'running';
	const updatedAt = run?.updatedAt ?? 0;
	if (ended.test(run?.state ?? '') && around.jobAskedAt > updatedAt + settled) return false;
	return around.origin === undefined || now - updatedAt < old;
}

/** A process keeps its environment: it is asked for it once, and the job outlives it. */
async function ownJob({host}: Means, tracked: Tracked): Promise<string | null> {
	const {around} = tracked;
	const process = processOf(tracked);
	if (!process?.alive) return around.job?.job ?? null;
	if (around.job?.pid !== process.pid)
		around.job = {pid: process.pid, job: await probes.slurm.jobOf(host, process.pid)};
	return around.job.job;
}
