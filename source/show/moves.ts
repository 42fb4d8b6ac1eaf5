import type {Run} from '../core/run.ts';
import type {Action} from './action.ts';
import {turnUnderCursor, unfolded} from './folding.ts';
import {type Frame, frameOf} from './frame.ts';
import type {ListRow} from './grouping.ts';
import {labelFor} from './keys.ts';
import {goToRun, lastRow} from './over.ts';
import {moveAlert} from './panels/alerts.ts';
import {helpHeight} from './panels/help.ts';
import {sourceUnderCursor} from './pointing.ts';
import {isAtEnd, isLog, scrollLog} from './reading.ts';
import {metricRows, rowsOf} from './rows.ts';
import {litAt} from './search.ts';
import {foldSetting, settingRows} from './setting-tree.ts';
import type {Ui} from './ui.ts';
import type {World} from './world.ts';
import {worstAlert} from './worst-alert.ts';
import {paletteRows} from './writing.ts';

/** What an action may look at. */
export type Scene = {
	readonly world: World;
	readonly rows: readonly ListRow[];
	/** Those that are not folded away, in the order of the list. */
	readonly runs: readonly Run[];
	/** The run under the cursor. */
	readonly run: Run | undefined;
};

/** Keeps a number within bounds. */
export function clamp(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(value, most));
}

/** Moves the cursor or scrolls, whatever has the keys. */
export function move(ui: Ui, {by, unit}: Action & {kind: 'move'}, {rows, run, world}: Scene): Ui {
	const frame = frameOf(ui, rows.length);
	const page = Math.max(1, heightOf(ui, frame) - 1);
	const steps = by * {row: 1, half: Math.max(1, page >> 1), page, all: 1e9}[unit];
	if (ui.writing === 'palette' || ui.writing === 'metrics') {
		const last = Math.max(0, choices(ui, run) - 1);
		return {...ui, command: {...ui.command, at: clamp(ui.command.at + steps, 0, last)}};
	}

	if (ui.help) {
		const most = Math.max(0, helpHeight(ui) - heightOf(ui, frame));
		return {...ui, at: {...ui.at, help: clamp(ui.at.help + steps, 0, most)}};
	}

	if (ui.over !== null) {
		const most = lastRow(ui.over, ui, world);
		return {...ui, at: {...ui.at, [ui.over]: clamp(ui.at[ui.over] + steps, 0, most)}};
	}

	if (ui.focus === 'list') {
		const next = rows[clamp(ui.index + steps, 0, rows.length - 1)];
		return next ? {...ui, cursor: next.id} : ui;
	}

	if (ui.panel === 'log') return scrollLog(ui, steps, page, world);
	if (ui.panel === 'curves') return nextMetric(ui, clamp(steps, -1e6, 1e6), run);
	const place = frame.panels.find(({name}) => name === ui.panel)?.place;
	if (ui.panel === 'alerts' && run && place) {
		const {at, down} = moveAlert({ui, run, world}, steps, place);
		return {...ui, down, at: {...ui.at, alerts: at}};
	}

	const most = run ? countOf(ui, run) - 1 : 0;
	return {...ui, at: {...ui.at, [ui.panel]: clamp(ui.at[ui.panel] + steps, 0, Math.max(0, most))}};
}

/** Rows that can be chosen from while something is written. */
function choices(ui: Ui, run: Run | undefined): number {
	if (ui.writing === 'palette') return paletteRows(ui).length;
	return run ? metricRows(run, ui.command.text).length : 0;
}

/** Rows that the panel with the keys lists. */
function countOf(ui: Ui, run: Run): number {
	if (ui.panel === 'log') return 0;
	return ui.panel === 'settings' ? settingRows(run, ui).length : rowsOf[ui.panel](run).length;
}

/** Scrolls the validation table by columns. */
export function across(ui: Ui, by: number): Ui {
	return {...ui, across: clamp(ui.across + Math.sign(by), 0, 99)};
}

