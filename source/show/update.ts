import type {Run} from '../core/run.ts';
import {type Action, panelNames} from './action.ts';
import {ask} from './asking.ts';
import type {CurveView} from './curve-choice.ts';
import {moveHair, otherAxis, panned, smoother, zoomed} from './curve-view.ts';
import type {Effect} from './effect.ts';
import {byGroup, fold, foldAway} from './folding.ts';
import {fillsIn, frameOf} from './frame.ts';
import {away, grouped, type ListRow, rowOf} from './grouping.ts';
import {keepMetric, takeMetric, turnMetric} from './metric-choice.ts';
import {
	across,
	back,
	clamp,
	compare,
	mark,
	move,
	nextMetric,
	nextTrouble,
	open,
	pause,
	type Scene,
} from './moves.ts';
import {labelOfNamed, namedIn} from './named.ts';
import {isNamed, nextSort} from './order.ts';
import {isAtEnd, nextLog, sideLog, wishOf} from './reading.ts';
import {beginRemark, pinnedTo} from './remarking.ts';
import {answered, nextHit} from './search.ts';
import {freshView, type Ui} from './ui.ts';
import type {World} from './world.ts';
import {draftOf, dropped, erased, paletteRows, placed, typed} from './writing.ts';

/** The screen after an action, and what the outside is asked to do. */
export type Updated = {readonly ui: Ui; readonly effects: readonly Effect[]};

/** What an action makes of the screen. Pure. */
export function update(ui: Ui, action: Action, world: World): Updated {
	if (action.kind === 'accept' && ui.writing === 'palette') {
		const chosen = paletteRows(ui)[ui.command.at];
		const left = dropped(ui);
		return chosen
			? update(placed(left, chosen), chosen.action, world)
			: update(left, {kind: 'look'}, world);
	}

	const {rows, runs} = grouped(world, ui);
	const row = rows[ui.index];
	const run = row?.kind === 'run' ? row.run : undefined;
	const scene = {world, rows, runs, run};
	const asked = ask(ui, action, scene);
	const quiet = isQuiet(action) ? ui : {...ui, notice: null, fresh: false};
	const acted = reach(quiet, action, scene);
	const settled = settle(answered(acted.ui, world), world);
	const effects = [...asked, ...acted.effects, ...settled.effects];
	const wanted = settled.ui.turned.has(away) && !ui.turned.has(away) && world.hidden > 0;
	return {ui: settled.ui, effects: wanted ? [...effects, {kind: 'unfold'}] : effects};
}

/** What no key asked for. */
function isQuiet({kind}: Action): boolean {
	return kind === 'look' || kind === 'resize';
}

/** Searches look further than the screen; every other action only changes it. */
function reach(ui: Ui, action: Action, scene: Scene): Updated {
	const frame = frameOf(ui, scene.rows.length);
	if (action.kind === 'hit') {
		const text = action.what === 'error' ? null : ui.log.search;
		return nextHit(ui, action.by, text, frame, scene.world);
	}

	if (action.kind === 'accept' && ui.writing === 'search') {
		const by = isAtEnd(ui) ? -1 : 1;
		return nextHit({...ui, writing: null}, by, draftOf(ui), frame, scene.world);
	}

	return {ui: act(ui, action, scene), effects: []};
}

type Acts = {
	readonly [Kind in Action['kind']]?: (
		ui: Ui,
		action: Extract<Action, {readonly kind: Kind}>,
		scene: Scene,
	) => Ui;
};

