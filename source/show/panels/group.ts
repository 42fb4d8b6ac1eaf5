import type {Group} from '../grouping.ts';
import {blank, fill, fitted, type Line, span} from '../lines.ts';
import type {Glyphs} from '../theme.ts';
import type {Ui} from '../ui.ts';
import type {World} from '../world.ts';
import {columnsOf} from './columns.ts';
import {runLine} from './list.ts';

/** The runs of a group while the cursor stands on its heading. */
export function drawGroup(
	{runs, unread}: Group,
	view: {readonly ui: Ui; readonly world: World; readonly glyphs: Glyphs},
	width: number,
	height: number,
): readonly Line[] {
	const columns = columnsOf(view.world.runs, width);
	const room = runs.length > height ? height - 1 : height;
	const lines = runs.slice(0, room).map(run => runLine(run, columns, view, width));
	const more = runs.length - lines.length;
	if (more > 0) lines.push(fitted([blank(3), span(`… and ${more} more`, 'quiet')], width));
	if (unread > 0) {
		const text = `${unread} not read: Enter reads and shows them`;
		lines.push(fitted([blank(3), span(text, 'quiet')], width));
	}

	return fill(lines, width, height);
}
