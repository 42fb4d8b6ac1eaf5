import {bytes} from '../../core/quantity.ts';
import type {Checkpoint, Resume} from '../../core/run.ts';
import {cell, fill, fitted, type Line, span, type Tone} from '../lines.ts';
import {rowsOf} from '../rows.ts';
import {type Draw, hasFocus, scrolledTo, type View} from '../view.ts';
import {clean} from '../width.ts';
import {ageOf, diskText, tidy} from '../words.ts';

const resumes: Readonly<Record<Resume, readonly [words: string, tone: Tone]>> = {
	full: ['can resume', 'good'],
	'weights-only': ['weights only', 'plain'],
	partial: ['incomplete', 'warn'],
	unknown: ['–', 'quiet'],
};

/** One row per save, newest first: what was saved, when, and whether training can go on from it. */
export const drawCheckpoints: Draw = (view, width, height) => {
	const rows = rowsOf.checkpoints(view.run);
	const total = rows.reduce((sum, row) => sum + (row.bytes ?? 0), 0);
	const heading: Line = [
		span(' checkpoints', hasFocus(view, 'checkpoints') ? 'accent' : 'strong'),
		span(rows.length > 0 ? `   ${rows.length} saved` : '', 'quiet'),
		span(total > 0 ? `, ${bytes(total)}` : '', 'quiet'),
		span(view.run.disk ? `   ${diskText(view.run.disk)}` : '', 'quiet'),
	];
	if (rows.length === 0) {
		const why = span('  None seen: no line told of a save, and no file of one was found.', 'quiet');
		return fill([heading, [why]], width, height);
	}

	const name = Math.max(8, width - 50);
	const room = Math.max(0, height - 2);
	const from = scrolledTo(view.ui.at.checkpoints, room, rows.length);
	const titles = ` ${cell('file', name)}  ${cell('kind', 9)}${cell('size', 7, {right: true})}${cell('at', 11, {right: true})}${cell('age', 6, {right: true})}  resume`;
	const lines = rows.slice(from, from + room).map(row => rowLine(row, name, view));
	return fill([heading, [span(titles, 'quiet')], ...lines], width, height);
};

function rowLine(row: Checkpoint, name: number, {world}: View): Line {
	const [words, tone] = resumes[row.resume];
	const at =
		row.epoch !== null ? `epoch ${tidy(row.epoch)}` : row.step !== null ? `step ${row.step}` : '–';
	return fitted(
		[
			span(` ${cell(clean(row.path), name, {middle: true})}  `),
			span(cell(row.kind, 9), row.kind === 'best' ? 'good' : 'plain'),
			span(cell(row.bytes === null ? '–' : bytes(row.bytes), 7, {right: true})),
			span(cell(at, 11, {right: true})),
			span(cell(ageOf(row.savedAt, world.now), 6, {right: true}), 'quiet'),
			span(`  ${words}`, tone),
		],
		name + 50,
	);
}
