import type {Heard} from '../core/rule.ts';
import type {Run} from '../core/run.ts';
import {columnsBeside} from './beside.ts';
import {describe, lossNameOf, type OpenCase, startsLate} from './case.ts';
import type {Chain, Launch} from './chain.ts';
import {known, type Told} from './columns.ts';
import {keyOf} from './measured.ts';
import type {Counting} from './place.ts';
import {fractionAt, withPlan} from './plan.ts';
import {headOf, itemsOf, otherEvaluations, type Spoken} from './spoken.ts';
import {storyOf} from './story.ts';
import type {Mention, Witness} from './told.ts';
import {lowerBound} from './view.ts';

/** How far the story of a run was told to its rules. */
export type Replay = {
	/** The files that tell it, in order; another order is another story. */
	files: readonly Witness[];
	loss: string | null;
	/** First order of each file that was not told yet. */
	readonly next: Map<Witness, number>;
	/** Launches told. */
	launches: number;
	/** Troubles of other files that were told already. */
	readonly said: Set<string>;
	generation: number;
	/** What the files had told when they were last looked at. */
	readonly seen: Map<Witness, number>;
	/** By what the run was described last. */
	chain: Chain | null;
	settings: Run['settings'];
};

/** Nothing was told yet. */
export function createReplay(): Replay {
	return {
		files: [],
		loss: null,
		next: new Map(),
		launches: 0,
		said: new Set(),
		generation: 0,
		seen: new Map(),
		chain: null,
		settings: null,
	};
}

type Listener = {readonly restart: () => void; readonly hear: (heard: Heard) => void};

/** Tells the listener what is new in the story, in its order. */
export function replay(
	state: Replay,
	patient: OpenCase,
	run: Run,
	witnesses: readonly Witness[],
	listener: Listener,
): void {
	if (state.settings === run.settings && isOld(state, witnesses)) return;
	state.seen.clear();
	for (const witness of witnesses) state.seen.set(witness, witness.version);
	const {chains, main} = storyOf(witnesses);
	if (!main) return;
	const same = main === state.chain && state.settings === run.settings;
	state.settings = run.settings;
	const loss = same ? state.loss : lossNameOf(main);
	if (!goesOn(state, main.witnesses, loss)) {
		state.files = [];
		state.next.clear();
		state.said.clear();
		state.launches = 0;
		listener.restart();
	}

	state.files = main.witnesses;
	state.loss = loss;
	if (!same) describe(patient, run, main);
	patient.pretrained = patient.warm || startsLate(main);
	state.chain = main;
	const teller: Teller = {
		state,
		patient,
		run,
		listener,
		extra: otherEvaluations(state.next, main, chains),
		plans: new Map(),
	};
	for (const [number, launch] of main.launches.entries()) tellLaunch(teller, launch, number, loss);
	for (const spoken of teller.extra.splice(0)) tell(teller, spoken);
	tellTroubles(teller, witnesses, main);
}

/** Nothing was told since, and no file was begun anew, came or went. */
function isOld({seen}: Replay, witnesses: readonly Witness[]): boolean {
	if (seen.size !== witnesses.length || seen.size === 0) return false;
	return witnesses.every(witness => seen.get(witness) === witness.version);
}

type Teller = {
	readonly state: Replay;
	readonly patient: OpenCase;
	readonly run: Run;
	readonly listener: Listener;
	/** Evaluations told by files beside the main ones, where those tell none. */
	readonly extra: Spoken[];
	/** The planned length as each file and the settings tell it. */
	readonly plans: Map<Witness, Counting>;
};

function goesOn(state: Replay, files: readonly Witness[], loss: string | null): boolean {
	if (state.loss !== null && state.loss !== loss) return false;
	return state.files.every((file, index) => files[index] === file);
}

