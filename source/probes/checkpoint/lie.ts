import type {Entry, Host} from '../../core/host.ts';
import {holdsSaves, isSaveFolder, mayBePart, type Part, roleOf} from './part.ts';

/** A symbolic link among checkpoints. */
export type Link = {readonly full: string; readonly name: string; readonly identity: string};

/** All that lies in the folders of checkpoints. */
export type Lying = {
	readonly parts: Part[];
	readonly links: Link[];
	/** Folder → the tag that its `latest` file names. */
	readonly trackers: Map<string, string>;
	readonly trouble: string[];
	/** Files that were not looked at. */
	passed: number;
};

const mostInFolder = 1000;
const mostInSave = 400;
const mostSaveFolders = 300;
const trackers = /^(?:latest|latest_checkpointed_iteration\.txt)$/;

/** Lists the folders, and those inside that are saves or hold them; each once. */
export async function listAll(host: Host, roots: readonly string[]): Promise<Lying> {
	const lying: Lying = {parts: [], links: [], trackers: new Map(), trouble: [], passed: 0};
	const queue = roots.filter(root => !isSaveIn(root, roots));
	const seen = new Set<string>();
	const links: string[] = [];
	for (const root of queue) {
		if (seen.has(root)) continue;
		seen.add(root);
		const entries = await list(host, root, lying);
		await takeLoose(host, root, entries, lying, links);
		const folders = entries.filter(({kind}) => kind === 'folder').map(({name}) => name);
		await takeFolders(host, root, folders.filter(isSaveFolder), lying);
		if (roots.includes(root)) {
			queue.push(...folders.filter(holdsSaves).map(name => `${root}/${name}`));
		}
	}

	// Only now is known what they may be other names of.
	for (const link of links) await takeLink(host, link, lying);
	return lying;
}

/** `best_model` is listed as a save of the folder around it, where that is listed too. */
function isSaveIn(root: string, roots: readonly string[]): boolean {
	const cut = root.lastIndexOf('/');
	return roots.includes(root.slice(0, cut)) && isSaveFolder(root.slice(cut + 1));
}

async function list(host: Host, folder: string, lying: Lying): Promise<readonly Entry[]> {
	try {
		return await host.list(folder);
	} catch (error) {
		const code = (error as {code?: string}).code;
		if (code !== 'ENOENT' && code !== 'ENOTDIR') {
			lying.trouble.push(`cannot list ${folder}: ${code ?? 'unknown'}`);
		}

		return [];
	}
}

async function takeLoose(
	host: Host,
	root: string,
	entries: readonly Entry[],
	lying: Lying,
	links: string[],
): Promise<void> {
	const wanted = entries.filter(
		({name, kind}) =>
			(kind === 'file' && mayBePart(name)) ||
			(kind === 'link' && (mayBePart(name) || isSaveFolder(name))),
	);
	const kept = newest(wanted, mostInFolder);
	lying.passed += wanted.length - kept.length;
	for (const {name, kind} of kept) {
		if (kind === 'file') await takeFile(host, `${root}/${name}`, null, lying);
		else links.push(`${root}/${name}`);
	}

	for (const {name, kind} of entries) {
		if (kind !== 'file' || !trackers.test(name)) continue;
		const tag = await readTag(host, `${root}/${name}`);
		if (tag) lying.trackers.set(root, tag);
	}
}

async function takeFolders(
	host: Host,
	root: string,
	names: readonly string[],
	lying: Lying,
): Promise<void> {
	const kept = newest(
		names.map(name => ({name})),
		mostSaveFolders,
	);
	lying.passed += names.length - kept.length;
	for (const {name} of kept) {
		const folder = `${root}/${name}`;
		const paths = await pathsIn(host, folder, lying);
		// A folder of pictures of an epoch is none.
		if (!paths.some(path => mayBePart(nameOf(path)))) continue;
		for (const path of paths.slice(0, mostInSave)) await takeFile(host, path, folder, lying);
		lying.passed += Math.max(0, paths.length - mostInSave);
	}
}

/** The files of a save's folder and of the folders in it. */
async function pathsIn(host: Host, folder: string, lying: Lying): Promise<readonly string[]> {
	const entries = await list(host, folder, lying);
	const pathOf = (within: string) => (entry: Entry) => `${within}/${entry.name}`;
	const paths = entries.filter(isFile).map(pathOf(folder));
	for (const {name, kind} of entries) {
		if (kind !== 'folder' || paths.length > mostInSave) continue;
		const inner = `${folder}/${name}`;
		paths.push(...(await list(host, inner, lying)).filter(isFile).map(pathOf(inner)));
	}

	return paths;
}

/** A folder of a cache holds links to its files; what they lead to is looked at later. */
function isFile({kind}: Entry): boolean {
	return kind === 'file' || kind === 'link';
}

async function takeFile(
	host: Host,
	full: string,
	within: string | null,
	lying: Lying,
): Promise<void> {
	const stat = await host.stat(full).catch(() => undefined);
	if (stat?.kind !== 'file') return;
	const name = nameOf(full);
	const {identity, bytes, modifiedAt} = stat;
	const role = within === null ? roleOf(name) : roleIn(full.slice(within.length + 1), name);
	lying.parts.push({full, name, within, role, identity, bytes, modifiedAt});
}

/** FSDP keeps an optimizer's shards in a folder of that name: `optimizer_0/__0_0.distcp`. */
function roleIn(path: string, name: string): Part['role'] {
	if (!mayBePart(name)) return 'states';
	return /^optim[^/]*\//i.test(path) ? 'optimizer' : roleOf(name);
}

async function takeLink(host: Host, full: string, lying: Lying): Promise<void> {
	const name = nameOf(full);
	const target = await host.link(full).catch(() => undefined);
	const stat = await host.stat(full).catch(() => undefined);
	if (!stat || target === undefined) return;
	const known = lying.parts.some(({identity}) => identity === stat.identity);
	lying.links.push({full, name, identity: stat.kind === 'folder' ? target : stat.identity});
	if (stat.kind !== 'file' || known) return;
	lying.parts.push({
		full,
		name,
		within: null,
		role: roleOf(name),
		identity: stat.identity,
		bytes: stat.bytes,
		modifiedAt: stat.modifiedAt,
	});
}

/** Of too many names those with the highest numbers, and those that say best, last or final. */
function newest<Named extends {readonly name: string}>(
	named: readonly Named[],
	most: number,
): readonly Named[] {
	if (named.length <= most) return named;
	const weight = (name: string) =>
		/best|last|latest|final/i.test(name)
			? Number.POSITIVE_INFINITY
			: Math.max(-1, ...(name.match(/\d{1,15}/g) ?? []).map(Number));
	return named
		.map(one => ({one, weight: weight(one.name)}))
		.sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight))
		.slice(0, most)
		.map(({one}) => one);
}

async function readTag(host: Host, path: string): Promise<string | undefined> {
	try {
		const file = await host.open(path);
		const bytes = new Uint8Array(64);
		const length = await file.read(bytes, 0).finally(() => file.close());
		return new TextDecoder().decode(bytes.subarray(0, length)).trim();
	} catch {
		return undefined;
	}
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}
