import type {Facts, Phase, Time} from '../core/event.ts';
import type {Found} from '../core/found.ts';
import type {GpuUse} from '../core/gpu.ts';
import type {Writer} from '../core/probe.ts';
import type {Scheduler, Settings} from '../core/run.ts';
import type {Chain} from './chain.ts';
import {type Ended, endOf, isPlanDone} from './ended.ts';
import type {Counting} from './place.ts';
import {withPlan} from './plan.ts';
import {fractionOf} from './progress.ts';
import {scheduled} from './scheduled.ts';
import {type Silence, silenceOf} from './silence.ts';
import {type Judged, stateOf} from './state.ts';
import {currentOf, type Story} from './story.ts';
import type {Witness} from './told.ts';

/** Where a run stands: its state with the evidence that led to it. */
export type Standing = Judged & {
	readonly silence: Silence;
	readonly ended: Ended;
	readonly phase: Phase | null;
};

/** Judges the state of a run from its main files and from who writes them. */
export function standingOf(
	found: Found,
	witnesses: readonly Witness[],
	{main}: Story,
	view: {
		readonly now: Time;
		readonly writer?: Writer;
		readonly settings?: Settings | null;
		readonly scheduler?: Scheduler | null;
		readonly gpus?: readonly GpuUse[];
	},
): Standing {
	const current = currentOf(main);
	const ended = endingOf(main, view.settings?.values);
	const phase = current ? phaseOf(current, ended) : null;
	const modified = found.files.map(({modifiedAt}) => modifiedAt);
	const silence = silenceOf(current, witnesses, modified, phase, view.now);
	const short = current !== undefined && isShort(withPlan(current.counting, view.settings?.values));
	const judged = stateOf({
		now: view.now,
		silence,
		writer: view.writer ?? {kind: 'unknown', why: 'nobody asked'},
		ended,
		measured: witnesses.some(({lastMeasured}) => lastMeasured >= 0),
		told: witnesses.some(({order}) => order > 0),
		short,
		live: witnesses.some(({heardAt}) => heardAt !== null),
	});
	const known = scheduled(judged, view.scheduler, {short, proven: ended.how !== 'unknown'});
	return {
		...withGpus(known, view.gpus),
		silence,
		ended,
		phase,
	};
}

/** What is silent and computes works; what is silent and does not hangs, or waits for data. */
function withGpus(judged: Judged, gpus: readonly GpuUse[] = []): Judged {
	const told = gpus.map(({idle}) => idle).filter(idle => typeof idle === 'boolean');
	if ((judged.state !== 'stalled' && judged.state !== 'quiet') || told.length === 0) return judged;
	const [gpu, verb] = told.length === 1 ? ['GPU', 'is'] : ['GPUs', 'are'];
	const all = told.every(idle => idle === told[0]);
	const what = told[0] ? 'idle' : 'busy';
	const text = all
		? `its ${gpu} ${verb} ${what}`
		: `${told.filter(Boolean).length} of its GPUs are idle`;
	return {...judged, why: `${judged.why}; ${text}`};
}

const unended: Ended = {how: 'unknown', cause: null, source: null, text: ''};

/** How the newest launch ends; a launch that only began has not ended. */
function endingOf(main: Chain | null, settings: Facts | undefined): Ended {
	const last = main?.launches.at(-1)?.witness ?? main?.witnesses.at(-1);
	return last ? endOf(last, withPlan(last.counting, settings)) : unended;
}

function phaseOf(witness: Witness, ended: Ended): Phase {
	if (ended.how === 'completed') return 'finished';
	const told = witness.phases.at(-1);
	if (told && told.order > witness.lastMeasured) return told.phase;
	return witness.lastMeasured > witness.lastTrained ? 'validating' : 'training';
}

function isShort(counting: Counting): boolean {
	return fractionOf(counting) !== null && !isPlanDone(counting);
}
