import {basename} from 'node:path/posix';
import {Readable} from 'node:stream';
import {createGunzip} from 'node:zlib';
import type {EntryKind, Host, Opened} from '../core/host.ts';
import {membersOf} from './tar.ts';

/** A name in an archive; `content` is the beginning of files that may be read. */
export type Inside = {
	readonly kind: EntryKind;
	readonly bytes: number;
	readonly modifiedAt: number;
	readonly content: Uint8Array | undefined;
};

/**
What lies in an archive, by path without a leading `./`; `cut` says why not all of it was looked at,
where it may hold a run at all.
*/
export type Contents = {readonly inside: ReadonlyMap<string, Inside>; readonly cut: string | null};

/** Bytes read of an archive, unpacked from it, kept of one file and of all; `growth`: what unpacks to more times its size is a bomb. */
export type Limits = {
	readonly read: number;
	readonly unpacked: number;
	readonly growth: number;
	readonly file: number;
	readonly all: number;
};
/** Weights hardly shrink, logs tenfold. */
const usual: Limits = {read: 1 << 29, unpacked: 1 << 28, growth: 16, file: 1 << 22, all: 1 << 24};
/** Bytes that may be read of all archives together. */
export type Budget = {left: number};
const mostEntries = 20_000;
/** An archive in which none of so many names is a log's is no run: data sets are packed as well. */
const patience = 2000;
const readable =
	/\.(?:log|txt|out|err|csv|jsonl?|ya?ml|wandb|py)$|tfevents|(?:^|\/)(?:log|stdout|stderr)[^/]*$/i;
const weights = /\.(?:pth|pt|ckpt|safetensors|pdparams|h5|keras)$/i;

/** Names of archives: `exp.tar.gz`, `exp.tgz`, `exp.tar`. */
export const archiveName = /(?<!\.(?:pth|pt|ckpt|t7))\.(?:tar|tar\.gz|tgz)$/i;

/**
Looks through an archive without writing anything; throws where it is none, or damaged at once. Of one
that is not packed only headers and logs are read, whatever its size.
*/
export async function lookThrough(
	host: Host,
	path: string,
	limits: Limits = usual,
	budget: Budget = {left: Number.POSITIVE_INFINITY},
): Promise<Contents> {
	const opened = await host.open(path);
	const state: State = {limits, budget, read: 0, unpacked: 0, kept: 0, cut: null};
	const found = new Map<string, Inside>();
	const look = /\.(?:gz|tgz)$/i.test(path) ? unpack : walk;
	try {
		await look(opened, found, state);
	} catch (error) {
		const why = wordsFor(error);
		if (found.size === 0) throw new Error(why);
		state.cut ??= why;
	} finally {
		await opened.close().catch(() => undefined);
	}

	if (found.size >= mostEntries) state.cut ??= `only its first ${mostEntries} names were looked at`;
	const mayBeRun = state.kept > 0 || found.keys().some(name => weights.test(name));
	return {inside: found, cut: mayBeRun || state.cut === logless ? state.cut : null};
}

const logless = `none of its first ${patience} names is a log’s: the rest was not looked at`;

/** What went wrong, without the codes of libraries. */
function wordsFor(error: unknown): string {
	const {code = '', message = ''} = error as {readonly code?: string; readonly message?: string};
	if (message.startsWith('damaged: ')) return message;
	if (code === 'Z_BUF_ERROR') return 'damaged: ends too early';
	if (message === 'incorrect header check') return 'damaged: is not packed with gzip';
	if (code.startsWith('Z_')) return 'damaged: cannot be unpacked';
	return code === '' ? 'damaged: holds what is no tar' : tellCode(code, message);
}

function tellCode(code: string, message: string): string {
	return /^E(?:ACCES|PERM)$/.test(code) ? 'permission denied' : message || code;
}

type State = {
	readonly limits: Limits;
	readonly budget: Budget;
	read: number;
	unpacked: number;
	kept: number;
	cut: string | null;
};

async function unpack(opened: Opened, found: Map<string, Inside>, state: State): Promise<void> {
	const {createTarDecoder} = await import('modern-tar');
	const packed = Readable.from(piecesOf(opened, state));
	const stream = gunzipped(packed);
	const reader = webOf(stream, state).pipeThrough(createTarDecoder()).getReader();
	try {
		while (goesOn(found, state)) {
			const {done, value} = await reader.read();
			if (done) break;
			await take(value, found, state);
		}
	} finally {
		await reader.cancel().catch(() => undefined);
		stream.destroy();
		packed.destroy();
	}
}

