import {Box, render, Transform, useApp, useInput, usePaste, useWindowSize} from 'ink';
import {useEffect, useSyncExternalStore} from 'react';
import type {Effect} from './effect.ts';
import type {Key} from './key.ts';
import {namesOf} from './key-names.ts';
import {openStage, type Stage} from './stage.ts';
import type {Theme} from './theme.ts';
import type {Ui} from './ui.ts';
import type {Store} from './world.ts';

/** A screen that is being shown. */
export type Shown = {
	/** Resolves when the terminal is restored. */
	readonly finished: Promise<void>;
	readonly stop: () => void;
	/** Resolves when all that was drawn so far is written. */
	readonly flushed: () => Promise<void>;
	/** Draws everything anew. */
	readonly redraw: () => Promise<void>;
	/** Lends the terminal to something else until its promise is done. */
	readonly lend: (use: () => Promise<void>) => Promise<void>;
};

/** What a screen needs: its world, its looks, its terminal, and who performs what it asks for. */
export type ScreenOptions = {
	readonly store: Store;
	readonly theme: Theme;
	/** Performs what a key asked of the outside, except what the terminal itself does: quit and redraw. */
	readonly perform: (effect: Effect, shown: Shown) => void;
	/** A key was pressed, whatever it means. */
	readonly onKey?: () => void;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly filter?: string;
	/** The user's own table of keys. */
	readonly keys?: readonly Key[];
	/** Begin with what is folded away in the list. */
	readonly unfolded?: boolean;
};

type Lend = (use: () => Promise<void>) => Promise<void>;

/**
Lines in, keys out: all that React is asked to do. The text is a line end per row, which Ink never
has to measure again; the transformer puts the lines of the stage in their places.
*/
export function Screen({
	stage,
	onLend,
}: {
	readonly stage: Stage;
	readonly onLend?: (lend: Lend, exit: () => void) => void;
}) {
	const {exit, suspendTerminal} = useApp();
	const {columns, rows} = useWindowSize();
	useSyncExternalStore(stage.subscribe, stage.lines);
	useEffect(() => onLend?.(suspendTerminal, exit), [onLend, suspendTerminal, exit]);
	useEffect(() => stage.act({kind: 'resize', size: {columns, rows}}), [stage, columns, rows]);
	useInput((input, key) => {
		for (const name of namesOf(input, key, stage.ui().writing !== null, stage.ui().keys))
			stage.press(name);
	});
	usePaste(text => stage.paste(text));
	return (
		<Box width={columns} height={rows} overflow="hidden">
			<Transform transform={(_, row) => stage.lines()[row] ?? ''}>{'\n'.repeat(rows)}</Transform>
		</Box>
	);
}

/** Shows the screen in a terminal until it is left. */
export function startScreen(options: ScreenOptions): Shown {
	const {store, theme, stdin, stdout} = options;
	let lend: Lend = use => use();
	const stop = () => instance.unmount();
	const shown: Shown = {
		get finished() {
			return finished;
		},
		stop,
		flushed: () => instance.waitUntilRenderFlush(),
		redraw: () => lend(async () => {}),
		lend: use =>
			lend(async () => {
				await letGo(stdin);
				await use();
				stdout.write('\r');
			}),
	};
	const perform = (effect: Effect, _ui: Ui) => {
		if (effect.kind === 'quit') stop();
		else if (effect.kind === 'redraw') void shown.redraw();
		else options.perform(effect, shown);
	};
	const size = {columns: stdout.columns || 80, rows: stdout.rows || 24};
	const stage = openStage({
		store,
		perform,
		theme,
		size,
		filter: options.filter ?? '',
		keys: options.keys ?? null,
		unfolded: options.unfolded ?? false,
	});
	const heard: Stage = {
		...stage,
		press: name => {
			options.onKey?.();
			stage.press(name);
		},
	};
	const onLend = (suspend: Lend) => {
		lend = suspend;
	};
	// Before Ink hears of it: what it then draws already has the new size.
	const onResize = () => {
		const {columns, rows} = stdout;
		if (columns > 0 && rows > 0) stage.act({kind: 'resize', size: {columns, rows}});
	};
	stdout.on('resize', onResize);
	// Keys typed before Ink listens are echoed: the first frame must not begin behind them.
	if (stdin.isTTY) stdin.setRawMode(true);
	stdout.write('\r');
	const instance = render(<Screen stage={heard} onLend={onLend} />, {
		stdin,
		stdout,
		alternateScreen: true,
		incrementalRendering: true,
		// News comes at its own pace; a key need not wait for the frame before it.
		maxFps: 120,
		patchConsole: false,
		exitOnCtrlC: false,
		interactive: true,
	});
	const finished = instance.waitUntilExit().then(() => {
		stdout.off('resize', onResize);
		stage.stop();
	});
	return shown;
}

/**
Whoever has the terminal now must get all its keys. A stream that nobody listens to reads on, and
would wait for ever for a key that somebody else took.
*/
async function letGo(stdin: NodeJS.ReadStream): Promise<void> {
	// By then the stream knows that nobody listens.
	await new Promise(done => setImmediate(done));
	stdin.pause();
}
