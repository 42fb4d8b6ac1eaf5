import {type SpawnOptions, spawn} from 'node:child_process';
import {once} from 'node:events';
import {basename} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {through} from './notify/escapes.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Terminals refuse to copy more than this at once. */
const mostCopied = 74_000;

/** OSC 52: puts a text into the clipboard of the terminal, also from within tmux. */
export function copyCode(text: string, env: Env): string {
	const code = `\x1b]52;c;${Buffer.from(text.slice(0, mostCopied)).toString('base64')}\x07`;
	return env.TMUX ? code + through(code, env) : code;
}

/** These take `+LINE` before the file. */
const takesLine = /^(?:less|more|most|view|g?vim?|nvim|vis|nano|pico|emacs|kak|micro|joe|ne|mg)$/;
const visualCode = /^(?:code|codium|cursor)$/;

/** `('less -S', '/a/log.txt', 214)` → `less -S +214 /a/log.txt`: a program and its arguments. */
export function viewerFor(
	env: Env,
	path: string,
	line: number | null,
): readonly [program: string, ...args: readonly string[]] {
	const chosen = [env.PAGER, env.EDITOR, env.VISUAL].find(said => said?.trim()) ?? 'less';
	const [program = 'less', ...args] = chosen.trim().split(/\s+/);
	const name = basename(program);
	if (line === null) return [program, ...args, path];
	if (visualCode.test(name)) return [program, ...args, '--goto', `${path}:${line}`];
	return takesLine.test(name) ? [program, ...args, `+${line}`, path] : [program, ...args, path];
}

/** Runs a program in our terminal to its end, without a shell; resolves to why it could not be run, or null. */
export async function runHere(
	[program, ...args]: readonly [program: string, ...args: readonly string[]],
	env: Env,
): Promise<string | null> {
	const options: SpawnOptions = {stdio: 'inherit', env};
	const child = spawn(program, args, options);
	try {
		await once(child, 'close');
		return null;
	} catch (error) {
		const {code, message} = error as NodeJS.ErrnoException;
		return `${program}: ${code === 'ENOENT' ? 'there is no such program' : message}`;
	}
}

/** Stops the program, and whoever started it, until the shell brings it back. */
export async function stopHere(): Promise<void> {
	const back = once(process, 'SIGCONT');
	process.kill(0, 'SIGTSTP');
	// Where nobody could bring us back we were not stopped.
	await Promise.race([back, pause(500)]);
}
