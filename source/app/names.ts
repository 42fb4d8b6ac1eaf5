import type {Time} from '../core/event.ts';
import type {Found} from '../core/found.ts';
import {createFinder} from '../gather/find.ts';
import {layouts} from '../layouts/index.ts';
import {Complaint} from './complaint.ts';
import type {Means} from './means.ts';

/**
The path of the one run below a folder that a text names: its name or path, an alias, the beginning
of its name, or a part of any. Undefined when there is none; a Complaint when there are several.
*/
export async function runNamed(
	text: string,
	folder: string,
	{host, config}: Pick<Means, 'host' | 'config'>,
	{depth, now}: {readonly depth: number; readonly now: Time},
): Promise<string | undefined> {
	const finder = createFinder(host, layouts, {depth, ignore: config.ignore});
	const {runs} = await finder.search([folder], now);
	const meant = matching(runs, text);
	const [only, ...more] = meant;
	if (!only) return undefined;
	if (more.length > 0) {
		const names = meant.map(({path}) => path);
		const rest = names.length > 8 ? ` and ${names.length - 8} more` : '';
		throw new Complaint(`${meant.length} runs could be meant`, {
			where: text,
			help: `write more of the name: ${names.slice(0, 8).join(', ')}${rest}`,
		});
	}

	return only.layout === 'file' ? (only.files[0]?.full ?? only.folder) : only.folder;
}

/** The runs that fit best; of several only those that are not archived. */
function matching(runs: readonly Found[], text: string): readonly Found[] {
	const fits: ReadonlyArray<(run: Found) => boolean> = [
		({name, path}) => name === text || path === text,
		({aliases}) => aliases.some(alias => alias === text || alias.endsWith(`/${text}`)),
		({name}) => name.startsWith(text),
		({name, path, aliases}) => [name, path, ...aliases].some(each => each.includes(text)),
	];
	for (const fit of fits) {
		const found = runs.filter(fit);
		const current = found.filter(({archived}) => !archived);
		if (current.length === 1) return current;
		if (found.length > 0) return found;
	}

	return [];
}
