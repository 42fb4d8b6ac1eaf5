import {measure, percent} from '../../core/quantity.ts';
import type {Run} from '../../core/run.ts';
import {cell, type Line, span, textOf} from '../lines.ts';
import {lossOf, worstFirst} from '../order.ts';
import {type Depth, painter, type Theme, themeOf} from '../theme.ts';
import {clean, widthOf} from '../width.ts';
import {ageOf, bareName, etaOf, markText, severityTones, stateTones, troubleOf} from '../words.ts';
import {type CheckReport, statesText, verdictOfAll} from './json.ts';

/** How a report is to look: columns, signs, colours; `plain` is text without any control code. */
export type Look = {
	readonly width: number;
	readonly ascii: boolean;
	readonly depth: Depth | 'plain';
};

/** `check` for people: a row per run, worst first, then every open alert with its evidence and advice. */
export function checkTable(report: CheckReport, look: Look): string {
	const plain = look.depth === 'plain';
	const theme = themeOf(plain ? 'none' : look.depth, look.ascii);
	const paint = plain ? textOf : painter(theme);
	const runs = [...report.runs].sort(worstFirst);
	const rows = runs.map(run => cellsOf(run, report.at, theme));
	const widths = heads.map((head, column) =>
		Math.max(widthOf(head), ...rows.map(row => widthOf(row[column]!.text))),
	);
	const spare = Math.max(24, look.width - 2 - sum(widths.slice(1, -1)) - 2 * widths.length - 20);
	widths[0] = Math.min(widths[0]!, spare);
	const row = (cells: Line, glyph: Line): string => {
		const spans = cells.map(({text, tone}, column) => {
			const last = column === cells.length - 1;
			const padded = cell(text, last ? widthOf(text) : widths[column]!, {
				right: rights.has(heads[column]!),
				middle: column === 0,
			});
			return span(last ? padded : `${padded}  `, tone);
		});
		return paint([...glyph, ...spans]).trimEnd();
	};
	const lines = [
		summaryOf(report),
		...(rows.length > 0
			? [
					'',
					row(
						heads.map(head => span(head, 'quiet')),
						[span('  ')],
					),
				]
			: []),
		...rows.map((cells, index) => {
			const {state} = runs[index]!;
			return row(cells, [span(`${theme.glyphs.state[state]} `, stateTones[state])]);
		}),
		...runs.flatMap(run => alertsOf(run, theme, paint)),
		...report.trouble.map(({path, what}) => `could not read ${clean(path)}: ${clean(what)}`),
	];
	return `${lines.join('\n')}\n`;
}

const heads = ['run', 'state', 'progress', 'loss', 'best validation', 'age', 'eta', 'trouble'];
const rights = new Set(['progress', 'loss', 'age', 'eta']);

function cellsOf(run: Run, now: number, {glyphs}: Theme): Line {
	const {fraction} = run.progress;
	const {primary, best} = run.validation;
	const [trouble, tone] = troubleOf(run, 60);
	return [
		span(clean(run.name)),
		span(run.archived ? `${run.state}, archived` : run.state, stateTones[run.state]),
		span(fraction === null ? glyphs.dash : percent(fraction)),
		span(run.loss === null ? glyphs.dash : measure(lossOf(run))),
		span(primary !== null && best ? `${bareName(primary)} ${markText(best)}` : glyphs.dash),
		span(ageOf(run.updatedAt, now).replace('–', glyphs.dash)),
		span(etaOf(run).replace('–', glyphs.dash)),
		span(trouble, tone),
	];
}

function alertsOf(run: Run, theme: Theme, paint: (line: Line) => string): readonly string[] {
	const open = run.alerts.filter(alert => alert.open && alert.severity !== 'info');
	return open.flatMap(alert => {
		const glyph = span(`${theme.glyphs.severity[alert.severity]} `, severityTones[alert.severity]);
		const name = span(`${clean(run.name)}  ${alert.rule}  `, 'strong');
		const seen = alert.acknowledged ? ' (acknowledged)' : '';
		const lines: string[] = ['', paint([glyph, name, span(`${clean(alert.message)}${seen}`)])];
		for (const {file, line, text} of alert.evidence.slice(0, 3)) {
			const path = run.files.find(({id}) => id === file)?.path ?? '';
			lines.push(`    ${clean(path)}:${line}  ${clean(text).slice(0, 200)}`);
		}

		if (alert.advice) lines.push(`    try: ${clean(alert.advice)}`);
		return lines;
	});
}

function summaryOf(report: CheckReport): string {
	const hidden = report.hidden > 0 ? `, ${report.hidden} archived or older not shown (--all)` : '';
	return `${verdictOfAll(report.runs)}: ${statesText(report.runs)}${hidden}`;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