async function walk(opened: Opened, found: Map<string, Inside>, state: State): Promise<void> {
	const {bytes: all} = await opened.stat();
	for await (const {name, bytes, kind, modifiedAt, offset} of membersOf(opened)) {
		const path = pathIn(name);
		const content = new Uint8Array(kind === 'file' ? roomFor(path, bytes, state) : 0);
		const count = content.length > 0 ? await opened.read(content, offset) : 0;
		const isKept = kind === 'file' && content.length > 0;
		if (offset + bytes > all) state.cut ??= `damaged: ends within ${basename(path)}`;
		state.kept += count;
		add(found, path, {
			kind,
			bytes: isKept ? count : bytes,
			modifiedAt,
			content: isKept ? content.subarray(0, count) : undefined,
		});
		if (!goesOn(found, state)) return;
	}
}

/** Whether more of an archive is to be looked at. */
function goesOn(found: ReadonlyMap<string, Inside>, state: State): boolean {
	if (found.size >= patience && state.kept === 0) state.cut ??= logless;
	return state.cut === null && found.size < mostEntries;
}

/** Bytes of a file to keep; 0: it is not one to read. */
function roomFor(path: string, bytes: number, {limits, kept}: State): number {
	return readable.test(path) ? Math.max(0, Math.min(bytes, limits.file, limits.all - kept)) : 0;
}

type Told = {
	readonly header: {
		readonly name: string;
		readonly size?: number;
		readonly type?: string;
		readonly mtime?: Date;
	};
	readonly body: ReadableStream<Uint8Array>;
};

/** Keeps the beginning of a file that may be read, and the name of any other. */
async function take({header, body}: Told, found: Map<string, Inside>, state: State): Promise<void> {
	const {name, size = 0, type = 'file', mtime} = header;
	const path = pathIn(name);
	const isFile = type === 'file';
	const most = isFile ? roomFor(path, size, state) : 0;
	const kept = most > 0;
	const content = kept ? await firstOf(body, most) : undefined;
	if (!kept) await body.cancel();
	if (content && content.length < most) state.cut ??= `damaged: ends within ${basename(path)}`;
	state.kept += content?.length ?? 0;
	add(found, path, {
		kind: type === 'directory' ? 'folder' : isFile ? 'file' : 'other',
		bytes: content?.length ?? size,
		modifiedAt: mtime?.getTime() ?? 0,
		content,
	});
}

async function* piecesOf(opened: Opened, state: State): AsyncGenerator<Uint8Array> {
	const {limits, budget} = state;
	for (let offset = 0; ; ) {
		const bytes = new Uint8Array(Math.min(1 << 18, limits.read));
		const count = await opened.read(bytes, offset);
		if (count === 0) return;
		offset += count;
		state.read = offset;
		budget.left -= count;
		yield bytes.subarray(0, count);
		if (budget.left <= 0)
			state.cut ??= 'only its beginning was looked at: there are too many archives';
		else if (offset >= limits.read)
			state.cut ??= `only its first ${limits.read >> 20} MB were looked at`;
		if (state.cut !== null) return;
	}
}

function gunzipped(packed: Readable): Readable {
	const gunzip = createGunzip();
	packed.on('error', error => gunzip.destroy(error));
	return packed.pipe(gunzip);
}

/** Ends a stream that unpacks to more than anybody wants to see. */
function webOf(stream: Readable, state: State): ReadableStream<Uint8Array<ArrayBuffer>> {
	const pieces = stream[Symbol.asyncIterator]();
	return new ReadableStream({
		async pull(controller) {
			const {done, value} = await pieces.next();
			if (done) return controller.close();
			state.unpacked += value.length;
			controller.enqueue(new Uint8Array(value));
			const {unpacked, growth} = state.limits;
			if (state.unpacked < Math.max(unpacked, growth * state.read)) return;
			state.cut ??= 'unpacks to too much';
			controller.close();
		},
	});
}

async function firstOf(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
	const into = new Uint8Array(most);
	let length = 0;
	const reader = body.getReader();
	while (length < most) {
		const {done, value} = await reader.read();
		if (done) break;
		const part = value.subarray(0, most - length);
		into.set(part, length);
		length += part.length;
	}

	await reader.cancel();
	return into.subarray(0, length);
}

/** `./exp/../log.txt` → `exp/log.txt`: nothing leads out of an archive. */
function pathIn(name: string): string {
	return name
		.split('/')
		.filter(part => part !== '' && part !== '.' && part !== '..')
		.join('/');
}

/** Folders that have no entry of their own are there all the same. */
function add(found: Map<string, Inside>, path: string, inside: Inside): void {
	if (path === '') return;
	for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
		const folder = path.slice(0, end);
		if (found.has(folder)) continue;
		found.set(folder, {...inside, kind: 'folder', bytes: 0, content: undefined});
	}

	found.set(path, inside);
}
