import type {Host} from '../core/host.ts';
import type {Effect} from '../show/effect.ts';
import type {Shown} from '../show/screen.tsx';
import type {LogSearch, LogWish} from '../show/ui.ts';
import {copyCode, runHere, stopHere, viewerFor} from './handing.ts';
import type {Leaving} from './leaving.ts';
import type {Io} from './options.ts';
import {createPager} from './pages.ts';
import type {Pipeline} from './pipeline.ts';
import {seekLine} from './seek.ts';
import type {Sitting} from './sitting.ts';
import type {ChangingStore} from './store.ts';

/** Does what keys ask of the outside. */
export type Performer = {
	readonly perform: (effect: Effect, shown: Shown) => void;
	/** Runs changed: the end of a followed log is read again. */
	readonly follow: () => void;
	/** Says something in the footer for a while. */
	readonly say: (text: string) => void;
};

/** What is done with runs rather than with files and the terminal. */
export type Keeping = Pick<Sitting, 'acknowledge' | 'remark'> &
	Pick<Leaving, 'lend'> &
	Pick<Pipeline, 'showResults'> & {
		/** Archived and old runs are to be read as well. */
		readonly unfold: () => void;
	};

/** Seconds that a notice stays in the footer. */
const noticeSeconds = 4;

/** A performer that reads logs from a host and writes to nothing but the terminal. */
export function createPerformer(
	host: Host,
	store: ChangingStore,
	{stdout, env}: Pick<Io, 'stdout' | 'env'>,
	keeping: Keeping,
): Performer {
	const pager = createPager(host);
	let wish: LogWish | undefined;
	let shownBytes = -1;
	let reading = false;
	let again = false;
	let sought: LogSearch | undefined;
	let hush: NodeJS.Timeout | undefined;

	const say = (text: string) => {
		clearTimeout(hush);
		store.notice(text);
		hush = setTimeout(() => store.notice(null), noticeSeconds * 1000);
		hush.unref();
	};
	const fileOf = ({run, file}: LogWish) =>
		store
			.snapshot()
			.runs.find(({id}) => id === run)
			?.files.find(({id}) => id === file);
	const read = async (): Promise<void> => {
		if (reading) {
			again = true;
			return;
		}

		reading = true;
		do {
			again = false;
			const wanted = wish;
			const file = wanted && fileOf(wanted);
			if (!wanted || !file) break;
			shownBytes = file.bytes;
			const isWanted = () => wish === wanted && !again;
			await pager.read(wanted.run, file, wanted.place, {
				isWanted,
				show: page => {
					if (wish === wanted) store.show(page);
				},
			});
		} while (again);
		reading = false;
	};

	const seek = async (search: LogSearch): Promise<void> => {
		const wanted = wish;
		const file = wanted && fileOf(wanted);
		if (!wanted || !file || search.file !== file.id) return;
		sought = search;
		const isWanted = () => sought === search && wish?.file === wanted.file;
		const late = setTimeout(() => store.notice('searching …'), 300);
		try {
			const offset = await seekLine(host, file.full, search, isWanted);
			store.notice(null);
			if (isWanted()) store.answer(offset);
		} catch (error) {
			say(error instanceof Error ? error.message : String(error));
		} finally {
			clearTimeout(late);
		}
	};

	return {
		say,
		follow: () => {
			if (!wish) return;
			const file = fileOf(wish);
			if (file && file.bytes !== shownBytes) void read();
		},
		perform: (effect, shown) => {
			switch (effect.kind) {
				case 'open-log':
					wish = effect;
					void read();
					return;
				case 'close-log':
					wish = undefined;
					store.forget();
					return;
				case 'seek-log':
					void seek(effect);
					return;
				case 'copy':
					stdout.write(copyCode(effect.text, env));
					say(`copied: ${effect.text}`);
					return;
				case 'suspend':
					void shown.lend(stopHere);
					return;
				case 'open-file':
					void shown.lend(async () => {
						const viewer = viewerFor(env, effect.path, effect.line);
						const trouble = await keeping.lend(() => runHere(viewer, env));
						if (trouble !== null) say(trouble);
					});
					return;
				case 'acknowledge':
					keeping.acknowledge(effect.run, effect.rule);
					return;
				case 'remark':
					keeping.remark(effect.run, effect.wish);
					return;
				case 'show-results':
					keeping.showResults(effect.run);
					return;
				case 'unfold':
					keeping.unfold();
					return;
				case 'quit':
				case 'redraw':
					return;
			}
		},
	};
}
