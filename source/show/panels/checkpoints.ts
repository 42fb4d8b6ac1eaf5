import type {Checkpoint, Resume} from '../../core/checkpoint.ts';
import {bytes, measure} from '../../core/quantity.ts';
import {
	blank,
	cell,
	fill,
	fitted,
	type Line,
	scrolledTo,
	span,
	type Tone,
	textOf,
	wrap,
} from '../lines.ts';
import {rowsOf} from '../rows.ts';
import {type Draw, hasFocus, type View} from '../view.ts';
import {clean, widthOf} from '../width.ts';
import {ageOf, diskText, sharedFolder, tidy} from '../words.ts';
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
	const policy = policyLines(view.run, view.glyphs, width);
	const heading = headingOf(view);
	if (rows.length === 0) {
		const why = span('  None seen: no line told of a save, and no file of one was found.', 'quiet');
		return fill([heading, [why], ...(policy.length > 0 ? [[], ...policy] : [])], width, height);
	}

	const chosen = hasFocus(view, 'checkpoints') ? rows[view.ui.at.checkpoints] : undefined;
	const notes = [...(chosen ? detailsOf(chosen, width) : []), ...policy];
	// The rows keep half of the panel at least, as far as there are any.
	const below = Math.min(notes.length + 1, Math.max(height - 2 - rows.length, height >> 1));
	const room = Math.max(0, height - 2 - (notes.length > 0 ? below : 0));
	const from = scrolledTo(view.ui.at.checkpoints, room, rows.length);
	const columns = columnsOf(rows, width);
	const lines = rows.slice(from, from + room).map(row => {
		const line = rowLine(row, columns, view);
		return row === chosen ? [span(cell(textOf(line), width), 'chosen')] : line;
	});
	return fill([heading, titleLine(columns), ...lines, [], ...notes], width, height);
};

/** How many, how large together, and what that means for the disk. */
function headingOf(view: View): Line {
	const {checkpoints, disk, saved} = view.run;
	const count = saved?.count ?? checkpoints.length;
	const total = saved?.bytes ?? checkpoints.reduce((sum, row) => sum + (row.bytes ?? 0), 0);
	const growth = disk?.growth ? `   ${bytes(disk.growth)} more an hour` : '';
	const near = disk && diskText(disk).includes('full in');
	return [
		span(' checkpoints', hasFocus(view, 'checkpoints') ? 'accent' : 'strong'),
		span(count > 0 ? `   ${count} saved` : '', 'quiet'),
		span(total > 0 ? `, ${bytes(total)}` : '', 'quiet'),
		span(near ? '' : growth, 'quiet'),
		span(disk ? `   ${diskText(disk)}` : '', near ? 'warn' : 'quiet'),
	];
}

type Columns = {
	/** The folder that all lie in, left out of their names. */
	readonly folder: string;
	readonly name: number;
	readonly value: boolean;
	readonly width: number;
};

/** Columns of all but the name and the value. */
const rest = 37;
const valueWidth = 10;
/** Columns for whether it can be resumed, and why not. */
const resumeWidth = 14;

function columnsOf(rows: readonly Checkpoint[], width: number): Columns {
	const value = width >= widest && rows.some(({metric}) => metric);
	const room = width - rest - (value ? valueWidth : 0) - resumeWidth;
	const folder = sharedFolder(rows.map(({path}) => path));
	const longest = Math.max(
		widthOf(titleOf(folder)),
		...rows.map(row => widthOf(nameOf(row, folder))),
	);
	return {folder, name: Math.max(8, Math.min(longest, room)), value, width};
}

function titleOf(folder: string): string {
	return folder === '' ? 'file' : `file in ${clean(folder)}`;
}

function titleLine({folder, name, value, width}: Columns): Line {
	const right = (text: string, columns: number) => cell(text, columns, {right: true});
	const titles = [
		` ${cell(titleOf(folder), name, {middle: true})}  ${cell('kind', 9)}`,
		right('size', 7),
		right('at', 11),
		value ? right('value', valueWidth) : '',
		right('age', 6),
		'  resume',
	];
	return fitted([span(titles.join(''), 'quiet')], width);
}

/** `epoch_12.pth (latest.pth)`: its file, and the links to it. */
function nameOf({path, aliases = []}: Checkpoint, folder: string): string {
	const within = (name: string) => (name.startsWith(folder) ? name.slice(folder.length) : name);
	const links = aliases.length > 0 ? ` (${aliases.map(within).join(', ')})` : '';
	return clean(within(path) + links);
}

function rowLine(row: Checkpoint, {folder, name, value, width}: Columns, {world, run}: View): Line {
	const spare = run.policy?.some(({kind, paths}) => kind === 'spare' && paths.includes(row.path));
	const [words, tone] = resumes[row.resume];
	const at =
		row.epoch !== null ? `epoch ${tidy(row.epoch)}` : row.step !== null ? `step ${row.step}` : '–';
	const metric = row.metric ? measure(row.metric.value) : '–';
	return fitted(
		[
			span(` ${cell(nameOf(row, folder), name, {middle: true})}  `),
			span(cell(row.kind, 9), row.kind === 'best' ? 'good' : 'plain'),
			span(cell(row.bytes === null ? '–' : bytes(row.bytes), 7, {right: true})),
			span(cell(at, 11, {right: true})),
			span(value ? cell(metric, valueWidth, {right: true}) : ''),
			span(cell(ageOf(row.savedAt, world.now), 6, {right: true}), 'quiet'),
			span(`  ${words}`, tone),
			span(row.why && row.resume !== 'full' ? `: ${clean(reasonOf(row))}` : '', 'quiet'),
			span(spare ? ', spare' : '', 'quiet'),
		],
		width,
	);
}

/** Why, without the name of the only file. */
function reasonOf({path, why = ''}: Checkpoint): string {
	const name = `${path.slice(path.lastIndexOf('/') + 1)} `;
	return why.startsWith(name) ? why.slice(name.length) : why;
}

/** What the row under the cursor has no room for: why, its links, its files. */
function detailsOf(row: Checkpoint, width: number): readonly Line[] {
	const {path, files, aliases = [], why, metric} = row;
	const told: ReadonlyArray<readonly [name: string, text: string]> = [
		['file', path],
		['links', aliases.join(', ')],
		['holds', files.length > 1 ? files.join(', ') : ''],
		['value', metric ? `${metric.name} ${metric.value}` : ''],
		['why', why ?? ''],
	];
	return told
		.filter(([name, text]) => text !== '' && (name !== 'file' || widthOf(path) > width / 3))
		.flatMap(([name, text]) =>
			wrap(clean(text), Math.max(10, width - 9), 2).map(
				(part, index): Line => [
					blank(1),
					span(cell(index === 0 ? name : '', 6), 'quiet'),
					span(`  ${part}`),
				],
			),
		);
}
