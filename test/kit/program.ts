import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** The built program. */
export const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
if (!existsSync(program)) throw new Error('there is no dist/cli.js: npm run build makes it');

/** What a run of the program came to. */
export type Outcome = {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
	readonly seconds: number;
};

/** Runs the built program without a terminal, to its end or for at most `limit` seconds. */
export async function runProgram(
	args: readonly string[],
	{
		cwd = '/',
		env = {},
		node = process.execPath,
		limit = 20,
		user,
	}: {
		readonly cwd?: string;
		readonly env?: Readonly<Record<string, string>>;
		readonly node?: string;
		readonly limit?: number;
		/** The user to run as; only root may choose. */
		readonly user?: number;
	} = {},
): Promise<Outcome> {
	const begin = performance.now();
	const child = spawn(node, [program, ...args], {
		cwd,
		env: {
			PATH: process.env.PATH,
			HOME: '/nonexistent',
			XDG_CACHE_HOME: '/dev/null',
			TERM: 'xterm-256color',
			...env,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
		timeout: limit * 1000,
		killSignal: 'SIGKILL',
		...(user !== undefined && {uid: user, gid: user}),
	});
	const texts = {out: '', err: ''};
	child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
		texts.out += chunk;
	});
	child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
		texts.err += chunk;
	});
	const {promise, resolve, reject} = Promise.withResolvers<number | null>();
	child.on('error', reject).on('close', resolve);
	const code = await promise;
	return {code, ...texts, seconds: (performance.now() - begin) / 1000};
}
