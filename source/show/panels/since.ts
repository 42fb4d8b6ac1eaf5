import {blank, cell, fill, type Line, span, type Tone} from '../lines.ts';
import type {ChangeKind} from '../since.ts';
import {clean} from '../width.ts';
import {ageOf} from '../words.ts';
import type {World} from '../world.ts';

const tones: Readonly<Record<ChangeKind, Tone>> = {
	died: 'bad',
	broke: 'warn',
	finished: 'strong',
	improved: 'good',
	began: 'accent',
};

/** What happened since the user looked last, the gravest first. */
export function drawSince(
	{since, runs, now}: World,
	width: number,
	height: number,
): readonly Line[] {
	if (since === null) {
		return fill(
			[[], [span('  This is the first look: next time it tells what changed.', 'quiet')]],
			width,
			height,
		);
	}

	const heading: Line = [
		span(' Since you last looked', 'strong'),
		span(`   ${ageOf(since.at, now)} ago`, 'quiet'),
	];
	if (since.changes.length === 0)
		return fill([heading, [], [span('  Nothing changed.', 'quiet')]], width, height);
	const names = new Map(runs.map(run => [run.id, clean(run.name)]));
	const name = Math.max(8, Math.min(32, Math.floor(width / 3)));
	const lines = since.changes.map(
		({run, kind, text}): Line => [
			blank(2),
			span(cell(kind, 10), tones[kind]),
			span(`${cell(names.get(run) ?? 'gone', name, {middle: true})}  `),
			span(clean(text), 'quiet'),
		],
	);
	const room = lines.length > height - 1 ? Math.max(0, height - 2) : lines.length;
	const more = lines.length - room;
	const rest: readonly Line[] = more > 0 ? [[span(`  … and ${more} more`, 'quiet')]] : [];
	return fill([heading, ...lines.slice(0, room), ...rest], width, height);
}

/** `2 died, 1 improved`: changes in a few words. */
export function sinceWords({since}: World): string {
	const counts = new Map<ChangeKind, number>();
	for (const {kind} of since?.changes ?? []) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}
