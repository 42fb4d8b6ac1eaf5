import type {Time} from '../../core/event.ts';

/** A branch and the commit it stands at. */
export type Tip = {readonly branch: string; readonly commit: string; readonly at: Time};

const longest = 1 << 18;

/** `refs/heads/exp/a<tab>commit<tab>seconds` a line → branches; a remote's only where there is none of one's own. */
export function refsIn(told: string): readonly Tip[] {
	const tips = new Map<string, Tip>();
	const lines = told.split('\n');
	for (const own of [true, false]) {
		for (const line of lines) {
			const parts =
				/^refs\/(heads|remotes)\/(\S+)\t([\da-f]{40,64})\t(\d{1,12})$/.exec(line) ?? undefined;
			if (!parts || (parts[1] === 'heads') !== own) continue;
			const branch = own ? parts[2]! : parts[2]!.replace(/^[^/]+\//, '');
			if (branch === 'HEAD' || tips.has(branch)) continue;
			tips.set(branch, {branch, commit: parts[3]!, at: Number(parts[4]) * 1000});
		}
	}

	return [...tips.values()];
}

/** `100644 blob <id> <size><tab>results/a.json` a piece, NULs between → JSON files of a bearable size. */
export function filesIn(
	told: string,
): ReadonlyArray<{readonly path: string; readonly blob: string}> {
	return told.split('\0').flatMap(piece => {
		const parts =
			/^100\d{3} blob ([\da-f]{40,64}) +(\d{1,12})\t(results\/(?:[^/]+\/)?[^/]+\.json)$/i.exec(
				piece,
			);
		if (!parts || Number(parts[2]) > longest) return [];
		return [{blob: parts[1]!, path: parts[3]!}];
	});
}
