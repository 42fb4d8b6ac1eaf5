import {keyLabel} from '../keys.ts';
import {cell, fill, type Line, span, textOf} from '../lines.ts';
import type {Theme} from '../theme.ts';
import type {Ui} from '../ui.ts';
import {scrolledTo} from '../view.ts';
import {paletteRows} from '../writing.ts';

/** The actions that match what was written, the chosen one inverse. */
export function drawPalette(
	ui: Ui,
	{ascii}: Theme,
	width: number,
	height: number,
): readonly Line[] {
	const rows = paletteRows(ui);
	if (rows.length === 0) return fill([[span('  No action is called so.', 'quiet')]], width, height);
	const at = Math.min(ui.command.at, rows.length - 1);
	const from = scrolledTo(at, height, rows.length);
	const lines = rows.slice(from, from + height).map((row, index): Line => {
		const label = row.keys.map(name => keyLabel(name, ascii)).join(' ');
		const line: Line = [
			span(`  ${cell(row.help, 48)}  `),
			span(cell(label, 16), 'accent'),
			span(row.group, 'quiet'),
		];
		return index + from === at ? [span(cell(textOf(line), width), 'chosen')] : line;
	});
	return fill(lines, width, height);
}
