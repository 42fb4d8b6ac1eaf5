import type {Host} from '../core/host.ts';
import type {Layout} from '../core/layout.ts';
import type {Trouble} from '../core/news.ts';
import {isHeavy, isNever, isObviousLog, mayBeLog} from './names.ts';
import {join, relative} from './path.ts';
import {isMissing, tellError} from './trouble.ts';

type Stats = NonNullable<Awaited<ReturnType<Host['stat']>>>;

/** The names in a folder, and what they say; kept as long as the folder does not change. */
export type Listing = {
	readonly identity: string;
	readonly modifiedAt: number;
	/** Taken so long after the last change that no later one can hide behind the same time. */
	readonly sure: boolean;
	readonly files: readonly string[];
	readonly folders: readonly string[];
	readonly links: readonly string[];
	/** Ids of the layouts whose marks it holds. */
	readonly marks: ReadonlySet<string>;
	/** Not looked into: thousands of files and no log. */
	readonly skipped: boolean;
	/** Of its files, as far as they were asked for. */
	readonly stats: Map<string, Stats | undefined>;
};

/** A folder of the tree that was searched. */
export type Folder = {
	readonly path: string;
	readonly listing: Listing;
	readonly children: Map<string, Folder>;
	/** Links to files that may be logs. */
	readonly links: string[];
};

/** What a search keeps from one time to the next, and what it collects. */
export type Crawl = {
	readonly host: Host;
	readonly layouts: Readonly<Record<string, Layout>>;
	readonly depth: number;
	readonly now: number | undefined;
	readonly cache: Map<string, Listing>;
	/** By device and inode: every folder once, whatever its names. */
	readonly visited: Map<string, Folder>;
	readonly byPath: Map<string, Folder>;
	/** Other paths of a folder, by its device and inode. */
	readonly aliases: Map<string, string[]>;
	readonly trouble: Trouble[];
	cut: boolean;
};

/** A folder that may be a run, and the folders that its layouts look into. */
type Base = {readonly path: string; readonly inside: readonly RegExp[]};

/** A folder to be visited, maybe as a part of a run. */
type Visit = {
	readonly path: string;
	readonly depth: number;
	readonly inside: Base | undefined;
	readonly attach: ((folder: Folder) => void) | undefined;
};

const atOnce = 16;
const mostFolders = 20_000;
const mostEntries = 2000;
const mostLinks = 100;
const coarsestClock = 3000;

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
		visits = (await Promise.all(fresh.map(folder => behindLinks(state, folder, path)))).flat();
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
		if (state.visited.has(stat.identity)) return [];
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

/** The listing of a folder, from memory when it did not change. Throws when it cannot be listed. */
export async function listingOf(state: Crawl, path: string, stat: Stats): Promise<Listing> {
	const {identity, modifiedAt} = stat;
	const known = state.cache.get(path);
	if (known?.sure && known.identity === identity && known.modifiedAt === modifiedAt) return known;
	const entries = await state.host.list(path);
	const names = {file: [] as string[], folder: [] as string[], link: [] as string[], other: []};
	for (const {name, kind} of entries) (names[kind] as string[]).push(name);
	const data = entries.length > mostEntries && !entries.some(({name}) => isObviousLog(name));
	const skipped = data || names.file.includes('pyvenv.cfg');
	const listing: Listing = {
		identity,
		modifiedAt,
		sure: state.now === undefined || state.now - modifiedAt > coarsestClock,
		files: skipped ? [] : names.file,
		folders: skipped ? [] : names.folder,
		links: skipped ? [] : names.link,
		marks: skipped ? new Set() : marksOf(state.layouts, names.file, names.folder),
		skipped: data,
		stats: new Map(),
	};
	state.cache.set(path, listing);
	return listing;
}

function marksOf(
	layouts: Readonly<Record<string, Layout>>,
	files: readonly string[],
	folders: readonly string[],
): ReadonlySet<string> {
	const names = [...files, ...folders.map(name => `${name}/`)];
	const marks = new Set<string>();
	for (const [
		id,
		{
			marks: {holds},
		},
	] of Object.entries(layouts)) {
		if (holds?.some(pattern => names.some(name => pattern.test(name)))) marks.add(id);
	}

	return marks;
}

/** Whether a layout may claim the folder, by what it holds or by its path. */
export function isMarked(folder: Folder, id: string, layout: Layout): boolean {
	return folder.listing.marks.has(id) || Boolean(layout.marks.path?.test(folder.path));
}

function below(state: Crawl, visit: Visit, folder: Folder): readonly Visit[] {
	const {path, listing} = folder;
	const marked = Object.entries(state.layouts).filter(([id, layout]) =>
		isMarked(folder, id, layout),
	);
	const own = {path, inside: marked.flatMap(([, layout]) => layout.inside ?? [])};
	const bases = [...(marked.length > 0 ? [own] : []), ...(visit.inside ? [visit.inside] : [])];
	const visits: Visit[] = [];
	for (const name of listing.folders) {
		if (isNever(name) || (bases.length > 0 && isHeavy(name))) continue;
		const child = join(path, name);
		const inside = bases.find(base => {
			const seen = `${relative(base.path, child)}/`;
			return base.inside.some(pattern => pattern.test(seen));
		});
		if (inside === undefined && visit.depth >= state.depth) {
			state.cut = true;
			continue;
		}

		visits.push({
			path: child,
			depth: visit.depth + 1,
			inside,
			attach: each => folder.children.set(name, each),
		});
	}

	return [...visits, ...twinsOf(state, path)];
}

/** The second folder of a run, `tb_logger/<name>`, wherever the search began. */
function twinsOf(state: Crawl, path: string): readonly Visit[] {
	return Object.values(state.layouts).flatMap(({twin}) =>
		twin?.from.test(path)
			? [
					{
						path: path.replace(twin.from, twin.to),
						depth: Math.max(0, state.depth - 1),
						inside: undefined,
						attach: undefined,
					},
				]
			: [],
	);
}

/** What the links in a folder lead to: aliases of folders seen already, others to visit, files. */
async function behindLinks(state: Crawl, folder: Folder, root: string): Promise<readonly Visit[]> {
	const visits: Visit[] = [];
	for (const name of folder.listing.links.slice(0, mostLinks)) {
		if (isNever(name) || isHeavy(name)) continue;
		const path = join(folder.path, name);
		const stat = await state.host.stat(path).catch(() => undefined);
		if (stat?.kind === 'file' && mayBeLog(name)) folder.links.push(name);
		if (stat?.kind !== 'folder') continue;
		const depth = depthOf(root, path);
		const attach = (each: Folder) => {
			if (each.path === path) folder.children.set(name, each);
			else addAlias(state, stat.identity, path);
		};
		if (state.visited.has(stat.identity)) addAlias(state, stat.identity, path);
		else if (depth <= state.depth) visits.push({path, depth, inside: undefined, attach});
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
