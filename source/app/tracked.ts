import type {KnownContents, Saves} from '../core/checkpoint.ts';
import type {Time} from '../core/event.ts';
import type {Found} from '../core/found.ts';
import type {Happening} from '../core/happening.ts';
import type {Trouble} from '../core/news.ts';
import type {Writer} from '../core/probe.ts';
import type {Results} from '../core/results.ts';
import type {Run, Settings} from '../core/run.ts';
import {acknowledge, regrade} from '../judge/acknowledge.ts';
import {attend, type Book, createBook} from '../judge/book.ts';
import {alarmed, compose, type FileReport} from '../judge/compose.ts';
import {withPolicy} from '../judge/policy.ts';
import type {Witness} from '../judge/witness.ts';
import {rules} from '../rules/index.ts';
import {type Around, launchOf, nothingAround, viewAround} from './around.ts';
import {type Followed, follow} from './followed.ts';
import type {Means} from './means.ts';

/** One run that is watched: its files, and what was made of them last. */
export type Tracked = {
	readonly id: string;
	found: Found;
	/** By file id. */
	readonly files: Map<string, Followed>;
	settings: Settings | null;
	/** Path of the settings file read last; undefined before any was. */
	settingsAsked: string | null | undefined;
	/** Why its settings file tells nothing. */
	settingsTrouble: Trouble | null;
	writer: Writer | undefined;
	/** The checkpoints that lie in its folders; undefined before anyone looked. */
	saves: Saves | undefined;
	savesAskedAt: Time;
	/** What was found in the files of its checkpoints. */
	readonly contents: KnownContents;
	/** What evaluations left in its folder, and when anyone looked. */
	results: readonly Results[] | undefined;
	resultsAskedAt: Time;
	/** What its surroundings told: branch, job, process, GPUs. */
	readonly around: Around;
	/** What the screen shows; undefined before the first judging. */
	run: Run | undefined;
	/** Something was told since the last judging. */
	stale: boolean;
	book: Book;
	/** Alerts of the newest part alone are thrown away once the whole is read. */
	whole: boolean;
	/** No longer found: deleted, or moved out of sight. */
	gone: boolean;
	/** What became of its folder, oldest first. */
	happened: readonly Happening[];
	judgedAt: Time;
	/** When it was asked last who writes its files. */
	askedAt: Time;
};

/** Begins to track a run; its files are read later. */
export function track(means: Means, found: Found): Tracked {
	const tracked: Tracked = {
		id: found.id,
		found,
		files: new Map(),
		settings: null,
		settingsAsked: undefined,
		settingsTrouble: null,
		writer: undefined,
		saves: undefined,
		savesAskedAt: 0,
		contents: new Map(),
		results: undefined,
		resultsAskedAt: 0,
		around: nothingAround(),
		run: undefined,
		stale: true,
		book: createBook(rules, means.wishesFor(found.name).thresholds),
		whole: false,
		gone: false,
		happened: [],
		judgedAt: 0,
		askedAt: 0,
	};
	meet(means, tracked, found);
	return tracked;
}

/** The search found the run again: files may have come, moved or changed. */
export function meet(means: Means, tracked: Tracked, found: Found): void {
	if (found === tracked.found && tracked.files.size > 0) return;
	tracked.found = found;
	tracked.stale = true;
	for (const file of found.files) {
		const known = tracked.files.get(file.id);
		if (known) known.found(file);
		else tracked.files.set(file.id, follow(means, file));
	}
}

/** Whether every byte of the run's files has been read. */
export function isThrough(tracked: Tracked): boolean {
	for (const file of tracked.files.values()) if (!file.through()) return false;
	return true;
}

/** Judges a run as of a moment; the same object as before when nothing about it changed. */
export function judge(tracked: Tracked, means: Means, now: Time): Run {
	const {host, config} = means;
	const wishes = means.wishesFor(tracked.found.name);
	const through = isThrough(tracked);
	if (through && !tracked.whole) {
		tracked.whole = true;
		tracked.book = createBook(rules, wishes.thresholds);
	}

	const witnesses: Witness[] = [];
	const reports = new Map<string, FileReport>();
	let size = 0;
	let position = 0;
	for (const file of tracked.files.values()) {
		witnesses.push(file.witness());
		size += file.size();
		position += file.through() ? file.size() : file.position();
		const report = file.report();
		reports.set(file.id, {
			format: report?.format ?? '',
			bytes: file.size(),
			lines: report?.lines ?? 0,
			understood: report?.understood ?? 0,
			trouble: file.trouble(),
		});
	}

	const view = {
		now,
		host: host.name,
		read: size === 0 ? 1 : position / size,
		partial: !through,
		settings: tracked.settings,
		goals: config.goals,
		reports,
		...viewAround(tracked.around, tracked),
		...(tracked.results ? {results: tracked.results} : {}),
		...(tracked.saves && {
			checkpoints: tracked.saves.saves,
			moreSaves: tracked.saves.more,
		}),
	};
	const found = {...tracked.found, files: fresh(tracked)};
	const composed = compose(found, witnesses, view);
	const run = {
		...withPolicy(composed, found, witnesses, tracked.saves?.saves),
		...storyOf(tracked),
		...launchOf(tracked.around),
		...savedOf(tracked),
	};
	const remarks = means.remarksFor(run);
	const raised = regrade(
		attend(tracked.book, run, witnesses, now, tracked.gone),
		wishes.severities,
	);
	const alerts = acknowledge(raised, remarks?.acknowledged ?? [], run);
	const judged = {...alarmed(run, alerts), ...(remarks && {remarks})};
	tracked.run = tracked.gone ? {...judged, state: 'unknown', why: whyGone(tracked)} : judged;
	tracked.stale = false;
	tracked.judgedAt = now;
	return tracked.run;
}

function whyGone({happened}: Tracked): string {
	const last = happened.at(-1);
	return last?.what === 'archived' ? last.text : 'its files are gone';
}

function savedOf({saves}: Tracked): Pick<Run, 'saved'> {
	const count = saves ? saves.saves.length + saves.more : 0;
	return count > 0 ? {saved: {count, bytes: saves!.bytes}} : {};
}

function storyOf({happened}: Tracked): Pick<Run, 'happened'> {
	return happened.length > 0 ? {happened} : {};
}

function fresh({found, files}: Tracked): Found['files'] {
	return found.files.map(file => ({
		...file,
		bytes: files.get(file.id)?.size() ?? file.bytes,
		modifiedAt: files.get(file.id)?.modifiedAt() ?? file.modifiedAt,
	}));
}

/**
Whether a lone file turned out to be a training log: it measured something, saved something, or says
what went wrong. A folder that frameworks lay out is a run whatever its files say.
*/
export function isRun(tracked: Tracked): boolean {
	if (tracked.found.layout !== 'file') return true;
	for (const file of tracked.files.values()) {
		if (!file.through() && file.position() === 0) return true;
		const {lastMeasured, checkpointCount, troubleCount} = file.witness();
		if (lastMeasured >= 0 || checkpointCount > 0 || troubleCount > 0) return true;
	}

	return false;
}