function tellLaunch(teller: Teller, launch: Launch, number: number, loss: string | null): void {
	const {state} = teller;
	const {witness, session, resumed} = launch;
	const next = Math.max(launch.from, state.next.get(witness) ?? 0);
	if (number >= state.launches) {
		state.launches = number + 1;
		const place = {
			order: session.order,
			source: session.source,
			at: session.startedAt,
			step: null,
			epoch: null,
		};
		if (number > 0)
			tell(teller, {
				order: session.order,
				place,
				heard: {...headOf(place), kind: 'session', fresh: !resumed},
			});
	}

	const end = Math.min(launch.to, witness.order);
	if (next >= end) return;
	const items = itemsOf(witness, next, end, teller.run);
	const told = loss === null ? undefined : lossIn(witness, loss);
	let spoken = 0;
	const before = (order: number) => {
		for (; spoken < items.length; spoken++) {
			const item = items[spoken] as Spoken;
			if (item.order > order) return;
			tell(teller, item, witness);
		}
	};
	if (told) tellLosses(teller, witness, told, next, end, before);
	before(Number.POSITIVE_INFINITY);
	state.next.set(witness, end);
	state.generation++;
}

function lossIn(witness: Witness, loss: string): Told | undefined {
	const {told} = witness.tables.train;
	const same = [...told.keys()].find(name => keyOf('train', name) === keyOf('train', loss));
	return told.get(loss) ?? (same === undefined ? undefined : told.get(same));
}

function tellLosses(
	teller: Teller,
	witness: Witness,
	{track, column}: Told,
	from: number,
	to: number,
	before: (order: number) => void,
): void {
	const {step, epoch, at, line, offset, order} = track.axes;
	const {learningRate, dataSeconds, stepSeconds} = columnsBeside(witness, track);
	const end = lowerBound(order, track.length, to);
	for (let row = lowerBound(order, track.length, from); row < end; row++) {
		before(order[row] as number);
		const place: Mention = {
			order: order[row] as number,
			source: {file: witness.file, line: line[row] as number, offset: offset[row] as number},
			at: known(at[row]),
			step: known(step[row]),
			epoch: known(epoch[row]),
		};
		while (teller.extra[0] && comesBefore(teller.extra[0].place, place)) {
			tell(teller, teller.extra.shift() as Spoken);
		}

		const heard = {
			...headOf(place),
			kind: 'loss',
			value: column.values[row] as number,
			learningRate: known(learningRate?.values[row]),
			dataSeconds: known(dataSeconds?.values[row]),
			stepSeconds: known(stepSeconds?.values[row]),
		} as const;
		tell(teller, {order: place.order, place, heard}, witness);
	}
}

function comesBefore(evaluation: Mention, record: Mention): boolean {
	if (evaluation.step !== null && record.step !== null) return evaluation.step < record.step;
	if (evaluation.epoch !== null && record.epoch !== null) return evaluation.epoch < record.epoch;
	return evaluation.at !== null && record.at !== null && evaluation.at <= record.at;
}

function tell(teller: Teller, {heard, place}: Spoken, witness?: Witness): void {
	const {patient, listener, state, run} = teller;
	const planner = witness ?? state.files.at(-1);
	if (planner && (place.step !== null || place.epoch !== null)) {
		patient.fraction = fractionAt(planOf(teller, planner), place, heard.kind === 'loss');
	}

	if (heard.kind === 'trouble') state.said.add(said(heard.what, heard.text));
	if (run.partial && (heard.kind === 'evaluation' || heard.kind === 'loss')) return;
	listener.hear(heard);
}

function planOf({plans, run}: Teller, witness: Witness): Counting {
	let plan = plans.get(witness);
	if (!plan) {
		plan = withPlan(witness.counting, run.settings?.values);
		plans.set(witness, plan);
	}

	return plan;
}

function said(what: string, text: string): string {
	return `${what} ${text.slice(0, 80)}`;
}

/** Errors told by files beside the main ones: standard error, other ranks, the console. */
function tellTroubles(teller: Teller, witnesses: readonly Witness[], main: Chain): void {
	const {state} = teller;
	const since = main.launches.at(-1)?.session.startedAt ?? null;
	for (const witness of witnesses) {
		if (main.witnesses.includes(witness)) continue;
		for (const told of witness.troubles) {
			const key = said(told.what, told.text);
			if (state.said.has(key)) continue;
			state.said.add(key);
			const at = told.at ?? witness.heardAt ?? witness.lastAt;
			if (at !== null && since !== null && at < since) continue;
			const {what, text, passing} = told;
			teller.listener.hear({...headOf(told), kind: 'trouble', what, text, passing});
			state.generation++;
		}
	}
}
