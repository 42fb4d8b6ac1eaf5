import {measure} from '../../core/quantity.ts';
import type {Run} from '../../core/run.ts';
import {type Compared, type Comparison, compared, settingTree} from '../comparison.ts';
import type {CurveView} from '../curve-choice.ts';
import {gap} from '../frame.ts';
import {cell, fill, type Line, type Span, span, type Tone} from '../lines.ts';
import {lossOf} from '../order.ts';
import type {Glyphs} from '../theme.ts';
import type {Ui} from '../ui.ts';
import {clean, widthOf} from '../width.ts';
import {bareName, markText, shortMetric, stateTones, tidy} from '../words.ts';
import {type Curve, drawChart} from './chart.ts';

const tones: readonly Tone[] = ['curve', 'second', 'third', 'fourth'];

/** Marked runs: their losses over each other, and side by side what they reached and what differs. */
export function drawCompare(
	runs: readonly Run[],
	{curves, at}: Pick<Ui, 'curves' | 'at'>,
	glyphs: Glyphs,
	width: number,
	height: number,
): readonly Line[] {
	const needed = tableWidth(runs.length);
	if (width >= 100 && needed <= width - gap - leastBeside) {
		const left = Math.min(Math.floor((width - gap) / 2), width - gap - needed);
		const chart = chartOf(runs, curves, glyphs, left, height);
		const table = scrolled(tableOf(runs, glyphs, width - gap - left), at.compare, height);
		const between = span(` ${glyphs.down} `, 'quiet');
		const right = fill(table, width - gap - left, height);
		return chart.map((line, row) => [...line, between, ...right[row]!]);
	}

	const above = Math.floor(height / 2);
	const table = scrolled(tableOf(runs, glyphs, width), at.compare, height - above);
	return [...chartOf(runs, curves, glyphs, width, above), ...fill(table, width, height - above)];
}

/** Columns of a chart beside the table; where there are fewer, it stands above. */
const leastBeside = 36;

/** The line of names stays. */
function scrolled([heads = [], ...lines]: readonly Line[], by: number, height: number) {
	const top = Math.max(0, Math.min(by, lines.length - height + 1));
	return [heads, ...lines.slice(top)];
}

/** The losses of runs over each other, with a legend in the table's heads. */
export function chartOf(
	runs: readonly Run[],
	view: CurveView,
	glyphs: Glyphs,
	width: number,
	height: number,
): readonly Line[] {
	const curves = runs.flatMap((run, index): readonly Curve[] => {
		const series = run.series.get(view.metric ?? run.loss ?? '') ?? run.series.get(run.loss ?? '');
		return series ? [{series, tone: tones[index % tones.length]!}] : [];
	});
	if (curves.length === 0)
		return fill([[span('  No curve to compare yet.', 'quiet')]], width, height);
	const heading: Line = [span(` ${clean(curves[0]!.series.name)}`, 'strong')];
	if (height < 5 || width < 20) return fill([heading], width, height);
	return fill([heading, ...drawChart(curves, [], view, glyphs, width, height - 1)], width, height);
}

const leastName = 16;
const mostName = 30;
const leastCell = 14;
const mostCell = 26;
/** With the file beside a value. */
const mostSourced = 40;
const leastSourced = 22;
const inset = 2;

/** Columns that a table of so many runs needs at least. */
export function tableWidth(runs: number): number {
	return mostName + 3 + leastCell * runs;
}

/** The rows of a table of runs, and how they are written. */
type Table = {
	readonly row: (
		name: string,
		cells: readonly Span[],
		sources?: ReadonlyArray<string | null>,
	) => Line;
	readonly values: (compared: Compared, title?: string) => Line;
	/** Columns of each run. */
	readonly each: number;
};

/** What runs reached, side by side, and the settings that differ, as far as there is room for runs. */
export function tableOf(runs: readonly Run[], glyphs: Glyphs, width: number): readonly Line[] {
	const all = compared(runs);
	const labels = settingTree(all.settings).map(
		({label, depth}) => depth * inset + widthOf(clean(label)),
	);
	const longest = Math.max(...labels, leastName);
	const name = Math.min(longest, mostName, Math.max(leastName, Math.floor(width / 3)));
	const room = Math.max(1, Math.floor((width - name - 3) / leastCell));
	const shown = runs.slice(0, room);
	const most = all.settings.some(hasOtherSources) ? mostSourced : mostCell;
	const each = Math.max(1, Math.min(most, Math.floor((width - name - 3) / shown.length) - 2));
	const comparison = shown.length < runs.length ? compared(shown) : all;
	const table = tableFor(name, each, glyphs);
	const lines = [
		...standing(shown, comparison, table, glyphs),
		...comparison.incomparable
			.slice(0, 4)
			.map((text): Line => [span(` not comparable: ${clean(text)}`, 'warn')]),
		...(comparison.settings.length > 0
			? settingLines(comparison.settings, table)
			: [[], [span(' No setting is known to differ.', 'quiet')]]),
		...section('as their names say', comparison.names, table),
		...section('branches and commits', comparison.origin, table),
		...section('what they ran on, where it differs', comparison.environment, table),
	];
	if (shown.length < runs.length)
		lines.splice(1, 0, [
			span(` of ${runs.length} runs, ${shown.length} have room in this window`, 'warn'),
		]);
	return lines;
}

