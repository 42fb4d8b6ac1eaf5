import {measure, percent} from '../../core/quantity.ts';
import type {Run} from '../../core/run.ts';
import type {ListRow} from '../grouping.ts';
import {labelFor} from '../keys.ts';
import {blank, cell, fill, fitted, type Line, type Span, span, textOf} from '../lines.ts';
import {factText, type Named, namedFact} from '../named.ts';
import {isNamed, lossOf} from '../order.ts';
import {sparkline} from '../sparkline.ts';
import type {Glyphs} from '../theme.ts';
import type {Ui} from '../ui.ts';
import {clean, widthOf} from '../width.ts';
import {ageOf, etaOf, markText, placeOf, shortMetric, stateTones, troubleOf} from '../words.ts';
import type {World} from '../world.ts';
import {
	between,
	type Column,
	type Columns,
	columnOf,
	columnsOf,
	isRightSet,
	labelOf,
	lead,
	titleOf,
} from './columns.ts';
import {headingLine} from './heading.ts';

type Context = {readonly columns: Columns; readonly age: string; readonly glyphs: Glyphs};

/** The titles over the list; the one it is sorted by bears an arrow. */
export function listTitles(all: readonly Run[], ui: Ui, glyphs: Glyphs, width: number): Line {
	const sorted = columnOf(ui.sort.by);
	const line: Span[] = [blank(lead - between)];
	for (const column of columnsOf(all, width).columns) {
		const arrow = ui.sort.reverse ? glyphs.ascending : glyphs.descending;
		const title = column.width < 8 && column.name === 'progress' ? 'done' : titleOf(column.name);
		const text = title + (column.name === sorted ? ` ${arrow}` : '');
		const tone = column.name === sorted ? 'accent' : 'quiet';
		line.push(
			blank(between),
			span(cell(text, column.width, {right: isRightSet(column.name)}), tone),
		);
	}

	return fitted(line, width);
}

/** The list of runs: one row each, the one under the cursor inverse. */
export function drawList(
	list: readonly ListRow[],
	{ui, world, glyphs}: {readonly ui: Ui; readonly world: World; readonly glyphs: Glyphs},
	width: number,
	height: number,
): readonly Line[] {
	if (list.length === 0) return nothing(ui, world, width, height);
	const columns = columnsOf(world.runs, width);
	const lines: Line[] = [];
	for (let index = ui.top; index < Math.min(list.length, ui.top + height); index++) {
		const row = list[index]!;
		const line =
			row.kind === 'group'
				? headingLine(row.group, glyphs, width, columns.columns[0]?.width)
				: runLine(row.run, columns, {ui, world, glyphs}, width);
		lines.push(index === ui.index ? chosen(line, ui, glyphs) : line);
	}

	while (lines.length < height) lines.push([blank(width)]);
	return lines;
}

/** A run as the list shows it, in columns that were chosen before. */
export function runLine(
	run: Run,
	columns: Columns,
	{ui, world, glyphs}: {readonly ui: Ui; readonly world: World; readonly glyphs: Glyphs},
	width: number,
): Line {
	const age = ageOf(run.state === 'waiting' ? run.startedAt : run.updatedAt, world.now);
	return rowOf(run, {columns, age, glyphs}, width, ui.marks.has(run.id));
}

/** Inverse of an uncoloured line; while a panel has the keys, only strong, with a pointer. */
function chosen(line: Line, ui: Ui, glyphs: Glyphs): Line {
	if (ui.focus === 'list') return [span(textOf(line), 'chosen')];
	const [first, second, ...rest] = textOf(line);
	const here = span(glyphs.here, 'accent');
	if (first === ' ') return [here, span([second, ...rest].join(''), 'strong')];
	// What stands at the edge stays: a mark, whether a group is folded.
	const [, ...others] = rest;
	return [span(`${first}${second}`, 'strong'), here, span(others.join(''), 'strong')];
}

