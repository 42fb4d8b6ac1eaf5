import {
	close,
	constants,
	type Dir,
	type Dirent,
	fstat,
	fstatSync,
	open,
	opendir,
	read,
	readdir,
	readlink,
	readSync,
	type Stats,
	stat,
	statfs,
} from 'node:fs';
import {dirname, resolve} from 'node:path';
import type {Space} from '../core/disk.ts';
import type {Entry, EntryKind, Opened, Stat} from '../core/host.ts';

// NFS, Lustre, CIFS, SMB2, FUSE, Ceph, 9p, AFS, BeeGFS, GPFS: see statfs(2).
const networked = new Set([
	0x6969, 0x0bd00bd0, 0xff534d42, 0xfe534d42, 0x65735546, 0x00c36400, 0x01021997, 0x5346414f,
	0x19830326, 0x47504653,
]);

/** The entries of a folder, unsorted; links are not followed. Throws like `node:fs`. */
export function list(folder: string): Promise<readonly Entry[]> {
	return new Promise((done, fail) => {
		readdir(folder, {withFileTypes: true}, (error, entries) => {
			if (error) fail(error);
			else done(entries.map(entry => ({name: entry.name, kind: kindOf(entry)})));
		});
	});
}

/**
The first so many entries of a folder, a few hundred at a time: one call for 50,000 names would hold
everything up for a third of a second. Throws like `node:fs`.
*/
export async function glance(
	folder: string,
	most: number,
): Promise<{readonly entries: readonly Entry[]; readonly more: boolean}> {
	const opened = await new Promise<Dir>((done, fail) => {
		opendir(folder, {bufferSize: 256}, (error, dir) => (error ? fail(error) : done(dir)));
	});
	const entries: Entry[] = [];
	for await (const entry of opened) {
		if (entries.length >= most) return {entries, more: true};
		entries.push({name: entry.name, kind: kindOf(entry)});
	}

	return {entries, more: false};
}

/** What lies at a path, links followed; undefined when nothing does. */
export function statPath(path: string): Promise<Stat | undefined> {
	return new Promise((done, fail) => {
		stat(path, (error, stats) => {
			if (!error) done(toStat(stats));
			else if (isMissing(error)) done(undefined);
			else fail(error);
		});
	});
}

const missing = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);

/** Whether an error of `node:fs` says that nothing lies at the path. */
export function isMissing(error: unknown): boolean {
	return missing.has((error as NodeJS.ErrnoException).code ?? '');
}

/** Where a symbolic link leads, as an absolute path; undefined when it is none. */
export function link(path: string): Promise<string | undefined> {
	return new Promise(done => {
		readlink(path, (error, target) => done(error ? undefined : resolve(dirname(path), target)));
	});
}

/** Opens a regular file for reading; throws for anything else, and like `node:fs`. */
export async function openFile(path: string): Promise<Opened> {
	// Without O_NONBLOCK a named pipe would hold the thread until somebody writes to it.
	const handle = await new Promise<number>((done, fail) => {
		open(path, constants.O_RDONLY | constants.O_NONBLOCK, (error, descriptor) =>
			error ? fail(error) : done(descriptor),
		);
	});
	const opened = fromHandle(handle);
	const stats = fstatSync(handle);
	if (stats.isFile()) return answeredAtOnce(opened, handle, path, stats.dev);
	await opened.close();
	throw new Error(`not a regular file: ${path}`);
}

/** Bytes that are read at once: more may not lie in memory. */
const few = 16_384;

/** Devices, and whether they are of this machine; a device nobody answered for yet is not known to be. */
const near = new Map<number, boolean>();

/** A growing log costs a third if no other thread is asked; a file system that may hang is left to those. */
function answeredAtOnce(opened: Opened, handle: number, path: string, device: number): Opened {
	if (!near.has(device)) {
		near.set(device, false);
		void shared(path).then(isShared => near.set(device, !isShared));
	}

	return {
		...opened,
		stat: async () => (near.get(device) ? toStat(fstatSync(handle)) : opened.stat()),
		read: async (into, offset) =>
			near.get(device) && into.length <= few
				? readSync(handle, into, 0, into.length, offset)
				: opened.read(into, offset),
	};
}

/** Whether a path lies on a network file system; true where it cannot be told. */
export function shared(path: string): Promise<boolean> {
	return new Promise(done => {
		statfs(path, (error, {type} = {type: 0} as never) =>
			done(Boolean(error) || networked.has(type)),
		);
	});
}

/** The space of the file system on which a path lies; undefined when it cannot be told. */
export function space(path: string): Promise<Space | undefined> {
	return new Promise(done => {
		stat(path, (missing, stats) => {
			if (missing) return done(undefined);
			statfs(path, (error, told) => {
				if (error || !(told.blocks > 0)) return done(undefined);
				const {bsize, blocks, bavail} = told;
				done({device: String(stats.dev), size: blocks * bsize, free: bavail * bsize});
			});
		});
	});
}

/** An open file by its descriptor. */
export function fromHandle(handle: number): Opened {
	return {
		read: (into, offset) =>
			new Promise((done, fail) => {
				read(handle, into, 0, into.length, offset, (error, bytes) =>
					error ? fail(error) : done(bytes),
				);
			}),
		stat: () =>
			new Promise((done, fail) => {
				fstat(handle, (error, stats) => (error ? fail(error) : done(toStat(stats))));
			}),
		close: () =>
			new Promise((done, fail) => {
				close(handle, error => (error ? fail(error) : done()));
			}),
	};
}

/** What the system tells of a file. */
export function toStat(stats: Stats): Stat {
	return {
		kind: kindOf(stats),
		identity: `${stats.dev}:${stats.ino}`,
		bytes: stats.size,
		modifiedAt: stats.mtimeMs,
		bornAt: stats.birthtimeMs,
		owner: stats.uid,
		links: stats.nlink,
	};
}

/** What kind of thing an entry is. */
export function kindOf(entry: Dirent | Stats): EntryKind {
	if (entry.isFile()) return 'file';
	if (entry.isDirectory()) return 'folder';
	return entry.isSymbolicLink() ? 'link' : 'other';
}
