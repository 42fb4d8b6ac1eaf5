import {better, type Goal, goalOf} from '../../core/metric.ts';
import {measure} from '../../core/quantity.ts';
import type {Evaluation, Run} from '../../core/run.ts';
import {
	blank,
	cell,
	fill,
	type Line,
	lineWidth,
	type Span,
	scrolledTo,
	span,
	spread,
	textOf,
	wrap,
} from '../lines.ts';
import {rowsOf} from '../rows.ts';
import {type Draw, hasFocus, type View} from '../view.ts';
import {widthOf} from '../width.ts';
import {ageOf, bareName, markText, placeOf, sharedFolder, tidy} from '../words.ts';
import {resultLines} from './results.ts';

/** One row per evaluation, newest first; the best of each column is marked. */
export const drawValidation: Draw = (view, width, height) => {
	const rows = rowsOf.validation(view.run);
	const results = resultLines(view.run);
	if (rows.length === 0) {
		const none = wrap(noEvaluation(view.run), Math.max(10, width - 3)).map(
			(text): Line => [blank(2), span(text, 'quiet')],
		);
		return fill([[], ...none, [], ...results], width, height);
	}

	const table = tableOf(view, width);
	// The table keeps half of the panel at least, and its rows as far as there are any.
	const below = Math.min(results.length + 1, Math.max(height - 2 - rows.length, height >> 1));
	const room = Math.max(0, height - 2 - (results.length > 0 && below > 3 ? below : 0));
	const from = scrolledTo(view.ui.at.validation, room, rows.length);
	const lines = rows.slice(from, from + room).map((row, index) => {
		const line = rowLine(row, rows[from + index + 1], table, view);
		const here = hasFocus(view, 'validation') && from + index === view.ui.at.validation;
		return here ? [span(cell(textOf(line), width), 'chosen')] : line;
	});
	return fill(
		[headingOf(view, table, width), titleLine(table), ...lines, [], ...results],
		width,
		height,
	);
};

/** Why there is nothing to show. */
export function noEvaluation({partial, files}: Run): string {
	if (partial) return 'No evaluation yet: its logs are still being read.';
	if (files.length === 0) return 'No evaluation yet: no log was found in its folder.';
	return 'No evaluation yet: no log told the result of one.';
}

type Table = {
	/** Wire names of the columns shown. */
	readonly metrics: readonly string[];
	readonly titles: readonly string[];
	readonly goals: ReadonlyMap<string, Goal | null>;
	/** The evaluation that was best in a metric first. */
	readonly best: ReadonlyMap<string, Evaluation>;
	readonly places: ReadonlyArray<'epoch' | 'step'>;
	readonly widths: readonly number[];
	/** Metrics in all, and how many of them are scrolled away. */
	readonly count: number;
	readonly skipped: number;
	/** It is known when evaluations were made. */
	readonly aged: boolean;
};

const placeWidth = 7;
const changeWidth = 9;
const leastWidth = 9;
const mostWidth = 18;
/** A value is followed by a space and a star. */
const starWidth = 2;

function tableOf({run, ui}: View, width: number): Table {
	const {evaluations, primary} = run.validation;
	const all = metricsOf(run);
	const told = (['epoch', 'step'] as const).filter(place =>
		evaluations.some(row => row[place] !== null),
	);
	const places = width < 64 ? told.slice(0, 1) : told;
	const shared = sharedFolder(all.map(bareName));
	const title = (name: string) => bareName(name).slice(shared.length);
	const widthFor = (name: string) =>
		Math.min(mostWidth, Math.max(leastWidth, widthOf(title(name)) + 2));
	const others = all.filter(name => name !== primary);
	// The first column stays while the others are scrolled.
	const first = primary ?? others.shift();
	const aged = evaluations.some(({at}) => at !== null);
	let left = width - places.length * placeWidth - changeWidth - (aged ? ageWidth : 0);
	left -= first === undefined ? 0 : widthFor(first) + starWidth;
	const skipped = Math.min(
		ui.across,
		Math.max(0, others.length - fitting(others.toReversed(), widthFor, left)),
	);
	const shown = others.slice(skipped);
	const metrics = [
		...(first === undefined ? [] : [first]),
		...shown.slice(0, fitting(shown, widthFor, left)),
	];
	const goals = new Map(metrics.map(name => [name, goal(run, name)]));
	return {
		metrics,
		titles: metrics.map(title),
		goals,
		places,
		widths: metrics.map(widthFor),
		best: bestOf(evaluations, goals),
		count: all.length,
		skipped,
		aged,
	};
}

const ageWidth = 5;

/** How many of some columns fit. */
function fitting(
	names: readonly string[],
	widthFor: (name: string) => number,
	room: number,
): number {
	let left = room;
	const first = names.findIndex(name => {
		left -= widthFor(name) + starWidth;
		return left < 0;
	});
	return first < 0 ? names.length : first;
}

