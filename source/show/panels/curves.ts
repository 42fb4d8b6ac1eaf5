import {parseWireName} from '../../core/metric.ts';
import {measure} from '../../core/quantity.ts';
import type {Run} from '../../core/run.ts';
import type {Axis, Series} from '../../core/series.ts';
import type {CurveView} from '../curve-choice.ts';
import {blank, fill, type Line, type Span, span, spread, type Tone} from '../lines.ts';
import {rowsOf} from '../rows.ts';
import {axesFor} from '../sampling.ts';
import {type Draw, hasFocus, type View} from '../view.ts';
import {clean} from '../width.ts';
import {placeOf} from '../words.ts';
import {type AxisMark, type Curve, drawChart} from './chart.ts';
import {readingOf} from './cross-hair.ts';

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
	const below = Math.floor(height * 0.4);
	const own = curves.map(({series}) => series);
	if (!second) return part(curves, own, view, width, height);
	const both = [...own, second.series];
	const shared = haveOneAxis(own, both, view);
	return [
		...part(curves, shared ? both : own, view, width, height - below),
		...part([second], shared ? both : [second.series], view, width, below),
	];
};

/** Whether some series are drawn along the same axis when others join them. */
function haveOneAxis(some: readonly Series[], all: readonly Series[], {ui}: View): boolean {
	return axesFor(some, ui.curves.axis).place === axesFor(all, ui.curves.axis).place;
}

/** One chart; `over`: what both of a panel are drawn over, so that they share the x axis. */
function part(
	curves: readonly Curve[],
	over: readonly Series[],
	view: View,
	width: number,
	height: number,
): readonly Line[] {
	const heading = spread(headingOf(curves, over, view), modesOf(view), width);
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

/** The metric chosen, those kept, and of one chosen alone the same as measured on the other split. */
function curvesOf(view: View): readonly Curve[] {
	const {run, ui} = view;
	const names = rowsOf.curves(run);
	const chosen = names.find(name => name === ui.curves.metric) ?? names[0];
	if (chosen === undefined) return [];
	const pinned = ui.curves.pinned.filter(name => name !== chosen && names.includes(name));
	const beside = pinned.length > 0 ? pinned : twinsOf(chosen, names, view);
	return [chosen, ...beside].map((name, index) => ({
		series: run.series.get(name)!,
		tone: tones[index % tones.length]!,
	}));
}

/** `val/loss` beside `train/loss`, where their values lie close enough for one axis. */
function twinsOf(chosen: string, names: readonly string[], view: View): readonly string[] {
	const {series} = view.run;
	const bare = (wire: string) => parseWireName(wire).name.toLowerCase();
	const told = series.get(chosen)!;
	const {min, max} = told;
	if (!min || !max) return [];
	const room = 2 * (max.value - min.value) + Math.abs(max.value) / 2;
	return names.filter(name => {
		const twin = series.get(name)!;
		if (name === chosen || bare(name) !== bare(chosen) || twin.length < 2) return false;
		if (!haveOneAxis([told], [told, twin], view)) return false;
		return twin.min && twin.max
			? twin.min.value >= min.value - room && twin.max.value <= max.value + room
			: false;
	});
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

/** The best evaluation and every resume, on the x axis. */
function marksOf({run, glyphs}: View): readonly AxisMark[] {
	const resumes = run.sessions
		.filter(({resumed}) => resumed)
		.map(
			(session): AxisMark => ({
				x: axis =>
					(axis === 'step'
						? session.firstStep
						: axis === 'epoch'
							? session.firstEpoch
							: session.startedAt) ?? Number.NaN,
				sign: glyphs.resumed,
				tone: 'accent',
			}),
		);
	const marks = [...seamsOf(run, glyphs), ...resumes];
	const {best, primary, goal} = run.validation;
	const told = primary === null ? undefined : run.series.get(primary);
	const at = (goal === 'min' ? told?.min?.at : told?.max?.at) ?? null;
	if (best) {
		marks.push({
			x: axis => (axis === 'time' ? at : axis === 'index' ? null : best[axis]) ?? Number.NaN,
			sign: glyphs.best,
			tone: 'good',
		});
	}

	return marks;
}

/** Stretches that two launches told, or none. */
function seamsOf({sessions}: View['run'], glyphs: View['glyphs']): readonly AxisMark[] {
	return sessions.flatMap(({seam, firstStep, firstEpoch}, index): readonly AxisMark[] => {
		const first = {step: firstStep, epoch: firstEpoch};
		const before = sessions[index - 1];
		const last = {step: before?.lastStep, epoch: before?.lastEpoch};
		if (seam?.kind !== 'overlap' && seam?.kind !== 'gap') return [];
		const end = (ends: typeof first | typeof last) => (axis: Axis) =>
			(axis === 'step' || axis === 'epoch' ? ends[axis] : null) ?? Number.NaN;
		return seam.kind === 'gap'
			? [{x: end(last), until: end(first), sign: glyphs.gap, tone: 'warn'}]
			: [{x: end(first), until: end(last), sign: glyphs.overlap, tone: 'quiet'}];
	});
}

function headingOf(curves: readonly Curve[], over: readonly Series[], view: View): Line {
	if (view.ui.curves.hair !== null) return readingOf(curves, over, view);
	return curves.length > 1 ? legendOf(curves, view) : single(curves[0]!, view);
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

function legendOf(curves: readonly Curve[], view: View): Span[] {
	const names = rowsOf.curves(view.run);
	const chosen = names.indexOf(curves[0]!.series.name);
	return [
		...curves.flatMap(({series, tone}, index): readonly Span[] => {
			const here = index === 0 && hasFocus(view, 'curves');
			return [
				span(` ${view.glyphs.bar[0]} `, tone),
				span(`${clean(series.name)} `, here ? 'accent' : 'plain'),
				span(`${measure(series.last.value)}  `),
			];
		}),
		span(` ${chosen + 1}/${names.length}`, 'quiet'),
	];
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