function tableFor(name: number, each: number, glyphs: Glyphs): Table {
	const cellsOf = ({text, tone}: Span, source: string): Line => {
		const room = each - widthOf(text) - 2;
		const fits = source !== '' && each >= leastSourced && widthOf(source) <= room;
		if (!fits) return [span(cell(text, each, {middle: true}), tone), span('  ')];
		return [span(`${text}  `, tone), span(`${cell(source, room)}  `, 'quiet')];
	};
	const row: Table['row'] = (title, cells, sources = []) => [
		span(` ${cell(title, name, {middle: true})}  `, 'quiet'),
		...cells.flatMap((one, index) => cellsOf(one, clean(sources[index] ?? ''))),
	];
	const values: Table['values'] = (compared, title = clean(compared.name)) =>
		row(
			title,
			compared.values.map((value, index) => {
				const text = typeof value === 'number' ? measure(value) : clean(value ?? '–');
				return index === compared.best ? span(`${text} ${glyphs.best}`, 'good') : span(text);
			}),
			hasOtherSources(compared) ? compared.sources : [],
		);
	return {row, values, each};
}

/** Whether the values of a setting stand in files of other names. */
function hasOtherSources({sources = []}: Compared): boolean {
	const files = sources.flatMap(source => (source === null ? [] : [source.replace(/:\d+$/, '')]));
	return new Set(files).size > 1;
}

/** The settings that differ as a tree: headings, and the settings below them indented. */
function settingLines(settings: readonly Compared[], {row, values}: Table): readonly Line[] {
	return [
		[],
		[span(' settings that differ', 'strong')],
		...settingTree(settings).map(({label, depth, compared}) => {
			const title = `${' '.repeat(depth * inset)}${clean(label)}`;
			return compared ? values(compared, title) : row(title, []);
		}),
	];
}

function section(title: string, facts: readonly Compared[], {values}: Table): readonly Line[] {
	if (facts.length === 0) return [];
	return [[], [span(` ${title}`, 'strong')], ...facts.map(fact => values(fact))];
}

/** Where each run stands, and what it reached. */
function standing(
	runs: readonly Run[],
	{metric, equal, bestAtEqual}: Comparison,
	{row, values, each}: Table,
	glyphs: Glyphs,
): readonly Line[] {
	const epochs = runs.some(({progress}) => progress.epoch !== null);
	const lines = [
		row(
			'',
			runs.map((run, index) =>
				span(`${glyphs.bar[0]} ${clean(run.name)}`, tones[index % tones.length]!),
			),
		),
		row(
			'state',
			runs.map(({state}) => span(`${glyphs.state[state]} ${state}`, stateTones[state])),
		),
		row(
			epochs ? 'epoch' : 'step',
			runs.map(({progress}) => span(epochs ? epochOf(progress) : String(progress.step ?? '–'))),
		),
		row(
			'loss',
			runs.map(run =>
				span(Number.isNaN(lossOf(run)) && run.loss === null ? '–' : measure(lossOf(run))),
			),
		),
	];
	if (metric === null) return lines;
	lines.push(
		row(
			`best ${bareName(metric)}`,
			runs.map(run => span(bestText(run, metric, each))),
		),
	);
	if (equal) lines.push(values({...bestAtEqual, name: `  up to ${equal.unit} ${tidy(equal.at)}`}));
	return lines;
}

/** `0.7450 @2`; with its name where a run is judged by another metric than the table. */
function bestText({validation: {best, primary}}: Run, metric: string, columns: number): string {
	if (!best || primary === null) return '–';
	const mark = markText(best);
	return primary === metric ? mark : `${shortMetric(primary, columns - mark.length - 1)} ${mark}`;
}

function epochOf({epoch, epochs}: Run['progress']): string {
	if (epoch === null) return '–';
	return epochs === null ? tidy(epoch) : `${tidy(epoch)}/${tidy(epochs)}`;
}
