import {duration} from '../core/quantity.ts';
import type {Scheduler} from '../core/run.ts';
import type {Judged} from './state.ts';

/** States that silence led to. */
const open = new Set<Judged['state']>(['unknown', 'stalled', 'interrupted', 'quiet', 'waiting']);

/** A job that was put back into the queue, and one that ended badly whatever was trained. */
const again = /^(?:PENDING|REQUEUED|CONFIGURING)$/;
const failed = /^(?:FAILED|OUT_OF_MEMORY|NODE_FAIL)$/;

/**
A state in the light of what the scheduler says of the job: it knows the end of a job that said nothing.
What the log itself proves stands (`proven`); `short`: it has not reached its planned length.
*/
export function scheduled(
	judged: Judged,
	scheduler: Scheduler | null | undefined,
	{short, proven}: {readonly short: boolean; readonly proven: boolean},
): Judged {
	if (!scheduler) return judged;
	const {job, state, exit, reason} = scheduler;
	const says = `job ${job} is ${state}${exit && exit !== '0:0' ? ` ${exit}` : ''}`;
	const because = reason === null ? '' : ` (${reason})`;
	if (judged.state === 'interrupted' && again.test(state))
		return {state: 'waiting', why: `${says}${because} again; ${judged.why}`};
	if (judged.state === 'finished' && failed.test(state))
		return {...judged, why: `${judged.why}; ${says}${because}`};
	if (proven || !open.has(judged.state)) return judged;
	switch (state) {
		case 'FAILED':
		case 'OUT_OF_MEMORY':
		case 'NODE_FAIL':
		case 'BOOT_FAIL':
			return {state: 'crashed', why: `${says}${because}`};
		case 'TIMEOUT':
		case 'DEADLINE':
		case 'CANCELLED':
		case 'PREEMPTED':
			return {state: 'interrupted', why: `${says}${because}`};
		case 'COMPLETED':
			return short
				? {state: 'interrupted', why: `${says}, and it is short of its plan`}
				: {state: 'finished', why: says};
		case 'PENDING':
		case 'REQUEUED':
			return {state: 'waiting', why: `${says}${because}`};
		case 'RUNNING':
			return running(judged, `${says}${leftText(scheduler)}`);
		default:
			return judged;
	}
}

/** A job that runs may be silent, but it is not gone. */
function running(judged: Judged, says: string): Judged {
	return judged.state === 'unknown' || judged.state === 'interrupted'
		? {state: 'stalled', why: `${judged.why}; ${says}`}
		: {...judged, why: `${judged.why}; ${says}`};
}

function leftText({leftSeconds}: Scheduler): string {
	return typeof leftSeconds === 'number' ? `, ${duration(leftSeconds)} left` : '';
}