function heightOf(ui: Ui, frame: Frame): number {
	if (ui.help) return ui.size.rows - 2;
	if (frame.over) return frame.over.height;
	const panel = frame.panels.find(({name}) => name === ui.panel)?.place;
	return (ui.focus === 'list' ? frame.list : panel)?.height ?? 2;
}

/** Chooses the next metric to draw. */
export function nextMetric(ui: Ui, by: number, run: Run | undefined): Ui {
	if (!run) return ui;
	const names = rowsOf.curves(run);
	const now = Math.max(0, names.indexOf(ui.curves.metric ?? run.loss ?? ''));
	const metric = names[clamp(now + by, 0, names.length - 1)] ?? null;
	return {...ui, curves: {...ui.curves, metric, twins: true}};
}

/** Opens the panels of a run, a group of settings, or the log at what a row points to. */
export function open(ui: Ui, {run, ...scene}: Scene): Ui {
	if (ui.help) return {...ui, help: false};
	if (ui.over !== null) return goToRun(ui, scene.world);
	if (ui.focus === 'list') {
		if (!run) return turnUnderCursor(ui, scene);
		return {
			...ui,
			focus: 'panel',
			enlarged: false,
			over: null,
			cursor: run.id,
		};
	}

	if (!run) return ui;
	if (ui.panel === 'settings') return foldSetting(ui, run);
	const source = sourceUnderCursor(ui, run);
	const file = run.files.find(({id}) => id === source?.file);
	if (!source || !file) return {...ui, notice: 'No line of a log is known for it.'};
	if (!isLog(file)) return {...ui, notice: `It is told by line ${source.line} of ${file.path}.`};
	return litAt({...ui, panel: 'log', log: {...ui.log, file: source.file}}, source.offset);
}

/** Leaves one layer. */
export function back(ui: Ui): Ui {
	if (ui.help) return {...ui, help: false};
	if (ui.over) return {...ui, over: null};
	if (ui.focus === 'panel' && ui.panel === 'settings' && ui.find !== '') return {...ui, find: ''};
	if (ui.focus === 'panel' && ui.enlarged) return {...ui, enlarged: false};
	if (ui.focus === 'panel') return {...ui, focus: 'list'};
	if (ui.enlarged) return {...ui, enlarged: false};
	return {...ui, filter: ''};
}

/** Marks the run under the cursor, or takes the mark off. */
export function mark(ui: Ui): Ui {
	if (ui.shown === null) return ui;
	const marks = new Set(ui.marks);
	if (!marks.delete(ui.shown)) marks.add(ui.shown);
	return {...ui, marks};
}

/** Puts the marked runs side by side, and back; two at least. */
export function compare(ui: Ui): Ui {
	if (ui.over === 'compare') return {...ui, over: null};
	if (ui.marks.size < 2)
		return {
			...ui,
			notice: `Mark two runs or more with ${labelFor(ui, 'mark')}, then ${labelFor(ui, 'compare')} compares them.`,
		};
	return {...ui, over: 'compare', focus: 'list', at: {...ui.at, compare: 0}};
}

/** Goes round the runs in trouble. */
export function nextTrouble(ui: Ui, by: 1 | -1, {runs}: Scene): Ui {
	const at = runs.findIndex(({id}) => id === ui.shown);
	const from = at < 0 && by < 0 ? 0 : at;
	for (let step = 1; step <= runs.length; step++) {
		const run = runs.at((from + by * step) % runs.length)!;
		if (worstAlert(run)) return unfolded({...ui, cursor: run.id, focus: 'list'}, run);
	}

	return {...ui, notice: 'No run is in trouble.'};
}

/** Holds the log where it stands, or follows its end again. */
export function pause(ui: Ui, {rows, world}: Scene): Ui {
	const log = frameOf(ui, rows.length).panels.find(({name}) => name === 'log');
	if (!log) return ui;
	if (!isAtEnd(ui)) return {...ui, log: {...ui.log, anchor: 'end', lead: 0, lit: null}};
	return scrollLog(ui, -1, log.place.height - 1, world);
}
