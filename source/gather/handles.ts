import type {Host, Opened} from '../core/host.ts';

/** A handle that its owner may lose whenever it is not busy. */
export type Lease = {busy: boolean; handle: Opened | undefined};

/** What all tails of one host share: a buffer, and a bounded number of open files. */
export type Handles = {
	/** Room for what a tail reads next; grows to the largest chunk that is asked for. */
	readonly buffer: (bytes: number) => Uint8Array;
	/** Opens a file under a lease; the one used least lately gives way. Throws like `Host.open`. */
	readonly open: (lease: Lease, path: string) => Promise<Opened>;
	readonly used: (lease: Lease) => void;
	/** Reads `bytes` from `offset` on into a buffer of `room`, or hands over what `readAhead` has read there. */
	readonly read: (
		lease: Lease,
		handle: Opened,
		offset: number,
		bytes: number,
		room: number,
	) => Promise<{readonly buffer: Uint8Array; readonly count: number}>;
	/** Begins to read what will be asked for next, while what was read last is looked at; for one lease at a time. */
	readonly readAhead: (lease: Lease, handle: Opened, offset: number, bytes: number) => void;
	readonly close: (lease: Lease) => Promise<void>;
};

/** Bytes being read that nobody asked for yet. */
type Ahead = {
	readonly lease: Lease;
	readonly offset: number;
	readonly bytes: number;
	readonly count: Promise<number>;
};

const shared = new WeakMap<Host, Handles>();

/** The handles of a host: of RLIMIT_NOFILE, often 1024, at most `most` are taken. */
export function handlesOf(host: Host, most = 200): Handles {
	const known = shared.get(host);
	if (known) return known;
	const handles = createHandles(host, most);
	shared.set(host, handles);
	return handles;
}

function createHandles(host: Host, most: number): Handles {
	let buffer = new Uint8Array();
	/** Where the next bytes of one file are read to, and what is read there now. */
	let other = new Uint8Array();
	let ahead: Ahead | undefined;
	// In the order of use: the first is the one that was used least lately.
	const leases = new Set<Lease>();

	const close = async (lease: Lease) => {
		const {handle} = lease;
		lease.handle = undefined;
		leases.delete(lease);
		if (ahead?.lease === lease) {
			await ahead.count.catch(() => {});
			ahead = undefined;
		}

		await handle?.close().catch(() => {});
	};
	const makeRoom = async (room: number) => {
		for (const lease of leases) {
			if (leases.size <= room) return;
			if (!lease.busy) await close(lease);
		}
	};

	const roomFor = (bytes: number) => {
		if (buffer.length < bytes) buffer = new Uint8Array(bytes);
		return buffer;
	};

	return {
		buffer: roomFor,
		async read(lease, handle, offset, bytes, room) {
			if (ahead?.lease !== lease) {
				const into = roomFor(room);
				return {buffer: into, count: await handle.read(into.subarray(0, bytes), offset)};
			}

			const {offset: begin, bytes: length, count} = ahead;
			const done = await count.finally(() => {
				ahead = undefined;
			});
			[buffer, other] = [other, buffer];
			if (begin === offset && length === bytes) return {buffer, count: done};
			const into = roomFor(room);
			return {buffer: into, count: await handle.read(into.subarray(0, bytes), offset)};
		},
		readAhead(lease, handle, offset, bytes) {
			if (ahead) return;
			const room = Math.max(bytes, buffer.length);
			if (other.length < room) other = new Uint8Array(room);
			const count = handle.read(other.subarray(0, bytes), offset);
			// An error is told to whoever asks for the bytes.
			count.catch(() => {});
			ahead = {lease, offset, bytes, count};
		},
		async open(lease, path) {
			await makeRoom(most - 1);
			try {
				lease.handle = await host.open(path);
			} catch (error) {
				const {code} = error as {code?: string};
				if (code !== 'EMFILE' && code !== 'ENFILE') throw error;
				await makeRoom(Math.floor(leases.size / 2));
				lease.handle = await host.open(path);
			}

			leases.add(lease);
			return lease.handle;
		},
		used(lease) {
			if (leases.delete(lease)) leases.add(lease);
		},
		close,
	};
}
