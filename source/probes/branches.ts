import type {BranchResult} from '../core/branch.ts';
import type {Host} from '../core/host.ts';
import type {Probe} from '../core/probe.ts';
import {filesIn, refsIn, type Tip} from './git/listing.ts';
import {type Repository, repositoryOf} from './git/repository.ts';

type Answer = {
	readonly results: readonly BranchResult[];
	/** Why some of it could not be read. */
	readonly trouble: readonly {readonly path: string; readonly what: string}[];
};

const limits = {seconds: 3, bytes: 1 << 18};
/** Branches of a repository, the newest; files of results on one, and of all. */
const most = {branches: 50, files: 20, all: 200};

/**
What results lie on the branches of the repositories around these folders, in `results/`? Objects are
read where they are: nothing is checked out, fetched, locked or written, and a git that hangs is left.
A file that several branches hold is told of the one it came from: main's, else the oldest's.
*/
export default {
	title: 'Branches',
	every: 600,
	async ask(host, folders) {
		const repositories = new Map<string, Repository>();
		for (const folder of new Set(folders)) {
			const repository = await repositoryOf(host, folder);
			if (repository) repositories.set(repository.shared, repository);
		}

		const answers = await Promise.all(
			[...repositories.values()].map(repository => resultsIn(host, repository)),
		);
		return {
			results: answers.flatMap(({results}) => results),
			trouble: answers.flatMap(({trouble}) => trouble),
		};
	},
} satisfies Probe<readonly string[], Answer>;

async function resultsIn(host: Host, {own, shared}: Repository): Promise<Answer> {
	const results: BranchResult[] = [];
	const folder = shared.replace(/\/\.git$/, '');
	const taken = new Set<string>();
	const git = gitIn(host, own);
	try {
		for (const tip of tipsOf(await git(...refs))) {
			const tree = await git(
				'ls-tree',
				'-r',
				'-l',
				'-z',
				'--full-tree',
				tip.commit,
				'--',
				'results',
			);
			for (const {path, blob} of filesIn(tree).slice(-most.files)) {
				if (taken.has(`${blob} ${path}`) || results.length >= most.all) continue;
				taken.add(`${blob} ${path}`);
				results.push({...tip, folder, path, text: await git('cat-file', 'blob', blob)});
			}
		}
	} catch (error) {
		return {results, trouble: [{path: folder, what: (error as Error).message}]};
	}

	return {results, trouble: []};
}

const refs = [
	'for-each-ref',
	`--count=${2 * most.branches}`,
	'--sort=-committerdate',
	'--format=%(refname)%09%(objectname)%09%(committerdate:unix)',
	'refs/heads',
	'refs/remotes',
];

/** Where a file came from, first: the main branch, then those that were left alone longest. */
function tipsOf(told: string): readonly Tip[] {
	const isMain = ({branch}: Tip) => Number(!/^(?:main|master|trunk)$/.test(branch));
	return refsIn(told)
		.slice(0, most.branches)
		.sort((a, b) => isMain(a) - isMain(b) || a.at - b.at);
}

/** Nothing that a repository's own settings name is run by these, and no missing object is fetched. */
function gitIn(host: Host, folder: string): (...args: readonly string[]) => Promise<string> {
	const safe = ['--no-optional-locks', '--no-pager', `--git-dir=${folder}`];
	const quiet = ['-c', 'protocol.allow=never', '-c', 'core.fsmonitor=false'];
	return async (...args) => {
		const {status, out, err} = await host.run('git', [...safe, ...quiet, ...args], limits);
		if (status === 0) return out;
		const why = err.split('\n')[0]?.slice(0, 120);
		throw new Error(status === 127 ? 'git is not there' : `git: ${why || `ended with ${status}`}`);
	};
}
