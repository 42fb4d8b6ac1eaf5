import type {Time} from './event.ts';

const families = ['feat', 'exp', 'fix', 'doc'] as const;
/** What a branch is for, as its prefix says. */
export type BranchFamily = (typeof families)[number] | 'other';

const words: Readonly<Record<string, BranchFamily>> = {
	feat: 'feat',
	feature: 'feat',
	features: 'feat',
	exp: 'exp',
	experiment: 'exp',
	experiments: 'exp',
	fix: 'fix',
	bugfix: 'fix',
	hotfix: 'fix',
	doc: 'doc',
	docs: 'doc',
};

/** In the order in which they are told. */
export const branchFamilies: readonly BranchFamily[] = [...families, 'other'];

/** `exp/adamw` → exp, `feature/x` → feat, `main` → other. */
export function familyOf(branch: string): BranchFamily {
	const [, prefix] = /^([a-z]+)\//i.exec(branch) ?? [];
	return words[prefix?.toLowerCase() ?? ''] ?? 'other';
}

/** A file of results as it lies on a branch. */
export type BranchResult = {
	readonly branch: string;
	readonly commit: string;
	/** When the branch was committed to last. */
	readonly at: Time;
	/** Of the repository that the branch belongs to. */
	readonly folder: string;
	readonly path: string;
	readonly text: string;
};
