import {incomparable} from '../../core/environment.ts';
import {measure} from '../../core/quantity.ts';
import {type Ranked, type Ranking, ranksOf} from '../branches.ts';
import {cell, fill, fitted, type Line, rowsWithCursor, type Span, span} from '../lines.ts';
import type {Glyphs} from '../theme.ts';
import type {Ui} from '../ui.ts';
import {clean, widthOf} from '../width.ts';
import {bareName, markText, tidy} from '../words.ts';
import type {World} from '../world.ts';
import {runsWord} from './heading.ts';
import {environmentText} from './settings.ts';

/** Branches, the best first: what their runs reached, and what they ran on, marked where that makes them incomparable. */
export function drawBranches(
	world: World,
	{at}: Pick<Ui, 'at'>,
	glyphs: Glyphs,
	width: number,
	height: number,
): readonly Line[] {
	const {ranking, rows} = ranksOf(world);
	if (rows.length === 0) {
		const why = '  No run here is known to come from a git branch.';
		return fill([[], [span(why, 'quiet')]], width, height);
	}

	const longest = Math.max(12, ...rows.map(row => widthOf(nameOf(row))));
	const name = Math.min(longest, Math.max(12, Math.floor(width * 0.3)));
	const titles: Line = [
		span(
			` rank  ${cell('branch', name)}  ${cell('runs', 4)}  ${cell(upTo(ranking), 14)}  ${cell('best', 12)}  runs on`,
			'quiet',
		),
	];
	const lines = rows.map(row => rowOf(row, rows[0]!, name, glyphs));
	return fill(
		[
			fitted(headingOf(ranking, rows), width),
			fitted(titles, width),
			...rowsWithCursor(lines, at.branches, width, Math.max(0, height - 2)),
		],
		width,
		height,
	);
}

/** `~`: by the reflog. */
function nameOf({branch, inferred}: Ranked): string {
	return `${clean(branch ?? '')}${inferred ? ' ~' : ''}`;
}

function upTo({equal}: Ranking): string {
	return equal === null ? '–' : `to ${equal.unit} ${tidy(equal.at)}`;
}

function headingOf({metric, branches, incomparable: why}: Ranking, rows: readonly Ranked[]): Line {
	const unknown = branches.find(({branch}) => branch === null)?.runs.length ?? 0;
	return [
		span(metric === null ? ' no evaluation to rank by' : ` ${bareName(metric)}`, 'strong'),
		...(why.length > 0 ? [span('   not comparable where marked', 'warn')] : []),
		...(unknown > 0 ? [span(`   ${runsWord(unknown)} of no known branch`, 'quiet')] : []),
		...(rows.some(({inferred}) => inferred) ? [span('   ~ by the reflog', 'quiet')] : []),
	];
}

function rowOf(row: Ranked, first: Ranked, name: number, glyphs: Glyphs): Line {
	const {rank, runs, atEqual, best} = row;
	const leads = rank === 1 && atEqual !== null;
	const tone = leads ? 'good' : 'plain';
	const value = atEqual === null ? '–' : `${measure(atEqual)}${leads ? ` ${glyphs.best}` : ''}`;
	return [
		span(` ${cell(rank === null ? '–' : String(rank), 4, {right: true})}  `),
		span(cell(nameOf(row), name, {middle: true}), tone),
		span(`  ${cell(String(runs.length), 4, {right: true})}  `),
		span(cell(value, 14), tone),
		span(`  ${cell(best === null ? '–' : markText(best), 12)}  `),
		groundOf(row, first, glyphs),
	];
}

/** What the best run of a branch ran on, or what of that differs from where the first branch ran. */
function groundOf({leader}: Ranked, first: Ranked, glyphs: Glyphs): Span {
	const environment = leader?.environment;
	const others = incomparable([first.leader?.environment, environment]);
	if (others.length > 0) return span(`${glyphs.severity.warn} ${clean(others.join(', '))}`, 'warn');
	return environment
		? span(clean(environmentText(environment)))
		: span(leader ? 'not told' : '', 'quiet');
}
