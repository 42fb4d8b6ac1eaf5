import {count, duration, percent} from '../../core/quantity.ts';
import type {Run} from '../../core/run.ts';
import {
	blank,
	cell,
	fill,
	fitted,
	type Line,
	lineWidth,
	rowsWithCursor,
	type Span,
	span,
} from '../lines.ts';
import {endOf, momentOf} from '../moment.ts';
import {leftOf, queueOf} from '../queue.ts';
import type {Glyphs} from '../theme.ts';
import type {Ui} from '../ui.ts';
import {clean, widthOf} from '../width.ts';
import {clauses, placeOf, stateTones} from '../words.ts';
import type {World} from '../world.ts';
import {runsWord} from './heading.ts';

/** Columns of `tomorrow at 03:10`, and of a gap. */
const longestMoment = 19;

/** Runs that are not over: how far each is, when it will be done, and when all of them will. */
export function drawQueue(
	world: World,
	{at}: Pick<Ui, 'at'>,
	glyphs: Glyphs,
	width: number,
	height: number,
): readonly Line[] {
	const queue = queueOf(world);
	if (queue.length === 0) {
		return fill([[], [span('  No run is under way.', 'quiet')]], width, height);
	}

	const longest = queue.reduce((most, run) => Math.max(most, widthOf(nameOf(run))), 8);
	const name = Math.min(longest, Math.max(8, Math.floor(width * (width < 72 ? 0.25 : 0.3))));
	const lines = queue.map(run => rowOf(run, {world, glyphs, name}, width));
	const rows = rowsWithCursor(lines, at.queue, width, Math.max(0, height - 1));
	return fill([headingOf(queue, world), ...rows], width, height);
}

function nameOf(run: Run): string {
	return clean(run.remarks?.label || run.name);
}

/** `all 5 done at 18:40, in 5h30m`. */
function headingOf(queue: readonly Run[], {now, zone}: World): Line {
	const lefts = queue.flatMap(run => leftOf(run) ?? []);
	if (lefts.length === 0) {
		return [
			span(` ${runsWord(queue.length)} under way`, 'strong'),
			span('   none tells when it will be done', 'quiet'),
		];
	}

	const last = Math.max(...lefts);
	const unknown = queue.length - lefts.length;
	const who =
		unknown > 0
			? `${lefts.length} of ${queue.length}`
			: queue.length === 1
				? 'it is'
				: `all ${queue.length}`;
	const text = `${who} done ${momentOf(endOf(now, last), now, zone)}`;
	return [
		span(` ${text}`, 'strong'),
		span(`, in ${duration(last)}`, 'quiet'),
		...(unknown > 0 ? [span(`; ${unknown} without an end in sight`, 'quiet')] : []),
	];
}

type Context = {readonly world: World; readonly glyphs: Glyphs; readonly name: number};

function rowOf(run: Run, {world, glyphs, name}: Context, width: number): Line {
	const {state} = run;
	const line: Span[] = [
		blank(1),
		span(`${glyphs.state[state]} `, stateTones[state]),
		span(cell(nameOf(run), name, {middle: true})),
		blank(2),
		...progressOf(run, width >= 72 ? 12 : 0, glyphs),
		blank(2),
	];
	const left = leftOf(run);
	if (left === null) {
		line.push(span(`${state}  `, stateTones[state]));
		const why = state === 'running' ? 'its end is not known' : clean(run.why);
		return fitted([...line, span(clauses(why, width - lineWidth(line)), 'quiet')], width);
	}

	const begin = lineWidth(line) + 7 + 7;
	line.push(
		span(cell(duration(left), 7, {right: true})),
		span('  done ', 'quiet'),
		span(momentOf(endOf(world.now, left), world.now, world.zone), 'strong'),
	);
	const place = placeText(run);
	const gap = begin + longestMoment - lineWidth(line);
	if (lineWidth(line) + gap + widthOf(place) <= width) line.push(blank(gap), span(place, 'quiet'));
	return fitted(line, width);
}

function progressOf({progress, state}: Run, width: number, glyphs: Glyphs): Line {
	const {fraction} = progress;
	if (fraction === null) {
		return [span(cell(placeOf(progress) || '–', width + 5, {right: width === 0}), 'quiet')];
	}

	const done = Math.max(0, Math.min(width, Math.round(fraction * width)));
	return [
		span(glyphs.bar[0].repeat(done), state === 'running' ? 'good' : 'plain'),
		span(glyphs.bar[1].repeat(width - done), 'quiet'),
		span(percent(fraction).padStart(5)),
	];
}

/** `epoch 9 of 12`, else `step 2960 of 4000`. */
function placeText({progress: {epoch, epochs, step, steps}}: Run): string {
	if (epoch !== null && epochs !== null) return `epoch ${Math.floor(epoch)} of ${epochs}`;
	return step !== null && steps !== null ? `step ${count(step)} of ${count(steps)}` : '';
}
