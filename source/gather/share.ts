import type {Layout} from '../core/layout.ts';
import {inNaturalOrder} from '../core/natural.ts';
import {breath, breathe} from './breath.ts';
import type {Claim, LogFile} from './claim.ts';
import type {Folder} from './crawl.ts';
import {isMarked} from './listing.ts';
import {lone, loneRuns} from './lone.ts';
import {isConsole, isText, mayBeLog, rankOf, weightOf} from './names.ts';
import {join, relative} from './path.ts';

/** What is known while a tree is shared out among runs. */
export type Claiming = {
	readonly layouts: Readonly<Record<string, Layout>>;
	readonly byPath: ReadonlyMap<string, Folder>;
	/** Folders that belong to a run claimed already. */
	readonly taken: Set<Folder>;
};

const mostFiles = 200;
const mostRanks = 16;
const mostLoose = 2;

/** Shares out a tree of folders: every log belongs to one run at most. */
export async function claimTree(state: Claiming, root: Folder): Promise<readonly Claim[]> {
	takeTwins(state);
	return walk(state, root);
}

/** Twins first: `tb_logger/<name>` is no run of its own, whichever comes first. */
function takeTwins(state: Claiming): void {
	for (const folder of state.byPath.values()) {
		for (const [id, layout] of Object.entries(state.layouts)) {
			if (!layout.twin?.from.test(folder.path)) continue;
			const twin = twinOf(state, layout, folder);
			if (twin && claimBy(state, id, layout, folder)) state.taken.add(twin);
		}
	}
}

async function walk(state: Claiming, folder: Folder): Promise<readonly Claim[]> {
	if (state.taken.has(folder)) return [];
	state.taken.add(folder);
	if (state.taken.size % breath === 0) await breathe();
	const own = claimFolder(state, folder, false);
	for (const part of own?.parts ?? []) state.taken.add(part);
	const names = [...folder.children.keys()].sort(inNaturalOrder);
	const nested: Claim[] = [];
	for (const name of names)
		nested.push(...(await walk(state, folder.children.get(name) as Folder)));
	if (own) return own.files.length === 0 && !own.waiting ? nested : unite(own, nested);
	const weak = claimFolder(state, folder, true);
	const rest = nested.filter(claim => !(weak && covers(weak, claim)));
	if (!weak || !fits(weak, rest)) return [...nested, ...loneRuns(folder, [])];
	const left = loneRuns(folder, weak.files);
	const consoles = left.filter(claim => claim.files.every(file => isConsole(file.name)));
	if (consoles.length > mostLoose) return [...unite(weak, rest), ...left];
	const files = [...weak.files, ...consoles.flatMap(claim => claim.files)];
	return [...unite({...weak, files}, rest), ...left.filter(claim => !consoles.includes(claim))];
}

function covers(run: Claim, other: Claim): boolean {
	const isOurs = (file: LogFile) =>
		run.files.some(each => each.folder === file.folder && each.name === file.name);
	return other.files.length > 0 && other.files.every(isOurs);
}

/** A weak claim stands when nothing below is a run of its own, unless it is text that loose runs go with. */
function fits(weak: Claim, nested: readonly Claim[]): boolean {
	const others = nested.filter(claim => claim.layout !== lone);
	if (others.some(claim => !claim.loose)) return false;
	return others.length === 0 || (others.length <= mostLoose && !weak.loose);
}

/** A run takes in the few loose ones below it. */
function unite(run: Claim, nested: readonly Claim[]): readonly Claim[] {
	const loose = nested.filter(claim => claim.loose && claim.layout !== lone);
	if (loose.length === 0 || loose.length > mostLoose) return [run, ...nested];
	const taken = loose.flatMap(claim =>
		claim.files.map(file => ({
			...file,
			seen: relative(run.folder.path, join(claim.folder.path, file.seen)),
		})),
	);
	const parts = new Set([...run.parts, ...loose.map(claim => claim.folder)]);
	const files = [...run.files, ...taken];
	return [{...run, files, parts, inner: loose}, ...nested.filter(claim => !loose.includes(claim))];
}

type Own = Claim & {readonly waiting: boolean};

function claimFolder(state: Claiming, folder: Folder, weak: boolean): Own | undefined {
	for (const [id, layout] of Object.entries(state.layouts)) {
		if (Boolean(layout.weak) !== weak || !isMarked(folder, id, layout)) continue;
		const claim = claimBy(state, id, layout, folder);
		if (claim) return claim;
	}

	return undefined;
}