function nothing(ui: Ui, world: World, width: number, height: number): readonly Line[] {
	const why =
		world.runs.length > 0
			? `No run matches "${ui.filter}".  ${labelFor(ui, 'back')} clears the filter.`
			: world.settled
				? `No experiment found below ${world.folder || 'this folder'}.`
				: 'Looking for experiments …';
	return fill([[blank(lead), span(why, 'quiet')]], width, height);
}

const rows = new WeakMap<
	Run,
	{readonly columns: Columns; readonly key: string; readonly line: Line}
>();

function rowOf(run: Run, context: Context, width: number, marked: boolean): Line {
	const key = `${context.age} ${width} ${marked} ${context.glyphs.dash}`;
	const known = rows.get(run);
	if (known?.columns === context.columns && known.key === key) return known.line;
	const line = composeRow(run, context, width, marked);
	rows.set(run, {columns: context.columns, key, line});
	return line;
}

function composeRow(run: Run, context: Context, width: number, marked: boolean): Line {
	const {glyphs, columns} = context;
	const line: Span[] = [
		span(marked ? glyphs.mark : ' ', 'accent'),
		span(`${glyphs.state[run.state]} `, stateTones[run.state]),
	];
	for (const column of columns.columns) {
		if (column !== columns.columns[0]) line.push(blank(between));
		line.push(...fitted(cellOf(run, column, context), column.width));
	}

	return fitted(line, width);
}

function cellOf(run: Run, column: Column, context: Context): Line {
	const {name, width} = column;
	if (!isNamed(name)) return cells[name](run, column, context);
	const fact = namedFact(run, name);
	return [span(cell(factText(fact), width, {right: true}), fact === undefined ? 'quiet' : 'plain')];
}

type Cell = (run: Run, column: Column, context: Context) => Line;

const cells: Readonly<Record<Exclude<Column['name'], Named>, Cell>> = {
	name: (run, {width}, {columns}) => {
		const label = labelOf(run, columns.doubled);
		const short = columns.short.get(label) ?? label;
		const beside = clean(run.remarks?.label ? run.name : (run.git?.branch ?? ''));
		const room = width - widthOf(short) - 2;
		if (beside === '' || widthOf(beside) > room) return [span(cell(short, width, {middle: true}))];
		return [span(`${short}  `), span(beside, 'quiet')];
	},
	state: run => [span(run.state, stateTones[run.state])],
	progress: (run, column, {columns, glyphs}) =>
		progressCell(run, column.width, columns.bar, glyphs),
	loss: (run, {width}) => {
		const loss = lossOf(run);
		if (run.loss === null) return [span(cell('–', width, {right: true}), 'quiet')];
		const tone = Number.isFinite(loss) ? 'plain' : 'bad';
		return [span(cell(measure(loss), width, {right: true}), tone)];
	},
	trend: (run, {width}, {glyphs}) => sparkline(run.trend, width, glyphs),
	best: (run, {width}) => {
		const {best, primary} = run.validation;
		if (best === null || primary === null) return [span('–', 'quiet')];
		const mark = markText(best);
		return [span(`${shortMetric(primary, width - mark.length - 1)} `, 'quiet'), span(mark)];
	},
	age: (_, {width}, {age}) => [span(cell(age, width, {right: true}), 'quiet')],
	eta: (run, {width}) => {
		const eta = etaOf(run);
		return [span(cell(eta, width, {right: true}), eta === '–' ? 'quiet' : 'plain')];
	},
	trouble: (run, {width}) => {
		const [text, tone] = troubleOf(run, width);
		return [span(text === '' ? clean(run.remarks?.note ?? '') : text, tone)];
	},
};

function progressCell(run: Run, width: number, bar: boolean, glyphs: Glyphs): Line {
	const {fraction} = run.progress;
	if (fraction === null) return [span(placeOf(run.progress) || '–', 'quiet')];
	const room = Math.max(0, width - 5);
	const done = Math.max(0, Math.min(room, Math.round(fraction * room)));
	const text = percent(fraction);
	if (!bar) return [span(text.padStart(4))];
	return [
		span(glyphs.bar[0].repeat(done), run.state === 'running' ? 'good' : 'plain'),
		span(glyphs.bar[1].repeat(room - done), 'quiet'),
		span(text.padStart(5)),
	];
}
