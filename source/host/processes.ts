import {readdirSync, readFileSync, readlinkSync, statSync} from 'node:fs';
import {userInfo} from 'node:os';
import {setImmediate as tick} from 'node:timers/promises';
import type {Relative} from '../core/host.ts';
import type {Process} from '../core/run.ts';

const processesATick = 50;
const mostThreads = 256;
/** Linux counts processor time for programs in hundredths of a second on every machine. */
const ticksASecond = 100;

/** What may be known of a process of this user: since when it runs, what it uses, how many of its threads wait. */
export function describeProcess(pid: number, root = '/proc', now = Date.now()): Process {
	const folder = `${root}/${pid}`;
	const command = text(`${folder}/cmdline`).replaceAll('\0', ' ').trim().slice(0, 500);
	const fields = fieldsOf(text(`${folder}/stat`));
	const boot = Number(/^btime (\d+)$/m.exec(text(`${root}/stat`))?.[1] ?? Number.NaN);
	const since = boot * 1000 + (Number(fields[19]) * 1000) / ticksASecond;
	const seconds = (now - since) / 1000;
	const busy = (Number(fields[11]) + Number(fields[12])) / ticksASecond;
	const kilobytes = Number(/^VmRSS:\s*(\d+) kB$/m.exec(text(`${folder}/status`))?.[1]);
	const works = linkOf(`${folder}/cwd`);
	return {
		pid,
		alive: true,
		command,
		...(Number.isFinite(since) && {since: Math.round(since), user: userName()}),
		...(seconds > 1 && {cpu: Math.round((busy / seconds) * 100) / 100}),
		...(Number.isFinite(kilobytes) && {memory: kilobytes * 1024}),
		...threadsOf(folder),
		...(works !== undefined && {folder: works}),
	};
}

/** Every process of this user with its parent and its process group. */
export async function relatives(root = '/proc'): Promise<readonly Relative[]> {
	const user = process.getuid?.() ?? -1;
	const found: Relative[] = [];
	for (const [index, pid] of namesIn(root).entries()) {
		if (index % processesATick === processesATick - 1) await tick();
		if (!/^\d+$/.test(pid) || ownerOf(`${root}/${pid}`) !== user) continue;
		const fields = fieldsOf(text(`${root}/${pid}/stat`));
		const [, parent, group] = fields;
		if (group !== undefined) {
			found.push({pid: Number(pid), parent: Number(parent), group: Number(group)});
		}
	}

	return found;
}

/** `4242 (name) S 1 4242 …` → what stands behind the name, which may hold anything. */
function fieldsOf(stat: string): readonly string[] {
	const end = stat.lastIndexOf(')');
	return end < 0 ? [] : stat.slice(end + 2).split(' ');
}

function threadsOf(folder: string): Pick<Process, 'threads' | 'waiting'> {
	const threads = namesIn(`${folder}/task`);
	if (threads.length === 0) return {};
	const states = threads
		.slice(0, mostThreads)
		.map(thread => fieldsOf(text(`${folder}/task/${thread}/stat`))[0]);
	return {threads: threads.length, waiting: states.filter(state => state === 'D').length};
}

let known: string | undefined;

function userName(): string {
	if (known === undefined) {
		try {
			known = userInfo().username;
		} catch {
			known = String(process.getuid?.() ?? '');
		}
	}

	return known;
}

function namesIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

function ownerOf(folder: string): number | undefined {
	try {
		return statSync(folder).uid;
	} catch {
		return undefined;
	}
}

function linkOf(path: string): string | undefined {
	try {
		return readlinkSync(path);
	} catch {
		return undefined;
	}
}

function text(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}
