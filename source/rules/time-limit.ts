import type {Evidence} from '../core/alert.ts';
import {evidenceOf} from '../core/finding.ts';
import {duration} from '../core/quantity.ts';
import type {Case, Rule} from '../core/rule.ts';
import type {Scheduler} from '../core/run.ts';
import {trained, training} from '../core/telling.ts';
import {type TroubleMemory, troubleRule} from '../core/trouble-rule.ts';

const advice =
	'submit it again from the newest checkpoint with a longer limit, or let it save and requeue itself before the limit';
const killed = {
	kind: 'trouble',
	what: 'time-limit',
	text: 'slurmstepd: error: *** JOB 1 CANCELLED AT 2026-01-05T10:00:00 DUE TO TIME LIMIT ***',
} as const;

/** The losses of an example, and its job with so many seconds left. */
const falling = [2, 1.9, 1.7, 1.5, 1.4, 1.2, 1.1, 1, 0.9, 0.8, 0.7, 0.7];
const job = (leftSeconds: number | null): Scheduler => ({
	job: '13',
	state: 'RUNNING',
	reason: null,
	leftSeconds,
});

const reached = troubleRule({
	title: 'Time limit reached',
	what: 'time-limit',
	severity: 'critical',
	message: 'the job reached its time limit',
	advice: () => advice,
	explains: ['crashed', 'interrupted', 'stalled'],
	examples: [
		{
			title: 'the last thing it says',
			events: [trained(7, 0.5), killed],
			finds: 'critical',
			raisedAt: 2,
			message: /^the job reached its time limit at step 7$/,
		},
		{
			title: 'a later launch goes on',
			events: [trained(7, 0.5), killed, {kind: 'phase', phase: 'resumed'}, trained(8, 0.5)],
			finds: null,
		},
	],
});

const settings = {
	...reached.settings,
	/** How many times what is left to the job the run must need, and how many it may when that is withdrawn. */
	short: 1.1,
	enough: 1.02,
	/** Records after which its pace is trusted. */
	records: 10,
};
/** `proof`: what was known when it was first found. */
type Memory = TroubleMemory & {isShort: boolean; proof: readonly Evidence[]};

/** The scheduler ended the job at its time limit, or will before the run is through. */
export default {
	...reached,
	foretells: true,
	settings,
	begin: () => ({...reached.begin(), isShort: false, proof: []}),
	hear: (memory, heard, run, limits) => reached.hear!(memory, heard, run, limits),
	judge(memory, run, _now, limits) {
		if (memory.trouble) return 'same';
		const left = leftOf(run);
		const needed = run.secondsLeft;
		const times = memory.isShort ? limits.enough : limits.short;
		const isKnown = left !== null && needed !== null && run.curve.count >= limits.records;
		const wasShort = memory.isShort;
		memory.isShort = isKnown && needed > times * left;
		if (!memory.isShort || left === null || needed === null) return null;
		const ends = `${duration(left)} left`;
		if (!wasShort)
			memory.proof = evidenceOf(run.lastLine, `job ${run.scheduler?.job} RUNNING, ${ends}`);
		return {
			severity: 'warn',
			certain: false,
			message: `the job's time limit comes first: ${ends}, and the run needs ${duration(needed)}`,
			advice: adviceOf(run),
			evidence: memory.proof,
		};
	},
	examples: [
		...reached.examples,
		{
			title: 'the limit comes before the end',
			events: training(falling, 40_000),
			scheduler: job(3600),
			finds: 'warn',
			message: /^the job's time limit comes first: 1h00m left, and the run needs 11h0\dm$/,
			advice: /^nothing to resume from is saved/,
		},
		{
			title: 'there is time enough',
			events: training(falling, 40_000),
			scheduler: job(86_400),
			finds: null,
		},
		{
			title: 'how long it takes is not known',
			events: training(falling),
			scheduler: job(60),
			finds: null,
		},
		{
			title: 'a job without a limit',
			events: training(falling, 40_000),
			scheduler: job(null),
			finds: null,
		},
		{
			title: 'it crashed: that is another story',
			events: [
				...training(falling, 40_000),
				{kind: 'trouble', what: 'traceback', text: 'KeyError'},
			],
			writer: 'gone',
			silence: 600,
			scheduler: job(60),
			finds: null,
		},
	],
} satisfies Rule<Memory, typeof settings>;

/** Seconds that a job which runs still has. */
function leftOf({scheduler}: Case): number | null {
	return scheduler?.state === 'RUNNING' ? (scheduler.leftSeconds ?? null) : null;
}

function adviceOf({checkpoints, scheduler}: Case): string {
	const saves = checkpoints.some(({resume}) => resume === 'full')
		? 'it can go on from its newest checkpoint in another job'
		: 'nothing to resume from is saved so far: save checkpoints with the state of the optimizer';
	return `${saves}, or have the limit raised (scontrol update JobId=${scheduler?.job} TimeLimit=…)`;
}
