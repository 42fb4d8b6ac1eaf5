import {compose} from '../../source/show/compose.ts';
import type {Effect} from '../../source/show/effect.ts';
import {actionOf} from '../../source/show/keys.ts';
import {textOf} from '../../source/show/lines.ts';
import {themeOf} from '../../source/show/theme.ts';
import {startUi, type Ui} from '../../source/show/ui.ts';
import {update} from '../../source/show/update.ts';
import type {World} from '../../source/show/world.ts';

/** What keys did to a screen: its state, what it asked of the outside, and its lines. */
export type Pressed = {
	readonly ui: Ui;
	readonly effects: readonly Effect[];
	readonly lines: readonly string[];
};

/** Presses keys, one after the other: `pressed('j enter 3', world())`. */
export function pressed(
	keys: string,
	look: World,
	size: Ui['size'] = {columns: 80, rows: 24},
): Pressed {
	let {ui, effects} = update(startUi(size), {kind: 'look'}, look);
	const all: Effect[] = [...effects];
	for (const key of keys.split(' ').filter(Boolean)) {
		const action = actionOf(key, ui);
		if (!action) continue;
		({ui, effects} = update(ui, action, look));
		all.push(...effects);
	}

	const lines = compose(look, ui, themeOf('none')).map(line => textOf(line).trimEnd());
	return {ui, effects: all, lines};
}