function claimBy(state: Claiming, id: string, layout: Layout, folder: Folder): Own | undefined {
	if (!isMarked(folder, id, layout)) return undefined;
	const parts = new Set<Folder>();
	const found = collect(layout, folder, folder, parts);
	const sound = unspoiled(layout, found);
	const {files: names} = folder.listing;
	const waiting =
		!names.some(mayBeLog) && names.some(name => layout.waits?.some(each => each.test(name)));
	if (found.length === 0 && !waiting) return undefined;
	const twin = twinOf(state, layout, folder);
	const files = [
		...order(layout, [...choose(layout, sound), ...(twin ? besides(layout, twin) : [])]),
		...(sound.length > 0 && !layout.weak ? usual(state, layout, folder) : []),
	];
	// A weak claim leaves folders without logs of its kind to others.
	const used = new Set(files.map(file => file.folder));
	for (const part of parts) if (layout.weak && !used.has(part)) parts.delete(part);
	const loose = files.length > 0 && (layout.loose ?? files.every(file => !isText(file.name)));
	return {layout: id, folder, files, parts, loose, waiting};
}

/** The logs in a folder and in those inside it that the layout names. */
function collect(
	layout: Layout,
	base: Folder,
	folder: Folder,
	parts: Set<Folder>,
): readonly LogFile[] {
	const prefix = folder === base ? '' : `${relative(base.path, folder.path)}/`;
	const files: LogFile[] = [];
	for (const name of [...folder.listing.files, ...folder.links]) {
		const seen = prefix + name;
		if (layout.logs.some(pattern => pattern.test(seen))) files.push({folder, name, seen});
	}

	for (const [name, child] of folder.children) {
		if (!layout.inside?.some(pattern => pattern.test(`${prefix}${name}/`))) continue;
		if (child === base || parts.has(child)) continue;
		parts.add(child);
		files.push(...collect(layout, base, child, parts));
		if (files.length > mostFiles) break;
	}

	return files.slice(0, mostFiles);
}

/** Logs beside those of the layout that any folder may hold. */
function usual(state: Claiming, layout: Layout, folder: Folder): readonly LogFile[] {
	const general = Object.values(state.layouts).filter(each => each.weak);
	const matches = (logs: readonly RegExp[], name: string) => logs.some(each => each.test(name));
	return folder.listing.files
		.filter(name => !matches(layout.logs, name) && general.some(({logs}) => matches(logs, name)))
		.sort(inNaturalOrder)
		.map(name => ({folder, name, seen: name}));
}

function twinOf(state: Claiming, layout: Layout, folder: Folder): Folder | undefined {
	const {twin} = layout;
	return twin?.from.test(folder.path)
		? state.byPath.get(folder.path.replace(twin.from, twin.to))
		: undefined;
}

function besides(layout: Layout, twin: Folder): readonly LogFile[] {
	return twin.listing.files
		.filter(name => layout.logs.some(pattern => pattern.test(name)))
		.map(name => ({folder: twin, name, seen: ''}));
}

/** Without the folders that hold a mark of spoilt ones and no log below them. */
function unspoiled(layout: Layout, files: readonly LogFile[]): readonly LogFile[] {
	const {spoiled} = layout;
	if (!spoiled) return files;
	return files.filter(({folder, seen}) => {
		const prefix = seen.slice(0, seen.lastIndexOf('/') + 1);
		if (!folder.listing.files.some(name => spoiled.test(prefix + name))) return true;
		return files.some(each => each.folder !== folder && each.seen.startsWith(prefix));
	});
}

/** Of files that tell the same one is read, and of those that grow out of each other the newest. */
function choose(layout: Layout, files: readonly LogFile[]): readonly LogFile[] {
	const {same = [], newest} = layout;
	const number = ({seen}: LogFile) => Number(newest?.exec(seen)?.[1] ?? Number.NaN);
	const highest = Math.max(...files.map(number).filter(n => !Number.isNaN(n)));
	const place = ({seen}: LogFile) => same.findIndex(pattern => pattern.test(seen));
	return files.filter(file => {
		if (!Number.isNaN(number(file)) && number(file) !== highest) return false;
		if ((rankOf(file.name) ?? 0) >= mostRanks) return false;
		if (place(file) < 0) return true;
		return !files.some(
			each => each.folder === file.folder && place(each) >= 0 && place(each) < place(file),
		);
	});
}

function order(layout: Layout, files: readonly LogFile[]): readonly LogFile[] {
	const place = (file: LogFile) =>
		layout.logs.findIndex(pattern => pattern.test(file.seen === '' ? file.name : file.seen));
	return [...files].sort(
		(a, b) =>
			place(a) - place(b) || weightOf(a.name) - weightOf(b.name) || inNaturalOrder(a.seen, b.seen),
	);
}
