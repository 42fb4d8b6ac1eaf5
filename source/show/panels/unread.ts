import {blank, cell, fill, type Line, rowsWithCursor, span} from '../lines.ts';
import type {Ui} from '../ui.ts';
import {clean, widthOf} from '../width.ts';
import type {World} from '../world.ts';

/** What could not be read, and why; the row under the cursor inverse. */
export function drawUnread(
	{trouble}: Pick<World, 'trouble'>,
	{at}: Pick<Ui, 'at'>,
	width: number,
	height: number,
): readonly Line[] {
	if (trouble.length === 0) {
		return fill([[], [span('  Everything could be read.', 'quiet')]], width, height);
	}

	const longest = Math.max(8, ...trouble.map(({path}) => widthOf(clean(path))));
	const path = Math.min(longest, Math.max(8, Math.floor(width / 2)));
	const lines = trouble.map(
		(one): Line => [
			blank(2),
			span(`${cell(clean(one.path), path, {middle: true})}  `),
			span(clean(one.what), 'warn'),
		],
	);
	return rowsWithCursor(lines, at.unread, width, height);
}
