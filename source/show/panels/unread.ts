import {blank, cell, fill, type Line, span} from '../lines.ts';
import {clean} from '../width.ts';
import type {World} from '../world.ts';

/** What could not be read, and why. */
export function drawUnread(
	{trouble}: Pick<World, 'trouble'>,
	width: number,
	height: number,
): readonly Line[] {
	if (trouble.length === 0) {
		return fill([[], [span('  Everything could be read.', 'quiet')]], width, height);
	}

	const heading: Line = [span(` ${trouble.length} could not be read`, 'strong')];
	const path = Math.max(8, Math.min(80, Math.floor(width / 2)));
	const room = trouble.length > height - 1 ? height - 2 : trouble.length;
	const lines = trouble
		.slice(0, Math.max(0, room))
		.map(
			(one): Line => [
				blank(2),
				span(`${cell(clean(one.path), path, {middle: true})}  `),
				span(clean(one.what), 'warn'),
			],
		);
	const more = trouble.length - lines.length;
	const rest: readonly Line[] = more > 0 ? [[span(`  … and ${more} more`, 'quiet')]] : [];
	return fill([heading, ...lines, ...rest], width, height);
}
