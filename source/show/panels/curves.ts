import {measure} from '../../core/quantity.ts';
import type {Run} from '../../core/run.ts';
import type {Axis, Series} from '../../core/series.ts';
import type {CurveView} from '../curve-choice.ts';
import {blank, fill, type Line, type Span, span, type Tone} from '../lines.ts';
import {rowsOf} from '../rows.ts';
import {axesFor, domainOf, indexAt} from '../sampling.ts';
import {type Draw, hasFocus, type View} from '../view.ts';
import {clean} from '../width.ts';
import {placeOf} from '../words.ts';
import {type AxisMark, type Curve, drawChart} from './chart.ts';

const tones: readonly Tone[] = ['curve', 'second', 'third', 'fourth'];

/** Rows from which on the validation metric gets a chart of its own below. */
const tall = 22;

/** The curve of one metric of the run, with its axes; others beside it that were kept. */
export const drawCurves: Draw = (view, width, height) => {
	const key = `${width} ${height} ${hasFocus(view, 'curves')} ${view.glyphs.braille}`;
	const known = remembered.get(view.run);
	if (known?.key === key && known.view === view.ui.curves) return known.lines;
	const lines = draw(view, width, height);
	remembered.set(view.run, {key, view: view.ui.curves, lines});
	return lines;
};

const remembered = new WeakMap<
	Run,
	{readonly key: string; readonly view: CurveView; readonly lines: readonly Line[]}
>();

const draw: Draw = (view, width, height) => {
	const curves = curvesOf(view);
	if (curves.length === 0) {
		return fill([[], [span('  No curve yet: ', 'quiet'), span(whyNone(view))]], width, height);
	}

	const second = secondOf(view, curves, height);
	const below = second ? Math.floor(height * 0.4) : 0;
	return [
		...part(curves, view, width, height - below),
		...(second ? part([second], view, width, below) : []),
	];
};

function part(
	curves: readonly Curve[],
	view: View,
	width: number,
	height: number,
): readonly Line[] {
	const heading = headingOf(curves, view);
	if (height < 5 || width < 20) return fill([heading], width, height);
	const chart = drawChart(curves, marksOf(view), view.ui.curves, view.glyphs, width, height - 1);
	return fill([heading, ...chart], width, height);
}

function curvesOf({run, ui}: View): readonly Curve[] {
	const names = rowsOf.curves(run);
	const chosen = names.find(name => name === ui.curves.metric) ?? names[0];
	const pinned = ui.curves.pinned.filter(name => name !== chosen && names.includes(name));
	return [...(chosen === undefined ? [] : [chosen]), ...pinned].map((name, index) => ({
		series: run.series.get(name)!,
		tone: tones[index % tones.length]!,
	}));
}

/** In a tall panel the metric that the run is judged by stands below its loss. */
function secondOf({run, ui}: View, curves: readonly Curve[], height: number): Curve | null {
	const {primary} = run.validation;
	const series = primary === null ? undefined : run.series.get(primary);
	if (!series || series.length < 2 || height < tall || ui.curves.metric !== null) return null;
	return curves.length > 1 || curves[0]!.series === series ? null : {series, tone: 'second'};
}

function whyNone({run}: View): string {
	if (run.partial) return 'its logs are still being read.';
	if (run.files.length === 0) return 'no log was found in its folder.';
	return 'no line with a loss or a metric was understood so far.';
}

/** The best evaluation and every resume, on the x axis. */
function marksOf({run, glyphs}: View): readonly AxisMark[] {
	const marks: AxisMark[] = run.sessions
		.filter(({resumed}) => resumed)
		.map(session => ({
			x: axis =>
				(axis === 'step'
					? session.firstStep
					: axis === 'epoch'
						? session.firstEpoch
						: session.startedAt) ?? Number.NaN,
			sign: glyphs.resumed,
			tone: 'accent',
		}));
	const {best} = run.validation;
	if (best) {
		marks.push({
			x: axis => (axis === 'step' || axis === 'epoch' ? best[axis] : null) ?? Number.NaN,
			sign: glyphs.best,
			tone: 'good',
		});
	}

	return marks;
}

function headingOf(curves: readonly Curve[], view: View): Line {
	const {hair, smoothing, logarithmic} = view.ui.curves;
	if (hair !== null) return readingOf(curves, view);
	const line: Span[] = curves.length > 1 ? legendOf(curves) : [...single(curves[0]!, view)];
	if (logarithmic) line.push(span('   log', 'accent'));
	if (smoothing !== 'none') line.push(span(`   ${smoothing} smoothing`, 'accent'));
	return line;
}

function legendOf(curves: readonly Curve[]): Span[] {
	return curves.flatMap(({series, tone}) => [
		span(' ━ ', tone),
		span(`${clean(series.name)} ${measure(series.last.value)}  `),
	]);
}

function single({series}: Curve, view: View): readonly Span[] {
	const {last, min, max, goal} = series;
	const best = goal === 'max' ? max : min;
	const names = rowsOf.curves(view.run);
	const line: Span[] = [
		blank(1),
		span(clean(series.name), hasFocus(view, 'curves') ? 'accent' : 'strong'),
		span(`  ${measure(last.value)}`, Number.isFinite(last.value) ? 'plain' : 'bad'),
	];
	if (best) {
		const word = goal === 'max' ? 'highest' : 'lowest';
		line.push(span(`   ${word} ${measure(best.value)} ${placeOf(best)}`.trimEnd(), 'quiet'));
	}

	if (series.nonFinite > 0) line.push(span(`   ${series.nonFinite} not finite`, 'bad'));
	if (names.length > 1)
		line.push(span(`   ${names.indexOf(series.name) + 1}/${names.length}`, 'quiet'));
	return line;
}

/** The exact values under the cross-hair. */
function readingOf(curves: readonly Curve[], {ui}: View): Line {
	const list = curves.map(({series}) => series);
	const axis = axesFor(list, ui.curves.axis).place;
	const whole = domainOf(list, axis, {from: 0, to: 1});
	const x = whole.from + (ui.curves.hair ?? 0) * (whole.to - whole.from);
	const points = list.map(series => series.point(nearest(series, axis, x)));
	const place = points[0] ? placeText(points[0]) : '';
	return [
		span(` ${place}`, 'accent'),
		...curves.flatMap(({series, tone}, index): readonly Span[] => [
			span('  ━ ', tone),
			span(`${clean(series.name)} `, 'quiet'),
			span(measure(points[index]!.value), 'strong'),
		]),
	];
}

function placeText({
	step,
	epoch,
}: {
	readonly step: number | null;
	readonly epoch: number | null;
}): string {
	const parts = [placeOf({step: null, epoch}), placeOf({step, epoch: null})];
	return parts.filter(Boolean).join(' ');
}

function nearest(series: Series, axis: Axis, x: number): number {
	const index = Math.min(series.length - 1, indexAt(series, axis, x));
	if (index === 0) return 0;
	return x - series.x(index - 1, axis) < series.x(index, axis) - x ? index - 1 : index;
}
