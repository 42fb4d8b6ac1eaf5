import {inNaturalOrder} from '../core/natural.ts';
import type {Trouble} from '../core/news.ts';
import {type Base, type Listing, listingOf, type Memory, planOf} from './listing.ts';
import {isHeavy, isNever, mayBeLog} from './names.ts';
import {join, relative} from './path.ts';
import {isMissing, tellError} from './trouble.ts';

/** A folder of the tree that was searched. */
export type Folder = {
	readonly path: string;
	readonly listing: Listing;
	readonly children: Map<string, Folder>;
	/** Links to files that may be logs. */
	readonly links: string[];
};

/** What a search keeps from one time to the next, and what it collects. */
export type Crawl = Memory & {
	readonly depth: number;
	/** By device and inode: every folder once, whatever its names. */
	readonly visited: Map<string, Folder>;
	readonly byPath: Map<string, Folder>;
	/** Folders that a link leads to, not visited yet. */
	readonly awaited: Set<string>;
	/** Other paths of a folder, by its device and inode. */
	readonly aliases: Map<string, string[]>;
	readonly trouble: Trouble[];
	cut: boolean;
};

/** A folder to be visited, maybe as a part of a run. */
type Visit = {
	readonly path: string;
	readonly depth: number;
	readonly inside: Base | undefined;
	readonly attach: ((folder: Folder) => unknown) | undefined;
};

const atOnce = 16;
const mostFolders = 20_000;
const mostLinks = 100;

/** Lists the folders below `path`, real ones before those that links lead to. */
export async function crawl(state: Crawl, path: string): Promise<Folder | undefined> {
	let root: Folder | undefined;
	let visits: Visit[] = [
		{
			path,
			depth: 0,
			inside: undefined,
			attach: folder => {
				root = folder;
			},
		},
	];
	while (visits.length > 0) {
		const before = new Set(state.visited.values());
		await inParallel(visits, visit => enter(state, visit));
		const fresh = [...state.visited.values()].filter(folder => !before.has(folder));
		const linking = fresh.filter(folder => folder.listing.links.length > 0);
		linking.sort((a, b) => inNaturalOrder(a.path, b.path));
		visits = [];
		for (const folder of linking) visits.push(...(await behindLinks(state, folder, path)));
	}

	return root;
}

/** Works through a list that may grow meanwhile. */
async function inParallel<T>(list: T[], work: (item: T) => Promise<readonly T[]>): Promise<void> {
	let next = 0;
	let busy = 0;
	await new Promise<void>((done, fail) => {
		const begin = () => {
			while (busy < atOnce && next < list.length) {
				busy++;
				work(list[next++] as T).then(more => {
					list.push(...more);
					busy--;
					begin();
				}, fail);
			}

			if (busy === 0) done();
		};
		begin();
	});
}

/** Visits one folder; resolves to those below it that are worth a visit. */
async function enter(state: Crawl, visit: Visit): Promise<readonly Visit[]> {
	try {
		const stat = await state.host.stat(visit.path);
		if (stat?.kind !== 'folder') return [];
		const known = state.visited.get(stat.identity);
		if (known) {
			visit.attach?.(known);
			return [];
		}

		if (state.visited.size >= mostFolders) {
			state.cut = true;
			return [];
		}

		const listing = await listingOf(state, visit.path, stat);
		const met = state.visited.get(stat.identity);
		if (met) {
			visit.attach?.(met);
			return [];
		}

		const folder = {path: visit.path, listing, children: new Map(), links: []};
		state.visited.set(stat.identity, folder);
		state.byPath.set(visit.path, folder);
		visit.attach?.(folder);
		if (listing.skipped) state.cut = true;
		return below(state, visit, folder);
	} catch (error) {
		if (!isMissing(error)) state.trouble.push({path: visit.path, what: tellError(error)});
		return [];
	}
}

function below(state: Crawl, visit: Visit, folder: Folder): readonly Visit[] {
	const {steps, twins} = planOf(state.layouts, folder, visit.inside);
	const visits: Visit[] = [];
	for (const {name, path, inside} of steps) {
		if (inside || visit.depth < state.depth) {
			const attach = (each: Folder) => folder.children.set(name, each);
			visits.push({path, depth: visit.depth + 1, inside, attach});
		} else state.cut = true;
	}

	for (const path of twins) {
		visits.push({path, depth: Math.max(0, state.depth - 1), inside: undefined, attach: undefined});
	}

	return visits;
}

/** What the links in a folder lead to: aliases of folders seen already, others to visit, files. */
async function behindLinks(state: Crawl, folder: Folder, root: string): Promise<readonly Visit[]> {
	const visits: Visit[] = [];
	for (const name of [...folder.listing.links].sort(inNaturalOrder).slice(0, mostLinks)) {
		if (isNever(name) || isHeavy(name)) continue;
		const path = join(folder.path, name);
		const stat = await state.host.stat(path).catch(() => undefined);
		if (stat?.kind === 'file' && mayBeLog(name)) folder.links.push(name);
		if (stat?.kind !== 'folder') continue;
		const depth = depthOf(root, path);
		const attach = (each: Folder) => folder.children.set(name, each);
		if (state.visited.has(stat.identity) || state.awaited.has(stat.identity)) {
			addAlias(state, stat.identity, path);
		} else if (depth <= state.depth) {
			state.awaited.add(stat.identity);
			visits.push({path, depth, inside: undefined, attach});
		}
	}

	return visits;
}

function addAlias(state: Crawl, identity: string, path: string): void {
	const aliases = state.aliases.get(identity);
	if (aliases) aliases.push(path);
	else state.aliases.set(identity, [path]);
}

/** Folders between the root and a path; 0 for one that lies elsewhere. */
function depthOf(root: string, path: string): number {
	return Math.max(
		0,
		relative(root, path)
			.split('/')
			.filter(name => name !== '..').length,
	);
}
