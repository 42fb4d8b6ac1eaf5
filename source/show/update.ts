import type {Run} from '../core/run.ts';
import {frameOf} from './frame.ts';
import {listed, sortNames, worstAlert} from './order.ts';
import {isAtEnd, mainLog, scrollLog, wishOf} from './reading.ts';
import {rowsOf} from './rows.ts';
import {type Action, type Effect, freshView, panelNames, type Ui} from './ui.ts';
import type {World} from './world.ts';

/** The screen after an action, and what the outside is asked to do. */
export type Updated = {readonly ui: Ui; readonly effects: readonly Effect[]};

/** What an action makes of the screen. Pure. */
export function update(ui: Ui, action: Action, world: World): Updated {
	const runs = listed(world, ui);
	const run = runs.find(({id}) => id === ui.shown);
	const asked = ask(ui, action, run, world);
	const settled = settle(act(ui, action, runs, world), world);
	return {ui: settled.ui, effects: [...asked, ...settled.effects]};
}

/** Effects that are not told by the new state. */
function ask(ui: Ui, action: Action, run: Run | undefined, world: World): readonly Effect[] {
	switch (action.kind) {
		case 'quit':
			return [{kind: 'quit'}];
		case 'leave':
			return isAtHome(ui) ? [{kind: 'quit'}] : [];
		case 'redraw':
		case 'suspend':
			return [action];
		case 'acknowledge':
			return run ? [{kind: 'acknowledge', run: run.id, rule: ruleUnderCursor(ui, run)}] : [];
		case 'copy':
			return run ? [{kind: 'copy', text: run.folder}] : [];
		case 'open-file':
			return run ? openFile(ui, run, world) : [];
		default:
			return [];
	}
}

function ruleUnderCursor(ui: Ui, run: Run) {
	if (ui.focus !== 'panel' || ui.panel !== 'alerts') return null;
	return rowsOf.alerts(run)[ui.at.alerts]?.rule ?? null;
}

function openFile(ui: Ui, run: Run, world: World): readonly Effect[] {
	const file = ui.log.file ?? mainLog(run)?.id;
	const known = run.files.find(({id}) => id === file);
	if (!known) return [];
	const page = world.pages.get(known.id);
	const row = page && ui.log.anchor !== 'end' ? page.offsets.indexOf(ui.log.anchor) : -1;
	const line = page?.firstLine != null && row >= 0 ? page.firstLine + row : null;
	return [{kind: 'open-file', path: known.full, line}];
}

function isAtHome(ui: Ui): boolean {
	return !ui.help && ui.focus === 'list' && !ui.enlarged && ui.filter === '';
}

function act(ui: Ui, action: Action, runs: readonly Run[], world: World): Ui {
	switch (action.kind) {
		case 'resize':
			return {...ui, size: action.size};
		case 'move':
			return move(ui, action, runs, world);
		case 'side':
			return {...ui, log: {...ui.log, side: Math.max(0, ui.log.side + action.by)}};
		case 'open':
			return open(ui, runs);
		case 'back':
		case 'leave':
			return back(ui);
		case 'panel':
			return {...ui, panel: action.panel, help: false};
		case 'turn':
			return {...ui, panel: panelNames.at((panelNames.indexOf(ui.panel) + action.by) % 6)!};
		case 'enlarge':
			return {...ui, enlarged: !ui.enlarged};
		case 'help':
			return {...ui, help: !ui.help, at: {...ui.at, help: 0}};
		case 'trouble':
			return nextTrouble(ui, action.by, runs);
		case 'metric':
			return nextMetric(ui, action.by, runs);
		case 'pause':
			return pause(ui, runs, world);
		case 'mark':
			return mark(ui);
		default:
			return arrange(ui, action);
	}
}

/** Filter and order. */
function arrange(ui: Ui, action: Action): Ui {
	switch (action.kind) {
		case 'filter':
			return {...ui, typing: true, focus: 'list', help: false};
		case 'type':
			return {...ui, filter: (ui.filter + action.text).slice(0, 200)};
		case 'erase':
			return {...ui, filter: erased(ui.filter, action.what)};
		case 'accept':
			return {...ui, typing: false};
		case 'sort': {
			const next = (sortNames.indexOf(ui.sort.by) + 1) % sortNames.length;
			return {...ui, sort: {by: sortNames[next]!, reverse: false}};
		}
		case 'reverse':
			return {...ui, sort: {...ui.sort, reverse: !ui.sort.reverse}};
		default:
			return ui;
	}
}

function erased(text: string, what: 'letter' | 'word' | 'all'): string {
	if (what === 'all') return '';
	if (what === 'word') return text.replace(/\S*\s*$/, '');
	return [...text].slice(0, -1).join('');
}

