import type {Time} from '../../core/event.ts';
import type {GpuUse} from '../../core/gpu.ts';
import {bytes, duration, percent} from '../../core/quantity.ts';
import type {Git, Process, Run, Scheduler} from '../../core/run.ts';
import {ageOf} from '../words.ts';

/** A name and what is said of it; further lines of one thing have no name. */
export type AroundLine = readonly [name: string, value: string];

/** What is known of a run's branch, job, process and GPUs. */
export function aroundLines(run: Run, now: Time): readonly AroundLine[] {
	const {git, scheduler, process, progress, gpus = []} = run;
	return [
		...(git?.branch || git?.commit ? [['branch', gitText(git)] as const] : []),
		...(scheduler ? [['job', jobText(scheduler, progress.etaSeconds)] as const] : []),
		...(process ? processLines(process, now) : []),
		...gpus.map((use): AroundLine => [`GPU${use.index}`, gpuText(use)]),
	];
}

/** `exp/a c0ffee1 (v1.2), changed, by the reflog`. */
function gitText({branch, commit, dirty, tags, inferred, patch}: Git): string {
	const parts = [
		[branch, commit, tags && `(${tags.join(', ')})`].filter(Boolean).join(' '),
		...(dirty ? [`with changes that were not committed${patch ? ` (${patch})` : ''}`] : []),
		...(inferred ? ['by the reflog'] : []),
	];
	return parts.join(', ');
}

/** `13_0 RUNNING, 2h00m left, and the run needs 5h10m`: the last only where that is longer. */
function jobText(
	{job, state, reason, leftSeconds, exit, name}: Scheduler,
	eta: number | null,
): string {
	const why = reason === null ? '' : ` (${reason})`;
	const code = exit !== undefined && exit !== '0:0' ? ` ${exit}` : '';
	const isLimited = typeof leftSeconds === 'number';
	const left = isLimited ? `, ${duration(leftSeconds)} left` : '';
	const isShort = isLimited && eta !== null && eta > leftSeconds;
	const needs = isShort ? `, and the run needs ${duration(eta)}` : '';
	return `${job} ${state}${code}${why}${left}${needs}${name === undefined ? '' : `, ${name}`}`;
}

/** The command, and below it whose it is, since when it runs, and what it uses. */
function processLines(process: Process, now: Time): readonly AroundLine[] {
	const {pid, command, alive, user, since, cpu, memory, threads, waiting} = process;
	const uses = [
		...(alive ? [] : ['gone']),
		...(user === undefined ? [] : [`of ${user}`]),
		...(since === undefined ? [] : [`began ${agoText(since, now)}`]),
		...(cpu === undefined ? [] : [`${cpu} ${cpu === 1 ? 'core' : 'cores'}`]),
		...(memory === undefined ? [] : [bytes(memory)]),
		...(threads === undefined ? [] : [`${threads} ${threads === 1 ? 'thread' : 'threads'}`]),
		...(waiting ? [`${waiting} waiting for a disk`] : []),
	];
	return [
		['process', `${pid} ${command}`],
		...(uses.length > 0 ? [['', uses.join(', ')] as const] : []),
	];
}

function agoText(since: Time, now: Time): string {
	const age = ageOf(since, now);
	return age === 'now' ? 'just now' : `${age} ago`;
}

/** `97% busy, 20G of 24G held by it, 310 W, 66 °C`. */
function gpuText({busy, memory, memoryTotal, power, temperature}: GpuUse): string {
	const all = typeof memoryTotal === 'number' ? ` of ${bytes(memoryTotal)}` : '';
	const parts = [
		...(typeof busy === 'number' ? [`${percent(busy)} busy`] : []),
		...(memory === null ? [] : [`${bytes(memory)}${all} held by this run`]),
		...(typeof power === 'number' ? [`${Math.round(power)} W`] : []),
		...(typeof temperature === 'number' ? [`${Math.round(temperature)} °C`] : []),
	];
	return parts.join(', ') || 'held by this run';
}
