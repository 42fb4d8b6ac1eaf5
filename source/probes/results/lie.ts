import type {Entry, Host} from '../../core/host.ts';

/** A folder of results, with those in it, as far as they were listed. */
export type Lying = {
	/** Absolute. */
	readonly folder: string;
	/** Absolute paths of all files. */
	readonly files: readonly string[];
	readonly more: boolean;
	readonly trouble: readonly string[];
};

/** Entries of one folder that are looked at, and folders inside that are. */
const mostEntries = 120_000;
const mostFolders = 40;
const deepest = 3;

const named =
	/^(?:eval(?:uation)?_results?|val_results?|test_results?|metrics_per_image|visuali[sz]ations?|vis_(?:results|images))$/i;

/** The folders of results in a run's folder, each with its files. */
export async function listResults(host: Host, folder: string): Promise<readonly Lying[]> {
	const {entries} = await entriesOf(host, folder, 5000).catch(() => ({entries: []}));
	const names = entries.filter(({name, kind}) => kind === 'folder' && named.test(name));
	const all: Lying[] = [];
	for (const {name} of names.slice(0, 4)) all.push(await listBelow(host, `${folder}/${name}`));
	return all;
}

type Growing = {readonly files: string[]; readonly folders: Folder[]; more: boolean};
type Folder = {readonly path: string; readonly depth: number};

async function listBelow(host: Host, folder: string): Promise<Lying> {
	const grown: Growing = {files: [], folders: [{path: folder, depth: 0}], more: false};
	const trouble: string[] = [];
	for (const [index, below] of grown.folders.entries()) {
		if (index >= mostFolders || grown.files.length >= mostEntries) {
			grown.more = true;
			break;
		}

		await takeFrom(host, below, grown).catch(error => {
			const {code = 'unknown'} = error as {code?: string};
			trouble.push(`cannot list ${below.path}: ${code}`);
		});
	}

	return {folder, files: grown.files, more: grown.more, trouble};
}

/** Links are not followed: they may lead round in a circle. */
async function takeFrom(host: Host, {path, depth}: Folder, grown: Growing): Promise<void> {
	const {entries, cut} = await entriesOf(host, path, mostEntries - grown.files.length);
	grown.more ||= cut;
	for (const {name, kind} of entries) {
		if (kind === 'file') grown.files.push(`${path}/${name}`);
		else if (kind === 'folder' && depth < deepest)
			grown.folders.push({path: `${path}/${name}`, depth: depth + 1});
	}
}

async function entriesOf(
	host: Host,
	folder: string,
	most: number,
): Promise<{readonly entries: readonly Entry[]; readonly cut: boolean}> {
	const told = await host.glance?.(folder, most).catch(() => undefined);
	if (told) return {entries: told.entries, cut: told.more};
	const entries = await host.list(folder);
	return {entries: entries.slice(0, most), cut: entries.length > most};
}
