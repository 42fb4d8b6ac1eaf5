import {type ChildProcess, spawn} from 'node:child_process';
import {homedir} from 'node:os';
import {tame} from './escapes.ts';

/** Milliseconds that a hook may take, and that it has to end once it is asked to. */
export type Patience = {readonly ends: number; readonly dies: number};

const usual: Patience = {ends: 10_000, dies: 2000};

/** A command that is running. */
export type Hook = {
	/** What went wrong; null when it ended well. Never rejects. */
	readonly done: Promise<string | null>;
	/** Asks it, and what it started, to end. */
	readonly end: () => void;
};

/** Starts a program without a shell, hands it a text, and ends it when it takes too long. */
export function startHook(
	[program = '', ...args]: readonly string[],
	text: string,
	env: Readonly<Record<string, string | undefined>>,
	patience = usual,
): Hook {
	const {promise, resolve} = Promise.withResolvers<string | null>();
	let late = false;
	let said = '';
	// Not in the folder that is watched: `./tell` must not be a program that lies there.
	const child = spawn(program, args, {
		cwd: env.HOME?.startsWith('/') ? env.HOME : homedir(),
		env: env as NodeJS.ProcessEnv,
		stdio: ['pipe', 'ignore', 'pipe'],
		detached: true,
	});
	const end = () => kill(child, 'SIGTERM');
	const timer = setTimeout(() => {
		late = true;
		end();
	}, patience.ends);
	const last = setTimeout(() => kill(child, 'SIGKILL'), patience.ends + patience.dies);
	const finish = (trouble: string | null) => {
		clearTimeout(timer);
		// What it started may not want to end either.
		if (!late) clearTimeout(last);
		child.stderr.destroy();
		resolve(trouble);
	};
	child.stderr.on('data', (bytes: Buffer) => {
		said = `${said}${bytes.toString('utf8')}`.slice(-400);
	});
	child.stdin.on('error', () => undefined);
	child.stdin.end(text);
	child.on('error', (error: NodeJS.ErrnoException) => finish(`cannot be started (${error.code})`));
	child.on('exit', (code, signal) => {
		if (late) return finish(`took longer than ${patience.ends / 1000} s and was ended`);
		if (code === 0) return finish(null);
		// What it wrote last may still be on its way.
		setImmediate(() => {
			const why = tame(said, 160);
			finish(`ended with ${code ?? signal}${why === '' ? '' : `: ${why}`}`);
		});
	});
	return {done: promise, end};
}

/** The whole group: a script's own children too. */
function kill({pid}: ChildProcess, signal: NodeJS.Signals): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, signal);
	} catch {
		// It has ended.
	}
}
