import type {Verdict} from '../../core/alert.ts';
import type {Run, State} from '../../core/run.ts';
import {away, type Group, worstOf} from '../grouping.ts';
import {blank, cell, fitted, type Line, lineWidth, type Span, span, type Tone} from '../lines.ts';
import type {Glyphs} from '../theme.ts';
import {clean, cutMiddle, widthOf} from '../width.ts';
import {ruleName, stateTones} from '../words.ts';
import {worstAlert} from '../worst-alert.ts';

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

/** `1 crashed`, `5 running`: how many runs are in which state, the most urgent first. */
export function stateCounts(runs: readonly Run[]): readonly Span[] {
	const counts = new Map<State, number>();
	for (const {state} of runs) counts.set(state, (counts.get(state) ?? 0) + 1);
	return urgent.flatMap(state => {
		const count = counts.get(state);
		return count ? [span(`${count} ${state}`, stateTones[state])] : [];
	});
}

/** As many of the parts as there is room for. */
export function together(parts: readonly Span[], room: number): Line {
	const line: Span[] = [];
	let left = room;
	for (const part of parts) {
		left -= widthOf(part.text) + 2;
		if (left < 0) break;
		line.push(part, blank(2));
	}

	return line;
}

const verdicts: Readonly<Record<Verdict, readonly [word: string, tone: Tone]>> = {
	critical: ['critical', 'bad'],
	warn: ['warning', 'warn'],
	ok: ['all well', 'good'],
};

/** `3 runs`. */
export function runsWord(count: number): string {
	return `${count} run${count === 1 ? '' : 's'}`;
}

/** The row over a group: folded or not, its gravest verdict, its name set as those of runs, how its runs are. */
export function headingLine(group: Group, glyphs: Glyphs, width: number, nameWidth = 0): Line {
	const {id, runs, unread, folded} = group;
	const verdict = worstOf(group);
	const [word, tone] = verdicts[verdict];
	const sign = verdict === 'ok' ? glyphs.yes : glyphs.severity[verdict];
	const isAway = id === away;
	const most = Math.max(nameWidth, Math.min(40, Math.floor(width / 3)));
	const short = cutMiddle(`${group.above ? '  ' : ''}${clean(group.name)}`, Math.max(8, most));
	const name = cell(short, Math.max(nameWidth, widthOf(short)));
	const line: Span[] = [
		span(folded ? glyphs.here : glyphs.descending, 'accent'),
		span(isAway ? '  ' : `${sign} `, isAway ? 'quiet' : tone),
		span(name, isAway ? 'quiet' : 'strong'),
		span(`  ${runsWord(runs.length + unread)}`, 'quiet'),
		blank(2),
	];
	const parts = isAway ? awayParts(group) : [verdictPart(group, word, tone), ...stateCounts(runs)];
	return fitted([...line, ...together(parts, width - lineWidth(line))], width);
}

/** `critical: CUDA OOM`. */
function verdictPart({runs}: Group, word: string, tone: Tone): Span {
	const critical = runs.find(({verdict}) => verdict === 'critical');
	const alert = worstAlert(critical ?? runs.find(({verdict}) => verdict === 'warn') ?? runs[0]!);
	return span(alert ? `${word}: ${ruleName(alert.rule)}` : word, tone);
}

function awayParts({runs, unread}: Group): readonly Span[] {
	const hidden = runs.filter(({remarks}) => remarks?.hidden).length;
	const old = runs.length - hidden + unread;
	return [
		...(hidden > 0 ? [span(`${hidden} hidden by you`, 'quiet')] : []),
		...(old > 0 ? [span(`${old} archived or old`, 'quiet')] : []),
	];
}
