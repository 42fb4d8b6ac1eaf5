import type {Host, Opened, Stat} from '../core/host.ts';
import {handlesOf, type Lease} from './handles.ts';
import {isHollow} from './hole.ts';
import {isMissing, tellError} from './trouble.ts';

/** What became of a file since the last look. */
export type TailNews =
	/** A view that is good until the next call on any tail of the same host. */
	| {readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly offset: number}
	/** Reading begins again at the first byte, of another file where it was replaced. */
	| {readonly kind: 'restarted'; readonly why: 'truncated' | 'replaced' | 'rewritten'}
	/** No longer at its path; `moved` or its return revives it. */
	| {readonly kind: 'gone'}
	| {readonly kind: 'trouble'; readonly what: string};

/** One file, read as it grows. Calls on tails of one host follow one another, never overlap. */
export type Tail = {
	/** The next news, or undefined when there is none now. Never throws. */
	readonly next: () => Promise<TailNews | undefined>;
	/** The newest bytes, for a preview; the position stays. Undefined when it cannot be read. */
	readonly peek: (
		bytes: number,
	) => Promise<{readonly bytes: Uint8Array; readonly offset: number} | undefined>;
	/** The file is known to be at another path now. */
	readonly moved: (path: string) => void;
	/** Reads from the first byte on again. */
	readonly rewind: () => void;
	readonly close: () => Promise<void>;
	/** Bytes in the file when it was looked at last. */
	readonly size: number;
	/** Where reading goes on. */
	readonly position: number;
	/** Device and inode of the file that is read now. */
	readonly identity: string;
	readonly path: string;
};

type Reached =
	| {readonly handle: Opened; readonly stat: Stat}
	| {readonly news: TailNews | undefined};

const guardBytes = 64;
/** Read at a time where the file has a hole: there is nothing to understand in it. */
const hollowBytes = 1_048_576;