function move(ui: Ui, {by, unit}: Action & {kind: 'move'}, runs: readonly Run[], world: World): Ui {
	const frame = frameOf(ui, runs.length);
	const place =
		ui.focus === 'list' ? frame.list : frame.panels.find(({name}) => name === ui.panel)?.place;
	const page = Math.max(1, (place?.height ?? 2) - 1);
	const steps = {row: 1, half: Math.max(1, page >> 1), page, all: 1e9}[unit];
	const rows = by * steps;
	if (ui.help) return {...ui, at: {...ui.at, help: clamp(ui.at.help + rows, 0, 200)}};
	if (ui.focus === 'list') {
		const next = runs[clamp(ui.index + rows, 0, runs.length - 1)];
		return next ? {...ui, cursor: next.id} : ui;
	}

	if (ui.panel === 'log') return scrollLog(ui, rows, page, world);
	if (ui.panel === 'curves') return nextMetric(ui, by, runs);
	const run = runs.find(({id}) => id === ui.shown);
	const most = run ? rowsOf[ui.panel](run).length - 1 : 0;
	return {...ui, at: {...ui.at, [ui.panel]: clamp(ui.at[ui.panel] + rows, 0, most)}};
}

function clamp(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(value, most));
}

function open(ui: Ui, runs: readonly Run[]): Ui {
	if (ui.help) return {...ui, help: false};
	if (ui.focus === 'list')
		return ui.shown === null ? ui : {...ui, focus: 'panel', enlarged: false, cursor: ui.shown};
	if (ui.panel !== 'alerts') return ui;
	const run = runs.find(({id}) => id === ui.shown);
	const source = run && rowsOf.alerts(run)[ui.at.alerts]?.evidence[0];
	if (!source) return ui;
	const log = {...ui.log, file: source.file, anchor: source.offset, lead: 3, lit: source.offset};
	return {...ui, panel: 'log', log};
}

/** Holds the log where it stands, or follows its end again. */
function pause(ui: Ui, runs: readonly Run[], world: World): Ui {
	const log = frameOf(ui, runs.length).panels.find(({name}) => name === 'log');
	if (!log) return ui;
	if (!isAtEnd(ui)) return {...ui, log: {...ui.log, anchor: 'end', lead: 0, lit: null}};
	return scrollLog(ui, -1, log.place.height - 1, world);
}

/** Leaves one layer. */
function back(ui: Ui): Ui {
	if (ui.typing) return {...ui, typing: false, filter: ''};
	if (ui.help) return {...ui, help: false};
	if (ui.focus === 'panel' && ui.enlarged) return {...ui, enlarged: false};
	if (ui.focus === 'panel') return {...ui, focus: 'list'};
	if (ui.enlarged) return {...ui, enlarged: false};
	return {...ui, filter: ''};
}

function mark(ui: Ui): Ui {
	if (ui.shown === null) return ui;
	const marks = new Set(ui.marks);
	if (!marks.delete(ui.shown)) marks.add(ui.shown);
	return {...ui, marks};
}

function nextTrouble(ui: Ui, by: 1 | -1, runs: readonly Run[]): Ui {
	for (let step = 1; step <= runs.length; step++) {
		const run = runs.at((ui.index + by * step) % runs.length)!;
		if (worstAlert(run)) return {...ui, cursor: run.id, focus: 'list'};
	}

	return ui;
}

function nextMetric(ui: Ui, by: number, runs: readonly Run[]): Ui {
	const run = runs.find(({id}) => id === ui.shown);
	if (!run) return ui;
	const names = rowsOf.curves(run);
	const now = Math.max(0, names.indexOf(ui.metric ?? run.loss ?? ''));
	return {...ui, metric: names[clamp(now + by, 0, names.length - 1)] ?? null};
}

/** Brings the state in line with the world: the cursor stays on its run, the list shows it, the log is asked for. */
function settle(ui: Ui, world: World): Updated {
	const runs = listed(world, ui);
	const found = ui.cursor === null ? 0 : runs.findIndex(({id}) => id === ui.cursor);
	const index = clamp(found >= 0 ? found : ui.index, 0, Math.max(0, runs.length - 1));
	const run = runs[index];
	const shown = run?.id ?? null;
	const height = frameOf(ui, runs.length).list?.height ?? 1;
	const top = clamp(ui.top, Math.max(0, index - height + 1), index);
	const kept = shown === ui.shown ? ui : freshView(ui);
	const next: Ui = {
		...kept,
		index,
		shown,
		cursor: ui.cursor === null ? null : (shown ?? ui.cursor),
		top: Math.min(top, Math.max(0, runs.length - height)),
	};
	const wish = wishOf(next, run, frameOf(next, runs.length), world);
	const before = ui.log.wish;
	if (wish === before) return {ui: next, effects: []};
	return {
		ui: {...next, log: {...next.log, wish}},
		effects: [wish ? {kind: 'open-log', ...wish} : {kind: 'close-log'}],
	};
}
