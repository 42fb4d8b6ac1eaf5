import type {Entry, FileNews, Host, Opened, Stat} from '../core/host.ts';
import type {Trouble} from '../core/news.ts';
import {archiveName, type Contents, type Inside, lookThrough} from './archive.ts';

/** Archives of one folder that are looked into, and bytes of all that are held. */
const mostBeside = 20;
const mostHeld = 1 << 26;

/** Packed bytes from which on an archive is big, bytes that are read of all big ones, and how long one must stand still. */
const big = 1 << 24;
const mostOfBig = 2 ** 31;
const settled = 10_000;

type Held = {
	readonly stat: Stat;
	readonly contents: Promise<Contents>;
	/** Known once it was looked through. */
	bytes: number;
	cut: string | null;
};

/** A machine, and the archives of which only a part could be seen. */
export type WithArchives = Host & {readonly trouble: () => readonly Trouble[]};

/**
The same machine with its archives as folders: `runs/exp.tar.gz/exp/log.txt` can be opened. Nothing is
unpacked to disk; of big archives and of files in them only the beginning is there. `later`: big ones
are looked through one after the other when they stand still, and are empty until then.
*/
export function withArchives(host: Host, {later = false} = {}): WithArchives {
	const held = new Map<string, Held>();
	const awaited = new Set<string>();
	const listeners = new Set<(news: FileNews) => void>();
	const budget = {left: mostOfBig};
	let queue: Promise<unknown> = Promise.resolve();
	const bytes = () => held.values().reduce((sum, each) => sum + each.bytes, 0);

	const contentsOf = async (archive: string, stat: Stat): Promise<Contents> => {
		const known = held.get(archive);
		if (known?.stat.identity === stat.identity && known.stat.modifiedAt === stat.modifiedAt) {
			return known.contents;
		}

		held.delete(archive);
		if (bytes() > mostHeld) throw new Error('too many archives to look into');
		const contents =
			stat.bytes < big ? lookThrough(host, archive) : lookThrough(host, archive, undefined, budget);
		const fresh: Held = {stat, contents, bytes: 0, cut: null};
		held.set(archive, fresh);
		fresh.contents.then(
			({inside, cut}) => {
				fresh.cut = cut;
				for (const {content} of inside.values()) fresh.bytes += content?.length ?? 0;
			},
			() => {},
		);
		return fresh.contents;
	};
	/** Whether a big archive must be waited for; it is looked through behind the others. */
	const isAwaited = (archive: string, stat: Stat): boolean => {
		if (!later || stat.bytes < big || !isPacked(archive)) return false;
		const known = held.get(archive)?.stat;
		if (known?.modifiedAt === stat.modifiedAt && !awaited.has(archive)) return false;
		if (awaited.has(archive) || Date.now() - stat.modifiedAt < settled) return true;
		awaited.add(archive);
		queue = queue
			.then(() => contentsOf(archive, stat))
			.catch(() => undefined)
			.then(() => {
				awaited.delete(archive);
				for (const heard of listeners) heard({what: 'came', path: archive});
			});
		return true;
	};
	/** The archive that a path leads into and what lies there; undefined for all other paths. */
	const within = async (path: string) => {
		const archive = archiveOf(path);
		if (archive === undefined) return undefined;
		const stat = await host.stat(archive);
		if (!stat) held.delete(archive);
		if (stat?.kind !== 'file') return undefined;
		return {archive, stat, rest: path.slice(archive.length + 1)};
	};
	const lying = async (path: string) => {
		const place = await within(path);
		if (!place) return undefined;
		if (isAwaited(place.archive, place.stat)) return {...place, inside: nothing};
		const {inside} = await contentsOf(place.archive, place.stat);
		return {...place, inside};
	};

	return {
		...host,
		async list(folder) {
			const place = await lying(folder);
			if (place) return namesIn(place.inside, place.rest);
			const entries = await host.list(folder);
			const archives = entries.filter(isArchive);
			if (archives.length === 0 || archives.length > mostBeside) return entries;
			return entries.map(entry => (isArchive(entry) ? {...entry, kind: 'folder'} : entry));
		},
		async glance(folder, most) {
			if (archiveOf(folder) !== undefined || !host.glance) throw new Error('is listed whole');
			return host.glance(folder, most);
		},
		async stat(path) {
			const place = await within(path);
			if (!place) return host.stat(path);
			// Another time than later on: what was listed while it was empty is listed again.
			const time = isAwaited(place.archive, place.stat) ? {modifiedAt: 0} : {};
			if (place.rest === '') return {...place.stat, kind: 'folder', ...time};
			const found = (await lying(path))?.inside.get(place.rest);
			return found && statOf(place.stat, place.rest, found);
		},
		async open(path) {
			const place = await lying(path);
			if (!place) return host.open(path);
			const found = place.inside.get(place.rest);
			if (!found?.content) throw new Error('is not read from an archive');
			return opened(found.content, statOf(place.stat, place.rest, found));
		},
		trouble: () => [
			...[...held].flatMap(([path, {cut}]) => (cut === null ? [] : [{path, what: cut}])),
			...[...awaited].map(path => ({path, what: 'is still being looked through'})),
		],
		watch(heard) {
			listeners.add(heard);
			const watch = host.watch(heard);
			return {
				...watch,
				stop: () => {
					listeners.delete(heard);
					return watch.stop();
				},
				folders: paths => watch.folders(paths.filter(path => archiveOf(path) === undefined)),
			};
		},
	};
}

const nothing: Contents['inside'] = new Map();

function isPacked(archive: string): boolean {
	return /z$/i.test(archive);
}

function isArchive({name, kind}: Entry): boolean {
	return kind === 'file' && archiveName.test(name);
}

/** `/runs/exp.tgz/exp/log.txt` → `/runs/exp.tgz`. */
function archiveOf(path: string): string | undefined {
	return /^.*?(?<!\.(?:pth|pt|ckpt|t7))\.(?:tar\.gz|tgz|tar)(?=\/|$)/i.exec(path)?.[0];
}

function namesIn(inside: Contents['inside'], folder: string): readonly Entry[] {
	const prefix = folder === '' ? '' : `${folder}/`;
	const entries: Entry[] = [];
	for (const [path, {kind}] of inside) {
		const name = path.startsWith(prefix) ? path.slice(prefix.length) : '';
		if (name !== '' && !name.includes('/')) entries.push({name, kind});
	}

	return entries;
}

function statOf(archive: Stat, path: string, {kind, bytes, modifiedAt}: Inside): Stat {
	return {
		...archive,
		kind,
		bytes,
		modifiedAt,
		bornAt: modifiedAt,
		identity: `${archive.identity}/${path}`,
	};
}

function opened(content: Uint8Array, stat: Stat): Opened {
	return {
		async read(into, offset) {
			const part = content.subarray(offset, offset + into.length);
			into.set(part);
			return part.length;
		},
		stat: async () => stat,
		close: async () => {},
	};
}
