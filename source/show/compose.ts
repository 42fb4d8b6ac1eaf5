import type {Run} from '../core/run.ts';
import type {PanelName} from './action.ts';
import {type Frame, frameOf, gap, overOf, type Place} from './frame.ts';
import {type Group, listRows} from './grouping.ts';
import {fitted, type Line, type Span, span} from './lines.ts';
import {drawAlerts} from './panels/alerts.ts';
import {drawBranches} from './panels/branches.ts';
import {drawCheckpoints} from './panels/checkpoints.ts';
import {drawCompare} from './panels/compare.ts';
import {drawCurves} from './panels/curves.ts';
import {drawFooter} from './panels/footer.ts';
import {drawGroup} from './panels/group.ts';
import {drawHeader} from './panels/header.ts';
import {drawHelp} from './panels/help.ts';
import {drawList, listTitles} from './panels/list.ts';
import {drawLog} from './panels/log.ts';
import {drawMetrics} from './panels/metrics.ts';
import {drawPalette} from './panels/palette.ts';
import {drawQueue} from './panels/queue.ts';
import {drawSettings} from './panels/settings.ts';
import {drawSince} from './panels/since.ts';
import {drawTabs} from './panels/tabs.ts';
import {drawUnread} from './panels/unread.ts';
import {drawValidation} from './panels/validation.ts';
import type {Theme} from './theme.ts';
import type {Ui} from './ui.ts';
import type {Draw} from './view.ts';
import type {World} from './world.ts';

const draws: Readonly<Record<PanelName, Draw>> = {
	curves: drawCurves,
	validation: drawValidation,
	alerts: drawAlerts,
	log: drawLog,
	checkpoints: drawCheckpoints,
	settings: drawSettings,
};

/** The whole screen: exactly `rows` lines of exactly `columns` columns. Pure. */
export function compose(world: World, ui: Ui, theme: Theme): readonly Line[] {
	const {columns} = ui.size;
	const rows = listRows(world, ui);
	const frame = frameOf(ui, rows.length);
	if (ui.help) return withHelp(world, ui, theme);
	const lines: Line[] = [];
	if (frame.header !== null) lines.push(drawHeader(world, theme.glyphs, columns));
	if (frame.titles !== null) lines.push(listTitles(world.runs, ui, theme.glyphs, columns));
	if (frame.list) {
		lines.push(...drawList(rows, {ui, world, glyphs: theme.glyphs}, columns, frame.list.height));
	}

	const row = rows[ui.index];
	const run = row?.kind === 'run' ? row.run : undefined;
	const group = row?.kind === 'group' ? row.group : undefined;
	const shown = frame.panels.map(({name}) => name);
	if (frame.tabs !== null) {
		lines.push(drawTabs({run, group, ui, world, shown, glyphs: theme.glyphs}, columns));
	}

	lines.push(...body(run, group, {world, ui, theme, frame}));
	if (frame.footer !== null) lines.push(drawFooter(world, ui, theme, columns));
	return lines.slice(0, ui.size.rows);
}

type Scenery = {
	readonly world: World;
	readonly ui: Ui;
	readonly theme: Theme;
	readonly frame: Frame;
};

/** What stands between the line of tabs and the footer. */
function body(run: Run | undefined, group: Group | undefined, scenery: Scenery): readonly Line[] {
	const {world, ui, theme, frame} = scenery;
	const over = overOf(ui);
	if (frame.over && over) return overs[over](scenery, run, frame.over);
	const [first] = frame.panels;
	const place = {width: ui.size.columns, height: first?.place.height ?? 0};
	if (world.runs.length === 0 && world.trouble.length > 0) {
		return drawUnread(world, ui, place.width, place.height);
	}

	if (group) return drawGroup(group, {ui, world, glyphs: theme.glyphs}, place.width, place.height);
	return drawPanels(run, world, ui, theme, frame);
}

type DrawOver = (scenery: Scenery, run: Run | undefined, place: Place) => readonly Line[];

const overs: Readonly<Record<NonNullable<ReturnType<typeof overOf>>, DrawOver>> = {
	palette: ({ui, theme}, _, {width, height}) => drawPalette(ui, theme, width, height),
	metrics: ({ui, world, theme: {glyphs}}, run, place) => drawChoice(ui, world, run, glyphs, place),
	since: ({world, ui}, _, {width, height}) => drawSince(world, ui, width, height),
	queue: ({world, ui, theme: {glyphs}}, _, {width, height}) =>
		drawQueue(world, ui, glyphs, width, height),
	branches: ({world, ui, theme: {glyphs}}, _, {width, height}) =>
		drawBranches(world, ui, glyphs, width, height),
	unread: ({world, ui}, _, {width, height}) => drawUnread(world, ui, width, height),
	compare: ({world, ui, theme: {glyphs}}, _, {width, height}) => {
		const marked = world.runs.filter(({id}) => ui.marks.has(id));
		return drawCompare(marked, ui, glyphs, width, height);
	},
};

/** The list of metrics, and beside it what is drawn of them, where there is room. */
function drawChoice(
	ui: Ui,
	world: World,
	run: Run | undefined,
	glyphs: Theme['glyphs'],
	{width, height}: Place,
): readonly Line[] {
	if (width < 76 || !run) return drawMetrics(run, ui, glyphs, width, height);
	const left = Math.max(32, Math.floor(width * 0.4));
	const right = width - gap - left;
	const list = drawMetrics(run, ui, glyphs, left, height);
	const chart = drawCurves({run, world, ui, glyphs}, right, height);
	const between = span(` ${glyphs.down} `, 'quiet');
	return list.map((line, row) => [...line, between, ...chart[row]!]);
}

function withHelp(world: World, ui: Ui, theme: Theme): readonly Line[] {
	const {columns, rows} = ui.size;
	const header = rows >= 3 ? [drawHeader(world, theme.glyphs, columns)] : [];
	const footer = rows >= 4 ? [drawFooter(world, ui, theme, columns)] : [];
	const room = rows - header.length - footer.length;
	return [...header, ...drawHelp(theme, ui, columns, room), ...footer];
}

function drawPanels(
	run: Run | undefined,
	world: World,
	ui: Ui,
	{glyphs}: Theme,
	{panels}: Frame,
): readonly Line[] {
	const height = panels[0]?.place.height ?? 0;
	const drawn = panels.map(({name, place}) =>
		run
			? draws[name]({run, world, ui, glyphs}, place.width, place.height)
			: Array.from({length: height}, () => fitted([], place.width)),
	);
	const between = span(` ${glyphs.down} `.padEnd(gap), 'quiet');
	return Array.from({length: height}, (_, row) =>
		drawn.flatMap((lines, index): readonly Span[] =>
			index === 0 ? lines[row]! : [between, ...lines[row]!],
		),
	);
}
