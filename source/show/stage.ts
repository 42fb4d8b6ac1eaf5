import type {Action, Size} from './action.ts';
import {compose} from './compose.ts';
import type {Effect} from './effect.ts';
import type {Key} from './key.ts';
import {actionOf} from './keys.ts';
import {painter, type Theme} from './theme.ts';
import {startUi, type Ui} from './ui.ts';
import {update} from './update.ts';
import {clean} from './width.ts';
import type {Store, World} from './world.ts';

/** The screen without its terminal: what it shows, and what it does with keys. */
export type Stage = {
	/** Painted lines; the same array while nothing on the screen differs. */
	readonly lines: () => readonly string[];
	readonly subscribe: (listener: () => void) => () => void;
	readonly ui: () => Ui;
	readonly act: (action: Action) => void;
	/** A key by its name, as `nameOf` gives it. */
	readonly press: (name: string) => void;
	/** Pasted text: typed into the filter, never obeyed. */
	readonly paste: (text: string) => void;
	readonly stop: () => void;
};

/** Keeps state and world together and tells its listeners only when a line differs. */
export function openStage(options: {
	readonly store: Store;
	readonly perform: (effect: Effect, ui: Ui) => void;
	readonly theme: Theme;
	readonly size: Size;
	readonly filter?: string;
	readonly keys?: readonly Key[] | null;
	readonly unfolded?: boolean;
}): Stage {
	const {store, perform, theme} = options;
	const listeners = new Set<() => void>();
	const paint = painter(theme);
	let ui = startUi(options.size, options.filter, options.keys, options.unfolded);
	let world: World = store.snapshot();
	let lines: readonly string[] = [];

	const draw = () => {
		const next = compose(world, ui, theme).map(paint);
		if (next.length === lines.length && next.every((line, row) => line === lines[row])) return;
		lines = next;
		for (const listener of listeners) listener();
	};
	const act = (action: Action) => {
		const next = update(ui, action, world);
		ui = next.ui;
		draw();
		for (const effect of next.effects) perform(effect, ui);
	};
	const stop = store.subscribe(() => {
		world = store.snapshot();
		act({kind: 'look'});
	});
	act({kind: 'look'});

	return {
		lines: () => lines,
		subscribe: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		ui: () => ui,
		act,
		press: name => {
			const action = actionOf(name, ui);
			if (action) act(action);
		},
		paste: text => {
			if (ui.writing !== null) act({kind: 'type', text: clean(text.replace(/\s+/g, ' '))});
		},
		stop,
	};
}
