import {blank, cell, fill, type Line, rowsWithCursor, span, type Tone} from '../lines.ts';
import type {ChangeKind} from '../since.ts';
import type {Ui} from '../ui.ts';
import {clean, widthOf} from '../width.ts';
import type {World} from '../world.ts';

const tones: Readonly<Record<ChangeKind, Tone>> = {
	died: 'bad',
	broke: 'warn',
	finished: 'strong',
	improved: 'good',
	began: 'accent',
};

/** What happened since the user looked last, the gravest first; the row under the cursor inverse. */
export function drawSince(
	{since, runs}: Pick<World, 'since' | 'runs'>,
	{at}: Pick<Ui, 'at'>,
	width: number,
	height: number,
): readonly Line[] {
	const note = (text: string) => fill([[], [span(`  ${text}`, 'quiet')]], width, height);
	if (since === null)
		return note(
			'This is your first look here. Next time it tells what finished, died, broke or got better.',
		);
	if (since.changes.length === 0)
		return note('Nothing finished, died, broke or got better since then.');
	const names = new Map(runs.map(run => [run.id, clean(run.remarks?.label || run.name)]));
	const longest = Math.max(8, ...[...names.values()].map(widthOf));
	const name = Math.min(longest, Math.max(8, Math.floor(width / 3)));
	const lines = since.changes.map(
		({run, kind, text}): Line => [
			blank(2),
			span(cell(kind, 10), tones[kind]),
			span(`${cell(names.get(run) ?? 'gone', name, {middle: true})}  `),
			span(clean(text), 'quiet'),
		],
	);
	return rowsWithCursor(lines, at.since, width, height);
}

/** `2 died, 1 improved`: changes in a few words. */
export function sinceWords({since}: World): string {
	const counts = new Map<ChangeKind, number>();
	for (const {kind} of since?.changes ?? []) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}
