import type {Run} from '../core/run.ts';
import {type Frame, frameOf, gap} from './frame.ts';
import {type Group, listRows} from './grouping.ts';
import {fitted, type Line, type Span, span} from './lines.ts';
import {drawAlerts} from './panels/alerts.ts';
import {drawCheckpoints} from './panels/checkpoints.ts';
import {drawCompare} from './panels/compare.ts';
import {drawCurves} from './panels/curves.ts';
import {drawFooter} from './panels/footer.ts';
import {drawGroup} from './panels/group.ts';
import {drawHeader} from './panels/header.ts';
import {drawHelp} from './panels/help.ts';
import {drawList, listTitles} from './panels/list.ts';
import {drawLog} from './panels/log.ts';
import {drawPalette} from './panels/palette.ts';
import {drawQueue} from './panels/queue.ts';
import {drawSettings} from './panels/settings.ts';
import {drawSince} from './panels/since.ts';
import {drawTabs} from './panels/tabs.ts';
import {drawUnread} from './panels/unread.ts';
import {drawValidation} from './panels/validation.ts';
import type {Theme} from './theme.ts';
import type {PanelName, Ui} from './ui.ts';
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
	if (frame.tabs !== null)
		lines.push(drawTabs({run, group, ui, shown, glyphs: theme.glyphs}, columns));
	const over = overlay(world, ui, theme, group);
	if (over) lines.push(...laid(over, lines, frame, columns));
	else lines.push(...drawPanels(run, world, ui, theme, frame));
	if (frame.footer !== null) lines.push(drawFooter(world, ui, theme, columns));
	return lines.slice(0, ui.size.rows);
}

type Over = (width: number, height: number) => readonly Line[];

/** What stands where the panels would: the palette, or marked runs side by side. */
function overlay(world: World, ui: Ui, theme: Theme, group: Group | undefined): Over | undefined {
	if (ui.writing === 'palette') return (width, height) => drawPalette(ui, theme, width, height);
	if (ui.over === 'since') return (width, height) => drawSince(world, width, height);
	if (ui.over === 'queue') {
		return (width, height) => drawQueue(world, theme.glyphs, width, height);
	}

	const failed = world.runs.length === 0 && world.trouble.length > 0;
	if (ui.over === 'unread' || failed) {
		return (width, height) => drawUnread(world, width, height);
	}

	if (ui.over === null && group) {
		return (width, height) => drawGroup(group, {ui, world, glyphs: theme.glyphs}, width, height);
	}

	if (ui.over !== 'compare') return undefined;
	const marked = world.runs.filter(({id}) => ui.marks.has(id));
	return (width, height) => drawCompare(marked, ui, theme.glyphs, width, height);
}

/** Where there are no panels, the list gives its place. */
function laid(over: Over, lines: Line[], {panels, list}: Frame, width: number): readonly Line[] {
	const height = panels[0]?.place.height ?? list?.height ?? 0;
	if (panels.length === 0) lines.length -= height;
	return over(width, height);
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
