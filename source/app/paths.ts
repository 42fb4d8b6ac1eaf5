import {resolve} from 'node:path';
import type {Host} from '../core/host.ts';
import {type Depth, depthOf} from '../show/theme.ts';
import {Complaint} from './complaint.ts';
import type {Flags, Io} from './options.ts';

/** The paths that were typed as absolute ones (globs are left to the search); throws when one does not exist. */
export async function pathsOf(
	input: readonly string[],
	cwd: string,
	host: Host,
): Promise<readonly string[]> {
	const paths = (input.length > 0 ? input : ['.']).map(path => resolve(cwd, path));
	for (const [index, path] of paths.entries()) {
		if (/[*?[]/.test(path) || (await host.stat(path))) continue;
		throw new Complaint('there is no such file or folder', {
			where: input[index] ?? path,
			help: 'look at the path with ls; watchexp check [path…] takes folders, runs and log files',
		});
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
