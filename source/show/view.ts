import type {Run} from '../core/run.ts';
import type {PanelName} from './action.ts';
import type {Line} from './lines.ts';
import type {Glyphs} from './theme.ts';
import type {Ui} from './ui.ts';
import type {World} from './world.ts';

/** What a panel draws from. */
export type View = {
	readonly world: World;
	readonly ui: Ui;
	readonly run: Run;
	readonly glyphs: Glyphs;
};

/** Draws a panel: exactly `height` lines of exactly `width` columns. */
export type Draw = (view: View, width: number, height: number) => readonly Line[];

/** Whether the keys go to this panel. */
export function hasFocus({ui}: View, panel: PanelName): boolean {
	return ui.focus === 'panel' && ui.panel === panel;
}
