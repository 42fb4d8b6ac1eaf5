import type {Time} from '../../core/event.ts';
import type {Scheduler} from '../../core/run.ts';

/** A job as the scheduler tells it, with when it ran. */
export type Job = {
	readonly scheduler: Scheduler;
	readonly start: Time | null;
	readonly end: Time | null;
};

/** What is asked of squeue, a job or a task of an array a line; the name last: it may hold any character. */
export const queueFormat = '%i|%A|%T|%r|%L|%S|%j';
/** What is asked of sacct, in the same way. */
export const accountFields = 'JobID,JobIDRaw,State,ExitCode,Reason,Start,End,JobName';

/** `13_0|21|RUNNING|None|9:57|2026-01-05T10:00:00|sweep` a line → jobs by both their ids; other lines are passed over. */
export function queueIn(text: string): ReadonlyMap<string, Job> {
	const jobs = new Map<string, Job>();
	for (const line of text.split('\n')) {
		const parts =
			/^(\d+(?:_\d+)?)\|(\d+)\|([A-Z_]+)\|([^|]*)\|([^|]*)\|([^|]*)\|(.*)$/.exec(line) ?? undefined;
		if (!parts) continue;
		const [, job, raw, state, reason, left, start, name] = parts as unknown as readonly string[];
		const seconds = state === 'PENDING' ? undefined : secondsIn(left!);
		const told = {
			scheduler: {
				job: job!,
				state: state!,
				reason: meant(reason!),
				name: name!.slice(0, 200),
				...(seconds === undefined ? {} : {leftSeconds: seconds}),
			},
			start: timeIn(start!),
			end: null,
		};
		jobs.set(raw!, told).set(job!, told);
	}

	return jobs;
}

/** `3|3|FAILED|3:0|None|2026-01-05T10:00:00|2026-01-05T10:00:02|fails` a line → jobs by both their ids. */
export function accountsIn(text: string): ReadonlyMap<string, Job> {
	const jobs = new Map<string, Job>();
	for (const line of text.split('\n')) {
		const parts =
			/^(\d+(?:_\d+)?)\|(\d+)\|([A-Z_]+)([^|]*)\|(\d+:\d+)?\|([^|]*)\|([^|]*)\|([^|]*)\|(.*)$/.exec(
				line,
			);
		if (!parts) continue;
		const [, job, raw, state, behind, exit, reason, start, end, name] =
			parts as unknown as readonly string[];
		const told = {
			scheduler: {
				job: job!,
				state: state!,
				// The reason is why it waited: of a job that ran it tells nothing any more.
				reason: meant(behind!) ?? (timeIn(start!) === null ? meant(reason!) : null),
				name: name!.slice(0, 200),
				...(exit === undefined ? {} : {exit}),
			},
			start: timeIn(start!),
			end: timeIn(end!),
		};
		jobs.set(raw!, told).set(job!, told);
	}

	return jobs;
}

function meant(text: string): string | null {
	const bare = text.trim();
	return /^(?:None|Unknown|None assigned|N\/A|\(null\)|)$/.test(bare) ? null : bare;
}

/** `1-02:03:04`, `9:57` → seconds; null: no limit; undefined: not told. */
export function secondsIn(text: string): number | null | undefined {
	if (text === 'UNLIMITED') return null;
	const parts = /^(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+)$/.exec(text);
	if (!parts) return undefined;
	const [, days, hours, minutes, seconds] = parts.map(part => Number(part ?? 0));
	return ((days! * 24 + hours!) * 60 + minutes!) * 60 + seconds!;
}

/** `2026-01-05T10:00:00` without a zone is the cluster's, taken for this machine's. */
function timeIn(text: string): Time | null {
	const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(text);
	if (!parts) return null;
	const [, year, month, day, hour, minute, second] = parts.map(Number);
	return new Date(year!, month! - 1, day!, hour!, minute!, second!).getTime();
}