/** The metric that decides first, those that never change last. */
function metricsOf({validation: {evaluations, primary}}: Run): readonly string[] {
	const values = new Map<string, Set<number>>(primary === null ? [] : [[primary, new Set()]]);
	for (const row of evaluations) {
		for (const [name, value] of Object.entries(row.values)) {
			const seen = values.get(name) ?? new Set();
			values.set(name, seen.add(value));
		}
	}

	const still = (name: string) => evaluations.length > 2 && values.get(name)!.size < 2;
	const names = [...values.keys()];
	return [
		...names.filter(name => name === primary || !still(name)),
		...names.filter(name => name !== primary && still(name)),
	];
}

function goal(run: Run, name: string): Goal | null {
	if (name === run.validation.primary && run.validation.goal) return run.validation.goal;
	return run.series.get(name)?.goal ?? goalOf(name);
}

/** Where each metric was best first; nowhere where it never changed. */
function bestOf(
	evaluations: readonly Evaluation[],
	goals: ReadonlyMap<string, Goal | null>,
): ReadonlyMap<string, Evaluation> {
	const best = new Map<string, Evaluation>();
	for (const [name, wanted] of goals) {
		if (wanted === null) continue;
		const told = evaluations.filter(({values}) => values[name] !== undefined);
		if (told.length > 1 && new Set(told.map(({values}) => values[name])).size === 1) continue;
		for (const row of told) {
			const before = best.get(name)?.values[name] ?? Number.NaN;
			if (better(wanted, row.values[name]!, before)) best.set(name, row);
		}
	}

	return best;
}

function headingOf(view: View, {metrics, count, skipped}: Table, width: number): Line {
	const {best, last, primary, target} = view.run.validation;
	const {length} = view.run.validation.evaluations;
	const tone = hasFocus(view, 'validation') ? 'accent' : 'strong';
	const line: Span[] = [blank(1), span(primary === null ? 'validation' : bareName(primary), tone)];
	if (last)
		line.push(span(`  ${measure(last.value)}`, Number.isFinite(last.value) ? 'plain' : 'bad'));
	if (best) line.push(span(`   best ${markText(best)}`, 'quiet'));
	if (typeof target === 'number') line.push(span(`   target ${measure(target)}`, 'quiet'));
	const many = span(`   ${length} evaluation${length === 1 ? '' : 's'}`, 'quiet');
	const more = count - metrics.length - skipped;
	const sides = [skipped > 0 ? `${skipped} left` : '', more > 0 ? `${more} more` : ''];
	const beyond = sides.filter(Boolean).join(', ');
	const right = beyond === '' ? [] : [span(` ${beyond} `, 'quiet')];
	if (lineWidth([...line, many, ...right]) <= width) line.push(many);
	return spread(line, right, width);
}

function titleLine({titles, places, widths, aged}: Table): Line {
	const line: Span[] = places.map(place => span(cell(place, placeWidth, {right: true}), 'quiet'));
	for (const [index, title] of titles.entries()) {
		const text = cell(title, widths[index]! - 1, {right: true, middle: true});
		line.push(span(` ${text}`, 'quiet'), blank(starWidth));
		if (index === 0) line.push(span(cell('change', changeWidth, {right: true}), 'quiet'));
	}

	return aged ? [...line, span(cell('age', ageWidth, {right: true}), 'quiet')] : line;
}

function rowLine(row: Evaluation, before: Evaluation | undefined, table: Table, view: View): Line {
	const {glyphs} = view;
	const line: Span[] = table.places.map(place =>
		span(cell(row[place] === null ? '–' : tidy(row[place]), placeWidth, {right: true})),
	);
	if (table.places.length === 0) line.push(span(placeOf(row)));
	for (const [index, name] of table.metrics.entries()) {
		const value = row.values[name];
		const best = row === table.best.get(name);
		const text = value === undefined ? '–' : measure(value);
		line.push(
			span(cell(text, table.widths[index]!, {right: true}), toneOf(value, best)),
			span(best ? ` ${glyphs.best}` : '  ', 'good'),
		);
		if (index === 0) line.push(change(value, before?.values[name], table.goals.get(name) ?? null));
	}

	if (!table.aged) return line;
	return [...line, span(cell(ageOf(row.at, view.world.now), ageWidth, {right: true}), 'quiet')];
}

function toneOf(value: number | undefined, best: boolean) {
	if (value === undefined) return 'quiet';
	if (!Number.isFinite(value)) return 'bad';
	return best ? 'good' : 'plain';
}

/** As many as a value is shown with. */
function decimals(value: number): number {
	return /^-?\d+\.(\d+)$/.exec(measure(value))?.[1]?.length ?? 0;
}

function change(value: number | undefined, before: number | undefined, wanted: Goal | null): Span {
	const by = (value ?? Number.NaN) - (before ?? Number.NaN);
	if (!Number.isFinite(by)) return blank(changeWidth);
	const size = Math.abs(by).toFixed(Math.max(decimals(value!), decimals(before!)));
	const told = by === 0 || (by < 1e6 && Number(size) > 0) ? size : measure(Math.abs(by));
	const text = by === 0 ? '0' : `${by > 0 ? '+' : '-'}${told}`;
	const up =
		wanted === null || by === 0 ? 'quiet' : by > 0 === (wanted === 'max') ? 'good' : 'warn';
	return span(cell(text, changeWidth, {right: true}), up);
}
