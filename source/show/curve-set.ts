import {parseWireName} from '../core/metric.ts';
import type {Run} from '../core/run.ts';
import type {Series} from '../core/series.ts';
import type {CurveView} from './curve-choice.ts';
import {rowsOf} from './rows.ts';
import {axesFor} from './sampling.ts';

/** Curves that a chart can tell apart. */
export const mostCurves = 4;

/** Wire names of the metrics drawn: the one chosen first, then those kept, else the same one of another split. */
export function drawnMetrics(run: Run, view: CurveView): readonly string[] {
	const names = rowsOf.curves(run);
	const chosen = names.find(name => name === view.metric) ?? names[0];
	if (chosen === undefined) return [];
	const pinned = view.pinned.filter(name => name !== chosen && names.includes(name));
	if (pinned.length > 0 || !view.twins) return [chosen, ...pinned].slice(0, mostCurves);
	return [chosen, ...twinsOf(chosen, names, run, view)].slice(0, mostCurves);
}

/** `val/loss` beside `train/loss`, where their values lie close enough for one axis. */
function twinsOf(
	chosen: string,
	names: readonly string[],
	{series}: Run,
	view: CurveView,
): readonly string[] {
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

/** Whether some series are drawn along the same axis when others join them. */
export function haveOneAxis(
	some: readonly Series[],
	all: readonly Series[],
	view: CurveView,
): boolean {
	return axesFor(some, view.axis).place === axesFor(all, view.axis).place;
}

/** Draws a metric beside those that are drawn, or lets it go; the last one stays. */
export function turned(view: CurveView, run: Run, name: string): CurveView {
	const drawn = drawnMetrics(run, view);
	const next = drawn.includes(name)
		? drawn.filter(one => one !== name)
		: [...drawn.slice(0, mostCurves - 1), name];
	const [metric, ...others] = next;
	return metric === undefined ? view : {...view, metric, pinned: others, twins: false};
}

/** Share of a common axis that each curve must fill. */
const leastShare = 1 / 6;

/** Puts curves that one axis would flatten on axes of their own. */
export function byScale<C extends {readonly series: Series}>(
	curves: readonly C[],
): ReadonlyArray<readonly C[]> {
	const groups: C[][] = [];
	for (const curve of curves) {
		const group = groups.find(others => fitTogether([...others, curve]));
		if (group) group.push(curve);
		else groups.push([curve]);
	}

	return groups;
}

function fitTogether(curves: ReadonlyArray<{readonly series: Series}>): boolean {
	const ranges = curves.flatMap(({series: {min, max}}) =>
		min && max ? [[min.value, max.value] as const] : [],
	);
	const low = Math.min(...ranges.map(([from]) => from));
	const high = Math.max(...ranges.map(([, to]) => to));
	return ranges.every(([from, to]) => to - from >= leastShare * (high - low));
}
