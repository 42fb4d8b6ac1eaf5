import {duration} from '../../core/quantity.ts';
import type {Axis, Series} from '../../core/series.ts';
import {ticks} from '../axis.ts';
import type {CurveView} from '../curve-choice.ts';
import {fitted, type Line, type Span, span, type Tone} from '../lines.ts';
import {type Canvas, canvasLines, canvasOf, drawDots, drawLines, type Layer} from '../plot.ts';
import {
	axesFor,
	type Domain,
	domainOf,
	indexAt,
	type Sample,
	sampled,
	smoothed,
} from '../sampling.ts';
import {type Scale, scaleOf} from '../scale.ts';
import type {Glyphs} from '../theme.ts';

/** A curve, and how it looks. */
export type Curve = {readonly series: Series; readonly tone: Tone};

/** Places on the x axis worth a sign: the best evaluation, a resume; with `until` a stretch of it. */
export type AxisMark = {
	readonly x: (axis: Domain['axis']) => number;
	readonly until?: (axis: Domain['axis']) => number;
	readonly sign: string;
	readonly tone: Tone;
};

const spans: Readonly<Record<CurveView['smoothing'], number>> = {
	none: 0,
	light: 1 / 24,
	strong: 1 / 8,
};

/** The name of the x axis stands under the labels. */
const leastLabel = 4;

/** Curves over their axes in `height` lines of `width` columns, at least 4; `over`: what spans the x axis. */
export function drawChart(
	curves: readonly Curve[],
	marks: readonly AxisMark[],
	view: CurveView,
	glyphs: Glyphs,
	width: number,
	height: number,
	over: readonly Series[] = curves.map(({series}) => series),
): readonly Line[] {
	const rows = height - 2;
	const list = curves.map(({series}) => series);
	const axes = axesFor(over, view.axis);
	const domain = domainOf(over, axes.place, view);
	const scale = scaleOf(
		list.flatMap(series => sampled(series, domain, 2 * width)),
		view.logarithmic,
		rows,
	);
	const isEmpty = list.every(series => series.min === null);
	const labels = scale.labels.map(label => (isEmpty ? '' : label).padStart(leastLabel));
	const margin = (labels[0]?.length ?? 0) + 2;
	const columns = Math.max(1, width - margin - 2);
	const canvas = canvasOf(columns, rows);
	draw(curves, domain, scale, view, glyphs, canvas);
	if (isEmpty) write(canvas, 'no finite value to draw');
	const hair = hairColumn(view, columns);
	if (hair !== null) drawHair(canvas, hair, glyphs);
	const lines = canvasLines(canvas).map(
		(line, row): Line => [
			span(` ${labels[row] ?? ''} ${labels[row]?.trim() ? glyphs.plot[1] : glyphs.down}`, 'quiet'),
			...line,
		],
	);
	const wide = list.map(series => sampled(series, domain, columns));
	return [
		...lines,
		axisLine(wide, marks, domain, {margin, columns, hair}, glyphs),
		tickLine(domain, axes.label, over[0]!, margin, columns),
	];
}

/** Braille where a cell would hold several values or several curves, else asciichart's lines. */
function draw(
	curves: readonly Curve[],
	domain: Domain,
	scale: Scale,
	view: CurveView,
	glyphs: Glyphs,
	canvas: Canvas,
): void {
	const columns = canvas.signs[0]?.length ?? 0;
	const smooth = view.smoothing !== 'none';
	const dense = curves.some(({series}) => (view.to - view.from) * series.length > 2 * columns);
	const braille = glyphs.braille && (dense || smooth || curves.length > 1);
	const width = braille ? 2 * columns : columns;
	const layers = curves.flatMap(({series, tone}): readonly Layer[] => {
		const samples = sampled(series, domain, width);
		if (!smooth) return [{samples, tone}];
		return [
			{samples, tone: 'quiet'},
			{samples: smoothed(samples, width * spans[view.smoothing]), tone},
		];
	});
	// The curve chosen is the first, and lies on top.
	layers.reverse();
	if (smooth) layers.sort((a, b) => Number(b.tone === 'quiet') - Number(a.tone === 'quiet'));
	if (braille) drawDots(layers, scale, canvas);
	else drawLines(layers, scale, canvas, glyphs.plot);
	markBeyond(curves, domain, scale, canvas, glyphs, view.logarithmic);
}

