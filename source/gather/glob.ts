import {inNaturalOrder} from '../core/natural.ts';
import {join} from './path.ts';

/** Lists a folder; undefined when that is not possible. */
export type Lister = (
	folder: string,
) => Promise<{readonly files: readonly string[]; readonly folders: readonly string[]} | undefined>;

const mostMatches = 10_000;

/** Whether a path is a pattern: holds `*`, `?` or `[`. */
export function isGlob(path: string): boolean {
	return /[*?[]/.test(path);
}

/** `/runs/*\/log.txt` → `/runs`: the folders above the first name that is a pattern. */
export function globBase(path: string): string {
	const names = path.split('/');
	return names.slice(0, names.findIndex(isGlob)).join('/') || '/';
}

/** The absolute paths that match a pattern of `*`, `?`, `[a-z]` and `**` (at most `depth` folders). */
export async function expand(
	pattern: string,
	depth: number,
	list: Lister,
): Promise<readonly string[]> {
	const base = globBase(pattern);
	const names = pattern.slice(base === '/' ? 1 : base.length + 1).split('/');
	const found = new Set<string>();
	await match(base, names, depth, list, found);
	return [...found].sort(inNaturalOrder);
}

async function match(
	folder: string,
	names: readonly string[],
	depth: number,
	list: Lister,
	found: Set<string>,
): Promise<void> {
	const [name = '', ...rest] = names;
	if (found.size >= mostMatches) return;
	if (name === '') {
		found.add(folder);
		return;
	}

	const entries = await list(folder);
	if (!entries) return;
	if (name === '**') {
		await match(folder, rest, depth, list, found);
		const below = entries.folders.filter(each => depth > 0 && !each.startsWith('.'));
		for (const each of below) await match(join(folder, each), names, depth - 1, list, found);
		return;
	}

	const test = toExpression(name);
	const files = rest.length > 0 ? [] : entries.files;
	for (const each of files.filter(each => test.test(each))) found.add(join(folder, each));
	for (const each of entries.folders.filter(each => test.test(each))) {
		await match(join(folder, each), rest, depth, list, found);
	}
}

/** `*.log` → /^[^.].*\.log$/s-like: one name, dot files only where the pattern says so. */
export function toExpression(glob: string): RegExp {
	const body = glob.replace(/\[!?[^\]]+\]|[\s\S]/g, part => {
		if (part === '*') return '.*';
		if (part === '?') return '.';
		if (part.length > 1) return part.replace('[!', '[^').replaceAll('\\', '\\\\');
		return part.replace(/[\\^$.|+(){}[\]]/g, '\\$&');
	});
	return new RegExp(`^${glob.startsWith('.') ? '' : '(?!\\.)'}${body}$`, 's');
}
