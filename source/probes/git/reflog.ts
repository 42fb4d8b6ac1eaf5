import type {Time} from '../../core/event.ts';
import type {Host} from '../../core/host.ts';

/** What was checked out at a moment; `branch` null: none, a commit alone. */
export type CheckedOut = {readonly branch: string | null; readonly commit: string};

type Move = {readonly commit: string; readonly at: Time; readonly said: string};

/**
What a repository had checked out at `at`, by the reflog of its HEAD (`logs/HEAD`, oldest first).
`head` is the branch of today's HEAD, which answers where nothing was switched since. Undefined when
the log does not reach back so far.
*/
export function checkedOutAt(
	reflog: string,
	head: string | null,
	at: Time,
): CheckedOut | undefined {
	const moves = movesIn(reflog);
	const next = moves.findIndex(move => move.at > at);
	const before = next < 0 ? moves : moves.slice(0, next);
	const last = before.at(-1);
	if (!last) return undefined;
	return {commit: last.commit, branch: branchOf(before, next < 0 ? [] : moves.slice(next), head)};
}

/** Bytes around a moment in a long reflog, and of a look at one line of it. */
const around = 1 << 17;
const glance = 1 << 12;

/**
The lines of a long reflog around a moment, found by halving: they stand in the order of their times.
Undefined when it cannot be read.
*/
export async function linesAround(host: Host, path: string, at: Time): Promise<string | undefined> {
	const opened = await host.open(path).catch(() => undefined);
	if (!opened) return undefined;
	const read = async (from: number, bytes: number) => {
		const into = new Uint8Array(bytes);
		const count = await opened.read(into, from);
		return new TextDecoder().decode(into.subarray(0, count));
	};
	try {
		let low = 0;
		let high = (await opened.stat()).bytes;
		while (high - low > around / 4) {
			const middle = Math.floor((low + high) / 2);
			const [move] = movesIn(await read(middle, glance));
			if (move && move.at <= at) low = middle;
			else high = middle;
		}

		return await read(Math.max(0, low - around / 2), around);
	} catch {
		return undefined;
	} finally {
		await opened.close().catch(() => undefined);
	}
}

/** `old new Name <mail> 1767600000 +0800\tcheckout: moving from main to exp/a` a line. */
function movesIn(reflog: string): readonly Move[] {
	const moves: Move[] = [];
	for (const line of reflog.split('\n')) {
		const parts = /^[\da-f]{40,64} ([\da-f]{40,64}) .*?> (\d{1,12}) [+-]\d{4}(?:\t(.*))?$/.exec(
			line,
		);
		if (parts) moves.push({commit: parts[1]!, at: Number(parts[2]) * 1000, said: parts[3] ?? ''});
	}

	return moves;
}

/** The last switch before tells where it led, the first one after where it came from. */
function branchOf(
	before: readonly Move[],
	after: readonly Move[],
	head: string | null,
): string | null {
	for (const {said} of before.toReversed()) {
		const to = ledTo(said);
		if (to !== undefined) return nameOf(to);
	}

	for (const {said} of after) {
		const from = cameFrom(said);
		if (from !== undefined) return nameOf(from);
	}

	return head;
}

function ledTo(said: string): string | undefined {
	return (
		/^checkout: moving from .+ to (\S+)$/.exec(said)?.[1] ??
		/^rebase.*\((?:finish|abort)\): returning to (?:refs\/heads\/)?(\S+)$/.exec(said)?.[1] ??
		/^Branch: renamed \S+ to refs\/heads\/(\S+)$/.exec(said)?.[1]
	);
}

function cameFrom(said: string): string | undefined {
	return (
		/^checkout: moving from (\S+) to .+$/.exec(said)?.[1] ??
		/^Branch: renamed refs\/heads\/(\S+) to \S+$/.exec(said)?.[1]
	);
}

/** A commit, a tag or a remote's branch instead of a branch of one's own cannot be told by name: only commits are. */
function nameOf(name: string): string | null {
	return /^[\da-f]{7,64}$/.test(name) || /^HEAD(?:[~^@]|$)/.test(name) ? null : name;
}
