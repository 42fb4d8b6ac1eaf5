import {present} from '../grouping.ts';
import {blank, fitted, type Line, lineWidth, type Span, span, spread} from '../lines.ts';
import {clock} from '../moment.ts';
import type {Glyphs} from '../theme.ts';
import {clean, cutMiddle, widthOf} from '../width.ts';
import type {World} from '../world.ts';
import {figuresOf} from './figures.ts';
import {runsWord, stateCounts, together} from './heading.ts';

/** Columns that the place keeps where there is little room. */
const leastPlace = 13;

/** The first line: whether all is well, where we are, how many runs are in which state, how busy the machine is, the time. */
export function drawHeader(world: World, glyphs: Glyphs, width: number): Line {
	// Where simulated runs lie says nothing to anybody.
	const [host, folder] = [clean(world.host), world.demo ? '' : clean(world.folder)];
	const place = [host, folder].filter(Boolean).join(' ');
	const right: Line =
		world.now > 0 ? [span(` ${clock(world.now, world.zone)} `, 'quiet')] : [blank(1)];
	const title: Line = [
		span(' watchexp', 'strong'),
		...(world.demo ? [span('  simulated', 'warn')] : []),
	];
	const name = [...title, ...verdictLine(world, glyphs, width - lineWidth(title))];
	const room = width - lineWidth(name) - lineWidth(right);
	if (room < 0) return fitted(name, width);
	if (room < 8) return spread(name, right, width);
	const reserved = Math.min(widthOf(place) + 4, Math.max(16, Math.floor(room * 0.36)));
	const said = parts(world);
	const needed = widthOfAll(said);
	// Where not all is said, the place gives way.
	const least = Math.min(reserved, leastPlace);
	const first = world.settled ? 0 : widthOfAll(said.slice(0, 2));
	const kept = needed <= room - reserved ? reserved : first > room - least ? 0 : least;
	// That not all is known yet is said before how many runs there are.
	const counts = together(first > room ? said.slice(1) : said, Math.max(0, room - kept));
	const space = room - lineWidth(counts) - Math.min(reserved, widthOf(place) + 4);
	const figures = counts.length === 2 * said.length ? figuresOf(world, glyphs, space) : [];
	const left = room - lineWidth(counts) - lineWidth(figures);
	const short = left > 6 ? placeIn(host, folder, left - 4) : '';
	const line = [
		...name,
		span(`  ${short}`, 'quiet'),
		blank(left - 2 - widthOf(short)),
		...counts,
		...figures,
		...right,
	];
	return fitted(line, width);
}

/** With a gap behind each. */
function widthOfAll(said: readonly Span[]): number {
	return said.reduce((sum, {text}) => sum + widthOf(text) + 2, 0);
}

/** `gpu01 ~/ocr/workdirs` → `gpu01 ocr/workdirs` → `gpu01 workdirs`: the end of a path tells most. */
function placeIn(host: string, folder: string, columns: number): string {
	const begin = host === '' ? '' : `${host} `;
	const room = columns - widthOf(begin);
	const parts = folder.split('/');
	const whole = parts
		.map((_, index) => parts.slice(index).join('/'))
		.find(way => widthOf(way) <= room);
	if (whole !== undefined) return begin + whole;
	return room < 6 ? cutMiddle(begin + folder, columns) : begin + cutMiddle(parts.at(-1)!, room);
}

/** `✖ 2 critical  ! 3 warnings`: runs by their gravest alert that nobody acknowledged; without words where there is no room. */
function verdictLine(world: World, glyphs: Glyphs, room: number): Line {
	const runs = present(world);
	const critical = runs.filter(({verdict}) => verdict === 'critical').length;
	const warn = runs.filter(({verdict}) => verdict === 'warn').length;
	if (critical + warn === 0) {
		const known = runs.length > 0 && world.settled;
		return known ? [span(`  ${glyphs.yes} all well`, 'good')] : [];
	}

	const {severity} = glyphs;
	const line = (words: boolean) => [
		...(critical > 0
			? [span(`  ${severity.critical} ${critical}${words ? ' critical' : ''}`, 'bad')]
			: []),
		...(warn > 0
			? [
					span(
						`  ${severity.warn} ${warn}${words ? ` warning${warn === 1 ? '' : 's'}` : ''}`,
						'warn',
					),
				]
			: []),
	];
	return lineWidth(line(true)) <= room ? line(true) : line(false);
}

/** What there is to count, the most important first. */
function parts(world: World): readonly Span[] {
	const {settled, read, trouble} = world;
	const runs = present(world);
	const hidden = world.hidden + world.runs.length - runs.length;
	const said: Span[] = [];
	if (runs.length > 0) said.push(span(runsWord(runs.length)));
	if (!settled) {
		const share = read > 0 ? ` ${Math.floor(read * 100)}%` : '';
		said.push(span(read < 1 ? `reading${share}` : 'checking', 'accent'));
	}

	// The verdict alone is coloured: a run that runs need not be well.
	said.push(...stateCounts(runs).map(({text}) => span(text)));
	if (trouble.length > 0) said.push(span(`${trouble.length} unreadable`, 'warn'));
	if (hidden > 0) said.push(span(`${hidden} folded`, 'quiet'));
	return said;
}
