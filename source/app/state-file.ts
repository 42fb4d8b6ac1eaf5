import {access, mkdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {homedir} from 'node:os';
import {dirname, join} from 'node:path';
import type {Time} from '../core/event.ts';
import {emptyState, pruned, type UserState} from './state.ts';
import {readState, writeState} from './state-text.ts';

/** What the user keeps, read once and written when it changes. */
export type StateFile = {
	readonly state: () => UserState;
	/** Changes the state at once; it is written by `save`. */
	readonly change: (change: (state: UserState) => UserState) => void;
	/** Writes what changed over what another program may have written meanwhile. Never rejects. */
	readonly save: (now: Time) => Promise<void>;
	/** Reads what another program wrote meanwhile; resolves to whether there was anything. Never rejects. */
	readonly refresh: () => Promise<boolean>;
	/** What could not be done with the file, once each. */
	readonly trouble: () => readonly string[];
};

const mostBytes = 32_000_000;

/** Where the state lies: `$XDG_STATE_HOME/watchexp/state.json`. */
export function statePath(env: Readonly<Record<string, string | undefined>>): string {
	const base = env.XDG_STATE_HOME;
	const home = env.HOME || homedir();
	return join(base?.startsWith('/') ? base : join(home, '.local/state'), 'watchexp', 'state.json');
}

/** A state that is forgotten when the program ends. */
export function passingState(): StateFile {
	let state = emptyState;
	return {
		state: () => state,
		change: change => {
			state = change(state);
		},
		save: async () => {},
		refresh: async () => false,
		trouble: () => [],
	};
}

/** Reads the state file; one that is damaged is moved aside. Never rejects. */
export async function openState(path: string): Promise<StateFile> {
	const troubles = new Set<string>();
	let readOnly = false;
	let state = emptyState;
	let pending: Array<(state: UserState) => UserState> = [];
	let saving: Promise<void> = Promise.resolve();

	/** Undefined: the file is of no use, and must stay as it is. */
	const load = async (): Promise<UserState | undefined> => {
		const text = await read(path);
		if (text === undefined) return emptyState;
		if (text === null) {
			troubles.add(`your acknowledgements and notes cannot be read: ${path}`);
			return undefined;
		}

		const held = readState(text);
		if (held === 'newer') {
			troubles.add(`a newer watchexp wrote ${path}: it is left as it is`);
			return undefined;
		}

		if (held) return held;
		troubles.add(`${path} was damaged: it is now ${path}.damaged`);
		await rename(path, `${path}.damaged`).catch(() => undefined);
		return emptyState;
	};
	const write = async (now: Time): Promise<void> => {
		const fresh = pending.length > 0 && !readOnly ? await load() : undefined;
		if (!fresh) return;
		const changes = pending;
		pending = [];
		const next = pruned(
			changes.reduce((so, change) => change(so), fresh),
			now,
		);
		try {
			await replace(path, writeState(next));
			stamp = await stampOf(path);
			state = pending.reduce((so, change) => change(so), next);
		} catch (error) {
			// Kept for this sitting: the next one will not know.
			const {code} = error as NodeJS.ErrnoException;
			troubles.add(`acknowledgements and notes are not kept: ${path} (${code ?? 'unwritable'})`);
			readOnly = true;
		}
	};

	const refresh = async (): Promise<boolean> => {
		const now = await stampOf(path);
		if (readOnly || pending.length > 0 || now === stamp) return false;
		stamp = now;
		const fresh = await load();
		if (!fresh || pending.length > 0) return false;
		state = fresh;
		return true;
	};

	let stamp = await stampOf(path);
	const held = await load();
	readOnly = held === undefined;
	state = held ?? emptyState;
	return {
		state: () => state,
		change: change => {
			state = change(state);
			pending.push(change);
		},
		save: now => {
			saving = saving.then(() => write(now));
			return saving;
		},
		refresh: async () => {
			await saving;
			return refresh();
		},
		trouble: () => [...troubles],
	};
}

/** Changes whenever another file is put in its place. */
async function stampOf(path: string): Promise<string> {
	const {ino = 0, mtimeMs = 0} = (await stat(path).catch(() => undefined)) ?? {};
	return `${ino}:${mtimeMs}`;
}

/** Undefined: there is none; null: it cannot be read. */
async function read(path: string): Promise<string | null | undefined> {
	try {
		const bytes = await readFile(path);
		return bytes.length > mostBytes ? null : bytes.toString('utf8');
	} catch (error) {
		const {code} = error as NodeJS.ErrnoException;
		return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : null;
	}
}

/** Another program sees the old file or the new one, never half of it. */
async function replace(path: string, text: string): Promise<void> {
	// A home that is not there (`/nonexistent`) is meant not to be there, whatever root may do.
	await access(path.split('/', 2).join('/'));
	await mkdir(dirname(path), {recursive: true, mode: 0o700});
	const fresh = `${path}.${process.pid}.new`;
	try {
		await writeFile(fresh, text, {mode: 0o600});
		await rename(fresh, path);
	} catch (error) {
		await rm(fresh, {force: true}).catch(() => undefined);
		throw error;
	}
}
