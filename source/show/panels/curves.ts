import {measure} from '../../core/quantity.ts';
import type {Axis, Series} from '../../core/series.ts';
import {axisLabels, ticks} from '../axis.ts';
import {blank, fill, fitted, type Line, type Span, span} from '../lines.ts';
import {drawPlot, type Plot, plotOf} from '../plot.ts';
import {rowsOf} from '../rows.ts';
import type {Glyphs} from '../theme.ts';
import {type Draw, hasFocus, type View} from '../view.ts';
import {clean} from '../width.ts';
import {placeOf} from '../words.ts';

/** The curve of one metric of the run, with its axes. */
export const drawCurves: Draw = (view, width, height) => {
	const names = rowsOf.curves(view.run);
	const name = names.find(wire => wire === view.ui.curves.metric) ?? names[0];
	const series = name === undefined ? undefined : view.run.series.get(name);
	if (!series)
		return fill([[], [span('  No curve yet: ', 'quiet'), span(whyNone(view))]], width, height);
	const heading = headingOf(series, names.indexOf(series.name), names.length, view);
	if (height < 4 || width < 20) return fill([heading], width, height);
	return fill([heading, ...chart(series, width, height - 1, view)], width, height);
};

function whyNone({run}: View): string {
	if (run.partial) return 'its logs are still being read.';
	if (run.files.length === 0) return 'no log was found in its folder.';
	return 'no line with a loss or a metric was understood so far.';
}

function headingOf(series: Series, index: number, total: number, view: View): Line {
	const {last, min, max} = series;
	const best = series.goal === 'max' ? max : min;
	const line: Span[] = [
		blank(1),
		span(clean(series.name), hasFocus(view, 'curves') ? 'accent' : 'strong'),
		span(`  ${measure(last.value)}`, Number.isFinite(last.value) ? 'plain' : 'bad'),
	];
	if (best) {
		const word = series.goal === 'max' ? 'highest' : 'lowest';
		line.push(span(`   ${word} ${measure(best.value)} ${placeOf(best)}`.trimEnd(), 'quiet'));
	}

	if (series.nonFinite > 0) line.push(span(`   ${series.nonFinite} not finite`, 'bad'));
	if (total > 1) line.push(span(`   ${index + 1}/${total}`, 'quiet'));
	return line;
}

/** The axis that the log tells most surely. */
function axisOf(series: Series): Axis {
	for (const axis of ['step', 'epoch'] as const) {
		if (Number.isFinite(series.x(0, axis)) && Number.isFinite(series.x(series.length - 1, axis)))
			return axis;
	}

	return 'index';
}

/** `height` lines: the chart, its axis with marks, and what the axis counts. */
function chart(series: Series, width: number, height: number, {glyphs}: View): readonly Line[] {
	const rows = height - 2;
	const room = width - 1;
	const guess = plotOf(series, room);
	const labels = axisLabels(guess.low, guess.high, rows);
	const margin = labels[0]!.length + 2;
	const columns = room - margin;
	const plot = plotOf(series, columns);
	const drawn = drawPlot(plot, rows, glyphs.plot);
	const lines = drawn.map((text, row): Line => {
		const axis = span(` ${labels[row] ?? ''} ${glyphs.plot[1]}`, 'quiet');
		return [axis, ...(row === 0 ? beyondMarks(text, plot, glyphs) : [span(text, 'curve')])];
	});
	return [
		...lines,
		axisLine(plot, margin, columns, glyphs),
		tickLine(series, plot, margin, columns),
	];
}

/** Columns that reach beyond the axis are marked at its top. */
function beyondMarks(text: string, {spots}: Plot, glyphs: Glyphs): Line {
	return Array.from(text, (sign, column) =>
		spots[column]?.beyond && sign !== ' ' ? span(glyphs.ascending, 'warn') : span(sign, 'curve'),
	);
}

/** The axis, with a mark under every column that holds a value which is not finite. */
function axisLine({spots}: Plot, margin: number, columns: number, glyphs: Glyphs): Line {
	const line: Span[] = [span(`${' '.repeat(margin)}${glyphs.corner}`, 'quiet')];
	for (let column = 0; column < columns; column++) {
		if (spots[column]?.nonFinite) line.push(span(glyphs.notFinite, 'bad'));
		else line.push(span(glyphs.across, 'quiet'));
	}

	return line;
}

function tickLine(series: Series, {spots}: Plot, margin: number, columns: number): Line {
	const axis = axisOf(series);
	const word = axis === 'index' ? 'record' : axis;
	const indexAt = (column: number) =>
		Math.round((column * (series.length - 1)) / Math.max(1, spots.length - 1));
	const shown = Math.min(columns, spots.length);
	const marks = ticks(shown, column =>
		axis === 'index' ? indexAt(column) + 1 : series.x(indexAt(column), axis),
	);
	let text = '';
	for (const {at, text: label} of marks) text = text.padEnd(at) + label;
	const space = margin + 1 - word.length - 1;
	const before = space > 0 ? `${' '.repeat(space)}${word} ` : ' '.repeat(margin + 1);
	return fitted([span(before + text, 'quiet')], margin + 1 + columns);
}
