import type {Found, FoundFile} from '../core/found.ts';
import type {Host, Stat} from '../core/host.ts';
import type {Layout} from '../core/layout.ts';
import {baseOf} from '../core/name.ts';
import {inNaturalOrder} from '../core/natural.ts';
import {breath, breathe} from './breath.ts';
import type {Claim, LogFile} from './claim.ts';
import type {Crawl, Folder} from './crawl.ts';
import {lone} from './lone.ts';
import {rankOf} from './names.ts';
import {join, nameOf, parentOf, relative} from './path.ts';

/** A path that the user gave, and what lies there. */
export type Root = {
	/** As typed. */
	readonly shown: string;
	readonly path: string;
	/** The folder to watch for it. */
	readonly watch: string;
	readonly folder?: Folder;
	/** The name of the one log that is meant. */
	readonly file?: string;
	/** Folders that were listed for it besides those that were searched. */
	readonly extra: ReadonlySet<string>;
};

type Claimed = {readonly root: Root; readonly claims: readonly Claim[]};

const archives = /^(?<name>.+?)_archived_(?<time>\d{8}_?\d{6})$/;
/** A path that leads into an archive. */
const packed = /\.(?:tar|tar\.gz|tgz)(?:\/|$)/i;
const silent =
	/^(?:version_\d+|logs?|out(?:put)?s?|runs?|tb|train\d*|exp\d*|files|latest|[\W\d_]+)$/i;

/** Gives claims their identity: stats every log once, drops files that are known by another name. */
export async function describe(
	state: Crawl,
	claimed: readonly Claimed[],
): Promise<{readonly runs: readonly Found[]; readonly folders: readonly string[]}> {
	const folders = new Set(claimed.map(({root}) => root.watch));
	const all = claimed.flatMap(({root, claims}) => claims.map(claim => ({root, claim})));
	const files = all.flatMap(({claim}) => claim.files);
	await statAll(state, files);
	const kept = distinct(files);
	const runs: Found[] = [];
	for (const [index, {root, claim}] of all.entries()) {
		if (index % breath === breath - 1) await breathe();
		const run = toFound(state, root, claim, kept, claimed.length > 1);
		if (!run) continue;
		runs.push(run);
		for (const folder of onTheWay(root.path, run.folder)) folders.add(folder);
		for (const file of run.files) folders.add(parentOf(file.full));
	}

	return {runs, folders: [...folders]};
}

/** Every file by one of its names, rather a real one than a link. */
function distinct(files: readonly LogFile[]): ReadonlySet<LogFile> {
	const isLink = ({folder, name}: LogFile) => folder.links.includes(name);
	const byIdentity = new Map<string, LogFile>();
	for (const file of [...files.filter(each => !isLink(each)), ...files.filter(isLink)]) {
		const identity = file.folder.listing.stats.get(file.name)?.identity;
		if (identity !== undefined && !byIdentity.has(identity)) byIdentity.set(identity, file);
	}

	return new Set(byIdentity.values());
}

async function statAll(state: Crawl, files: readonly LogFile[]): Promise<void> {
	await sixteen(files, async ({folder, name}) => {
		const stat = await state.host.stat(join(folder.path, name)).catch(() => undefined);
		folder.listing.stats.set(name, stat?.kind === 'file' ? stat : undefined);
	});
}

/**
The same runs with the sizes and times that their files have now; a run of which nothing changed stays
the same object. Undefined when a file is no longer the one it was.
*/
export async function refresh(
	host: Host,
	runs: readonly Found[],
): Promise<readonly Found[] | undefined> {
	const stats = new Map<string, Stat | undefined>();
	await sixteen(
		runs.flatMap(run => run.files),
		async ({full}) => {
			stats.set(full, await host.stat(full).catch(() => undefined));
		},
	);
	let same = true;
	const fresh = runs.map(run => {
		const files = run.files.map(file => {
			const stat = stats.get(file.full);
			same &&= stat?.identity === file.id;
			const {bytes, modifiedAt} = stat ?? file;
			const still = bytes === file.bytes && modifiedAt === file.modifiedAt;
			return still ? file : {...file, bytes, modifiedAt};
		});
		return files.every((file, index) => file === run.files[index]) ? run : {...run, files};
	});
	return same ? fresh : undefined;
}

