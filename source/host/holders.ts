import {readdirSync, readFileSync, readlinkSync, type Stats, stat, statSync} from 'node:fs';
import {setImmediate as tick} from 'node:timers/promises';
import type {Holders} from '../core/host.ts';
import type {Process} from '../core/run.ts';
import {describeProcess} from './processes.ts';

const processesATick = 25;

/**
Looks through /proc for processes of this user that hold one of these files (device and inode) open
for writing. Of several the oldest ancestor is told: loaders inherit the handle of their parent.
*/
export async function holders(identities: ReadonlySet<string>, root = '/proc'): Promise<Holders> {
	const user = process.getuid?.() ?? -1;
	const holding = new Map<string, string[]>();
	const scan = {complete: true, deleted: new Set<string>()};
	const everyone = names(root, scan).filter(name => /^\d+$/.test(name));
	for (const [index, pid] of everyone.entries()) {
		if (index % processesATick === processesATick - 1) await tick();
		if (ownerOf(`${root}/${pid}`) !== user) continue;
		for (const identity of await heldBy(`${root}/${pid}`, identities, scan)) {
			holding.set(identity, [...(holding.get(identity) ?? []), pid]);
		}
	}

	const writers = new Map<string, Process>();
	for (const [identity, pids] of holding) {
		const pid =
			pids.find(each => !pids.includes(parentOf(`${root}/${each}`) ?? '')) ?? pids[0] ?? '';
		writers.set(identity, describeProcess(Number(pid), root));
	}

	return {user, complete: scan.complete && everyone.length > 0, writers, deleted: scan.deleted};
}

async function heldBy(
	folder: string,
	identities: ReadonlySet<string>,
	scan: {readonly deleted: Set<string>; complete: boolean},
): Promise<ReadonlySet<string>> {
	const held = new Set<string>();
	for (const handle of names(`${folder}/fd`, scan)) {
		if (!isFile(`${folder}/fd/${handle}`)) continue;
		const stats = await statOf(`${folder}/fd/${handle}`);
		const identity = stats && `${stats.dev}:${stats.ino}`;
		if (stats && identity && identities.has(identity) && isWriting(`${folder}/fdinfo/${handle}`)) {
			held.add(identity);
			if (stats.nlink === 0) scan.deleted.add(identity);
		}
	}

	return held;
}

/** Names in a folder; a process that has ended meanwhile is no gap, one that is closed to us is. */
function names(folder: string, scan: {complete: boolean}): readonly string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		const {code} = error as NodeJS.ErrnoException;
		if (code !== 'ENOENT' && code !== 'ESRCH') scan.complete = false;
		return [];
	}
}

/** Told from the link's text alone: asking a dead network file system could take for ever. */
function isFile(handle: string): boolean {
	try {
		const target = readlinkSync(handle);
		return target.startsWith('/') && !/^\/(?:dev|proc|sys)\//.test(target);
	} catch {
		return false;
	}
}

function statOf(handle: string): Promise<Stats | undefined> {
	return new Promise(done => {
		stat(handle, (error, stats) => done(error ? undefined : stats));
	});
}

/** The access mode is in the last two bits of the octal flags. */
function isWriting(info: string): boolean {
	const flags = /^flags:\s*(\d+)/m.exec(text(info))?.[1];
	return flags !== undefined && (Number.parseInt(flags, 8) & 3) !== 0;
}

function ownerOf(folder: string): number | undefined {
	try {
		return statSync(folder).uid;
	} catch {
		return undefined;
	}
}

function parentOf(folder: string): string | undefined {
	return /^PPid:\s*(\d+)/m.exec(text(`${folder}/status`))?.[1];
}

function text(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}
