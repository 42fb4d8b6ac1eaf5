import type {Time} from '../core/event.ts';
import type {Writer} from '../core/probe.ts';
import {age, duration as whole} from '../core/quantity.ts';
import type {State} from '../core/run.ts';
import type {Ended} from './ended.ts';
import type {Silence} from './silence.ts';

/** What is known of a run when its state is asked for. */
export type Signs = {
	readonly now: Time;
	readonly silence: Silence;
	readonly writer: Writer;
	readonly ended: Ended;
	/** Something was measured. */
	readonly measured: boolean;
	/** Some line was understood or at least read. */
	readonly told: boolean;
	/** The planned length is known and not reached. */
	readonly short: boolean;
	/** It was seen writing while it was watched. */
	readonly live: boolean;
};

/** A state and the evidence for it in words. */
export type Judged = {readonly state: State; readonly why: string};

/** What state a run is in, and why: end marks and errors first, then silence against its own rhythm. */
export function stateOf(signs: Signs): Judged {
	return ending(signs) ?? breathing(signs);
}

/** States that the log itself proves; a process that still writes may go on in spite of it. */
function ending({ended, silence, writer}: Signs): Judged | null {
	const seconds = silence.seconds ?? Number.POSITIVE_INFINITY;
	const still = writer.kind === 'writing' && seconds < silence.bar;
	const doubt = still || seconds < (writer.kind === 'unknown' ? 10 : 2);
	const line = ended.source ? ` (line ${ended.source.line})` : '';
	const text = ended.text.split('\n')[0]?.trim().slice(0, 120) ?? '';
	switch (ended.how) {
		case 'completed':
			if (ended.marked) return {state: 'finished', why: `${saidSo(text)}${line}`};
			return doubt ? null : {state: 'finished', why: `reached its planned length${line}`};
		case 'crashed':
			return doubt ? null : {state: 'crashed', why: `${text}${line}`};
		case 'timelimit':
			return {state: 'interrupted', why: `time limit reached: ${text}${line}`};
		case 'interrupted':
			return still ? null : {state: 'interrupted', why: `stopped: ${text}${line}`};
		case 'unknown':
			return null;
	}
}

function saidSo(text: string): string {
	return text === '' ? 'its log says so' : `says so: ${text}`;
}

/** States told by silence and by who holds the log open. */
function breathing(signs: Signs): Judged {
	const {silence, writer, measured, told} = signs;
	if (silence.seconds === null) {
		return writer.kind === 'writing'
			? {state: 'running', why: `process ${writer.process.pid} has it open; no time can be trusted`}
			: {state: 'unknown', why: 'no time can be trusted: its files are dated in the future'};
	}

	if (silence.seconds > silence.bar) return silent(signs, silence.seconds);
	if (!told && writer.kind !== 'nobody') {
		const hint = writer.kind === 'writing' ? '; redirected output may be buffered' : '';
		return {state: 'waiting', why: `nothing logged yet${hint}`};
	}

	if (writer.kind === 'nobody' && silence.seconds > silence.quiet && !measured) {
		return {state: 'unknown', why: 'nothing was measured and no process writes it'};
	}

	const usual = silence.usual === null ? '' : `usual ${duration(silence.usual)}, `;
	return silence.seconds > silence.quiet
		? {
				state: 'quiet',
				why: `quiet ${age(silence.seconds)}, ${usual}stalls at ${duration(silence.bar)}`,
			}
		: {state: 'running', why: running(silence)};
}

function running({seconds, usual}: Silence): string {
	const interval = usual === null ? '' : `; usual interval ${duration(usual)}`;
	return `wrote ${age(seconds ?? 0)} ago${interval}`;
}

/** Silent beyond the bar: alive and stuck, gone, or not to be known. */
function silent({silence, writer, short, measured, live}: Signs, seconds: number): Judged {
	const quiet = `quiet ${age(seconds)}${silence.usual === null ? '' : `, usual ${duration(silence.usual)}`}`;
	const bar = `stalls at ${duration(silence.bar)}`;
	switch (writer.kind) {
		case 'writing':
			return measured
				? {
						state: 'stalled',
						why: `${quiet}, ${bar}; process ${writer.process.pid} still has it open`,
					}
				: {
						state: 'stalled',
						why: `${quiet} before anything was measured; process ${writer.process.pid} still has it open`,
					};
		case 'nobody':
			return short && measured
				? {state: 'interrupted', why: `${quiet}; no process writes it, and it is short of its plan`}
				: {state: 'unknown', why: `${quiet}; no process writes it, and it names no end`};
		case 'unknown':
			return live
				? {state: 'stalled', why: `${quiet}, ${bar}; whether its process lives is not known`}
				: {
						state: 'unknown',
						why: `${quiet}; whether its process lives is not known: ${writer.why}`,
					};
	}
}

function duration(seconds: number): string {
	return seconds < 0.5 ? '<1s' : whole(seconds);
}
