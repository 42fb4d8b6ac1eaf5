import type {RuleId} from '../core/alert.ts';
import type {Time} from '../core/event.ts';
import type {News} from '../core/news.ts';
import type {RemarkWish} from '../core/remark.ts';
import {toggleAcknowledged} from './acknowledging.ts';
import {createCrier} from './notify/crier.ts';
import type {Io} from './options.ts';
import type {Notify} from './preferences.ts';
import {changeOf, saidOf} from './remarking.ts';
import type {Desk} from './remarks.ts';
import type {ChangingStore} from './store.ts';
import {createVisits} from './visits.ts';

/** What a sitting needs. */
export type SittingMeans = {
	readonly io: Io;
	readonly wishes: Notify;
	readonly desk: Desk;
	readonly store: ChangingStore;
	/** Absolute paths that are watched; empty: this is no visit. */
	readonly roots: readonly string[];
	readonly clock: () => Time;
	/** Says something in the footer for a while. */
	readonly say: (text: string) => void;
	/** Judges a run anew and shows it at once. */
	readonly rejudge: (run: string) => void;
};

/** One use of the live screen by a person: what they keep, what they have seen, how they are called. */
export type Sitting = {
	/** After the store took the news. */
	readonly heard: (news: News) => void;
	readonly acknowledge: (run: string, rule: RuleId | null) => void;
	readonly remark: (run: string, wish: RemarkWish) => void;
	/** A key was pressed. */
	readonly looked: () => void;
	/** Keeps what was seen and gives the window its title back; once. */
	readonly end: () => Promise<void>;
};

/** Begins a sitting. */
export function beginSitting(means: SittingMeans): Sitting {
	const {io, wishes, desk, store, roots, clock, say, rejudge} = means;
	const visits = createVisits(desk.file, roots, clock());
	const crier = createCrier({
		wishes,
		env: io.env,
		started: clock(),
		say: text => {
			say(text);
			store.keep({path: 'notify', what: text.replace(/^notify: /, '')});
		},
		write: code => {
			io.stdout.write(code);
		},
	});
	let begun = false;
	let ended: Promise<void> | undefined;
	const told = new Set<string>();
	const ticking = setInterval(() => {
		visits.tick(store.snapshot().runs, clock());
		void desk.file.refresh().then(reread);
		complain();
	}, 60_000);
	ticking.unref();

	/** Another screen acknowledged, labelled or hid something. */
	const reread = (changed: boolean) => {
		if (!changed) return;
		for (const run of store.snapshot().runs) {
			if (JSON.stringify(desk.of(run)) !== JSON.stringify(run.remarks)) rejudge(run.id);
		}
	};
	const complain = () => {
		for (const what of desk.file.trouble()) {
			if (told.has(what)) continue;
			told.add(what);
			say(what);
			store.keep({path: 'your notes', what});
		}
	};
	const change = (id: string, done: Promise<void>, said: string) => {
		rejudge(id);
		say(said);
		void done.then(complain);
	};
	const end = async () => {
		clearInterval(ticking);
		await visits.end(store.snapshot().runs, clock());
		await crier.stop();
	};
	const runOf = (id: string) => store.snapshot().runs.find(run => run.id === id);

	return {
		heard: news => {
			const {runs} = store.snapshot();
			crier.look(news.runs, runs, clock());
			if (begun || !news.settled) return;
			begun = true;
			store.recall(visits.begin(runs));
			complain();
		},
		acknowledge: (id, rule) => {
			const run = runOf(id);
			if (!run) return;
			const {said, saved} = toggleAcknowledged(desk, run, rule, clock());
			change(id, saved, said);
		},
		remark: (id, wish) => {
			const run = runOf(id);
			if (run)
				change(
					id,
					desk.change(run, clock(), () => changeOf(wish)),
					saidOf(run, wish),
				);
		},
		looked: () => {
			const news = visits.looked(store.snapshot().runs, clock());
			if (news) store.recall(news);
		},
		end: () => {
			ended ??= end();
			return ended;
		},
	};
}
