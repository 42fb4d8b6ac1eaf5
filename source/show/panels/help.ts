import {groupTitles, isListed, type Key} from '../key.ts';
import {keys} from '../key-table.ts';
import {keyLabel} from '../keys.ts';
import {blank, cell, fill, fitted, type Line, lineWidth, span} from '../lines.ts';
import {type Theme, themeOf} from '../theme.ts';
import type {Ui} from '../ui.ts';
import {signLegend, stateLegend} from './legend.ts';

function sections(theme: Theme, own: readonly Key[] | null): ReadonlyArray<readonly Line[]> {
	const groups = Object.entries(groupTitles).map(([group, title]): readonly Line[] => [
		[span(title, 'strong')],
		...(own ?? keys)
			.filter(key => key.group === group && isListed(key) && key.keys.length > 0)
			.map(
				(key): Line => [
					span(cell(key.keys.map(name => keyLabel(name, theme.ascii)).join(' '), 14), 'accent'),
					span(key.help),
				],
			),
		[],
	]);
	return [
		...groups,
		[[span('States', 'strong')], ...stateLegend(theme.glyphs), []],
		[[span('Signs', 'strong')], ...signLegend(theme.glyphs), []],
	];
}

/** The sections beside each other, in as many columns as fit. */
function stacked(
	parts: ReadonlyArray<readonly Line[]>,
	width: number,
): readonly (readonly Line[])[] {
	const columns = width >= 110 ? 2 : 1;
	const total = parts.reduce((sum, part) => sum + part.length, 0);
	const stacks: Line[][] = Array.from({length: columns}, () => []);
	let stack = 0;
	for (const part of parts) {
		const full = stacks[stack]!.length + part.length / 2 > total / columns;
		if (full && stack < columns - 1) stack++;
		stacks[stack]!.push(...part);
	}

	return stacks;
}

/** Rows that the help takes, whatever it is drawn with. */
export function helpHeight({size, keys: own}: Pick<Ui, 'size' | 'keys'>): number {
	const stacks = stacked(sections(themeOf('none'), own), size.columns);
	return Math.max(...stacks.map(lines => lines.length));
}

/** Every key from the one table, and what the signs mean. */
export function drawHelp(
	theme: Theme,
	{at, keys: own}: Pick<Ui, 'at' | 'keys'>,
	width: number,
	height: number,
): readonly Line[] {
	const stacks = stacked(sections(theme, own), width);
	const each = Math.floor(width / stacks.length);
	const rows = Math.max(...stacks.map(lines => lines.length));
	const lines = Array.from({length: rows}, (_, row) =>
		stacks.flatMap(lines => fitted([blank(2), ...(lines[row] ?? [])], each)),
	);
	const from = Math.max(0, Math.min(at.help, rows - height));
	return fill(
		lines.slice(from).map(line => (lineWidth(line) > width ? fitted(line, width) : line)),
		width,
		height,
	);
}
