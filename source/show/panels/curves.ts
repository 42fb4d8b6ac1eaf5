import type {Run} from '../../core/run.ts';
import type {Series} from '../../core/series.ts';
import type {CurveView} from '../curve-choice.ts';
import {byScale, drawnMetrics, haveOneAxis} from '../curve-set.ts';
import {fillsIn} from '../frame.ts';
import {blank, fill, fitted, type Line, lineWidth, span, spread, type Tone} from '../lines.ts';
import {rowsOf} from '../rows.ts';
import {type Draw, hasFocus, type View} from '../view.ts';
import {type Curve, drawChart} from './chart.ts';
import {readingOf} from './cross-hair.ts';
import {marksOf} from './curve-marks.ts';
import {aloneTitle, legendOf} from './curve-title.ts';
import {noEvaluation} from './validation.ts';

/** Of the curves of a chart, in the order in which they were chosen. */
export const curveTones: readonly Tone[] = ['curve', 'second', 'third', 'fourth'];

/** Rows from which on the validation metric gets a chart of its own below. */
const tall = 22;
/** Rows that a chart takes at least. */
const leastChart = 8;

/** The curve of one metric of the run, with its axes; others beside it that were kept. */
export const drawCurves: Draw = (view, width, height) => {
	const alone = fillsIn(view.ui) && height > leastChart;
	const key = `${width} ${height} ${hasFocus(view, 'curves')} ${view.glyphs.braille} ${alone}`;
	const known = remembered.get(view.run);
	if (known?.key === key && known.view === view.ui.curves) return known.lines;
	const lines = alone
		? [...draw(view, width, height - 1), why(view, width)]
		: draw(view, width, height);
	remembered.set(view.run, {key, view: view.ui.curves, lines});
	return lines;
};

/** Why no evaluations stand beside the curves. */
function why({run}: View, width: number): Line {
	return fitted([blank(1), span(noEvaluation(run), 'quiet')], width);
}

const remembered = new WeakMap<
	Run,
	{readonly key: string; readonly view: CurveView; readonly lines: readonly Line[]}
>();

const draw: Draw = (view, width, height) => {
	const curves = curvesOf(view);
	if (curves.length === 0) {
		return fill([[], [span('  No curve yet: ', 'quiet'), span(whyNone(view))]], width, height);
	}

	const groups = groupsOf(view, curves, height);
	const heights = heightsOf(groups.length, height);
	const all = groups.flat().map(({series}) => series);
	return groups.flatMap((group, index) => {
		const own = group.map(({series}) => series);
		const over = haveOneAxis(own, all, view.ui.curves) ? all : own;
		return part(group, over, view, width, heights[index]!);
	});
};

/** What stands on one axis each: curves of a like scale, and below a loss what the run is judged by. */
function groupsOf(
	view: View,
	curves: readonly Curve[],
	height: number,
): ReadonlyArray<readonly Curve[]> {
	const second = secondOf(view, curves, height);
	const most = Math.max(1, Math.floor(height / leastChart) - Number(second !== null));
	const groups = view.ui.curves.pinned.length === 0 ? [curves] : byScale(curves);
	const last = groups.slice(most - 1).flat();
	const charts = [...groups.slice(0, most - 1), ...(last.length > 0 ? [last] : [])];
	return second ? [...charts, [second]] : charts;
}

/** The first chart is the tallest, and takes what is left. */
function heightsOf(count: number, height: number): readonly number[] {
	const other = count === 2 ? Math.floor(height * 0.4) : Math.floor(height / count);
	const others = Array.from({length: count - 1}, () => other);
	return [height - other * others.length, ...others];
}

/** One chart; `over`: what both of a panel are drawn over, so that they share the x axis. */
function part(
	curves: readonly Curve[],
	over: readonly Series[],
	view: View,
	width: number,
	height: number,
): readonly Line[] {
	const modes = modesOf(view);
	const room = width - lineWidth(modes);
	const heading = spread(headingOf(curves, over, view, room), modes, width);
	if (height < 5 || width < 20) return fill([heading], width, height);
	const chart = drawChart(
		curves,
		marksOf(view),
		view.ui.curves,
		view.glyphs,
		width,
		height - 1,
		over,
	);
	return fill([heading, ...chart], width, height);
}

/** The metrics drawn, each in its colour. */
function curvesOf({run, ui}: View): readonly Curve[] {
	return drawnMetrics(run, ui.curves).map((name, index) => ({
		series: run.series.get(name)!,
		tone: curveTones[index % curveTones.length]!,
	}));
}

/** In a tall panel the metric that the run is judged by stands below its loss. */
function secondOf({run, ui}: View, curves: readonly Curve[], height: number): Curve | null {
	const {primary} = run.validation;
	const series = primary === null ? undefined : run.series.get(primary);
	const {metric, pinned} = ui.curves;
	if (!series || series.length < 2 || height < tall || metric !== null || pinned.length > 0)
		return null;
	return curves.some(curve => curve.series === series) ? null : {series, tone: 'second'};
}

function whyNone({run}: View): string {
	if (run.partial) return 'its logs are still being read.';
	if (run.files.length === 0) return 'no log was found in its folder.';
	return 'no line with a loss or a metric was understood so far.';
}

function headingOf(
	curves: readonly Curve[],
	over: readonly Series[],
	view: View,
	room: number,
): Line {
	if (view.ui.curves.hair !== null) return readingOf(curves, over, view);
	const names = rowsOf.curves(view.run);
	const place = `${names.indexOf(curves[0]!.series.name) + 1}/${names.length}`;
	const title = {place, focused: hasFocus(view, 'curves'), sign: view.glyphs.bar[0]};
	return curves.length > 1 ? legendOf(curves, title, room) : aloneTitle(curves[0]!, title, room);
}

const smoothWords = {none: '', light: 'smooth', strong: 'very smooth'} as const;

/** How the curve is drawn, where it is not as told. */
function modesOf({ui}: View): Line {
	const {smoothing, logarithmic, from, to, hair} = ui.curves;
	if (hair !== null) return [];
	const zoom = to - from < 1 ? `zoom x${Math.round(1 / (to - from))}` : '';
	const modes = [logarithmic ? 'log' : '', smoothWords[smoothing], zoom].filter(Boolean);
	return modes.length > 0 ? [span(` ${modes.join(', ')}`, 'accent'), blank(2)] : [];
}
