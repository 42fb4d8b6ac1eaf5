import {measure} from '../../core/quantity.ts';
import type {Run} from '../../core/run.ts';
import {drawnMetrics} from '../curve-set.ts';
import {cell, fill, fitted, type Line, type Span, scrolledTo, span, textOf} from '../lines.ts';
import {metricRows} from '../rows.ts';
import type {Glyphs} from '../theme.ts';
import type {Ui} from '../ui.ts';
import {clean, widthOf} from '../width.ts';
import {markText} from '../words.ts';
import {curveTones} from './curves.ts';

/** Every metric of the run: whether it is drawn and in which colour, its last value and its best. */
export function drawMetrics(
	run: Run | undefined,
	ui: Ui,
	glyphs: Glyphs,
	width: number,
	height: number,
): readonly Line[] {
	const rows = run ? metricRows(run, ui.command.text) : [];
	if (!run || rows.length === 0) {
		const why = run?.series.size ? 'No metric is called so.' : 'This run has told no metric yet.';
		return fill([[span(`  ${why}`, 'quiet')]], width, height);
	}

	const drawn = drawnMetrics(run, ui.curves);
	const at = Math.min(ui.command.at, rows.length - 1);
	const from = scrolledTo(at, height, rows.length);
	const longest = rows.reduce((most, name) => Math.max(most, widthOf(clean(name))), 8);
	const name = Math.max(8, Math.min(longest, width - (width < 50 ? 15 : 34)));
	const lines = rows.slice(from, from + height).map((wire, index): Line => {
		const line = fitted(rowOf(wire, {run, drawn, name, glyphs}, width), width);
		return from + index === at ? [span(textOf(line), 'chosen')] : line;
	});
	return fill(lines, width, height);
}

type Context = {
	readonly run: Run;
	readonly drawn: readonly string[];
	readonly name: number;
	readonly glyphs: Glyphs;
};

function rowOf(wire: string, {run, drawn, name, glyphs}: Context, width: number): Line {
	const {last, min, max, goal, points} = run.series.get(wire)!;
	const best = goal === 'max' ? max : goal === 'min' ? min : null;
	const place = drawn.indexOf(wire);
	const line: Span[] = [
		span(
			place < 0 ? '   ' : ` ${glyphs.bar[0]} `,
			curveTones[Math.max(0, place) % curveTones.length]!,
		),
		span(cell(clean(wire), name, {middle: true}), place < 0 ? 'plain' : 'strong'),
		span(
			cell(measure(last.value), 10, {right: true}),
			Number.isFinite(last.value) ? 'plain' : 'bad',
		),
	];
	if (width < 50) return line;
	const word = best === null ? `${points} values` : `best ${markText(best)}`;
	return [...line, span(`  ${word}`, 'quiet')];
}