const acts: Acts = {
	resize: (ui, {size}) => ({...ui, size}),
	move,
	side: (ui, {by}, {world}) => (ui.panel === 'log' ? sideLog(ui, by, world) : across(ui, by)),
	file: (ui, {by}, {run}) => nextLog(ui, by, run),
	open: (ui, _, scene) => open(ui, scene),
	back: ui => (ui.writing === null ? back(ui) : dropped(ui)),
	leave: ui => back(ui),
	panel: (ui, {panel}) => ({...ui, panel, help: false, over: null}),
	turn: (ui, {by}) => ({...ui, panel: panelNames.at((panelNames.indexOf(ui.panel) + by) % 6)!}),
	enlarge: ui => ({...ui, enlarged: !ui.enlarged}),
	help: ui => ({...ui, help: !ui.help, at: {...ui.at, help: 0}}),
	trouble: (ui, {by}, scene) => nextTrouble(ui, by, scene),
	metric: (ui, {by}, {run}) => nextMetric(ui, by, run),
	pause: (ui, _, scene) => pause(ui, scene),
	mark,
	unmark: ui => ({...ui, marks: new Set(), over: ui.over === 'compare' ? null : ui.over}),
	compare,
	over: (ui, {over}) => ({
		...ui,
		over: ui.over === over ? null : over,
		help: false,
		at: {...ui.at, [over]: 0},
	}),
	acknowledge: pinnedTo,
	hide: pinnedTo,
	remark: beginRemark,
	filter: ui => ({...ui, writing: 'filter', focus: 'list', help: false}),
	search: ui => ({...ui, writing: 'search', log: {...ui.log, search: ''}}),
	palette: ui => ({...ui, writing: 'palette', command: {text: '', at: 0}}),
	type: (ui, {text}) => typed(ui, text),
	erase: (ui, {what}) => erased(ui, what),
	accept: (ui, _, {run}) =>
		ui.writing === 'metrics' ? takeMetric(ui, run) : {...ui, writing: null},
	sort: sorted,
	group: (ui, {by}) => byGroup(ui, by),
	fold,
	away: ui => foldAway(ui),
	reverse: ui => ({...ui, sort: {...ui.sort, reverse: !ui.sort.reverse}}),
	pan: curve((view, {by}) => panned(view, by)),
	find: ui => ({...ui, writing: 'find', find: '', at: {...ui.at, settings: 0}}),
	hair: curve((view, {by}) => moveHair(view, by)),
	zoom: curve((view, {by}) => zoomed(view, by)),
	choose: ui => ({...ui, writing: 'metrics', command: {text: '', at: 0}}),
	pin: (ui, _, {run}) => (ui.writing === 'metrics' ? turnMetric(ui, run) : keepMetric(ui, run)),
	smooth: curve(smoother),
	logarithmic: curve(view => ({...view, logarithmic: !view.logarithmic})),
	axis: curve(otherAxis),
};

function curve<A extends Action>(change: (view: CurveView, action: A) => CurveView) {
	return (ui: Ui, action: A): Ui => ({...ui, curves: change(ui.curves, action)});
}

function sorted(ui: Ui, {by}: Action & {kind: 'sort'}, {world}: Scene): Ui {
	if (by !== null && by !== 'named') return {...ui, sort: {by, reverse: false}};
	const named = namedIn(world.runs);
	if (by === 'named' && named.length === 0) return {...ui, notice: 'no settings in names differ'};
	const next = nextSort(ui.sort.by, named, by ?? 'all');
	// On a narrow screen its column is not shown.
	const notice = isNamed(next) ? `sorted by ${labelOfNamed(next)} in names` : ui.notice;
	return {...ui, sort: {by: next, reverse: false}, notice};
}

function act(ui: Ui, action: Action, scene: Scene): Ui {
	const change = acts[action.kind] as ((ui: Ui, action: Action, scene: Scene) => Ui) | undefined;
	return change ? change(ui, action, scene) : ui;
}

/** The first row that may stand at the top: a heading is not cut off from the run below it. */
function firstShown(rows: readonly ListRow[], index: number, height: number): number {
	return height > 1 && rows[index - 1]?.kind === 'group' ? index - 1 : index;
}

/** The first row of the list on the screen; where it is not drawn, it stays. */
function topOf(ui: Ui, rows: readonly ListRow[], index: number): number {
	const height = frameOf(ui, rows.length).list?.height;
	if (height === undefined) return ui.top;
	const top = clamp(ui.top, Math.max(0, index - height + 1), firstShown(rows, index, height));
	return Math.min(top, Math.max(0, rows.length - height));
}

/** Whether the validation panel would have nothing to show. */
function isBare({validation, results = []}: Run): boolean {
	return validation.evaluations.length + results.length === 0;
}

/** Brings the state in line with the world: the cursor stays on its run, the list shows it, the log is asked for. */
function settle(ui: Ui, world: World): Updated {
	const {rows} = grouped(world, ui);
	const index = rowOf(rows, ui.cursor, ui.index);
	const row = rows[index];
	const run = row?.kind === 'run' ? row.run : undefined;
	const shown = run?.id ?? null;
	const top = topOf(ui, rows, index);
	const kept = shown === ui.shown ? ui : freshView(ui);
	const next: Ui = {
		...kept,
		index,
		shown,
		bare: run !== undefined && isBare(run),
		cursor: ui.cursor === null ? null : (row?.id ?? ui.cursor),
		top,
	};
	const frame = frameOf(next, rows.length);
	const wish = wishOf(next, run, frame, world);
	const isLooked = fillsIn(next) || frame.panels.some(({name}) => name === 'validation');
	const results = isLooked ? shown : null;
	const effects: Effect[] = [];
	if (results !== ui.results) effects.push({kind: 'show-results', run: results});
	if (wish !== ui.log.wish) effects.push(wish ? {kind: 'open-log', ...wish} : {kind: 'close-log'});
	return effects.length === 0
		? {ui: next, effects}
		: {ui: {...next, results, log: {...next.log, wish}}, effects};
}
