import {type Alert, atLeast, type Finding, type RuleId} from '../core/alert.ts';
import type {Source, Time} from '../core/event.ts';
import type {Heard, Rule, Thresholds, Told} from '../core/rule.ts';

/** What one rule remembers and finds, and the alert that is open for it. */
export type Entry = {
	readonly id: RuleId;
	readonly rule: Rule;
	readonly settings: Thresholds;
	memory: unknown;
	found: Finding | null;
	open: Alert | null;
};

/** The alerts of a run, from being raised to being past. */
export type Episodes = {
	readonly entries: readonly Entry[];
	readonly byId: ReadonlyMap<RuleId, Entry>;
	/** Those that find something else than before, until all have spoken. */
	readonly changed: Entry[];
	past: Alert[];
	/** The answer, until something changes. */
	alerts: readonly Alert[] | null;
};

/** When something is found: what was heard, else (null) the clock moved. */
export type Moment = {
	readonly heard: Heard | null;
	readonly heardAt: Time | null;
	/** When the thing before it was heard. */
	readonly before: Time | null;
	readonly lastLine: Source | null;
	readonly now: Time;
};

/** Episodes of one rule that are remembered. */
const mostEpisodes = 20;

/** What a rule finds now, to be settled when all rules have spoken. */
export function take(book: Episodes, entry: Entry, told: Told): void {
	if (told === 'same' || (told === null && entry.found === null)) return;
	entry.found = told;
	book.changed.push(entry);
}

/** Opens, changes and closes alerts: only when all rules have spoken is it known which explain which. */
export function settle(book: Episodes, moment: Moment): void {
	if (book.changed.length === 0) return;
	for (const entry of book.changed) reconcile(book, entry, moment);
	book.changed.length = 0;
}

/** Brings the alert of a rule in line with what the rule found and with the alerts that explain it. */
function reconcile(book: Episodes, entry: Entry, moment: Moment): void {
	const {found, open} = entry;
	const explained = book.entries.some(other => explains(other, entry.id));
	if (found === null || explained) {
		if (open) close(book, entry, moment);
		return;
	}

	if (open) {
		if (isSame(open, found)) return;
		entry.open = {...open, ...found, evidence: withFirst(open, found)};
		book.alerts = null;
		if (open.certain !== found.certain) recheck(book, entry, moment);
		return;
	}

	entry.open = {
		...found,
		rule: entry.id,
		since: sinceOf(moment, found),
		until: null,
		open: true,
		raised: raisedAt(moment, found),
		acknowledged: false,
	};
	book.alerts = null;
	recheck(book, entry, moment);
}

/** What a rule only foretells explains nothing yet. */
function explains({open, rule}: Entry, id: RuleId): boolean {
	if (open === null || (rule.foretells && !open.certain)) return false;
	return rule.explains?.includes(id) === true;
}

function sinceOf(moment: Moment, found: Finding): Time | null {
	const {heard, heardAt, before, now} = moment;
	if (isLate(moment, found)) return before;
	return heard?.at ?? heardAt ?? (heard ? null : now);
}

function raisedAt(moment: Moment, found: Finding): Source | null {
	const {heard, lastLine} = moment;
	if (heard?.source && !isLate(moment, found)) return heard.source;
	const [evidence] = found.evidence;
	return evidence ? {file: evidence.file, line: evidence.line, offset: evidence.offset} : lastLine;
}

/** Whether only the next launch brought out what was wrong with the one before. */
function isLate({heard}: Moment, {evidence: [first]}: Finding): boolean {
	return heard?.kind === 'session' && first !== undefined && first.line !== heard.source?.line;
}

function close(book: Episodes, entry: Entry, moment: Moment): void {
	const {open} = entry;
	if (!open) return;
	entry.open = null;
	book.past.push({...open, open: false, until: moment.heard?.at ?? moment.heardAt ?? moment.now});
	const episodes = book.past.filter(({rule}) => rule === entry.id);
	if (episodes.length > mostEpisodes) book.past.splice(book.past.indexOf(episodes[0] as Alert), 1);
	book.alerts = null;
	recheck(book, entry, moment);
}

/** What an alert explains is silenced while it is open, and may speak again when it closes. */
function recheck(book: Episodes, {rule}: Entry, moment: Moment): void {
	for (const id of rule.explains ?? []) {
		const other = book.byId.get(id);
		if (other) reconcile(book, other, moment);
	}
}

/** The line that proved it first stays, whatever proves it now. */
function withFirst({evidence: [first]}: Alert, {evidence}: Finding): Finding['evidence'] {
	if (!first || evidence.some(({file, line}) => file === first.file && line === first.line)) {
		return evidence;
	}

	return [first, ...evidence];
}

function isSame(alert: Alert, found: Finding): boolean {
	return (
		alert.severity === found.severity &&
		alert.certain === found.certain &&
		alert.message === found.message &&
		alert.advice === found.advice
	);
}

/** All alerts, open ones first, gravest first. */
export function listed(book: Episodes): readonly Alert[] {
	const open = book.entries.map(entry => entry.open).filter(alert => alert !== null);
	open.sort((a, b) => {
		if (a.severity !== b.severity) return atLeast(a.severity, b.severity) ? -1 : 1;
		return (b.since ?? 0) - (a.since ?? 0);
	});
	return [...open, ...book.past.toReversed()];
}
