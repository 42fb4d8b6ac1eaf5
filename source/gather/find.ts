import type {Found} from '../core/found.ts';
import type {Host} from '../core/host.ts';
import type {Layout} from '../core/layout.ts';
import type {Trouble} from '../core/news.ts';
import type {Claim} from './claim.ts';
import {type Crawl, crawl, type Folder} from './crawl.ts';
import {describe, type Root, refresh} from './found.ts';
import {expand, globBase, isGlob, toExpression} from './glob.ts';
import {type Listing, listingOf} from './listing.ts';
import {lone, loneRuns} from './lone.ts';
import {absolute, nameOf, parentOf} from './path.ts';
import {type Claiming, claimTree} from './share.ts';
import {isMissing, tellError} from './trouble.ts';

/** What a search tells. */
export type Search = {
	readonly runs: readonly Found[];
	/** To be watched: the roots, folders on the way to runs, run folders and those of their logs. */
	readonly folders: readonly string[];
	readonly trouble: readonly Trouble[];
	/** Some folders were not looked into: too deep, or thousands of files without a log. */
	readonly cut: boolean;
};

/** Finds runs; remembers what it listed, so that looking again is cheap. */
export type Finder = {
	/**
	Searches folders, single logs and patterns. `now` tells which folders changed too lately for their
	time stamps to be trusted. What did not change is told as the same objects.
	*/
	readonly search: (paths: readonly string[], now?: number) => Promise<Search>;
};

/**
`depth` is how many folders below a path are looked into, `ignore` names of folders and files to pass
by (patterns such as `*.bak`), `here` and `home` what paths are relative to.
*/
export type FinderOptions = {
	readonly depth?: number;
	readonly ignore?: readonly string[];
	readonly here?: string;
	readonly home?: string;
};

/** Makes a finder of runs laid out in any of these ways. */
export function createFinder(
	host: Host,
	layouts: Readonly<Record<string, Layout>>,
	{depth = 6, ignore = [], here = '/', home}: FinderOptions = {},
): Finder {
	const ignored = ignore.map(toExpression);
	const cache = new Map<string, Listing>();
	let last: {readonly signature: readonly unknown[]; readonly search: Search} | undefined;

	return {
		async search(paths, now) {
			const state: Crawl = {
				host,
				layouts,
				depth,
				ignored,
				now,
				cache,
				visited: new Map(),
				byPath: new Map(),
				awaited: new Set(),
				aliases: new Map(),
				trouble: [],
				cut: false,
			};
			const roots: Root[] = [];
			for (const typed of paths) {
				roots.push(...(await rootsOf(state, typed, absolute(typed, here, home))));
			}

			const signature = signatureOf(state, roots);
			if (last && alike(last.signature, signature)) {
				const runs = await refresh(host, last.search.runs);
				if (runs) {
					last = {signature, search: {...last.search, runs}};
					return last.search;
				}
			}

			forget(state, roots);
			const claiming = {layouts, byPath: state.byPath, taken: new Set<Folder>()};
			const claims = [];
			for (const root of roots) claims.push({root, claims: await claimRoot(claiming, root)});
			const {runs, folders} = await describe(state, claims);
			const search = {runs, folders, trouble: state.trouble, cut: state.cut};
			last = {signature, search};
			return search;
		},
	};
}

/** Listings of folders that are no more. */
function forget({cache, byPath}: Crawl, roots: readonly Root[]): void {
	for (const path of cache.keys()) {
		if (!byPath.has(path) && !roots.some(root => root.extra.has(path))) cache.delete(path);
	}
}

async function claimRoot(claiming: Claiming, root: Root): Promise<readonly Claim[]> {
	const {folder, file} = root;
	if (!folder) return [];
	if (file === undefined) return claimTree(claiming, folder);
	const group = loneRuns(folder, [], true).find(run => run.files.some(({name}) => name === file));
	const own = {folder, name: file, seen: file};
	return [group ?? {layout: lone, folder, files: [own], parts: new Set(), loose: false}];
}

/** What a path stands for: one folder or file, or those that match a pattern. */
async function rootsOf(state: Crawl, typed: string, path: string): Promise<readonly Root[]> {
	const literal = !isGlob(path) || (await state.host.stat(path).catch(() => undefined));
	if (literal) return [await rootOf(state, typed, path)];
	const extra = new Set<string>();
	const matches = await expand(path, state.depth, async folder => {
		const stat = await state.host.stat(folder).catch(() => undefined);
		if (stat?.kind !== 'folder') return undefined;
		extra.add(folder);
		const {files, folders, links} = await listingOf(state, folder, stat);
		return {files: [...files, ...links], folders: [...folders, ...links]};
	});
	if (matches.length === 0) state.trouble.push({path: typed, what: 'matches nothing'});
	const base = globBase(path);
	const roots: Root[] = [];
	for (const match of matches) {
		const root = await rootOf(state, match.slice(base === '/' ? 1 : base.length + 1), match);
		roots.push({
			...root,
			shown: match.slice(base === '/' ? 1 : base.length + 1),
			watch: base,
			extra,
		});
	}

	return roots;
}

async function rootOf(state: Crawl, typed: string, path: string): Promise<Root> {
	const root: Root = {shown: typed, path, watch: path, extra: new Set()};
	try {
		const stat = await state.host.stat(path);
		if (stat?.kind === 'folder') {
			const folder = await crawl(state, path);
			return folder ? {...root, folder} : root;
		}

		if (stat?.kind === 'file') return await fileRoot(state, root, path);
		state.trouble.push({path: typed, what: stat ? 'is no file or folder' : 'does not exist'});
	} catch (error) {
		if (!isMissing(error)) state.trouble.push({path: typed, what: tellError(error)});
	}

	return root;
}

async function fileRoot(state: Crawl, root: Root, path: string): Promise<Root> {
	const parent = parentOf(path);
	const stat = await state.host.stat(parent);
	if (!stat) return root;
	const listing = await listingOf(state, parent, stat);
	const folder = {path: parent, listing, children: new Map(), links: []};
	return {...root, folder, file: nameOf(path), watch: parent, extra: new Set([parent])};
}

/** All that a result rests on: equal signatures, equal results. */
function signatureOf(state: Crawl, roots: readonly Root[]): readonly unknown[] {
	const folders = [...state.byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
	const aliases = [...state.aliases].sort(([a], [b]) => (a < b ? -1 : 1));
	return [
		...roots.flatMap(({shown, path, folder, file}) => [shown, path, folder?.listing, file]),
		...folders.flatMap(({path, listing, links}) => [path, listing, links.join('/')]),
		...aliases.flatMap(([identity, paths]) => [identity, [...paths].sort().join('\n')]),
		...state.trouble.map(({path, what}) => `${path}: ${what}`).sort(),
	];
}

function alike(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a.length === b.length && a.every((each, index) => each === b[index]);
}
