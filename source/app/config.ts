import {readFile} from 'node:fs/promises';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {Complaint} from './complaint.ts';
import {type Config, defaults} from './preferences.ts';

const mostBytes = 1_000_000;

/** Where the settings file lies: `$XDG_CONFIG_HOME/watchexp/config.yaml`. */
export function configPath(env: Readonly<Record<string, string | undefined>>): string {
	const base = env.XDG_CONFIG_HOME;
	const home = env.HOME || homedir();
	return join(base?.startsWith('/') ? base : join(home, '.config'), 'watchexp', 'config.yaml');
}

/** Reads the user's settings; `named` is the file from the command line, which must be there. */
export async function loadConfig(
	named: string | null,
	env: Readonly<Record<string, string | undefined>>,
): Promise<Config> {
	const file = named ?? configPath(env);
	const text = await read(file, named !== null);
	if (text === undefined) return defaults;
	const {parseConfig} = await import('./config-file.ts');
	return parseConfig(text, file);
}

async function read(file: string, required: boolean): Promise<string | undefined> {
	try {
		const bytes = await readFile(file);
		if (bytes.length <= mostBytes) return bytes.toString('utf8');
		throw new Complaint('the settings file is too large', {
			where: file,
			help: 'keep it below 1 MB',
		});
	} catch (error) {
		if (error instanceof Complaint) throw error;
		const {code} = error as NodeJS.ErrnoException;
		if (!required && (code === 'ENOENT' || code === 'ENOTDIR')) return undefined;
		throw new Complaint(`the settings file cannot be read (${code})`, {
			where: file,
			help: 'watchexp init prints a file to start from',
		});
	}
}
