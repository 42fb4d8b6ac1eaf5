import {measure} from '../../core/quantity.ts';
import type {Axis, Point, Series} from '../../core/series.ts';
import {type Line, type Span, span} from '../lines.ts';
import {dayAndTime} from '../moment.ts';
import {axesFor, domainOf, indexAt} from '../sampling.ts';
import type {View} from '../view.ts';
import {clean} from '../width.ts';
import {placeOf} from '../words.ts';
import type {Curve} from './chart.ts';

/** The exact values under the cross-hair. */
export function readingOf(
	curves: readonly Curve[],
	over: readonly Series[],
	{ui, world, glyphs}: View,
): Line {
	const list = curves.map(({series}) => series);
	const axis = axesFor(over, ui.curves.axis).place;
	const whole = domainOf(over, axis, {from: 0, to: 1});
	const x = whole.from + (ui.curves.hair ?? 0) * (whole.to - whole.from);
	const points = list.map(series => series.point(nearest(series, axis, x)));
	return [
		span(` ${points[0] ? placeText(points[0], world.zone) : ''}`, 'accent'),
		...curves.flatMap(({series, tone}, index): readonly Span[] => [
			span(`  ${glyphs.bar[0]} `, tone),
			span(`${clean(series.name)} `, 'quiet'),
			span(exact(points[index]!.value), Number.isFinite(points[index]!.value) ? 'strong' : 'bad'),
		]),
	];
}

/** As told, without the noise of halves and tenths: `0.30000000000000004` → `0.3`. */
function exact(value: number): string {
	return Number.isFinite(value) ? String(Number(value.toPrecision(8))) : measure(value);
}

function placeText({step, epoch, at}: Point, zone: number): string {
	const parts = [
		placeOf({step: null, epoch}),
		placeOf({step, epoch: null}),
		at === null ? '' : dayAndTime(at, zone),
	];
	return parts.filter(Boolean).join('  ');
}

function nearest(series: Series, axis: Axis, x: number): number {
	const index = Math.min(series.length - 1, indexAt(series, axis, x));
	if (index === 0) return 0;
	return x - series.x(index - 1, axis) < series.x(index, axis) - x ? index - 1 : index;
}
