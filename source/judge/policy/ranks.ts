import type {Found} from '../../core/found.ts';
import type {PolicyNote} from '../../core/policy.ts';
import type {Witness} from '../told.ts';

/** A checkpoint that more than one rank of a distributed job says it saves. */
export function sharedByRanks(
	{files}: Pick<Found, 'files'>,
	witnesses: readonly Witness[],
): readonly PolicyNote[] {
	const rankOf = new Map(files.map(({id, rank}) => [id, rank ?? 0]));
	if (new Set(rankOf.values()).size < 2) return [];
	const tellers = new Map<string, Map<number, string>>();
	for (const witness of witnesses) {
		const rank = rankOf.get(witness.file) ?? 0;
		for (const {path, source} of witness.checkpoints) {
			if (path === null) continue;
			const ranks = tellers.get(path) ?? new Map<number, string>();
			tellers.set(path, ranks);
			ranks.set(rank, source ? `${witness.path}:${source.line}` : witness.path);
		}
	}

	const shared = [...tellers].filter(([, ranks]) => ranks.size > 1);
	const [first] = shared;
	if (!first) return [];
	const [path, ranks] = first;
	const told = [...ranks].map(([rank, place]) => `rank ${rank} (${place})`).slice(0, 4);
	const more = shared.length > 1 ? `; so do they of ${shared.length - 1} more` : '';
	return [
		{
			kind: 'same-file',
			severity: 'warn',
			text: `${told.join(' and ')} say that they write ${path}: if both do, it may be damaged${more}`,
			setting: null,
			paths: shared.map(([one]) => one).slice(0, 20),
			bytes: null,
		},
	];
}
