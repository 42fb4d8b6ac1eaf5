import {execFile, execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {promisify} from 'node:util';
import {program} from './program.ts';

const execute = promisify(execFile);

/** Whether tmux is installed here. */
export const hasTmux = (() => {
	try {
		execFileSync('tmux', ['-V'], {stdio: 'ignore'});
		return true;
	} catch {
		return false;
	}
})();

/** The end of a test's title where tmux is missing. */
export const inTmux = hasTmux ? 'in tmux' : 'in tmux (skipped: tmux is not installed)';

/** A terminal with a shell in it, on a tmux server of its own. */
export type Terminal = {
	/** Presses keys by their tmux names: `j`, `Enter`, `C-c`, `Escape`. */
	readonly press: (...keys: readonly string[]) => Promise<void>;
	/** Types a text, letter by letter. */
	readonly type: (text: string) => Promise<void>;
	/** What stands on the screen now: as many lines as it is high, without the blanks at their ends. */
	readonly screen: () => Promise<readonly string[]>;
	/** Waits until the screen holds a text, or all of several, and returns it. */
	readonly waitFor: (...wanted: ReadonlyArray<string | RegExp>) => Promise<readonly string[]>;
	/** Waits until the screen fulfils a condition, and returns it. */
	readonly waitUntil: (
		holds: (screen: readonly string[]) => boolean,
		why: string,
	) => Promise<readonly string[]>;
	readonly resize: (columns: number, rows: number) => Promise<void>;
	/** Lines that the terminal had to wrap because they were too long. */
	readonly wrapped: () => Promise<number>;
	readonly mode: () => Promise<{readonly alternate: boolean; readonly cursor: boolean}>;
	/** Sends a signal to the program that runs in the foreground. */
	readonly signal: (name: NodeJS.Signals) => Promise<void>;
	readonly stop: () => Promise<void>;
};

const prompt = 'shell> ';
const patience = 20_000;

/** `it's` → `'it'\''s'`. */
export function quote(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The command line that starts the built program on the Node that runs the tests. */
export function commandLine(...args: readonly string[]): string {
	return [process.execPath, program, ...args].map(quote).join(' ');
}

/** Opens a terminal and waits for its shell. */
export async function openTerminal({
	columns = 80,
	rows = 24,
	cwd = '/',
	env = {},
}: {
	readonly columns?: number;
	readonly rows?: number;
	readonly cwd?: string;
	readonly env?: Readonly<Record<string, string>>;
} = {}): Promise<Terminal> {
	const home = mkdtempSync(join(tmpdir(), 'watchexp-tmux-'));
	const server = join(home, 'socket');
	// Not from our own environment: CI=1 would keep Ink from drawing, TMUX would nest.
	const shellEnv = {
		PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
		HOME: '/nonexistent',
		XDG_CACHE_HOME: '/dev/null',
		TERM: 'tmux-256color',
		LANG: 'C.UTF-8',
		PS1: prompt,
		...env,
	};
	const given = Object.entries(shellEnv).map(([name, value]) => quote(`${name}=${value}`));
	const shell = `exec env -i ${given.join(' ')} bash --norc --noprofile`;
	const tmux = async (...args: readonly string[]) => {
		const options = {env: {PATH: process.env.PATH, LANG: 'C.UTF-8', TERM: 'xterm-256color'}};
		const {stdout} = await execute('tmux', ['-S', server, '-f', '/dev/null', ...args], options);
		return stdout;
	};

	await tmux(
		...['new-session', '-d', '-x', String(columns), '-y', String(rows), '-c', cwd, shell],
		...[';', 'set', '-g', 'status', 'off', ';', 'set', '-g', 'escape-time', '0'],
		...[';', 'resize-window', '-x', String(columns), '-y', String(rows)],
	);

	const screen = async () => {
		const text = await tmux('capture-pane', '-p');
		return text.replace(/\n$/, '').split('\n');
	};

	const waitUntil: Terminal['waitUntil'] = async (holds, why) => {
		const end = performance.now() + patience;
		for (;;) {
			const now = await screen();
			if (holds(now)) return now;
			if (performance.now() > end) throw new Error(`${why}; the screen is\n${now.join('\n')}`);
			await pause(15);
		}
	};

	const ask = async (format: string) => (await tmux('display-message', '-p', format)).trim();

	const terminal: Terminal = {
		press: async (...keys) => void (await tmux('send-keys', ...keys)),
		type: async text => void (await tmux('send-keys', '-l', text)),
		screen,
		waitUntil,
		waitFor: (...wanted) =>
			waitUntil(
				now =>
					wanted.every(one => {
						const text = now.join('\n');
						return typeof one === 'string' ? text.includes(one) : one.test(text);
					}),
				`waited in vain for ${wanted.join(' and ')}`,
			),
		resize: async (width, height) =>
			void (await tmux('resize-window', '-x', String(width), '-y', String(height))),
		wrapped: async () => {
			const joined = (await tmux('capture-pane', '-pJ')).replace(/\n$/, '').split('\n');
			return (await screen()).length - joined.length;
		},
		mode: async () => {
			const [alternate, cursor] = (await ask('#{alternate_on} #{cursor_flag}')).split(' ');
			return {alternate: alternate === '1', cursor: cursor === '1'};
		},
		signal: async name => {
			const shellPid = await ask('#{pane_pid}');
			const children = await readFile(`/proc/${shellPid}/task/${shellPid}/children`, 'utf8');
			for (const pid of children.trim().split(/\s+/)) process.kill(Number(pid), name);
		},
		stop: async () => {
			await tmux('kill-server').catch(() => '');
			rmSync(home, {recursive: true, force: true});
		},
	};
	await terminal.waitFor(prompt.trim());
	return terminal;
}

/** Opens a terminal and starts the built program in it. */
export async function watchIn(
	cwd: string,
	{
		args = [],
		...options
	}: {
		readonly args?: readonly string[];
		readonly columns?: number;
		readonly rows?: number;
		readonly env?: Readonly<Record<string, string>>;
	} = {},
): Promise<Terminal> {
	const terminal = await openTerminal({cwd, ...options});
	await terminal.type(commandLine(...args));
	await terminal.press('Enter');
	return terminal;
}
