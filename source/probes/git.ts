import type {Facts, Time} from '../core/event.ts';
import type {Host} from '../core/host.ts';
import type {Probe} from '../core/probe.ts';
import type {Git} from '../core/run.ts';
import {recordedGit} from './git/record.ts';
import {type CheckedOut, checkedOutAt, linesAround} from './git/reflog.ts';
import {type Page, pageOf, type Repository, repositoryOf} from './git/repository.ts';

/** A run whose branch is asked for: what it says itself, where it lies, when it began. */
type Asked = {
	readonly id: string;
	/** Looked into one after the other until one lies in a repository. */
	readonly folders: readonly string[];
	readonly startedAt: Time | null;
	readonly facts: Facts;
	/** The first text of its log. */
	readonly head: string;
};

/** What was read of a repository for this asking. */
type Known = {
	readonly repository: Repository;
	readonly head: Page;
	readonly reflog: Page | undefined;
	readonly tags: ReadonlyMap<string, readonly string[]>;
};

const mostTags = 500;

/**
Which commit was each run started from? Its own record first, else what its repository had checked
out when it began; never today's HEAD for a run of yesterday. Files are read, nothing is locked or run.
*/
export default {
	title: 'Git',
	every: 60,
	async ask(host, runs) {
		const answers = new Map<string, Git | null>();
		const byFolder = new Map<string, Promise<Repository | undefined>>();
		const byRepository = new Map<string, Promise<Known | undefined>>();
		for (const run of runs) {
			const repository = await firstOf(host, run.folders, byFolder);
			const known =
				repository && (await once(byRepository, repository.own, () => know(host, repository)));
			answers.set(run.id, await answer(host, run, known));
		}

		return answers;
	},
} satisfies Probe<readonly Asked[], ReadonlyMap<string, Git | null>>;

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
	const answer = known.get(key) ?? make();
	known.set(key, answer);
	return answer;
}

async function firstOf(
	host: Host,
	folders: readonly string[],
	byFolder: Map<string, Promise<Repository | undefined>>,
): Promise<Repository | undefined> {
	for (const folder of folders) {
		const repository = await once(byFolder, folder, () => repositoryOf(host, folder));
		if (repository) return repository;
	}

	return undefined;
}

async function know(host: Host, repository: Repository): Promise<Known | undefined> {
	const head = await pageOf(host, `${repository.own}/HEAD`);
	if (!head) return undefined;
	return {
		repository,
		head,
		reflog: await pageOf(host, `${repository.own}/logs/HEAD`),
		tags: await tagsOf(host, repository),
	};
}

async function answer(host: Host, run: Asked, known: Known | undefined): Promise<Git | null> {
	const told = recordedGit(run.facts, run.head);
	const inferred = known && run.startedAt !== null ? await infer(host, known, run.startedAt) : null;
	if (!told) return inferred ?? (known ? untold(known, run.startedAt) : null);
	const agrees = told.commit === null || inferred?.commit?.startsWith(told.commit);
	const branch = told.branch ?? (agrees ? (inferred?.branch ?? null) : null);
	const commit = told.commit ?? (branch === inferred?.branch ? (inferred?.commit ?? null) : null);
	return {...told, branch, commit, ...tagged(known, commit)};
}

/** A repository that does not tell what it had checked out when a run began. */
function untold({repository: {own}, reflog}: Known, startedAt: Time | null): Git {
	const why =
		startedAt === null
			? `nothing tells when the run began, and so not what ${own} had checked out`
			: reflog
				? `the reflog of ${own} begins after the run`
				: `${own} keeps no reflog and was changed after the run began`;
	return {branch: null, commit: null, dirty: null, why};
}

async function infer(host: Host, known: Known, startedAt: Time): Promise<Git | null> {
	const today = await branchNow(host, known);
	const then = await checkedOut(host, known, today, startedAt);
	const found = then ?? (known.reflog ? undefined : await sinceThen(host, known, today, startedAt));
	if (!found) return null;
	return {...found, dirty: null, inferred: true, ...tagged(known, found.commit)};
}

/** By the reflog; of a long one the newest part is known, and what lies before is looked up. */
async function checkedOut(
	host: Host,
	{reflog, repository}: Known,
	today: string | null,
	startedAt: Time,
): Promise<CheckedOut | undefined> {
	if (!reflog) return undefined;
	const newest = checkedOutAt(reflog.text, today, startedAt);
	if (newest || reflog.whole) return newest;
	const lines = await linesAround(host, `${repository.own}/logs/HEAD`, startedAt);
	return lines === undefined ? undefined : checkedOutAt(lines, null, startedAt);
}

/** In the middle of a rebase HEAD is a commit, and the branch stands elsewhere. */
async function branchNow(host: Host, {head, repository}: Known): Promise<string | null> {
	const branch = /^ref: refs\/heads\/(\S+)/.exec(head.text)?.[1];
	// Where references lie in tables, HEAD is only a placeholder.
	if (branch !== undefined) return branch === '.invalid' ? null : branch;
	for (const folder of ['rebase-merge', 'rebase-apply']) {
		const name = (await pageOf(host, `${repository.own}/${folder}/head-name`))?.text;
		const rebased = /^refs\/heads\/(\S+)/.exec(name ?? '')?.[1];
		if (rebased !== undefined) return rebased;
	}

	return null;
}

/** Without a reflog: HEAD holds for runs that began after it was written last. */
async function sinceThen(
	host: Host,
	{head, repository}: Known,
	branch: string | null,
	startedAt: Time,
): Promise<{readonly branch: string | null; readonly commit: string | null} | undefined> {
	if (head.modifiedAt > startedAt) return undefined;
	if (branch === null) return {branch, commit: /^[\da-f]{40,64}/.exec(head.text)?.[0] ?? null};
	const ref = await pageOf(host, `${repository.shared}/refs/heads/${branch}`);
	const page = ref ?? (await pageOf(host, `${repository.shared}/packed-refs`));
	if (!page || page.modifiedAt > startedAt) return {branch, commit: null};
	const line = page.text.split('\n').find(text => text.endsWith(` refs/heads/${branch}`));
	const commit = /^[\da-f]{40,64}/.exec(ref ? page.text : (line ?? ''))?.[0] ?? null;
	return {branch, commit};
}

function tagged(known: Known | undefined, commit: string | null): Pick<Git, 'tags'> {
	const tags = commit === null ? undefined : known?.tags.get(commit);
	return tags ? {tags} : {};
}

/** Tags by commit: packed ones with the commit they stand for, loose ones that are plain. */
async function tagsOf(
	host: Host,
	{shared}: Repository,
): Promise<ReadonlyMap<string, readonly string[]>> {
	const byName = new Map<string, string>();
	const packed = (await pageOf(host, `${shared}/packed-refs`))?.text ?? '';
	const lines = /^([\da-f]{40,64}) refs\/tags\/(\S+)$(?:\n\^([\da-f]{40,64})$)?/gm;
	for (const [, own, name, peeled] of packed.matchAll(lines)) byName.set(name!, peeled ?? own!);
	const loose = await host.list(`${shared}/refs/tags`).catch(() => []);
	for (const {name, kind} of loose.slice(0, mostTags)) {
		if (kind !== 'file') continue;
		const commit = (await pageOf(host, `${shared}/refs/tags/${name}`))?.text.trim();
		if (commit !== undefined) byName.set(name, commit);
	}

	const byCommit = new Map<string, string[]>();
	for (const [name, commit] of byName)
		byCommit.set(commit, [...(byCommit.get(commit) ?? []), name]);
	return byCommit;
}
