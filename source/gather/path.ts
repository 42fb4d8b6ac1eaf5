/** `('/runs', 'a/log.txt')` → `/runs/a/log.txt`. */
export function join(folder: string, path: string): string {
	if (path === '') return folder;
	return folder.endsWith('/') ? folder + path : `${folder}/${path}`;
}

/** `/runs/a` → `/runs`; of `/` it is `/`. */
export function parentOf(path: string): string {
	return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}

/** `/runs/a/log.txt` → `log.txt`. */
export function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** `('/runs/a', '/runs/tb/a')` → `../tb/a`: the second as seen from the first; '' where they are one. */
export function relative(from: string, to: string): string {
	const here = parts(from);
	const there = parts(to);
	let common = 0;
	while (common < here.length && here[common] === there[common]) common++;
	return [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/');
}

/** `('~/x', …)`, `('../x', '/a/b')` → an absolute path without `.`, `..` and doubled slashes. */
export function absolute(path: string, here: string, home: string | undefined): string {
	const full = /^~(?=\/|$)/.test(path) && home !== undefined ? home + path.slice(1) : path;
	const names: string[] = [];
	for (const name of (full.startsWith('/') ? full : `${here}/${full}`).split('/')) {
		if (name === '..') names.pop();
		else if (name !== '' && name !== '.') names.push(name);
	}

	return `/${names.join('/')}`;
}

function parts(path: string): readonly string[] {
	return path.split('/').filter(Boolean);
}
