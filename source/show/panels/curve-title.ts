import {measure} from '../../core/quantity.ts';
import {type Line, lineWidth, type Span, span} from '../lines.ts';
import {clean, cutMiddle, widthOf} from '../width.ts';
import {placeOf} from '../words.ts';
import type {Curve} from './chart.ts';

/** What stands over a chart besides its curves. */
type Title = {
	/** `1/13`: which metric of how many it is. */
	readonly place: string;
	readonly focused: boolean;
	/** What a curve is drawn with in the legend. */
	readonly sign: string;
};

/** Columns of a name below which its value is left out. */
const telling = 10;

/** ` ━ train/loss 0.31   ━ val/loss 0.42`: which curve is which; where there is no room, without values, then with shorter names. */
export function legendOf(
	curves: readonly Curve[],
	{place, focused, sign}: Title,
	room: number,
): Line {
	const names = curves.map(({series}) => clean(series.name));
	const values = curves.map(({series}) => measure(series.last.value));
	const told = (longest: number, valued: boolean): Span[] =>
		curves.flatMap(({tone}, index): readonly Span[] => [
			span(` ${sign} `, tone),
			span(`${cutMiddle(names[index]!, longest)} `, focused && index === 0 ? 'accent' : 'plain'),
			...(valued ? [span(`${values[index]}  `)] : []),
		]);
	const whole = told(Number.POSITIVE_INFINITY, true);
	const counted = [...whole, span(` ${place}`, 'quiet')];
	if (lineWidth(counted) <= room) return counted;
	const taken = (valued: boolean) => lineWidth(told(0, valued));
	const least = Math.min(telling, Math.max(...names.map(widthOf)));
	const longest = longestFor(names, room - taken(true));
	return longest >= least
		? told(longest, true)
		: told(longestFor(names, room - taken(false)), false);
}

/** The columns to which names must be cut so that all of them fit. */
function longestFor(names: readonly string[], room: number): number {
	let longest = Math.max(...names.map(widthOf));
	const needed = () => names.reduce((sum, name) => sum + Math.min(longest, widthOf(name)), 0);
	while (longest > 1 && needed() > room) longest--;
	return longest;
}

/** `train/loss  0.3143   lowest 0.3061 epoch 199   1/13`: as much of it as there is room for. */
export function aloneTitle({series}: Curve, {place, focused}: Title, room: number): Line {
	const {last, min, max, goal, nonFinite} = series;
	const best = goal === 'max' ? max : min;
	const word = goal === 'max' ? 'highest' : 'lowest';
	const head = [
		span(` ${clean(series.name)}`, focused ? 'accent' : 'strong'),
		span(`  ${measure(last.value)}`, Number.isFinite(last.value) ? 'plain' : 'bad'),
	];
	const reached = best ? [span(`   ${word} ${measure(best.value)}`, 'quiet')] : [];
	const where = best ? [span(` ${placeOf(best)}`.trimEnd(), 'quiet')] : [];
	const bad = nonFinite > 0 ? [span(`   ${nonFinite} not finite`, 'bad')] : [];
	const count = place.endsWith('/1') ? [] : [span(`   ${place}`, 'quiet')];
	const ways = [
		[...head, ...reached, ...where, ...bad, ...count],
		[...head, ...reached, ...where, ...bad],
		[...head, ...reached, ...bad],
		[...head, ...bad],
	];
	return ways.find(line => lineWidth(line) <= room) ?? head;
}
