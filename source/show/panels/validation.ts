import {better, type Goal, goalOf} from '../../core/metric.ts';
import {measure} from '../../core/quantity.ts';
import type {Evaluation, Run} from '../../core/run.ts';
import {blank, cell, fill, type Line, type Span, span} from '../lines.ts';
import {rowsOf} from '../rows.ts';
import {type Draw, hasFocus, scrolledTo, type View} from '../view.ts';
import {widthOf} from '../width.ts';
import {ageOf, bareName, markText, placeOf, tidy} from '../words.ts';
import {resultLines} from './results.ts';

/** One row per evaluation, newest first; the best of each column is marked. */
export const drawValidation: Draw = (view, width, height) => {
	const rows = rowsOf.validation(view.run);
	const results = resultLines(view.run);
	if (rows.length === 0) {
		return fill([[], [span('  No evaluation yet.', 'quiet')], [], ...results], width, height);
	}

	const table = tableOf(view.run, width);
	// The table keeps half of the panel at least, and its rows as far as there are any.
	const below = Math.min(results.length + 1, Math.max(height - 2 - rows.length, height >> 1));
	const room = Math.max(0, height - 2 - (results.length > 0 && below > 3 ? below : 0));
	const from = scrolledTo(view.ui.at.validation, room, rows.length);
	const lines = rows
		.slice(from, from + room)
		.map((row, index) => rowLine(row, rows[from + index + 1], table, view));
	return fill([headingOf(view), titleLine(table), ...lines, [], ...results], width, height);
};

type Table = {
	readonly metrics: readonly string[];
	readonly goals: ReadonlyMap<string, Goal | null>;
	readonly best: ReadonlyMap<string, number>;
	readonly places: ReadonlyArray<'epoch' | 'step'>;
	readonly widths: readonly number[];
};

const placeWidth = 7;
const changeWidth = 9;

function tableOf(run: Run, width: number): Table {
	const {evaluations, primary} = run.validation;
	const names = new Set<string>(primary === null ? [] : [primary]);
	for (const {values} of evaluations) for (const name of Object.keys(values)) names.add(name);
	const told = (['epoch', 'step'] as const).filter(place =>
		evaluations.some(row => row[place] !== null),
	);
	const places = width < 64 ? told.slice(0, 1) : told;
	let left = width - 2 - places.length * placeWidth - changeWidth - 6;
	const metrics: string[] = [];
	const widths: number[] = [];
	for (const name of names) {
		const columns = Math.min(16, Math.max(9, widthOf(bareName(name)) + 2));
		left -= columns + 2;
		if (left < 0 && metrics.length > 0) break;
		metrics.push(name);
		widths.push(columns);
	}

	const goals = new Map(metrics.map(name => [name, goal(run, name)]));
	return {metrics, goals, places, widths, best: bestOf(evaluations, goals)};
}

function goal(run: Run, name: string): Goal | null {
	if (name === run.validation.primary && run.validation.goal) return run.validation.goal;
	return run.series.get(name)?.goal ?? goalOf(name);
}

function bestOf(
	evaluations: readonly Evaluation[],
	goals: ReadonlyMap<string, Goal | null>,
): ReadonlyMap<string, number> {
	const best = new Map<string, number>();
	for (const [name, wanted] of goals) {
		if (wanted === null) continue;
		for (const {values} of evaluations) {
			const value = values[name];
			if (value !== undefined && better(wanted, value, best.get(name) ?? Number.NaN))
				best.set(name, value);
		}
	}

	return best;
}

function headingOf(view: View): Line {
	const {best, last, primary, evaluations} = view.run.validation;
	const tone = hasFocus(view, 'validation') ? 'accent' : 'strong';
	const title = primary === null ? 'validation' : bareName(primary);
	const line: Span[] = [blank(1), span(title, tone)];
	if (last)
		line.push(span(`  ${measure(last.value)}`, Number.isFinite(last.value) ? 'plain' : 'bad'));
	if (best) line.push(span(`   best ${markText(best)}`, 'quiet'));
	line.push(
		span(`   ${evaluations.length} evaluation${evaluations.length === 1 ? '' : 's'}`, 'quiet'),
	);
	return line;
}

function titleLine({metrics, places, widths}: Table): Line {
	const line: Span[] = places.map(place => span(cell(place, placeWidth, {right: true}), 'quiet'));
	for (const [index, name] of metrics.entries()) {
		line.push(
			span(cell(bareName(name), widths[index]!, {right: true, middle: true}), 'quiet'),
			blank(2),
		);
		if (index === 0) line.push(span(cell('change', changeWidth, {right: true}), 'quiet'));
	}

	return [...line, span(cell('age', 5, {right: true}), 'quiet')];
}

function rowLine(row: Evaluation, before: Evaluation | undefined, table: Table, view: View): Line {
	const {glyphs} = view;
	const line: Span[] = table.places.map(place =>
		span(cell(row[place] === null ? '–' : tidy(row[place]), placeWidth, {right: true})),
	);
	if (table.places.length === 0) line.push(span(placeOf(row)));
	for (const [index, name] of table.metrics.entries()) {
		const value = row.values[name];
		const best = value !== undefined && value === table.best.get(name);
		const text = value === undefined ? '–' : measure(value);
		line.push(
			span(cell(text, table.widths[index]!, {right: true}), toneOf(value, best)),
			span(best ? ` ${glyphs.best}` : '  ', 'good'),
		);
		if (index === 0) line.push(change(value, before?.values[name], table.goals.get(name) ?? null));
	}

	return [...line, span(cell(ageOf(row.at, view.world.now), 5, {right: true}), 'quiet')];
}

function toneOf(value: number | undefined, best: boolean) {
	if (value === undefined) return 'quiet';
	if (!Number.isFinite(value)) return 'bad';
	return best ? 'good' : 'plain';
}

function change(value: number | undefined, before: number | undefined, wanted: Goal | null): Span {
	const by = (value ?? Number.NaN) - (before ?? Number.NaN);
	if (!Number.isFinite(by)) return blank(changeWidth);
	const text = `${by > 0 ? '+' : by < 0 ? '-' : ' '}${measure(Math.abs(by))}`;
	const up =
		wanted === null || by === 0 ? 'quiet' : by > 0 === (wanted === 'max') ? 'good' : 'warn';
	return span(cell(text, changeWidth, {right: true}), up);
}
