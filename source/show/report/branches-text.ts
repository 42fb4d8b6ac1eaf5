import type {BranchFamily} from '../../core/branch.ts';
import type {Time} from '../../core/event.ts';
import {measure} from '../../core/quantity.ts';
import type {Ranked, Ranking} from '../branches.ts';
import {cell, type Line, type Span, span} from '../lines.ts';
import type {Glyphs} from '../theme.ts';
import {clean, widthOf} from '../width.ts';
import {ageOf, bareName, markText, tidy} from '../words.ts';
import type {Look} from './check-text.ts';
import {finite, iso} from './json.ts';
import {paperText, themeFor} from './paper.ts';

const titles: Readonly<Record<BranchFamily, string>> = {
	feat: 'feat/',
	exp: 'exp/',
	fix: 'fix/',
	doc: 'doc/',
	other: 'others',
};

/** `compare --branches` for people: branches under their prefixes, each with its rank among all. */
export function branchesText(ranking: Ranking, now: Time, look: Look): string {
	const {glyphs} = themeFor(look);
	const {branches, metric, equal} = ranking;
	const width = Math.min(
		Math.max(40, look.width - 66),
		Math.max(16, ...branches.map(({branch}) => widthOf(clean(branch ?? '')))),
	);
	const upTo = equal === null ? '' : `up to ${equal.unit} ${tidy(equal.at)}`;
	const known = branches.filter(({branch}) => branch !== null);
	const lines: Line[] = [
		[span(metric === null ? ' no evaluation to rank by' : ` ${bareName(metric)}`, 'strong')],
		...ranking.incomparable.map((text): Line => [span(` not comparable: ${clean(text)}`, 'warn')]),
		[],
		[
			span(
				` rank  ${'branch'.padEnd(width)}  runs  ${upTo.padEnd(18)}  ${'best'.padEnd(16)}  run`,
				'quiet',
			),
		],
	];
	for (const [index, ranked] of known.entries()) {
		if (ranked.family !== known[index - 1]?.family)
			lines.push([span(` ${titles[ranked.family]}`, 'strong')]);
		lines.push(rowOf(ranked, width, glyphs, now));
	}

	const unknown = branches.find(({branch}) => branch === null)?.runs.length ?? 0;
	if (unknown > 0)
		lines.push(
			[],
			[span(` of ${unknown} ${unknown === 1 ? 'run' : 'runs'} no branch is known`, 'quiet')],
		);
	if (known.some(({inferred}) => inferred))
		lines.push(
			[],
			[span(' ~ by the reflog: the runs themselves do not tell their branch', 'quiet')],
		);
	return paperText(lines, look);
}

function rowOf(ranked: Ranked, width: number, glyphs: Glyphs, now: Time): Line {
	const {branch, rank, runs, atEqual, best, leader, inferred} = ranked;
	const first = rank === 1 && atEqual !== null;
	const value = atEqual === null ? '–' : `${measure(atEqual)}${first ? ` ${glyphs.best}` : ''}`;
	const written = Math.max(...runs.map(({updatedAt}) => updatedAt ?? 0));
	const name = `${clean(branch ?? '')}${inferred ? ' ~' : ''}`;
	const spans: readonly Span[] = [
		span(` ${cell(rank === null ? '–' : String(rank), 4, {right: true})}  `),
		span(cell(name, width, {middle: true}), first ? 'good' : 'plain'),
		span(`  ${cell(String(runs.length), 4, {right: true})}  `),
		span(cell(value, 18), first ? 'good' : 'plain'),
		span(`  ${cell(best === null ? '–' : markText(best), 16)}  `),
		span(leader === null ? '' : clean(leader.name)),
		span(written > 0 ? `  ${ageOf(written, now)}` : '', 'quiet'),
	];
	return spans;
}

/** The object of `compare --branches --json`, schema `watchexp.branches/1`. */
export function branchesJson(
	{metric, goal, equal, branches, incomparable}: Ranking,
	at: Time,
): object {
	return {
		schema: 'watchexp.branches/1',
		at: iso(at),
		metric,
		goal,
		equal,
		branches: branches.map(({branch, family, rank, inferred, atEqual, best, leader, runs}) => ({
			branch,
			family,
			rank,
			inferred,
			bestAtEqual: finite(atEqual),
			best: best && {...best, value: finite(best.value)},
			leader: leader && {id: leader.id, name: leader.name, path: leader.path},
			environment: leader?.environment ?? null,
			runs: runs.map(({id, name, path, git}) => ({id, name, path, commit: git?.commit ?? null})),
		})),
		incomparable,
	};
}
