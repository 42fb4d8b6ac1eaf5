import type {Alert, Finding, RuleId} from '../core/alert.ts';
import {atLeast} from '../core/alert.ts';
import {createCurve, extendCurve, median, recentOf} from '../core/curve.ts';
import type {Source, Time} from '../core/event.ts';
import type {Heard, Rule, Rules, Thresholds, Told} from '../core/rule.ts';
import type {Run} from '../core/run.ts';
import {addTrial, createTrials} from '../core/trials.ts';
import {emptyCase, type OpenCase} from './case.ts';
import {createReplay, type Replay, replay} from './replay.ts';
import type {Witness} from './told.ts';

type Entry = {
	readonly id: RuleId;
	readonly rule: Rule;
	readonly settings: Thresholds;
	memory: unknown;
	found: Finding | null;
	open: Alert | null;
};

/** The alerts of one run over its life: what every rule remembers, found, and said. */
export type Book = {
	readonly entries: readonly Entry[];
	readonly byId: ReadonlyMap<RuleId, Entry>;
	past: Alert[];
	replay: Replay;
	/** The last learning rates. */
	rates: number[];
	/** Losses heard since the last evaluation. */
	losses: number;
	case: OpenCase;
	/** What is known of each metric, by wire name. */
	series: Run['series'];
	/** The answer, until something changes. */
	alerts: readonly Alert[] | null;
};

/** Episodes of one rule that are remembered. */
const mostEpisodes = 20;

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
		if (!entry.rule.judge) continue;
		settle(book, entry, entry.rule.judge(entry.memory, patient, now, entry.settings), null, now);
	}

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
	if (heard.source) patient.lastLine = heard.source;
	if (heard.at !== null) patient.heardAt = heard.at;
	if (heard.kind === 'session' && heard.fresh) startAgain(book, heard, now);
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
		if (!entry.rule.hear) continue;
		settle(book, entry, entry.rule.hear(entry.memory, heard, patient, entry.settings), heard, now);
	}
}

/** Whether a learning rate is above the one of five records before; takes it. */
function rises(rates: number[], rate: number | null): boolean {
	if (rate === null) return false;
	rates.push(rate);
	if (rates.length > 6) rates.shift();
	return rate > 1.001 * (rates[0] as number);
}

/** A new attempt: what was wrong with the one before is past. */
function startAgain(book: Book, heard: Heard, now: Time): void {
	book.case.curve = createCurve();
	book.case.trials = createTrials();
	book.rates = [];
	for (const entry of book.entries) {
		settle(book, entry, null, heard, now);
		entry.memory = entry.rule.begin();
	}
}

function settle(book: Book, entry: Entry, told: Told, heard: Heard | null, now: Time): void {
	if (told === 'same' || (told === null && entry.found === null)) return;
	entry.found = told;
	reconcile(book, entry, heard, now);
}

/** Brings the alert of a rule in line with what the rule found and with the alerts that explain it. */
function reconcile(book: Book, entry: Entry, heard: Heard | null, now: Time): void {
	const {found, open} = entry;
	const explained = book.entries.some(
		({open: other, rule}) => other !== null && rule.explains?.includes(entry.id),
	);
	if (found === null || explained) {
		if (open) close(book, entry, heard, now);
		return;
	}

	if (open) {
		if (!isSame(open, found)) {
			entry.open = {...open, ...found};
			book.alerts = null;
		}

		return;
	}

	entry.open = {
		...found,
		rule: entry.id,
		since: heard?.at ?? book.case.heardAt ?? (heard ? null : now),
		until: null,
		open: true,
		raised: raisedAt(heard, found, book.case.lastLine),
		acknowledged: false,
	};
	book.alerts = null;
	recheck(book, entry, heard, now);
}

function raisedAt(heard: Heard | null, found: Finding, last: Source | null): Source | null {
	if (heard?.source) return heard.source;
	const [evidence] = found.evidence;
	return evidence ? {file: evidence.file, line: evidence.line, offset: evidence.offset} : last;
}

function close(book: Book, entry: Entry, heard: Heard | null, now: Time): void {
	const {open} = entry;
	if (!open) return;
	entry.open = null;
	book.past.push({...open, open: false, until: heard?.at ?? book.case.heardAt ?? now});
	const episodes = book.past.filter(({rule}) => rule === entry.id);
	if (episodes.length > mostEpisodes) book.past.splice(book.past.indexOf(episodes[0] as Alert), 1);
	book.alerts = null;
	recheck(book, entry, heard, now);
}

/** What an alert explains is silenced while it is open, and may speak again when it closes. */
function recheck(book: Book, {rule}: Entry, heard: Heard | null, now: Time): void {
	for (const id of rule.explains ?? []) {
		const other = book.byId.get(id);
		if (other) reconcile(book, other, heard, now);
	}
}

function isSame(alert: Alert, found: Finding): boolean {
	return (
		alert.severity === found.severity &&
		alert.certain === found.certain &&
		alert.message === found.message &&
		alert.advice === found.advice
	);
}

function listed(book: Book): readonly Alert[] {
	const open = book.entries.map(entry => entry.open).filter(alert => alert !== null);
	open.sort((a, b) => {
		if (a.severity !== b.severity) return atLeast(a.severity, b.severity) ? -1 : 1;
		return (b.since ?? 0) - (a.since ?? 0);
	});
	return [...open, ...book.past.toReversed()];
}
