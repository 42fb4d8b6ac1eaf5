import {resolve} from 'node:path';
import type {Look} from '../show/report/check-text.ts';
import {type Depth, depthOf} from '../show/theme.ts';
import {Complaint} from './complaint.ts';
import type {Means} from './means.ts';
import {runNamed} from './names.ts';
import type {Flags, Io} from './options.ts';

/**
The paths that were typed as absolute ones. Globs are left to the search; what does not exist may be
the name of a run below this folder. Throws when it is none.
*/
export async function pathsOf(
	input: readonly string[],
	cwd: string,
	means: Means,
	{depth}: Pick<Flags, 'depth'>,
): Promise<readonly string[]> {
	const paths: string[] = [];
	for (const typed of input.length > 0 ? input : ['.']) {
		const path = resolve(cwd, typed);
		const exists = /[*?[]/.test(path) || (await means.host.stat(path));
		const found = exists ? path : await runNamed(typed, cwd, means, {depth, now: Date.now()});
		if (found === undefined) {
			throw new Complaint('there is no such file, folder or run', {
				where: typed,
				help: 'look at the path with ls; watchexp check [path…] takes folders, runs and log files',
			});
		}

		paths.push(found);
	}

	return paths;
}

/** How many colours to use: as the flags say, else as the environment promises and where there is a terminal. */
export function depthFor(
	{color}: Pick<Flags, 'color'>,
	{env, stdout}: Pick<Io, 'env' | 'stdout'>,
): Depth {
	if (color === false) return 'none';
	const able = depthOf(env);
	if (color === true) return able === 'none' ? '16' : able;
	return stdout.isTTY ? able : 'none';
}

/** How a page of text is to look: as wide as the terminal, else 100 columns without control codes. */
export function lookFor(flags: Pick<Flags, 'ascii' | 'color'>, io: Io): Look {
	return {
		width: io.stdout.columns || 100,
		ascii: flags.ascii,
		depth: io.stdout.isTTY || flags.color ? depthFor(flags, io) : 'plain',
	};
}
