import type {Source} from '../core/event.ts';
import type {Run} from '../core/run.ts';
import {lineAt, pageOf, shownLog} from './reading.ts';
import {rowsOf} from './rows.ts';
import {settingRows} from './setting-tree.ts';
import type {Ui} from './ui.ts';
import {clean} from './width.ts';
import type {World} from './world.ts';

/** The line that the row under the cursor of a panel was told by: an alert's evidence, an evaluation. */
export function sourceUnderCursor(ui: Ui, run: Run): Source | null {
	if (ui.panel === 'alerts') return rowsOf.alerts(run)[ui.at.alerts]?.evidence[0] ?? null;
	if (ui.panel === 'validation') return rowsOf.validation(run)[ui.at.validation]?.source ?? null;
	return null;
}

/** A file, and a line of it where one is meant. */
export type Pointed = {readonly path: string; readonly line: number | null};

/** What the pager or editor should open: what the cursor points to, else the log at the place shown. */
export function fileUnderCursor(ui: Ui, run: Run, world: World): Pointed | null {
	const source = ui.focus === 'panel' ? sourceUnderCursor(ui, run) : null;
	const told = source && run.files.find(({id}) => id === source.file);
	if (told) return {path: told.full, line: source.line > 0 ? source.line : null};
	if (ui.focus === 'panel' && ui.panel === 'settings' && run.settings) {
		return {path: inFolder(run, run.settings.file), line: null};
	}

	const log = shownLog(ui, run);
	if (!log) return null;
	const page = pageOf(ui, world);
	const place = ui.log.lit ?? ui.log.anchor;
	const row = page?.file === log.id && place !== 'end' ? lineAt(page, place) : -1;
	return {path: log.full, line: page?.numbers?.[row] ?? null};
}

/** What `y` copies: what the cursor of the panel points to, else the folder of the run. */
export function textUnderCursor(ui: Ui, run: Run, world: World): string {
	const text = ui.focus === 'panel' ? texts[ui.panel](ui, run, world) : null;
	return text ?? run.folder;
}

type Text = (ui: Ui, run: Run, world: World) => string | null;

const texts: Readonly<Record<Ui['panel'], Text>> = {
	curves: (ui, run) => {
		const series = run.series.get(ui.curves.metric ?? run.loss ?? '');
		return series ? String(series.last.value) : null;
	},
	validation: (ui, run) => {
		const row = rowsOf.validation(run)[ui.at.validation];
		if (!row) return null;
		const {epoch, step, values} = row;
		const told = Object.entries({epoch, step, ...values}).filter(([, value]) => value !== null);
		return told.map(([name, value]) => `${clean(name)}=${value}`).join(' ');
	},
	alerts: placeText,
	log: (ui, _, world) => {
		const page = pageOf(ui, world);
		const line = page && ui.log.lit !== null ? page.lines[lineAt(page, ui.log.lit)] : undefined;
		return line ?? null;
	},
	checkpoints: (ui, run) => {
		const row = rowsOf.checkpoints(run)[ui.at.checkpoints];
		return row ? inFolder(run, row.path) : null;
	},
	settings: (ui, run) => {
		const row = settingRows(run, ui)[ui.at.settings];
		return row?.value === undefined ? null : `${clean(row.name)}: ${clean(row.value)}`;
	},
};

/** `/run/log.txt:214` */
function placeText(ui: Ui, run: Run): string | null {
	const source = sourceUnderCursor(ui, run);
	const file = source && run.files.find(({id}) => id === source.file);
	return file ? `${file.full}${source.line > 0 ? `:${source.line}` : ''}` : null;
}

function inFolder({folder}: Run, path: string): string {
	return path.startsWith('/') ? path : `${folder}/${path}`;
}
