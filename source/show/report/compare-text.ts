import {measure} from '../../core/quantity.ts';
import type {Run} from '../../core/run.ts';
import {type Compared, compared} from '../comparison.ts';
import {cell, type Line, span} from '../lines.ts';
import {chartOf, tableOf, tableWidth} from '../panels/compare.ts';
import {sparkline} from '../sparkline.ts';
import {startUi} from '../ui.ts';
import {clean} from '../width.ts';
import type {Look} from './check-text.ts';
import {type CheckReport, finite, iso, pointJson} from './json.ts';
import {paperText, themeFor} from './paper.ts';

const chartRows = 16;

/** `compare` for people: curves over each other, best values, and only the settings that differ. */
export function compareText(runs: readonly Run[], look: Look): string {
	const {glyphs} = themeFor(look);
	const width = Math.max(60, look.width);
	const {curves} = startUi({columns: width, rows: chartRows});
	const lines = [
		...chartOf(runs, curves, glyphs, width, runs.some(({loss}) => loss !== null) ? chartRows : 1),
		[],
		...runs.map((run): Line => {
			const name = cell(clean(run.name), Math.min(40, width - 40), {middle: true});
			return [span(` ${name}  `), ...sparkline(run.trend, 32, glyphs), span(spanOf(run))];
		}),
		[],
		// Paper has no right edge: every run has its column.
		...tableOf(runs, glyphs, Math.max(width, tableWidth(runs.length))),
	];
	return paperText(lines, look);
}

/** `  1.876 → 0.842`: the loss from its first to its last value. */
function spanOf({loss, series}: Run): string {
	const told = loss === null ? undefined : series.get(loss);
	return told ? `  ${measure(told.first.value)} → ${measure(told.last.value)}` : '  no loss yet';
}

/** The object of `compare --json`, schema `watchexp.compare/1`. */
export function compareJson({runs, at}: Pick<CheckReport, 'runs' | 'at'>): object {
	const {metric, goal, equal, bestAtEqual, settings, names, origin, environment, incomparable} =
		compared(runs);
	return {
		schema: 'watchexp.compare/1',
		at: iso(at),
		metric,
		goal,
		equal,
		runs: runs.map((run, index) => ({
			id: run.id,
			name: run.name,
			path: run.path,
			state: run.state,
			verdict: run.verdict,
			epoch: finite(run.progress.epoch),
			step: finite(run.progress.step),
			loss: run.loss,
			lastLoss: pointJson((run.loss === null ? null : run.series.get(run.loss)?.last) ?? null),
			primary: run.validation.primary,
			best: run.validation.best && {
				...run.validation.best,
				value: finite(run.validation.best.value),
			},
			bestAtEqual: bestAtEqual.values[index] ?? null,
			leads: bestAtEqual.best === index,
		})),
		settings: settings.map(({name, sources = []}: Compared) => ({
			name,
			values: runs.map(run => run.settings?.values[name] ?? null),
			sources,
		})),
		origin: origin.map(({name, values}) => ({name, values})),
		names: names.map(({name, values}) => ({name, values})),
		environment: environment.map(({name, values}) => ({name, values})),
		incomparable,
	};
}
