import type {Time} from '../core/event.ts';
import type {Machine} from '../core/machine.ts';
import type {News, Trouble} from '../core/news.ts';
import type {LogPage} from '../core/page.ts';
import type {Run} from '../core/run.ts';
import type {Since} from '../show/since.ts';
import {emptyWorld, type Store, type World} from '../show/world.ts';

/** A world that news, pages and the clock change. */
export type ChangingStore = Store & {
	/** News, and the moment at which they came. */
	readonly take: (news: News, now: Time) => void;
	readonly show: (page: LogPage) => void;
	readonly forget: () => void;
	/** Answers a search of a log: the byte offset of the line found, or null. */
	readonly answer: (offset: number | null) => void;
	/** Says something in the footer for a while. */
	readonly notice: (text: string | null) => void;
	/** Keeps trouble that is not of reading among what went wrong, once; the newest are kept. */
	readonly keep: (trouble: Trouble) => void;
	readonly tell: (now: Time) => void;
	/** How busy the machine is: drawn with the next change, never by itself. */
	readonly measure: (machine: Machine) => void;
	/** What happened since the user looked last. */
	readonly recall: (since: Since | null) => void;
};

const mostKept = 50;

/** A store that begins with a world in which nothing was read. */
export function createStore(
	begin: Partial<World> & Pick<World, 'host' | 'folder' | 'now'>,
): ChangingStore {
	const listeners = new Set<() => void>();
	const runs = new Map<string, Run>();
	let world: World = {...emptyWorld, ...begin};
	let unread: readonly Trouble[] = world.trouble;
	let kept: readonly Trouble[] = [];
	const become = (next: World) => {
		world = next;
		for (const listener of listeners) listener();
	};
	return {
		subscribe: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		snapshot: () => world,
		take: (news, now) => {
			for (const run of news.runs) runs.set(run.id, run);
			for (const id of news.gone) runs.delete(id);
			const changed = news.runs.length > 0 || runs.size !== world.runs.length;
			const {hidden, old = world.old, settled, read, gpus} = news;
			unread = news.trouble;
			const trouble = [...unread, ...kept];
			const list = changed ? [...runs.values()] : world.runs;
			become({...world, runs: list, trouble, hidden, old, settled, read, now, ...(gpus && {gpus})});
		},
		show: page => become({...world, pages: new Map([[page.file, page]])}),
		forget: () => become({...world, pages: new Map()}),
		answer: offset => become({...world, sought: {count: world.sought.count + 1, offset}}),
		notice: notice => {
			if (notice !== world.notice) become({...world, notice});
		},
		keep: ({path, what}) => {
			if (kept.some(one => one.path === path && one.what === what)) return;
			kept = [...kept, {path, what}].slice(-mostKept);
			become({...world, trouble: [...unread, ...kept]});
		},
		measure: machine => {
			world = {...world, machine};
		},
		tell: now => become({...world, now}),
		recall: since => become({...world, since}),
	};
}