/** Words in the middle of a canvas on which nothing can be drawn. */
function write({signs, tones}: Canvas, text: string): void {
	const row = (signs.length - 1) >> 1;
	const columns = signs[row]?.length ?? 0;
	const from = (columns - text.length) >> 1;
	if (from < 0) return;
	for (const [index, sign] of [...text].entries()) {
		signs[row]![from + index] = sign;
		tones[row]![from + index] = 'quiet';
	}
}

/** Columns that reach beyond the axis are marked at its top. */
function markBeyond(
	curves: readonly Curve[],
	domain: Domain,
	scale: Scale,
	canvas: Canvas,
	glyphs: Glyphs,
	logarithmic: boolean,
): void {
	const top = logarithmic ? 10 ** scale.high : scale.high;
	const columns = canvas.signs[0]?.length ?? 0;
	for (const {series} of curves) {
		const samples = sampled(series, domain, columns);
		for (let x = 0; x < samples.length; x++) {
			if (!(samples[x]!.max > top * (1 + 1e-9))) continue;
			canvas.signs[0]![x] = glyphs.ascending;
			canvas.tones[0]![x] = 'warn';
		}
	}
}

/** The column under the cross-hair. */
function hairColumn({hair, from, to}: CurveView, columns: number): number | null {
	if (hair === null || !(to > from)) return null;
	return Math.max(0, Math.min(columns - 1, Math.floor(((hair - from) / (to - from)) * columns)));
}

function drawHair({signs, tones}: Canvas, x: number, glyphs: Glyphs): void {
	for (const [y, row] of signs.entries()) {
		if (row[x] === ' ') {
			row[x] = glyphs.hair;
			tones[y]![x] = 'quiet';
		} else tones[y]![x] = 'strong';
	}
}

type Extent = {readonly margin: number; readonly columns: number; readonly hair: number | null};

/** The axis, with a sign under every column that holds a value which is not finite, and other marks. */
function axisLine(
	lists: ReadonlyArray<readonly Sample[]>,
	marks: readonly AxisMark[],
	domain: Domain,
	{margin, columns, hair}: Extent,
	glyphs: Glyphs,
): Line {
	const placed = new Map<number, Span>();
	if (hair !== null) placed.set(hair, span(glyphs.ascending, 'accent'));
	const columnAt = (x: number) =>
		Math.floor(((x - domain.from) / (domain.to - domain.from)) * columns);
	for (const {x, until = x, sign, tone} of marks) {
		const from = columnAt(x(domain.axis));
		const to = Math.min(columns - 1, columnAt(until(domain.axis)));
		if (from > columns) continue;
		for (let column = Math.max(0, Math.min(columns - 1, from)); column <= to; column++)
			placed.set(column, span(sign, tone));
	}

	const plain = span(glyphs.across, 'quiet');
	return [
		span(`${' '.repeat(margin)}${glyphs.corner}`, 'quiet'),
		...Array.from({length: columns}, (_, column) =>
			lists.some(samples => samples[column]!.nonFinite)
				? span(glyphs.notFinite, 'bad')
				: (placed.get(column) ?? plain),
		),
	];
}

function tickLine(
	{axis, from, to}: Domain,
	label: Axis,
	series: Series,
	margin: number,
	columns: number,
): Line {
	const word = label === 'index' ? 'record' : label;
	const origin = label === 'time' ? series.x(0, 'time') : label === 'index' ? -1 : 0;
	const unit = label === 'time' ? 1000 : 1;
	const placed = ticks(
		columns,
		column => {
			const x = from + (column * (to - from)) / Math.max(1, columns - 1);
			if (label === axis) return (x - origin) / unit;
			return series.x(Math.min(series.length - 1, indexAt(series, axis, x)), label);
		},
		label === 'time' ? duration : undefined,
		label === 'step' || label === 'index' ? 1 : 0,
	);
	let text = '';
	for (const {at, text: words} of placed) text = text.padEnd(at) + words;
	const space = margin - word.length;
	const before = space > 0 ? `${' '.repeat(space)}${word} ` : ' '.repeat(margin + 1);
	return fitted([span(before + text, 'quiet')], margin + 1 + columns);
}
