import {bytes, measure} from '../../core/quantity.ts';
import type {Checkpoint, Resume} from '../../core/run.ts';
import {cell, fill, fitted, type Line, span, type Tone} from '../lines.ts';
import {rowsOf} from '../rows.ts';
import {type Draw, hasFocus, scrolledTo, type View} from '../view.ts';
import {clean} from '../width.ts';
import {ageOf, diskText, tidy} from '../words.ts';
import {policyLines} from './policy.ts';

const resumes: Readonly<Record<Resume, readonly [words: string, tone: Tone]>> = {
	full: ['can resume', 'good'],
	'weights-only': ['weights only', 'plain'],
	partial: ['incomplete', 'warn'],
	unknown: ['–', 'quiet'],
};

/** Columns from which on the value of a checkpoint has room. */
const widest = 90;

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
		const notes = policyLines(view.run, view.glyphs, width);
		return fill([heading, [why], ...(notes.length > 0 ? [[], ...notes] : [])], width, height);
	}

	const notes = policyLines(view.run, view.glyphs, width);
	const wide = width >= widest && rows.some(({metric}) => metric);
	const name = Math.max(8, width - (wide ? 60 : 50));
	// The rows keep half of the panel at least, as far as there are any.
	const below = Math.min(notes.length + 1, Math.max(height - 2 - rows.length, height >> 1));
	const room = Math.max(0, height - 2 - (notes.length > 0 ? below : 0));
	const from = scrolledTo(view.ui.at.checkpoints, room, rows.length);
	const titles = ` ${cell('file', name)}  ${cell('kind', 9)}${cell('size', 7, {right: true})}${cell('at', 11, {right: true})}${wide ? cell('value', 10, {right: true}) : ''}${cell('age', 6, {right: true})}  resume`;
	const lines = rows.slice(from, from + room).map(row => rowLine(row, name, wide, view));
	return fill([heading, [span(titles, 'quiet')], ...lines, [], ...notes], width, height);
};

function rowLine(row: Checkpoint, name: number, wide: boolean, {world}: View): Line {
	const value = row.metric ? measure(row.metric.value) : '–';
	const [words, tone] = resumes[row.resume];
	const at =
		row.epoch !== null ? `epoch ${tidy(row.epoch)}` : row.step !== null ? `step ${row.step}` : '–';
	return fitted(
		[
			span(` ${cell(clean(row.path), name, {middle: true})}  `),
			span(cell(row.kind, 9), row.kind === 'best' ? 'good' : 'plain'),
			span(cell(row.bytes === null ? '–' : bytes(row.bytes), 7, {right: true})),
			span(cell(at, 11, {right: true})),
			span(wide ? cell(value, 10, {right: true}) : ''),
			span(cell(ageOf(row.savedAt, world.now), 6, {right: true}), 'quiet'),
			span(`  ${words}`, tone),
		],
		name + (wide ? 60 : 50),
	);
}
