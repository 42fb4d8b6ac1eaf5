import type {Time} from '../core/event.ts';
import type {FileNews} from '../core/host.ts';
import type {News} from '../core/news.ts';
import {dueOf} from './attention.ts';
import {createBacklog} from './backlog.ts';
import {createDoubting} from './doubting.ts';
import {type Fleet, shareRead} from './fleet.ts';
import {createGathering} from './gathering.ts';
import {createJudging} from './judging.ts';
import type {Means} from './means.ts';
import {createPacing} from './pacing.ts';
import {startPulse} from './pulse.ts';
import {watchResults} from './results.ts';
import {askSettings} from './run-settings.ts';
import {watchSaves} from './saves.ts';
import {watchSurroundings} from './surroundings.ts';
import {isRun, type Tracked} from './tracked.ts';
import {createTurns} from './turns.ts';

/** What the pipeline is to do besides reading. */
export type Pace = {
	/** Seconds between two looks at every file, where file events are not to be trusted; null: as needed. */
	readonly poll: number | null;
	readonly clock: () => Time;
};

/** host → gather → judge → news, for as long as the program runs. */
export type Pipeline = {
	/** Stops watching and closes every file. */
	readonly stop: () => Promise<void>;
	/** Judges a run anew and tells it at once: what the user keeps of it has changed. */
	readonly rejudge: (id: string) => void;
	/** The run whose evaluation results are on the screen; null: none is. */
	readonly showResults: (id: string | null) => void;
	/** Searches again, at once or when the last search is a second old. */
	readonly searchSoon: () => void;
	/** A key was pressed: reading gives way until its frame is drawn. */
	readonly giveWay: () => void;
	/** Resolves when the first search is over. */
	readonly searched: Promise<void>;
};

/** Seconds between two searches for new runs. */
const searchEvery = 30;

/** Milliseconds before news within which what changed is read. */
const lead = 20;

