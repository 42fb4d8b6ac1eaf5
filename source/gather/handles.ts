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
	readonly close: (lease: Lease) => Promise<void>;
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
	// In the order of use: the first is the one that was used least lately.
	const leases = new Set<Lease>();

	const close = async (lease: Lease) => {
		const {handle} = lease;
		lease.handle = undefined;
		leases.delete(lease);
		await handle?.close().catch(() => {});
	};
	const makeRoom = async (room: number) => {
		for (const lease of leases) {
			if (leases.size <= room) return;
			if (!lease.busy) await close(lease);
		}
	};

	return {
		buffer(bytes) {
			if (buffer.length < bytes) buffer = new Uint8Array(bytes);
			return buffer;
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