/**
Follows a file by its bytes: growth, truncation, replacement, rewriting in place, renaming, deletion.
`chunk` is the most that one call reads. With `anew` it is opened for every look, which is what makes a
network file system tell the truth.
*/
export function openTail(
	host: Host,
	file: {readonly full: string; readonly id: string},
	{chunk = 1_048_576, anew = false}: {readonly chunk?: number; readonly anew?: boolean} = {},
): Tail {
	const handles = handlesOf(host);
	const lease: Lease = {busy: false, handle: undefined};
	let path = file.full;
	let identity = file.id;
	let position = 0;
	let size = 0;
	/** The last bytes before the position: other bytes there mean that the file was rewritten. */
	let guard = new Uint8Array();
	let seen: Stat | undefined;
	/** The file as it was looked at last, while there is more of it to be read. */
	let backlog: Stat | undefined;
	let missing: 'no' | 'lost' | 'deleted' = 'no';
	let told = '';
	/** Bytes read at a time here. */
	let most = chunk;

	const restart = (why: 'truncated' | 'replaced' | 'rewritten'): TailNews => {
		position = 0;
		guard = new Uint8Array();
		seen = undefined;
		backlog = undefined;
		missing = 'no';
		return {kind: 'restarted', why};
	};
	const lose = async (how: 'lost' | 'deleted'): Promise<TailNews | undefined> => {
		await handles.close(lease);
		const first = missing === 'no';
		missing = missing === 'deleted' ? missing : how;
		return first ? {kind: 'gone'} : undefined;
	};
	/** Another file lies at the path: ours was replaced if it is known to be deleted, else it was moved. */
	const meet = async (other: Stat): Promise<TailNews | undefined> => {
		if (missing !== 'deleted') return lose('lost');
		identity = other.identity;
		size = other.bytes;
		return restart('replaced');
	};
	const unchanged = (stat: Stat) =>
		position === stat.bytes && seen?.bytes === stat.bytes && seen.modifiedAt === stat.modifiedAt;

	/** Undefined when nothing lies there. */
	const openAtPath = async (): Promise<Opened | undefined> => {
		try {
			return await handles.open(lease, path);
		} catch (error) {
			if (isMissing(error)) return undefined;
			throw error;
		}
	};
	/** The open file and its state, or what there is to tell instead. */
	const reach = async (): Promise<Reached> => {
		if (lease.handle) {
			return {handle: lease.handle, stat: backlog ?? (await lease.handle.stat())};
		}

		// A file that was closed since it is quiet is opened only when its name tells of a change.
		if (seen && !anew) {
			const stat = await host.stat(path);
			if (stat?.identity === identity && unchanged(stat)) return {news: undefined};
		}

		const handle = await openAtPath();
		if (!handle) return {news: await lose('lost')};
		const stat = await handle.stat();
		if (stat.identity === identity) return {handle, stat};
		await handles.close(lease);
		return {news: await meet(stat)};
	};
	/** Reads what follows the position and compares what came before it. */
	const read = async (handle: Opened, stat: Stat): Promise<TailNews | undefined> => {
		const begin = position - guard.length;
		const wanted = guard.length + Math.min(most, stat.bytes - position);
		const {buffer, count} = await handles.read(lease, handle, begin, wanted, most + guardBytes);
		if (!startsWith(buffer.subarray(0, count), guard)) return restart('rewritten');
		const bytes = buffer.subarray(guard.length, count);
		const offset = position;
		position += bytes.length;
		most = isHollow(bytes) ? Math.max(chunk, hollowBytes) : chunk;
		guard = buffer.slice(Math.max(0, count - guardBytes), count);
		if (position >= stat.bytes) seen = stat;
		backlog = count === wanted && position < stat.bytes ? stat : undefined;
		if (backlog) {
			const more = guard.length + Math.min(most, stat.bytes - position);
			handles.readAhead(lease, handle, position - guard.length, more);
		}

		return bytes.length > 0 ? {kind: 'bytes', bytes, offset} : undefined;
	};
	/** Every byte is read: is there still a name for this file, and does another file have it? */
	const settle = async (stat: Stat): Promise<TailNews | undefined> => {
		if (anew) await handles.close(lease);
		if (stat.links > 0) return undefined;
		const news = await lose('deleted');
		const here = await host.stat(path);
		return here ? meet(here) : news;
	};
	const look = async (): Promise<TailNews | undefined> => {
		const reached = await reach();
		if ('news' in reached) return reached.news;
		const {handle, stat} = reached;
		handles.used(lease);
		missing = 'no';
		size = stat.bytes;
		if (stat.bytes < position) return restart('truncated');
		const news = unchanged(stat) ? undefined : await read(handle, stat);
		return news ?? settle(stat);
	};
	const newest = async (bytes: number) => {
		const handle = lease.handle ?? (await handles.open(lease, path));
		const stat = await handle.stat();
		if (stat.identity !== identity) return handles.close(lease);
		size = stat.bytes;
		const offset = Math.max(0, stat.bytes - bytes);
		const buffer = handles.buffer(bytes).subarray(0, stat.bytes - offset);
		const count = await handle.read(buffer, offset);
		return {bytes: buffer.subarray(0, count), offset};
	};
	/** Runs one look; trouble is told once, until it is another or over. */
	const guarded = async <T>(
		task: () => Promise<T>,
	): Promise<T | {kind: 'trouble'; what: string}> => {
		lease.busy = true;
		try {
			const result = await task();
			told = '';
			return result;
		} catch (error) {
			await handles.close(lease);
			return {kind: 'trouble', what: tellError(error)};
		} finally {
			lease.busy = false;
		}
	};

	return {
		rewind() {
			restart('rewritten');
		},
		async next() {
			const before = told;
			const news = await guarded(look);
			if (news?.kind !== 'trouble') return news;
			told = news.what;
			return before === told ? undefined : news;
		},
		async peek(bytes) {
			const result = await guarded(() => newest(bytes));
			return result && 'offset' in result ? result : undefined;
		},
		moved(to) {
			path = to;
		},
		close: () => handles.close(lease),
		get size() {
			return size;
		},
		get position() {
			return position;
		},
		get identity() {
			return identity;
		},
		get path() {
			return path;
		},
	};
}

function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
	if (bytes.length < start.length) return false;
	for (let index = 0; index < start.length; index++) {
		if (bytes[index] !== start[index]) return false;
	}

	return true;
}
