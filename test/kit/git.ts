import {execFileSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';

/** Whether git is installed here. */
export const hasGit = (() => {
	try {
		execFileSync('git', ['--version'], {stdio: 'ignore'});
		return true;
	} catch {
		return false;
	}
})();

/** The end of a test's title where git is missing. */
export const withGit = hasGit ? 'with git' : 'with git (skipped: git is not installed)';

/** Runs git in a folder at a moment, in seconds since 1970, and returns what it says. */
export type Git = (at: number, ...args: readonly string[]) => string;

/** A fresh repository in a folder, on main, untouched by the settings of whoever runs the tests. */
export function createRepository(folder: string): Git {
	mkdirSync(folder, {recursive: true});
	const git = gitIn(folder);
	git(0, 'init', '-q', '-b', 'main');
	return git;
}

/** git in a folder that is a working tree already. */
export function gitIn(folder: string): Git {
	return (at, ...args) => {
		const date = `${at} +0000`;
		const who = {GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'A'};
		return execFileSync('git', args, {
			cwd: folder,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
			env: {
				...who,
				PATH: process.env.PATH,
				GIT_COMMITTER_EMAIL: 'a@b',
				GIT_AUTHOR_DATE: date,
				GIT_COMMITTER_DATE: date,
				GIT_CONFIG_GLOBAL: '/dev/null',
				GIT_CONFIG_SYSTEM: '/dev/null',
				GIT_EDITOR: 'true',
			},
		}).trim();
	};
}
