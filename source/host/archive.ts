import {basename} from 'node:path/posix';
import {Readable} from 'node:stream';
import {createGunzip} from 'node:zlib';
import type {EntryKind, Host} from '../core/host.ts';

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

/** Bytes read of an archive, unpacked from it, kept of one file and of all. */
const limits = {read: 1 << 29, unpacked: 1 << 28, file: 1 << 22, all: 1 << 24};
/** Weights hardly shrink, logs tenfold: what unpacks to more than this many times its size is a bomb. */
const mostGrowth = 16;
const mostEntries = 20_000;
/** An archive in which none of so many names is a log's is no run: data sets are packed as well. */
const patience = 2000;
const readable =
	/\.(?:log|txt|out|err|csv|jsonl?|ya?ml|wandb|py)$|tfevents|(?:^|\/)(?:log|stdout|stderr)[^/]*$/i;
const weights = /\.(?:pth|pt|ckpt|safetensors|pdparams|h5|keras)$/i;

/** Names of archives: `exp.tar.gz`, `exp.tgz`, `exp.tar`. */
export const archiveName = /(?<!\.(?:pth|pt|ckpt|t7))\.(?:tar|tar\.gz|tgz)$/i;

/** Looks through an archive without writing anything; throws where it is none, or damaged at once. */
export async function lookThrough(host: Host, path: string): Promise<Contents> {
	const {createTarDecoder} = await import('modern-tar');
	const found = new Map<string, Inside>();
	const state = {read: 0, unpacked: 0, kept: 0, cut: null as string | null};
	const packed = Readable.from(piecesOf(host, path, state));
	const stream = /\.(?:gz|tgz)$/i.test(path) ? gunzipped(packed) : packed;
	const reader = webOf(stream, state).pipeThrough(createTarDecoder()).getReader();
	try {
		while (state.cut === null) {
			const {done, value} = await reader.read();
			if (done) break;
			await take(value, found, state);
		}
	} catch (error) {
		if (found.size === 0) throw error;
		state.cut ??= `damaged: ${(error as Error).message}`;
	} finally {
		await reader.cancel().catch(() => undefined);
		stream.destroy();
		packed.destroy();
	}

	const mayBeRun = state.kept > 0 || found.keys().some(path => weights.test(path));
	return {inside: found, cut: mayBeRun ? state.cut : null};
}

type State = {read: number; unpacked: number; kept: number; cut: string | null};

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
	const most = Math.min(size, limits.file, limits.all - state.kept);
	const kept = isFile && most > 0 && readable.test(path);
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
	if (found.size >= mostEntries) state.cut = `more than ${mostEntries} names`;
	if (found.size >= patience && state.kept === 0) state.cut = 'no log among many names';
}

async function* piecesOf(host: Host, path: string, state: State): AsyncGenerator<Uint8Array> {
	const opened = await host.open(path);
	try {
		for (let offset = 0; ; ) {
			const bytes = new Uint8Array(1 << 18);
			const count = await opened.read(bytes, offset);
			if (count === 0) return;
			offset += count;
			state.read = offset;
			yield bytes.subarray(0, count);
			if (offset < limits.read) continue;
			state.cut ??= `only its first ${limits.read >> 20} MB were looked at`;
			return;
		}
	} finally {
		await opened.close().catch(() => undefined);
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
			if (state.unpacked < Math.max(limits.unpacked, mostGrowth * state.read)) return;
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