async function sixteen<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
	let next = 0;
	const worker = async () => {
		while (next < items.length) await work(items[next++] as T);
	};
	await Promise.all(Array.from({length: 16}, worker));
}

function toFound(
	state: Crawl,
	root: Root,
	claim: Claim,
	kept: ReadonlySet<LogFile>,
	many: boolean,
): Found | undefined {
	const {folder} = claim;
	const layout = state.layouts[claim.layout];
	const files = claim.files.filter(file => kept.has(file)).map(file => toFile(folder, file));
	const [main] = files;
	const single = claim.layout === lone;
	if (!main && (single || claim.files.length > 0)) return undefined;
	const path = single && main ? main.full : folder.path;
	const parts = [claim, ...(claim.inner ?? [])];
	const settings = parts.map(part => settingsOf(state.layouts, part)).find(Boolean);
	const aliases = single ? [] : (state.aliases.get(folder.listing.identity) ?? []);
	return {
		id: single && main ? main.id : folder.listing.identity,
		name: single ? nameOf(path) : titleOf(path),
		base: baseOf(nameOf(path)),
		folder: folder.path,
		path: shownPath(root, path, many),
		aliases: [...aliases].sort(inNaturalOrder).map(alias => shownPath(root, alias, many)),
		layout: claim.layout,
		archived: packed.test(path) || (!single && (layout?.archived ?? archives).test(nameOf(path))),
		files,
		settings: settings ?? null,
		checkpoints: [...new Set(parts.flatMap(part => checkpointsOf(state.layouts, part)))],
	};
}

function toFile(run: Folder, {folder, name}: LogFile): FoundFile {
	const full = join(folder.path, name);
	const {identity, bytes, modifiedAt} = folder.listing.stats.get(name) as Stat;
	const rank = rankOf(name);
	const file = {id: identity, full, path: relative(run.path, full), bytes, modifiedAt};
	return rank === undefined ? file : {...file, rank};
}

/** `exp1/version_0` rather than `version_0`: a name that says something. */
function titleOf(path: string): string {
	const name = nameOf(path);
	const parent = nameOf(parentOf(path));
	return silent.test(name) && parent !== '' ? `${parent}/${name}` : name;
}

function shownPath(root: Root, path: string, many: boolean): string {
	const seen = relative(root.path, path);
	if (!many) return root.file === undefined ? seen || '.' : root.shown;
	return seen === '' ? root.shown : join(root.shown, seen);
}

function settingsOf(layouts: Readonly<Record<string, Layout>>, claim: Claim): string | undefined {
	for (const pattern of layouts[claim.layout]?.settings ?? []) {
		const parts = [...claim.parts].sort((a, b) => inNaturalOrder(a.path, b.path));
		for (const part of [claim.folder, ...parts]) {
			for (const name of [...part.listing.files].sort(inNaturalOrder)) {
				const full = join(part.path, name);
				if (pattern.test(relative(claim.folder.path, full))) return full;
			}
		}
	}

	return undefined;
}

function checkpointsOf(
	layouts: Readonly<Record<string, Layout>>,
	{layout, folder, parts}: Claim,
): readonly string[] {
	return (layouts[layout]?.checkpoints ?? []).flatMap(name => {
		if (name === '') return [folder.path];
		const holding = [folder, ...parts].filter(part => part.listing.folders.includes(name));
		return holding.map(part => join(part.path, name));
	});
}

function onTheWay(root: string, folder: string): readonly string[] {
	const way = [folder];
	for (let path = folder; path.startsWith(`${root}/`); ) {
		path = parentOf(path);
		way.push(path);
	}

	return way;
}
