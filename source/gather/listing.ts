import type {Host, Stat} from '../core/host.ts';
import type {Layout} from '../core/layout.ts';
import {isHeavy, isNever, isObviousLog} from './names.ts';
import {join, relative} from './path.ts';

type Layouts = Readonly<Record<string, Layout>>;

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
	readonly stats: Map<string, Stat | undefined>;
	plan?: Plan;
};

/** A folder that may be a run, and the folders that its layouts look into. */
export type Base = {readonly path: string; readonly inside: readonly RegExp[]};

/** The folders in a folder that are worth a visit, worked out once per listing. */
type Plan = {
	readonly around: Base | undefined;
	readonly steps: ReadonlyArray<{
		readonly name: string;
		readonly path: string;
		/** The run that it may be a part of. */
		readonly inside: Base | undefined;
	}>;
	/** Second folders of a run, `tb_logger/<name>`, wherever the search began. */
	readonly twins: readonly string[];
};

const mostEntries = 2000;
const coarsestClock = 3000;

/** What a search needs to list folders, and keeps from one time to the next. */
export type Memory = {
	readonly host: Host;
	readonly layouts: Layouts;
	readonly cache: Map<string, Listing>;
	/** Names of folders and files that are passed by. */
	readonly ignored?: readonly RegExp[];
	/** Folders that changed shortly before are listed again. */
	readonly now: number | undefined;
};

/** The listing of a folder, from memory when it did not change. Throws when it cannot be listed. */
export async function listingOf(memory: Memory, path: string, stat: Stat): Promise<Listing> {
	const {identity, modifiedAt} = stat;
	const known = memory.cache.get(path);
	if (known?.sure && known.identity === identity && known.modifiedAt === modifiedAt) return known;
	const {ignored = []} = memory;
	const all = await memory.host.list(path);
	const entries = all.filter(({name}) => !ignored.some(pattern => pattern.test(name)));
	const names = {file: [] as string[], folder: [] as string[], link: [] as string[], other: []};
	for (const {name, kind} of entries) (names[kind] as string[]).push(name);
	const data = entries.length > mostEntries && !entries.some(({name}) => isObviousLog(name));
	const skipped = data || names.file.includes('pyvenv.cfg');
	const listing: Listing = {
		identity,
		modifiedAt,
		sure: memory.now === undefined || memory.now - modifiedAt > coarsestClock,
		files: skipped ? [] : names.file,
		folders: skipped ? [] : names.folder,
		links: skipped ? [] : names.link,
		marks: skipped ? new Set() : marksOf(memory.layouts, names.file, names.folder),
		skipped: data,
		stats: new Map(),
	};
	memory.cache.set(path, listing);
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
export function isMarked(
	folder: {readonly path: string; readonly listing: Listing},
	id: string,
	layout: Layout,
): boolean {
	return folder.listing.marks.has(id) || Boolean(layout.marks.path?.test(folder.path));
}

/** Where to look next from a folder that may itself lie inside a run. */
export function planOf(
	layouts: Layouts,
	folder: {readonly path: string; readonly listing: Listing},
	around: Base | undefined,
): Plan {
	const {listing, path} = folder;
	if (listing.plan && listing.plan.around === around) return listing.plan;
	const marked = Object.entries(layouts).filter(([id, layout]) => isMarked(folder, id, layout));
	const own = {path, inside: marked.flatMap(([, layout]) => layout.inside ?? [])};
	const bases = [...(marked.length > 0 ? [own] : []), ...(around ? [around] : [])];
	const steps = listing.folders
		.filter(name => !isNever(name) && (bases.length === 0 || !isHeavy(name)))
		.map(name => {
			const child = join(path, name);
			const inside = bases.find(base => {
				const seen = `${relative(base.path, child)}/`;
				return base.inside.some(pattern => pattern.test(seen));
			});
			return {name, path: child, inside};
		});
	const twins = Object.values(layouts).flatMap(({twin}) =>
		twin?.from.test(path) ? [path.replace(twin.from, twin.to)] : [],
	);
	listing.plan = {around, steps, twins};
	return listing.plan;
}
