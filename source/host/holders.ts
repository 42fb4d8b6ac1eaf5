import {readdirSync, readFileSync, readlinkSync, stat, statSync} from 'node:fs';
import {setImmediate as tick} from 'node:timers/promises';
import type {Holders} from '../core/host.ts';
import type {Process} from '../core/run.ts';
import {describeProcess} from './processes.ts';

const processesATick = 25;

/**
Looks through /proc for processes of this user (of all, where that is root) that hold one of these files (device and inode) open
for writing. Of several the oldest that trains is told: loaders inherit the handle of their parent, and
programs inherit it of the shell or the scheduler that starts them. What writes through `tee` is told for it.
*/
export async function holders(identities: ReadonlySet<string>, root = '/proc'): Promise<Holders> {
	const user = process.getuid?.() ?? -1;
	const holding = new Map<string, string[]>();
	const scan = {complete: true};
	const everyone = names(root, scan).filter(name => /^\d+$/.test(name));
	for (const [index, pid] of everyone.entries()) {
		if (index % processesATick === processesATick - 1) await tick();
		if (user !== 0 && ownerOf(`${root}/${pid}`) !== user) continue;
		for (const identity of await heldBy(`${root}/${pid}`, identities, scan)) {
			holding.set(identity, [...(holding.get(identity) ?? []), pid]);
		}
	}

	const writers = new Map<string, Process>();
	for (const [identity, pids] of holding) {
		const pid = trainerAmong(pids, root);
		writers.set(identity, describeProcess(Number(peerOf(pid, everyone, root)), root));
	}

	return {user, complete: scan.complete && everyone.length > 0, writers};
}

/** What starts others and waits for them, the farther from the training the later. */
const starters: readonly RegExp[] = [
	/^(?:\S*\/)?(?:tee|nohup|time|timeout|nice|env|script|sudo|srun|mpirun)(?:\s|$)/,
	/^-?(?:\S*\/)?(?:ba|da|z|k|fi)?sh(?:\s|$)/,
	/^(?:\S*\/)?(?:slurmstepd|tmux|screen|SCREEN)\b/,
];

/** Of processes that hold one file the one that trains; of several such the oldest ancestor. */
function trainerAmong(pids: readonly string[], root: string): string {
	const far = new Map(pids.map(pid => [pid, distanceOf(commandOf(pid, root))]));
	const least = Math.min(...far.values());
	const near = pids.filter(pid => far.get(pid) === least);
	return near.find(pid => !near.includes(parentOf(`${root}/${pid}`) ?? '')) ?? near[0] ?? '';
}

function distanceOf(command: string): number {
	return starters.findIndex(pattern => pattern.test(command)) + 1;
}

/** The process that writes into a `tee` of the same pipeline; any other process stands for itself. */
function peerOf(pid: string, everyone: readonly string[], root: string): string {
	if (!/^(?:\S*\/)?tee(?:\s|$)/.test(commandOf(pid, root))) return pid;
	const group = groupOf(pid, root);
	const peers = everyone.filter(
		other => other !== pid && group !== undefined && groupOf(other, root) === group,
	);
	const trainer = peers.length > 0 ? trainerAmong(peers, root) : pid;
	return distanceOf(commandOf(trainer, root)) === 0 ? trainer : pid;
}

function commandOf(pid: string, root: string): string {
	return text(`${root}/${pid}/cmdline`).replaceAll('\0', ' ').trim();
}

/** Its process group: the third field behind the name, which may hold anything. */
function groupOf(pid: string, root: string): string | undefined {
	const stat = text(`${root}/${pid}/stat`);
	return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2];
}

async function heldBy(
	folder: string,
	identities: ReadonlySet<string>,
	scan: {complete: boolean},
): Promise<ReadonlySet<string>> {
	const held = new Set<string>();
	for (const handle of names(`${folder}/fd`, scan)) {
		if (!isFile(`${folder}/fd/${handle}`)) continue;
		const identity = await identityOf(`${folder}/fd/${handle}`);
		if (identity && identities.has(identity) && isWriting(`${folder}/fdinfo/${handle}`)) {
			held.add(identity);
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

function identityOf(handle: string): Promise<string | undefined> {
	return new Promise(done => {
		stat(handle, (error, stats) => done(error ? undefined : `${stats.dev}:${stats.ino}`));
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
