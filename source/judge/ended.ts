import type {Source} from '../core/event.ts';
import type {Counting} from './place.ts';
import {plannedSteps} from './plan.ts';
import type {ToldTrouble, Witness} from './told.ts';

/** How a file ends, from what it tells alone. */
export type Ended = {
	readonly how: 'completed' | 'crashed' | 'timelimit' | 'interrupted' | 'unknown';
	/** Of a crash. */
	readonly cause: 'oom' | 'other' | null;
	/** The line that says so. */
	readonly source: Source | null;
	readonly text: string;
	/** A line says that it is over. */
	readonly marked?: boolean;
};

/** Said at the end of a process, however it ends. */
const closing = /^wandb: |exits successfully/;

/** Nothing goes on after it, but a last line may come late. */
const byScheduler = /^slurmstepd|\bCANCELLED AT /;

const causes: ReadonlySet<string> = new Set(['cuda-oom', 'host-oom']);

/**
How a file ends: an error counts only when nothing was measured after it, an end mark only when
training went on no further: a best record told again, or a last one written out late, is no progress.
*/
export function endOf(witness: Witness, counting: Counting = witness.counting): Ended {
	const since = witness.lastMeasured;
	const troubles = witness.troubles.filter(
		({order, passing, text, advances}) =>
			!passing && (order > since || (byScheduler.test(text) && witness.advances - advances <= 1)),
	);
	const ends = witness.phases.filter(
		({advances, phase}) =>
			witness.advances - advances <= 1 &&
			(phase === 'finished' || phase === 'interrupted' || phase === 'left'),
	);
	const started = witness.sessions.at(-1)?.order ?? -1;
	const begun = witness.phases.findLast(({phase}) => phase === 'started' || phase === 'resumed');
	const mark = ends.findLast(({order}) => order >= (begun?.order ?? -1));
	const stop = troubles.find(({what, order}) => what === 'time-limit' && order >= started);
	if (stop) return {how: 'timelimit', cause: null, source: stop.source, text: stop.text};
	const cancelled = troubles.find(({what, order}) => what === 'cancelled' && order >= started);
	// Slurm cancels what it kills for its memory, too.
	const killed = troubles.find(
		({what, text, order}) =>
			what === 'host-oom' && /memory limit|oom[-_ ]kill/i.test(text) && order >= started,
	);
	if (cancelled && !killed) {
		return {how: 'interrupted', cause: null, source: cancelled.source, text: cancelled.text};
	}

	if (mark?.phase === 'interrupted') {
		return {how: 'interrupted', cause: null, source: mark.source, text: mark.text};
	}

	const crash = crashOf(troubles.filter(({order}) => order >= started));
	if (mark?.phase === 'left' && !crash && isPlanOpen(counting)) {
		return {how: 'interrupted', cause: null, source: mark.source, text: mark.text};
	}

	if (mark?.phase === 'finished' && !(crash && (isPlanOpen(counting) || closing.test(mark.text)))) {
		const {source, text} = mark;
		return {how: 'completed', cause: null, source, text, marked: true};
	}

	if (crash) return crash;
	return isPlanDone(counting) || isTested(witness)
		? {how: 'completed', cause: null, source: witness.lastSource, text: ''}
		: {how: 'unknown', cause: null, source: null, text: ''};
}

/** Nothing was trained, and the one test is told: that was all there was to do. */
function isTested({lastTrained, lastEpoch, testCount, evaluationCount}: Witness): boolean {
	return lastTrained < 0 && lastEpoch === null && testCount === 1 && evaluationCount === 1;
}

function crashOf(troubles: readonly ToldTrouble[]): Ended | null {
	// A shell's bare `Killed` does not say why.
	const oom = troubles.find(({what, text}) => causes.has(what) && /mem|oom|bad_alloc/i.test(text));
	const first =
		oom ??
		troubles.find(({what}) => what !== 'traceback' && what !== 'error' && what !== 'bad-data') ??
		troubles[0];
	if (!first) return null;
	return {how: 'crashed', cause: oom ? 'oom' : 'other', source: first.source, text: first.text};
}

function isPlanOpen(counting: Counting): boolean {
	const steps = plannedSteps(counting);
	if (steps > 0 && counting.last.step >= 0) return counting.last.step < 0.98 * steps;
	if (counting.epochs > 0 && counting.last.epoch >= 0) {
		return counting.last.epoch - counting.epochBase + 1 < counting.epochs;
	}

	return false;
}

/** Whether the last planned record was logged: the next one would lie beyond the planned length. */
export function isPlanDone(counting: Counting): boolean {
	const {last, epochs, steps, stepsPerEpoch, epochBase, stepBase, interval, unit} = counting;
	if (steps > 0 && counting.laps === 0 && last.step >= 0) {
		return (
			last.step >= steps || (unit === 'step' && last.step + interval > steps + stepSlack(counting))
		);
	}

	if (!(epochs > 0) || Number.isNaN(last.epoch)) return false;
	const whole = Number.isInteger(last.epoch);
	if (!whole) return last.epoch >= epochs - 0.005;
	if (last.epoch - epochBase + 1 < epochs) return false;
	if (Number.isNaN(last.stepInEpoch) || !(stepsPerEpoch > 0)) return true;
	if (last.stepInEpoch >= stepsPerEpoch - 1 + stepBase) return true;
	const next = last.stepInEpoch + (unit === 'step' ? interval : 1);
	return next > stepsPerEpoch - 1 + stepBase;
}

/** Counters that begin at 0 end one interval early. */
function stepSlack({first}: Counting): number {
	return first === 0 ? -1 : 0;
}
