import type {Fact, Facts} from '../../core/event.ts';
import type {Git} from '../../core/run.ts';

const commits =
	/^(?:.*\.)?(?:git[._]?)?(?:commit|sha|rev(?:ision)?|git[._]?hash)(?:[._]?(?:id|hash|sha))?$/i;
const branches = /^(?:.*\.)?(?:git[._]?)?branch(?:[._]?name)?$/i;
const dirts = /^(?:.*\.)?(?:git[._]?)?(?:is_?)?dirty$/i;
const hash = /^[\da-f]{7,40}$/i;

/** What a run itself says of its commit: facts first, then the beginning of its log; null: nothing. */
export function recordedGit(facts: Facts, head: string): Git | null {
	const told = Object.entries(facts);
	const find = (pattern: RegExp, fits: (value: Fact) => boolean) =>
		told.find(([name, value]) => pattern.test(name) && fits(value))?.[1];
	const commit = find(commits, isHash) ?? commitIn(head);
	const branch = find(branches, isName) ?? branchIn(head);
	if (commit === undefined && branch === undefined) return null;
	const patch = facts['git.patch'];
	const dirty = find(dirts, value => typeof value === 'boolean') ?? dirtIn(head);
	return {
		branch: branch === undefined ? null : String(branch),
		commit: commit === undefined ? null : String(commit).toLowerCase(),
		dirty: typeof dirty === 'boolean' ? dirty : null,
		...(typeof patch === 'string' && {patch}),
	};
}

function isHash(value: Fact): boolean {
	return typeof value === 'string' && hash.test(value);
}

/** DETR writes `branch: N/A` outside of a repository. */
function isName(value: Fact): boolean {
	return typeof value === 'string' && isBranch(value);
}

function isBranch(text: string): boolean {
	return /^[\w][\w./@#+-]{0,199}$/.test(text) && !/^(?:none|null|unknown|n\/a|head)$/i.test(text);
}

/** `sha: 47a0309…, status: clean, branch: master` (DETR) or `Git commit: 47a0309`. */
function commitIn(head: string): string | undefined {
	return (
		/\bsha: ([\da-f]{7,40}), status:/i.exec(head)?.[1] ??
		/\bgit[ _-]?(?:commit|hash|sha|rev(?:ision)?)(?:[ _-]?(?:id|hash|sha))?["']?\s*[:=]\s*["']?([\da-f]{7,40})\b/i.exec(
			head,
		)?.[1] ??
		/^(?:\S+ ){0,6}commit(?:[ _-]?(?:id|hash|sha))?\s*[:=]\s*([\da-f]{7,40})\b/im.exec(head)?.[1]
	);
}

function branchIn(head: string): string | undefined {
	const branch =
		/\bsha: [\da-f]{7,40}, status: [^\n]*?, branch: (\S+)/i.exec(head)?.[1] ??
		/\bgit[ _-]?branch["']?\s*[:=]\s*["']?([^\s"',]+)/i.exec(head)?.[1];
	return branch !== undefined && isBranch(branch) ? branch : undefined;
}

function dirtIn(head: string): boolean | undefined {
	const status = /\bsha: [\da-f]{7,40}, status: ([^\n]*?), branch: /i.exec(head)?.[1];
	if (status === undefined) return undefined;
	return status.trim() !== 'clean';
}
