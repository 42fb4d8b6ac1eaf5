import {expect, test} from 'vitest';
import type {Scheduler, State} from '../../source/core/run.ts';
import {scheduled} from '../../source/judge/scheduled.ts';

function say(
	state: State,
	scheduler: Partial<Scheduler>,
	{short = true, proven = false} = {},
): string {
	const job = {job: '12', state: 'RUNNING', reason: null, ...scheduler};
	const judged = scheduled({state, why: 'quiet 2h'}, job, {short, proven});
	return `${judged.state}: ${judged.why}`;
}

test.each<[State, Partial<Scheduler>, string]>([
	['unknown', {state: 'FAILED', exit: '3:0'}, 'crashed: job 12 is FAILED 3:0'],
	['stalled', {state: 'OUT_OF_MEMORY', exit: '0:125'}, 'crashed: job 12 is OUT_OF_MEMORY 0:125'],
	['unknown', {state: 'TIMEOUT', exit: '0:0'}, 'interrupted: job 12 is TIMEOUT'],
	['quiet', {state: 'CANCELLED', reason: 'by 1000'}, 'interrupted: job 12 is CANCELLED (by 1000)'],
	['waiting', {state: 'PENDING', reason: 'Priority'}, 'waiting: job 12 is PENDING (Priority)'],
	[
		'unknown',
		{state: 'COMPLETED'},
		'interrupted: job 12 is COMPLETED, and it is short of its plan',
	],
	['unknown', {leftSeconds: 3600}, 'stalled: quiet 2h; job 12 is RUNNING, 1h00m left'],
	['quiet', {leftSeconds: null}, 'quiet: quiet 2h; job 12 is RUNNING'],
	['running', {state: 'FAILED'}, 'running: quiet 2h'],
	['crashed', {state: 'COMPLETED'}, 'crashed: quiet 2h'],
	['unknown', {state: 'SUSPENDED'}, 'unknown: quiet 2h'],
])('a run that is %s with a job %j is %s', (state, scheduler, expected) => {
	expect(say(state, scheduler)).toBe(expected);
});

test('a job that completed finished a run whose plan is done or not known', () => {
	expect(say('unknown', {state: 'COMPLETED'}, {short: false})).toBe(
		'finished: job 12 is COMPLETED',
	);
});

test('what the log itself proves stands', () => {
	expect(say('finished', {state: 'FAILED', exit: '3:0'}, {proven: true})).toBe(
		'finished: quiet 2h; job 12 is FAILED 3:0',
	);
	expect(say('interrupted', {state: 'COMPLETED'}, {proven: true})).toBe('interrupted: quiet 2h');
});

test('a job that was put back into the queue waits, whatever the scheduler wrote into its log', () => {
	expect(say('interrupted', {state: 'PENDING', reason: 'BeginTime'}, {proven: true})).toBe(
		'waiting: job 12 is PENDING (BeginTime) again; quiet 2h',
	);
});
