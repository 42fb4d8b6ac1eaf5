import type {Key} from '../key.ts';
import {keyLabel, whereOf} from '../keys.ts';
import {cell, fill, type Line, rowsWithCursor, span} from '../lines.ts';
import type {Theme} from '../theme.ts';
import type {Ui} from '../ui.ts';
import {widthOf} from '../width.ts';
import {paletteRows} from '../writing.ts';

const labelWidth = 16;
const groupWidth = 9;

/** The actions that match what was written, those that are valid here first; the chosen one inverse. */
export function drawPalette(
	ui: Ui,
	{ascii}: Theme,
	width: number,
	height: number,
): readonly Line[] {
	const rows = paletteRows(ui);
	if (rows.length === 0) return fill([[span('  No action is called so.', 'quiet')]], width, height);
	const longest = Math.max(...rows.map(({help}) => widthOf(help)));
	const room = width - labelWidth - 4;
	const name = Math.max(8, Math.min(longest, room));
	const here = whereOf({...ui, writing: null});
	const lines = rows.map((row: Key): Line => {
		const label = row.keys.map(key => keyLabel(key, ascii)).join(' ');
		return [
			span(`  ${cell(row.help, name)}  `, row.where.includes(here) ? 'plain' : 'quiet'),
			span(cell(label, labelWidth), 'accent'),
			span(room - name >= groupWidth ? row.group : '', 'quiet'),
		];
	});
	return rowsWithCursor(lines, ui.command.at, width, height);
}
