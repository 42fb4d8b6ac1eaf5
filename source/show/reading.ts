import type {LogPage, PagePlace} from '../core/page.ts';
import type {Run, RunFile} from '../core/run.ts';
import type {Frame} from './frame.ts';
import type {LogWish, Ui} from './ui.ts';
import {widthOf} from './width.ts';
import type {World} from './world.ts';

/** Lines that should lie ready beyond what is shown. */
const margin = 100;

const unreadable = /tfevents|\.(?:wandb|db|pth?|pdparams|npz?)$/i;
const structured = /\.(?:csv|jsonl?|ya?ml|toml)$/i;

/** Whether a file can be shown as text. */
export function isLog({path}: RunFile): boolean {
	return !unreadable.test(path);
}

/** The files of a run that can be read as text, the one shown first at the front. */
export function logsOf(run: Run): readonly RunFile[] {
	const texts = run.files.filter(isLog);
	const logs = texts.filter(({path}) => !structured.test(path));
	const rest = texts.filter(({path}) => structured.test(path));
	const main = newest(run, logs) ?? mostUnderstood(logs) ?? mostUnderstood(rest);
	const others = [...logs, ...rest].filter(file => file !== main);
	return main ? [main, ...others] : [];
}

/** The log of the newest session, where it tells anything. */
function newest({sessions}: Run, logs: readonly RunFile[]): RunFile | undefined {
	const told = sessions.at(-1)?.file;
	return logs.find(({path, understood}) => path === told && understood > 0);
}

function mostUnderstood(files: readonly RunFile[]): RunFile | undefined {
	return files.reduce<RunFile | undefined>(
		(main, file) => (main && main.understood >= file.understood ? main : file),
		undefined,
	);
}

/** The file that the log panel shows first. */
export function mainLog(run: Run): RunFile | undefined {
	return logsOf(run)[0];
}

/** The file that the log panel shows: the one chosen, else the main one. */
export function shownLog(ui: Ui, run: Run): RunFile | undefined {
	return run.files.find(({id}) => id === ui.log.file) ?? mainLog(run);
}

/** Whether the log panel follows the end of its file. */
export function isAtEnd(ui: Ui): boolean {
	return ui.log.anchor === 'end';
}

/** The page of the log that was asked for, once it is read. */
export function pageOf(ui: Ui, world: World): LogPage | undefined {
	const file = ui.log.wish?.file;
	return file === undefined ? undefined : world.pages.get(file);
}

/** Index of the line of a page that begins at or before an offset; -1 where it lies outside. */
export function lineAt(page: LogPage, offset: number): number {
	const {offsets} = page;
	if (offsets.length === 0 || offset < offsets[0]!) return page.begin ? 0 : -1;
	let low = 0;
	let high = offsets.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (offsets[middle]! <= offset) low = middle;
		else high = middle - 1;
	}

	return low === offsets.length - 1 && offset > offsets[low]! && !page.end ? -1 : low;
}

/** Index of the first line to show in `height` rows; -1 while the page does not hold it. */
export function firstShown(ui: Ui, page: LogPage, height: number): number {
	const last = Math.max(0, page.lines.length - height);
	if (ui.log.anchor === 'end') return page.end ? last : -1;
	const line = lineAt(page, ui.log.anchor);
	if (line < 0) return -1;
	return Math.max(0, Math.min(line - ui.log.lead, page.end ? last : line));
}

/** Scrolls the log by lines, of which `height` are shown; reaching its end follows again. */
export function scrollLog(ui: Ui, by: number, height: number, world: World): Ui {
	const page = pageOf(ui, world);
	if (!page || page.lines.length === 0) return ui;
	if (by <= -1e8) return {...ui, log: {...ui.log, anchor: 0, lead: 0}};
	if (by >= 1e8) return {...ui, log: {...ui.log, anchor: 'end', lead: 0}};
	const first = firstShown(ui, page, height);
	if (first < 0) return ui;
	const next = Math.max(0, first + by);
	if (by > 0 && page.end && next + height >= page.lines.length) {
		return {...ui, log: {...ui.log, anchor: 'end', lead: 0}};
	}

	const anchor = page.offsets[Math.min(next, page.offsets.length - 1)]!;
	return {...ui, log: {...ui.log, anchor, lead: 0}};
}

/** The page that the screen needs now; the old wish itself while that still serves. */
export function wishOf(ui: Ui, run: Run | undefined, frame: Frame, world: World): LogWish | null {
	const panel = frame.panels.find(({name}) => name === 'log');
	const file = run && shownLog(ui, run)?.id;
	if (!panel || !run || file === undefined || ui.help) return null;
	const wish: LogWish = {run: run.id, file, place: ui.log.anchor};
	const before = ui.log.wish;
	if (before?.run !== run.id || before.file !== file) return wish;
	return serves(before, ui.log.anchor, world.pages.get(file), panel.place.height) ? before : wish;
}

/** Whether what was asked for before shows this place, or soon will. */
function serves(
	before: LogWish,
	anchor: PagePlace,
	page: LogPage | undefined,
	height: number,
): boolean {
	if (before.place === anchor) return true;
	return anchor !== 'end' && page !== undefined && covers(page, anchor, height);
}

function covers(page: LogPage, offset: number, height: number): boolean {
	const line = lineAt(page, offset);
	if (line < 0) return false;
	const above = line >= margin || page.begin;
	const below = page.lines.length - line >= height + margin || page.end;
	return above && below;
}

/** Goes to the next of the run's logs, at its end; round from the last to the first. */
export function nextLog(ui: Ui, by: 1 | -1, run: Run | undefined): Ui {
	const logs = run ? logsOf(run) : [];
	if (!run || logs.length < 2) return {...ui, notice: 'This run has no other log.'};
	const now = logs.findIndex(({id}) => id === shownLog(ui, run)?.id);
	const next = logs.at((now + by) % logs.length)!;
	return {...ui, log: {...ui.log, file: next.id, anchor: 'end', lead: 0, side: 0, lit: null}};
}

/** Scrolls long lines sideways, no further than the longest that was read. */
export function sideLog(ui: Ui, by: number, world: World): Ui {
	const page = pageOf(ui, world);
	const longest = Math.max(0, ...(page?.lines ?? []).map(widthOf));
	const most = Math.max(0, longest - Math.abs(by));
	return {...ui, log: {...ui.log, side: Math.max(0, Math.min(ui.log.side + by, most))}};
}
