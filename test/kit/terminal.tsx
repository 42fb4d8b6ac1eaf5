import {EventEmitter, once} from 'node:events';
import {PassThrough} from 'node:stream';
import xterm from '@xterm/headless';
import type {Effect} from '../../source/show/effect.ts';
import {type Shown, startScreen} from '../../source/show/screen.tsx';
import {type Theme, themeOf} from '../../source/show/theme.ts';
import type {Store, World} from '../../source/show/world.ts';

/** A store that a test can change. */
export function storeOf(first: World): Store & {readonly set: (world: World) => void} {
	const listeners = new Set<() => void>();
	let world = first;
	return {
		subscribe: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		snapshot: () => world,
		set: next => {
			world = next;
			for (const listener of listeners) listener();
		},
	};
}

/** The real screen on a terminal in memory. */
export type Terminal = {
	readonly shown: Shown;
	readonly effects: readonly Effect[];
	/** Bytes written so far. */
	readonly raw: () => string;
	/** Rows of text as a person sees them, without spaces at their ends. */
	readonly screen: () => string;
	readonly press: (...keys: readonly string[]) => Promise<void>;
	readonly resize: (columns: number, rows: number) => Promise<void>;
	/** Waits until the screen shows what is looked for. */
	readonly until: (seen: (screen: string) => boolean) => Promise<void>;
	readonly settle: () => Promise<void>;
	readonly alternate: () => boolean;
};

/** Starts the screen at a size; the terminal takes what the real difference output writes. */
export function openTerminal(
	store: Store,
	{
		columns = 80,
		rows = 24,
		theme = themeOf('none'),
	}: {readonly columns?: number; readonly rows?: number; readonly theme?: Theme} = {},
): Terminal {
	const term = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, convertEol: true});
	let raw = '';
	const written = new EventEmitter();
	const stdout = Object.assign(new EventEmitter(), {
		columns,
		rows,
		isTTY: true,
		writable: true,
		write: (text: string, done?: () => void) => {
			raw += text;
			term.write(text, () => {
				done?.();
				written.emit('frame');
			});
			return true;
		},
	});
	const stdin = Object.assign(new PassThrough(), {
		isTTY: true,
		setRawMode: () => {
			written.emit('listening');
			return stdin;
		},
		ref: () => stdin,
		unref: () => stdin,
	});
	const listening = once(written, 'listening');
	const effects: Effect[] = [];
	const shown = startScreen({
		store,
		theme,
		perform: effect => effects.push(effect),
		stdin: stdin as unknown as NodeJS.ReadStream,
		stdout: stdout as unknown as NodeJS.WriteStream,
	});
	const screen = () =>
		Array.from({length: term.rows}, (_, row) =>
			term.buffer.active.getLine(term.buffer.active.baseY + row)!.translateToString(true),
		).join('\n');
	const settle = async () => {
		await listening;
		for (let turn = 0; turn < 3; turn++) await new Promise(done => setImmediate(done));
		await shown.flushed();
		await new Promise<void>(done => term.write('', done));
	};
	const until = async (seen: (screen: string) => boolean) => {
		const signal = AbortSignal.timeout(3000);
		while (!seen(screen())) {
			try {
				await once(written, 'frame', {signal});
			} catch {
				throw new Error(`Not seen:\n${screen()}`);
			}
		}
	};

	return {
		shown,
		effects,
		raw: () => raw,
		screen,
		settle,
		until,
		press: async (...keys) => {
			for (const key of keys) {
				await listening;
				stdin.write(key);
				await settle();
			}
		},
		resize: async (width, height) => {
			term.resize(width, height);
			Object.assign(stdout, {columns: width, rows: height});
			stdout.emit('resize');
			await settle();
		},
		alternate: () => term.buffer.active.type === 'alternate',
	};
}