/** Starts reading everything, newest first, and tells what changed a few times a second at most. */
export function startPipeline(
	fleet: Fleet,
	means: Means,
	{poll, clock}: Pace,
	publish: (news: News) => void,
): Pipeline {
	const backlog = createBacklog();
	const turns = createTurns(backlog, clock);
	const saves = watchSaves(means, publishSoon);
	const results = watchResults(means, publishSoon);
	const doubting = createDoubting(means, publishSoon);
	const pacing = createPacing();
	const gathering = createGathering(backlog, () => untilNews() - lead);
	const judging = createJudging(means, clock);
	const surroundings = watchSurroundings(means, publishSoon);
	let stopped = false;
	let blind = poll !== null;
	let publishing: NodeJS.Timeout | undefined;
	let telling = false;
	let searching: NodeJS.Timeout | undefined;
	let publishedAt = 0;
	let searchedAt = 0;
	let told: string | undefined;
	let watched = '';
	let informed = false;
	let changedAt = 0;

	const watch = poll === null ? means.host.watch(heard) : undefined;
	const pulse = startPulse(tick);
	const searched = search();
	void work();

	function heard(news: FileNews): void {
		if (news.what === 'blind') {
			blind = true;
			return;
		}

		const known = fleet.at(news.path);
		pulse.soon();
		if (known) gathering.add(known.file, known.run, clock());
		if (!known || news.what !== 'changed') searchSoon();
	}

	function searchSoon(): void {
		if (searching || stopped) return;
		const wait = Math.max(50, searchedAt + 1000 - clock());
		searching = setTimeout(() => {
			searching = undefined;
			void search();
		}, wait);
	}

	async function search(): Promise<void> {
		searchedAt = clock();
		const before = new Map([...fleet.runs.values()].map(run => [run, run.found]));
		await fleet.search(searchedAt);
		if (stopped) return;
		const folders = fleet.folders().join('\n');
		if (folders !== watched) {
			watched = folders;
			changedAt = clock();
			watch?.folders(fleet.folders());
		}

		for (const run of fleet.runs.values()) readOn(run, before.get(run) === run.found);
		informed = false;
		inform();
		pulse.soon();
		publishSoon();
	}

	/** Settings may wait until everything is read. */
	function inform(): void {
		if (informed || stopped || !backlog.empty()) return;
		informed = true;
		void askSettings(means, [...fleet.runs.values()]).then(publishSoon);
	}

	/** Of files that are the `same` as at the search before nothing more is to be seen by their names. */
	function readOn(run: Tracked, same: boolean): void {
		for (const file of run.files.values()) {
			if (!file.through() || file.behind()) backlog.add(file, run);
			else if (same && poll === null) file.passed(searchedAt);
		}
	}

	/** Previews of big files first, then whatever is newest, in slices between frames. */
	async function work(): Promise<void> {
		await searched;
		await turns.read(run => {
			if (run.stale || backlog.empty()) publishSoon();
			inform();
		});
	}

	function publishSoon(): void {
		if (publishing || telling || stopped) return;
		publishing = setTimeout(() => void tellStale(), Math.max(0, untilNews()));
	}

	function untilNews(): number {
		return publishedAt + pacing.breath(clock()) - clock();
	}

	async function tellStale(): Promise<void> {
		publishing = undefined;
		publishedAt = clock();
		telling = true;
		const judged = await judging.stale(fleet.runs.values());
		telling = false;
		if (stopped) return;
		if (backlog.empty() && !doubting.answered()) doubting.tick(fleet.runs.values(), clock());
		tell(judged);
	}

	function tell(judged: readonly Tracked[]): void {
		const changed = judged.flatMap(({run}) => run ?? []);
		pacing.changed(changed, publishedAt);
		const news = {
			runs: changed,
			gone: [
				...[...fleet.runs.values()].filter(run => !isRun(run)).map(({id}) => id),
				...fleet.replaced(),
			],
			trouble: [...fleet.trouble(), ...surroundings.trouble()],
			hidden: fleet.hidden(),
			old: fleet.old(),
			settled: backlog.empty() && doubting.answered(),
			read: shareRead(fleet),
			gpus: surroundings.gpus(),
		};
		const rest = JSON.stringify({...news, runs: null, old: news.old.size});
		if (changed.length === 0 && rest === told) return;
		told = rest;
		publish(news);
	}

	/** By the clock: what silence changes, files that events may have missed, searches, who writes. */
	function tick(): number {
		const now = clock();
		const waits = [...fleet.runs.values()].map(run => attendTo(run, now));
		if (backlog.empty()) {
			if (doubting.answered()) doubting.tick(fleet.runs.values(), now);
			saves.tick(fleet.runs.values(), now);
			surroundings.tick(fleet.runs.values(), now);
			results.tick(fleet.runs, now);
		}

		// What came while a folder was not watched yet gave no event: look again soon.
		const every = now - changedAt < 20_000 ? 3 : searchEvery;
		if (now - searchedAt > every * 1000) searchSoon();
		return backlog.empty() ? Math.min(every * 1000, ...waits) : 0;
	}

	/** Does what is due of a run; the milliseconds until there is more. */
	function attendTo(run: Tracked, now: Time): number {
		const due = dueOf(run, now, blind ? (poll ?? 1) : null);
		for (const file of due.looks) backlog.add(file, run);
		const ended = due.endings.filter(file => file.settle());
		run.stale ||= due.judging || ended.length > 0;
		if (run.stale) publishSoon();
		return due.wait;
	}

	function rejudge(id: string): void {
		const run = fleet.runs.get(id);
		if (!run || stopped) return;
		judging.one(run);
		tell([run]);
	}

	return {
		searched,
		rejudge,
		showResults: id => {
			results.show(id);
			pulse.soon();
		},
		searchSoon,
		giveWay: turns.giveWay,
		stop: async () => {
			stopped = true;
			pulse.stop();
			clearTimeout(publishing);
			clearTimeout(searching);
			gathering.stop();
			backlog.stop();
			surroundings.stop();
			await watch?.stop();
			await fleet.close();
		},
	};
}
