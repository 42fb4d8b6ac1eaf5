import {inNaturalOrder} from '../core/natural.ts';
import type {Claim, LogFile} from './claim.ts';
import type {Folder} from './crawl.ts';
import {isVague, mayBeLog, stemOf, weightOf} from './names.ts';

/** The layout id of lone log files. */
export const lone = 'file';

const mostVague = 20;

/** Logs in a folder that are no part of its run, or `any` file: one run for those of one name. */
export function loneRuns(
	folder: Folder,
	claimed: readonly LogFile[],
	any = false,
): readonly Claim[] {
	const mine = new Set(claimed.filter(file => file.folder === folder).map(file => file.name));
	const names = [...folder.listing.files, ...folder.links].filter(
		name => (any || mayBeLog(name)) && !mine.has(name),
	);
	const data = !any && names.filter(isVague).length > mostVague;
	const stems = new Map<string, string[]>();
	for (const name of names) {
		if (data && isVague(name)) continue;
		const stem = stemOf(name);
		const group = stems.get(stem);
		if (group) group.push(name);
		else stems.set(stem, [name]);
	}

	return [...stems.values()].map(group => ({
		layout: lone,
		folder,
		files: group
			.sort((a, b) => weightOf(a) - weightOf(b) || inNaturalOrder(a, b))
			.map(name => ({folder, name, seen: name})),
		parts: new Set<Folder>(),
		loose: false,
	}));
}
