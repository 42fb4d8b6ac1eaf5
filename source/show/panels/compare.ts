import {measure} from '../../core/quantity.ts';
import type {Run} from '../../core/run.ts';
import {type Compared, compared} from '../comparison.ts';
import type {CurveView} from '../curve-choice.ts';
import {gap} from '../frame.ts';
import {cell, fill, type Line, type Span, span, type Tone} from '../lines.ts';
import {lossOf} from '../order.ts';
import type {Glyphs} from '../theme.ts';
import {clean} from '../width.ts';
import {bareName, markText, stateTones, tidy} from '../words.ts';
import {type Curve, drawChart} from './chart.ts';

const tones: readonly Tone[] = ['curve', 'second', 'third', 'fourth'];

/** Marked runs: their losses over each other, and side by side what they reached and what differs. */
export function drawCompare(
	runs: readonly Run[],
	view: CurveView,
	glyphs: Glyphs,
	width: number,
	height: number,
): readonly Line[] {
	if (width >= 100) {
		const left = Math.floor((width - gap) / 2);
		const chart = chartOf(runs, view, glyphs, left, height);
		const table = fill(tableOf(runs, glyphs, width - gap - left), width - gap - left, height);
		const between = span(` ${glyphs.down} `, 'quiet');
		return chart.map((line, row) => [...line, between, ...table[row]!]);
	}

	const above = Math.floor(height / 2);
	return [
		...chartOf(runs, view, glyphs, width, above),
		...fill(tableOf(runs, glyphs, width), width, height - above),
	];
}

/** The losses of runs over each other, with a legend in the table's heads. */
export function chartOf(
	runs: readonly Run[],
	view: CurveView,
	glyphs: Glyphs,
	width: number,
	height: number,
): readonly Line[] {
	const curves = runs.flatMap((run, index): readonly Curve[] => {
		const series = run.series.get(view.metric ?? run.loss ?? '') ?? run.series.get(run.loss ?? '');
		return series ? [{series, tone: tones[index % tones.length]!}] : [];
	});
	if (curves.length === 0)
		return fill([[span('  No curve to compare yet.', 'quiet')]], width, height);
	const heading: Line = [span(` ${clean(curves[0]!.series.name)}`, 'strong')];
	if (height < 5 || width < 20) return fill([heading], width, height);
	return fill([heading, ...drawChart(curves, [], view, glyphs, width, height - 1)], width, height);
}

const nameWidth = 16;
const leastCell = 14;

/** Columns that a table of so many runs needs at least. */
export function tableWidth(runs: number): number {
	return nameWidth + 2 + leastCell * runs;
}

/** What runs reached, side by side, and the settings that differ, as far as there is room for runs. */
export function tableOf(runs: readonly Run[], glyphs: Glyphs, width: number): readonly Line[] {
	const room = Math.max(1, Math.floor((width - nameWidth - 2) / leastCell));
	const shown = runs.slice(0, room);
	const each = Math.max(1, Math.min(26, Math.floor((width - nameWidth - 2) / shown.length) - 2));
	const {metric, equal, bestAtEqual, settings, names, environment, incomparable} = compared(shown);
	const row = (name: string, cells: readonly Span[]): Line => [
		span(` ${cell(name, nameWidth)}`, 'quiet'),
		...cells.flatMap(({text, tone}) => [span(cell(text, each, {middle: true}), tone), span('  ')]),
	];
	const values = ({name, values: told, best}: Compared): Line =>
		row(
			clean(name),
			told.map((value, index) => {
				const text = typeof value === 'number' ? measure(value) : clean(value ?? '–');
				return index === best ? span(`${text} ${glyphs.best}`, 'good') : span(text);
			}),
		);
	const lines: Line[] = [
		row(
			'',
			shown.map((run, index) =>
				span(`${glyphs.bar[0]} ${clean(run.name)}`, tones[index % tones.length]!),
			),
		),
		row(
			'state',
			shown.map(({state}) => span(`${glyphs.state[state]} ${state}`, stateTones[state])),
		),
		row(
			'epoch',
			shown.map(run => span(epochOf(run))),
		),
		row(
			'loss',
			shown.map(run =>
				span(Number.isNaN(lossOf(run)) && run.loss === null ? '–' : measure(lossOf(run))),
			),
		),
	];
	if (metric !== null) {
		const best = shown.map(run => bestText(run, metric));
		lines.push(
			row(
				`best ${bareName(metric)}`,
				best.map(text => span(text)),
			),
		);
		if (equal)
			lines.push(values({...bestAtEqual, name: `  up to ${equal.unit} ${tidy(equal.at)}`}));
	}

	for (const text of incomparable.slice(0, 4))
		lines.push([span(` not comparable: ${clean(text)}`, 'warn')]);
	if (settings.length > 0)
		lines.push([], [span(' settings that differ', 'strong')], ...settings.map(values));
	else lines.push([], [span(' No setting is known to differ.', 'quiet')]);
	if (names.length > 0)
		lines.push([], [span(' as their names say', 'strong')], ...names.map(values));
	if (environment.length > 0)
		lines.push(
			[],
			[span(' what they ran on, where it differs', 'strong')],
			...environment.map(values),
		);
	if (shown.length < runs.length)
		lines.push([span(` and ${runs.length - shown.length} more`, 'quiet')]);
	return lines;
}

/** `0.7450 @2`; with its name where a run is judged by another metric than the table. */
function bestText({validation: {best, primary}}: Run, metric: string): string {
	if (!best || primary === null) return '–';
	return primary === metric ? markText(best) : `${bareName(primary)} ${markText(best)}`;
}

function epochOf({progress: {epoch, epochs}}: Run): string {
	if (epoch === null) return '–';
	return epochs === null ? tidy(epoch) : `${tidy(epoch)}/${tidy(epochs)}`;
}
