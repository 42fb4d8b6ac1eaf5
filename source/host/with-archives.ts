import type {Entry, Host, Opened, Stat} from '../core/host.ts';
import type {Trouble} from '../core/news.ts';
import {archiveName, type Contents, type Inside, lookThrough} from './archive.ts';

/** Archives of one folder that are looked into, and bytes of all that are held. */
const mostBeside = 20;
const mostHeld = 1 << 26;

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
unpacked to disk; of big archives and of files in them only the beginning is there.
*/
export function withArchives(host: Host): WithArchives {
	const held = new Map<string, Held>();
	const bytes = () => held.values().reduce((sum, each) => sum + each.bytes, 0);

	const contentsOf = async (archive: string, stat: Stat): Promise<Contents> => {
		const known = held.get(archive);
		if (known?.stat.identity === stat.identity && known.stat.modifiedAt === stat.modifiedAt) {
			return known.contents;
		}

		held.delete(archive);
		if (bytes() > mostHeld) throw new Error('too many archives to look into');
		const fresh: Held = {stat, contents: lookThrough(host, archive), bytes: 0, cut: null};
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
			if (place.rest === '') return {...place.stat, kind: 'folder'};
			const {inside} = await contentsOf(place.archive, place.stat);
			const found = inside.get(place.rest);
			return found && statOf(place.stat, place.rest, found);
		},
		async open(path) {
			const place = await lying(path);
			if (!place) return host.open(path);
			const found = place.inside.get(place.rest);
			if (!found?.content) throw new Error('is not read from an archive');
			return opened(found.content, statOf(place.stat, place.rest, found));
		},
		trouble: () => [...held].flatMap(([path, {cut}]) => (cut === null ? [] : [{path, what: cut}])),
		watch(heard) {
			const watch = host.watch(heard);
			return {
				...watch,
				folders: paths => watch.folders(paths.filter(path => archiveOf(path) === undefined)),
			};
		},
	};
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
