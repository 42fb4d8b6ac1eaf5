import {homedir} from 'node:os';
import {dirname} from 'node:path';
import type {Facts} from '../core/event.ts';
import type {Host} from '../core/host.ts';

const mostPaths = 12;
/** Milliseconds that one look at a path may take. */
const patience = 300;
const late: unique symbol = Symbol('late');
const telling =
	/data|root|^(?:train|val|test|img|image|label|ann(?:otation)?|gt|lq)_?(?:dir|path|file|folder|prefix|list|s)?$|(?:^|_)(?:dir|path|file|folder)s?$|_(?:dir|path|file|folder|list)$/i;
/** Made by the training itself, or not needed any more. */
const made = /out|log|work|save|result|resume|pretrain|load|cache|tmp|tensorboard|^name$/i;
const places = /^(?:checkpoint_save_dir|best_model_save_path|checkpoint_dir|ckpt_dir|dirpath)$/i;

/**
Names of settings that are paths of this user on this machine and lead nowhere. Only paths beside the
run or in the user's home are looked for: others may lie on a disk that answers late or never.
*/
export async function missingPaths(
	host: Host,
	folder: string,
	values: Facts,
	home = homedir(),
	user = process.getuid?.() ?? -1,
): Promise<readonly string[]> {
	const asked = Object.entries(values).filter(
		(entry): entry is [string, string] =>
			typeof entry[1] === 'string' && isAsked(entry[0], entry[1], folder, home),
	);
	if (asked.length === 0 || !(await isOwn(host, folder, user))) return [];
	const missing: string[] = [];
	for (const [name, path] of asked.slice(0, mostPaths)) {
		if (await leadsNowhere(host, path, user)) missing.push(name);
	}

	return missing;
}

function isAsked(name: string, value: string, folder: string, home: string): boolean {
	const last = name.slice(name.lastIndexOf('.') + 1);
	if (!/^\/[^\s*?$[\]{}]+$/.test(value)) return false;
	if (!places.test(last) && (!telling.test(last) || made.test(last))) return false;
	return [beside(folder), home].some(near => near.length > 1 && value.startsWith(`${near}/`));
}

/** `/data/ann/runs/a` → `/data/ann`. */
function beside(folder: string): string {
	return folder.split('/').slice(0, 3).join('/');
}

/** A run of somebody else, or one on a network disk, says nothing about this machine. */
async function isOwn(host: Host, folder: string, user: number): Promise<boolean> {
	const stat = await soon(host.stat(folder));
	if (stat === late || stat?.owner !== user) return false;
	return (await soon(host.shared?.(folder))) === false;
}

/** Whether nothing lies there while a folder above it, deep enough to be the user's, does. */
async function leadsNowhere(host: Host, path: string, user: number): Promise<boolean> {
	if ((await soon(host.stat(path))) !== undefined) return false;
	for (let above = dirname(path); above.split('/').length > 2; above = dirname(above)) {
		const found = await soon(host.stat(above));
		if (found === late) return false;
		if (found) return found.owner === user;
	}

	return false;
}

/** What is not answered soon is late. */
async function soon<Answer>(asked: Promise<Answer> | undefined): Promise<Answer | typeof late> {
	let timer: NodeJS.Timeout | undefined;
	const enough = new Promise<typeof late>(done => {
		timer = setTimeout(() => done(late), patience);
	});
	const answer = asked?.catch((): typeof late => late) ?? enough;
	const first: Answer | typeof late = await Promise.race([answer, enough]);
	clearTimeout(timer);
	return first;
}
