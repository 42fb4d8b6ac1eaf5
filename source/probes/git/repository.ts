import type {Time} from '../../core/event.ts';
import type {Host} from '../../core/host.ts';

/** Where a repository keeps what it knows. */
export type Repository = {
	/** Of this working tree: HEAD and its reflog. */
	readonly own: string;
	/** Of all its working trees: branches and tags. */
	readonly shared: string;
};

/** The text of a file, its newest part where it is long (not `whole`), with when it changed. */
export type Page = {readonly text: string; readonly modifiedAt: Time; readonly whole: boolean};

const highest = 40;
const most = 1 << 20;

/** The repository whose working tree a folder lies in; undefined when there is none. */
export async function repositoryOf(host: Host, folder: string): Promise<Repository | undefined> {
	let path = folder;
	for (let level = 0; level < highest; level++) {
		const found = await repositoryAt(host, path);
		if (found) return found;
		const end = path.lastIndexOf('/');
		if (end < 0 || path === '/') return undefined;
		path = end === 0 ? '/' : path.slice(0, end);
	}

	return undefined;
}

async function repositoryAt(host: Host, folder: string): Promise<Repository | undefined> {
	const path = `${folder === '/' ? '' : folder}/.git`;
	const stat = await host.stat(path).catch(() => undefined);
	if (stat?.kind === 'folder') return {own: path, shared: path};
	if (stat?.kind !== 'file')
		return (await isBare(host, folder)) ? {own: folder, shared: folder} : undefined;
	// Linked working trees and submodules: a file that names the folder.
	const target = /^gitdir: (.+)$/m.exec((await pageOf(host, path))?.text ?? '')?.[1];
	if (target === undefined) return undefined;
	const own = resolve(folder, target.trim());
	const common = (await pageOf(host, `${own}/commondir`))?.text.trim();
	return {own, shared: common === undefined ? own : resolve(own, common)};
}

/** A folder that is itself a repository, without a working tree. */
async function isBare(host: Host, folder: string): Promise<boolean> {
	const kinds = ['HEAD', 'objects', 'refs'].map(async name => {
		const stat = await host.stat(`${folder}/${name}`).catch(() => undefined);
		return stat?.kind;
	});
	return (await Promise.all(kinds)).join() === 'file,folder,folder';
}

function resolve(from: string, path: string): string {
	const whole = path.startsWith('/') ? path : `${from}/${path}`;
	const names: string[] = [];
	for (const name of whole.split('/')) {
		if (name === '..') names.pop();
		else if (name !== '' && name !== '.') names.push(name);
	}

	return `/${names.join('/')}`;
}

/** Reads a small file, the end of a long one; undefined when it cannot be read. */
export async function pageOf(host: Host, path: string): Promise<Page | undefined> {
	const opened = await host.open(path).catch(() => undefined);
	if (!opened) return undefined;
	try {
		const {bytes, modifiedAt} = await opened.stat();
		const into = new Uint8Array(Math.min(bytes, most));
		const count = await opened.read(into, Math.max(0, bytes - most));
		const text = new TextDecoder().decode(into.subarray(0, count));
		return {text, modifiedAt, whole: bytes <= most};
	} catch {
		return undefined;
	} finally {
		await opened.close().catch(() => undefined);
	}
}
