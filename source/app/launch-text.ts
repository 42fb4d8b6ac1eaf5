import type {FoundFile} from '../core/found.ts';
import type {Host} from '../core/host.ts';
import type {Tracked} from './tracked.ts';

/** Bytes read of a log: where its newest launch begins, so much before that and so much after. */
const before = 1 << 15;
const after = 3 << 15;
const binary = /tfevents|\.(?:wandb|csv|json|jsonl|ya?ml)$/;

/** Where a log tells what its newest launch was started with. */
export type LaunchText = {
	readonly text: string;
	/** Number of its first line. */
	readonly line: number;
	/** Characters of it that stand before the launch told anything else; 0 where it is the first one. */
	readonly begins: number;
};

/** The logs in which people read, the newest first. */
export function textLogs(files: readonly FoundFile[]): readonly FoundFile[] {
	return files
		.filter(({path, rank = 0}) => rank === 0 && !binary.test(path))
		.sort((a, b) => b.modifiedAt - a.modifiedAt);
}

/** Where a launch begins in a log. */
export type Launch = {readonly line: number; readonly offset: number};

/** The place where the newest launch in a log begins; undefined while none but the first is known. */
export function newestLaunch({files}: Tracked, {id}: FoundFile): Launch | undefined {
	const sessions = files.get(id)?.witness().sessions ?? [];
	return sessions.length > 1 ? (sessions.at(-1)?.source ?? undefined) : undefined;
}

/** Reads the part of a log in which its newest launch tells what it was started with. */
export async function launchText(
	host: Host,
	log: FoundFile,
	launch: Launch | undefined,
): Promise<LaunchText> {
	const from = Math.max(0, (launch?.offset ?? 0) - before);
	const bytes = await bytesIn(host, log.full, from, Math.min(before + after, log.bytes - from));
	const start = from === 0 ? 0 : bytes.indexOf(10) + 1;
	const decoder = new TextDecoder();
	const text = decoder.decode(bytes.subarray(start));
	if (!launch) return {text, line: 1, begins: 0};
	const head = decoder.decode(bytes.subarray(start, launch.offset - from));
	return {text, line: launch.line - linesIn(head), begins: head.length};
}

/** Line ends of every kind, as a log is cut at them. */
function linesIn(text: string): number {
	return text.split(/\r\n|\r|\n/).length - 1;
}

/** So many bytes of a file from a place on; none where it cannot be read. */
export async function bytesIn(
	host: Host,
	path: string,
	from: number,
	most: number,
): Promise<Uint8Array> {
	const opened = await host.open(path).catch(() => undefined);
	if (!opened) return new Uint8Array(0);
	try {
		const {bytes: size} = await opened.stat();
		const bytes = new Uint8Array(Math.max(0, Math.min(most, size - from)));
		const count = await opened.read(bytes, from);
		return bytes.subarray(0, count);
	} catch {
		return new Uint8Array(0);
	} finally {
		await opened.close().catch(() => undefined);
	}
}
