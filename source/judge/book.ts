import type {Alert, RuleId} from '../core/alert.ts';
import {createCurve, extendCurve, median, recentOf} from '../core/curve.ts';
import type {Time} from '../core/event.ts';
import type {Heard, Rule, Rules, Thresholds} from '../core/rule.ts';
import type {Run} from '../core/run.ts';
import {addTrial, createTrials} from '../core/trials.ts';
import {emptyCase, type OpenCase} from './case.ts';
import {type Entry, type Episodes, listed, type Moment, settle, take} from './episodes.ts';
import {createReplay, type Replay, replay} from './replay.ts';
import type {Witness} from './told.ts';

/** The alerts of one run over its life: what every rule remembers, found, and said. */
export type Book = Episodes & {
	replay: Replay;
	/** The last learning rates. */
	rates: number[];
	/** Losses heard since the last evaluation. */
	losses: number;
	case: OpenCase;
	/** What is known of each metric, by wire name. */
	series: Run['series'];
};

/** A book for one run; `thresholds` change the rules' own, `null` switches a rule off. */
export function createBook(
	rules: Rules,
	thresholds: Readonly<Partial<Record<RuleId, Thresholds | null>>> = {},
): Book {
	const entries: Entry[] = [];
	for (const [id, rule] of Object.entries(rules) as ReadonlyArray<[RuleId, Rule]>) {
		const changed = thresholds[id];
		if (changed === null) continue;
		entries.push({
			id,
			rule,
			settings: {...rule.settings, ...changed},
			memory: rule.begin(),
			found: null,
			open: null,
		});
	}

	return {
		entries,
		byId: new Map(entries.map(entry => [entry.id, entry])),
		changed: [],
		past: [],
		replay: createReplay(),
		rates: [],
		losses: 0,
		case: emptyCase(),
		series: new Map(),
		alerts: null,
	};
}

/**
Lets every rule hear what the believed files told since the last time, then judge the run as it is
now. Gives all alerts, open ones first, gravest first; the same list while nothing changes. A change
of belief, or a file that begins anew, replays the story from its start. `gone`: its files are no
longer found.
*/
export function attend(
	book: Book,
	run: Run,
	witnesses: readonly Witness[],
	now: Time,
	gone = false,
): readonly Alert[] {
	const {case: patient} = book;
	patient.gone = gone;
	patient.checkpoints = run.checkpoints;
	patient.disk = run.disk ?? null;
	patient.secondsLeft = run.progress.etaSeconds;
	patient.scheduler = run.scheduler;
	patient.process = run.process;
	patient.state = run.state;
	patient.why = run.why;
	patient.archived = run.archived;
	patient.lossName = run.loss;
	patient.metricName = run.validation.primary;
	patient.goal = run.validation.goal;
	book.series = run.series;
	const before = book.replay.generation;
	replay(book.replay, patient, run, witnesses, {
		restart: () => reopen(book),
		hear: heard => hear(book, heard, now),
	});
	if (book.replay.generation !== before) book.alerts = null;
	for (const entry of book.entries) {
		if (entry.rule.judge) {
			take(book, entry, entry.rule.judge(entry.memory, patient, now, entry.settings));
		}
	}

	if (book.changed.length > 0) settle(book, moment(book, null, now));

	book.alerts ??= listed(book);
	return book.alerts;
}

/** Forgets everything: the story is told again from its start. */
function reopen(book: Book): void {
	book.past = [];
	book.rates = [];
	book.case = Object.assign(book.case, {curve: createCurve(), trials: createTrials()});
	for (const entry of book.entries) {
		entry.memory = entry.rule.begin();
		entry.found = null;
		entry.open = null;
	}

	book.alerts = null;
}

function hear(book: Book, heard: Heard, now: Time): void {
	const {case: patient} = book;
	const before = patient.heardAt;
	if (heard.source) patient.lastLine = heard.source;
	if (heard.at !== null) patient.heardAt = heard.at;
	if (heard.kind === 'loss') {
		extendCurve(patient.curve, heard.value);
		patient.rateRises = rises(book.rates, heard.learningRate);
		book.losses++;
	}

	if (heard.kind === 'evaluation') {
		const level = median(recentOf(patient.curve, Math.max(5, book.losses)));
		addTrial(patient.trials, heard.values, level, name => book.series.get(name)?.goal);
		book.losses = 0;
	}

	for (const entry of book.entries) {
		if (entry.rule.hear) {
			take(book, entry, entry.rule.hear(entry.memory, heard, patient, entry.settings));
		}
	}

	if (book.changed.length > 0) settle(book, moment(book, heard, now, before));
	if (heard.kind === 'session' && heard.fresh) startAgain(book, heard, now);
}

function moment(book: Book, heard: Heard | null, now: Time, before: Time | null = null): Moment {
	const {heardAt, lastLine} = book.case;
	return {heard, heardAt, before, lastLine, now};
}

/** Whether a learning rate is above the one of five records before; takes it. */
function rises(rates: number[], rate: number | null): boolean {
	if (rate === null) return false;
	rates.push(rate);
	if (rates.length > 6) rates.shift();
	const before = rates[0] as number;
	return rate - before > 0.001 * Math.abs(before);
}

/** A new attempt: what was wrong with the one before is past. */
function startAgain(book: Book, heard: Heard, now: Time): void {
	book.case.curve = createCurve();
	book.case.trials = createTrials();
	book.rates = [];
	for (const entry of book.entries) {
		take(book, entry, null);
		entry.memory = entry.rule.begin();
	}

	if (book.changed.length > 0) settle(book, moment(book, heard, now));
}
