import {type State, states} from '../../core/run.ts';
import {blank, cell, fitted, type Line, lineWidth, type Span, span} from '../lines.ts';
import {clean, cutMiddle, widthOf} from '../width.ts';
import {stateTones} from '../words.ts';
import type {World} from '../world.ts';

/** What is said first where there is little room. */
const urgent: readonly State[] = [
	'crashed',
	'stalled',
	'running',
	'quiet',
	'interrupted',
	'finished',
	'waiting',
	'unknown',
];

/** `10:31`: the time of day where the host is. */
export function clock(now: number, zone: number): string {
	return new Date(now + zone * 60_000).toISOString().slice(11, 16);
}

/** The first line: where we are, how many runs are in which state, the time. */
export function drawHeader(world: World, width: number): Line {
	const place = clean([world.host, world.folder].filter(Boolean).join(' '));
	const right: Line =
		world.now > 0 ? [span(` ${clock(world.now, world.zone)} `, 'quiet')] : [blank(1)];
	const name: Line = [
		span(' watchexp', 'strong'),
		...(world.demo ? [span('  simulated', 'warn')] : []),
	];
	const room = width - lineWidth(name) - lineWidth(right);
	if (room < 8) return fitted(name, width);
	const reserved = Math.max(16, Math.min(widthOf(place) + 4, Math.floor(room * 0.36)));
	const counts = countsOf(world, Math.max(0, room - reserved));
	const left = room - lineWidth(counts);
	const short = left > 6 ? cutMiddle(place, left - 4) : '';
	const line = [
		...name,
		span(`  ${short}`, 'quiet'),
		blank(left - 2 - widthOf(short)),
		...counts,
		...right,
	];
	return fitted(line, width);
}

/** `14 runs  2 crashed  1 stalled  5 running`, as many as there is room for. */
function countsOf(world: World, room: number): Line {
	const line: Span[] = [];
	for (const part of parts(world)) {
		if (lineWidth(line) + lineWidth([part]) + 2 > room) break;
		line.push(part, blank(2));
	}

	return line;
}

/** What there is to count, the most important first. */
function parts({runs, settled, read, trouble, hidden}: World): readonly Span[] {
	const said: Span[] = [];
	if (runs.length > 0) said.push(span(`${runs.length} run${runs.length === 1 ? '' : 's'}`));
	if (!settled) {
		const share = read > 0 ? ` ${Math.min(99, Math.floor(read * 100))}%` : '';
		said.push(span(`reading${share}`, 'accent'));
	}

	for (const state of urgent) {
		const count = runs.filter(run => run.state === state).length;
		if (count > 0) said.push(span(`${count} ${state}`, stateTones[state]));
	}

	if (trouble.length > 0) said.push(span(`${trouble.length} unreadable`, 'warn'));
	if (hidden > 0) said.push(span(`${hidden} folded away`, 'quiet'));
	return said;
}

/** Every state with its glyph, as the help explains them. */
export function legend(glyphs: {readonly state: Readonly<Record<State, string>>}): readonly Line[] {
	return states.map(
		(state): Line => [span(`${glyphs.state[state]} `, stateTones[state]), span(cell(state, 12))],
	);
}
