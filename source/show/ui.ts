import type {PagePlace} from '../core/page.ts';
import {type CurveView, wholeCurve} from './curve-choice.ts';
import type {Grouping} from './grouping.ts';
import type {Key} from './key-table.ts';
import type {SortName} from './order.ts';

export const panelNames = [
	'curves',
	'validation',
	'alerts',
	'log',
	'checkpoints',
	'settings',
] as const;
/** The panels in the order of their numbers. */
export type PanelName = (typeof panelNames)[number];

/** Of the terminal, in columns and rows. */
export type Size = {readonly columns: number; readonly rows: number};

/** Which page of which log the screen needs; null where it shows no log. */
export type LogWish = {readonly run: string; readonly file: string; readonly place: PagePlace};

/** Something looked for in a log, from a place on; the answer comes as `World.sought`. */
export type LogSearch = {
	readonly file: string;
	readonly from: number;
	readonly by: 1 | -1;
	/** Text, matched without regard to case, or any line that sounds like an error. */
	readonly text: string | null;
};

/** What the log panel shows. */
export type LogView = {
	/** Null: the run's main log. */
	readonly file: string | null;
	/** Byte offset of the line that the view is tied to, or its end, followed. */
	readonly anchor: PagePlace;
	/** Lines shown above the anchor. */
	readonly lead: number;
	/** Columns scrolled to the right. */
	readonly side: number;
	/** Byte offset of the line that an alert pointed to. */
	readonly lit: number | null;
	/** Text looked for; empty: nothing. */
	readonly search: string;
	/** The answer to a search of the file that was taken last. */
	readonly answered: number;
	readonly wish: LogWish | null;
};

/** Marked runs side by side, what happened since the last visit, when all is done, what is unreadable. */
export type Over = 'compare' | 'since' | 'queue' | 'unread';

/** What the user has chosen; nothing about runs themselves. */
export type Ui = {
	/** The user's own table of keys; null: ours. */
	readonly keys: readonly Key[] | null;
	readonly size: Size;
	/** The run under the cursor; null: whichever stands first, until the user moves. */
	readonly cursor: string | null;
	/** The run shown last, and its row. */
	readonly shown: string | null;
	readonly index: number;
	/** First row of the list on the screen. */
	readonly top: number;
	readonly sort: {readonly by: SortName; readonly reverse: boolean};
	readonly filter: string;
	readonly group: Grouping;
	/** Groups that were folded, or unfolded where they are folded by themselves. */
	readonly turned: ReadonlySet<string>;
	/** What letters are written into. */
	readonly writing: 'filter' | 'search' | 'find' | 'palette' | 'label' | 'note' | null;
	/** A label or note while it is written. */
	readonly draft: string;
	/** What was written into the palette, and the row chosen there. */
	readonly command: {readonly text: string; readonly at: number};
	readonly panel: PanelName;
	readonly focus: 'list' | 'panel';
	readonly enlarged: boolean;
	readonly help: boolean;
	/** What stands where the panels would. */
	readonly over: Over | null;
	/** No key was pressed yet. */
	readonly fresh: boolean;
	readonly marks: ReadonlySet<string>;
	/** First line, or line under the cursor, of each panel. */
	readonly at: Readonly<Record<PanelName | 'compare' | 'help', number>>;
	readonly curves: CurveView;
	readonly log: LogView;
	/** Columns of the validation table that are scrolled away. */
	readonly across: number;
	/** What is looked for among the settings, and the groups of them that are folded. */
	readonly find: string;
	readonly folded: ReadonlySet<string>;
	/** The run whose evaluation results were asked for last. */
	readonly results: string | null;
	/** A sentence for the footer until the next key. */
	readonly notice: string | null;
};

/** What a key, or the outside, tells the screen. */
export type Action =
	/** The world changed: nothing was asked. */
	| {readonly kind: 'look'}
	| {readonly kind: 'resize'; readonly size: Size}
	| {readonly kind: 'move'; readonly by: number; readonly unit: 'row' | 'half' | 'page' | 'all'}
	| {readonly kind: 'side'; readonly by: number}
	/** Along the x axis, by a quarter of what is shown. */
	| {readonly kind: 'pan'; readonly by: 1 | -1}
	/** Looks for a setting. */
	| {readonly kind: 'find'}
	/** Another of the run's logs. */
	| {readonly kind: 'file'; readonly by: 1 | -1}
	| {readonly kind: 'open'}
	| {readonly kind: 'back'}
	| {readonly kind: 'leave'}
	| {readonly kind: 'quit'}
	| {readonly kind: 'panel'; readonly panel: PanelName}
	| {readonly kind: 'turn'; readonly by: 1 | -1}
	| {readonly kind: 'enlarge'}
	| {readonly kind: 'help'}
	| {readonly kind: 'filter'}
	| {readonly kind: 'type'; readonly text: string}
	| {readonly kind: 'erase'; readonly what: 'letter' | 'word' | 'all'}
	| {readonly kind: 'accept'}
	/** Null: by the next column. */
	| {readonly kind: 'sort'; readonly by: SortName | null}
	| {readonly kind: 'reverse'}
	/** Null: the next one. */
	| {readonly kind: 'group'; readonly by: Grouping | null}
	/** The group under the cursor. */
	| {readonly kind: 'fold'; readonly to: 'folded' | 'unfolded'}
	/** What is folded away. */
	| {readonly kind: 'away'}
	| {readonly kind: 'mark'}
	| {readonly kind: 'unmark'}
	| {readonly kind: 'compare'}
	| {readonly kind: 'over'; readonly over: Over}
	| {readonly kind: 'remark'; readonly what: 'label' | 'note'}
	| {readonly kind: 'hide'}
	| {readonly kind: 'trouble'; readonly by: 1 | -1}
	| {readonly kind: 'metric'; readonly by: 1 | -1}
	| {readonly kind: 'pause'}
	| {readonly kind: 'search'}
	| {readonly kind: 'hit'; readonly by: 1 | -1; readonly what: 'search' | 'error'}
	| {readonly kind: 'hair'; readonly by: 1 | -1}
	| {readonly kind: 'zoom'; readonly by: 1 | 0 | -1}
	| {readonly kind: 'pin'}
	| {readonly kind: 'smooth'}
	| {readonly kind: 'logarithmic'}
	| {readonly kind: 'axis'}
	| {readonly kind: 'palette'}
	| {readonly kind: 'acknowledge'}
	| {readonly kind: 'copy'}
	| {readonly kind: 'open-file'}
	| {readonly kind: 'redraw'}
	| {readonly kind: 'suspend'};

const tops: Ui['at'] = {
	curves: 0,
	validation: 0,
	alerts: 0,
	log: 0,
	checkpoints: 0,
	settings: 0,
	compare: 0,
	help: 0,
};

const followed: LogView = {
	file: null,
	anchor: 'end',
	lead: 0,
	side: 0,
	lit: null,
	search: '',
	answered: 0,
	wish: null,
};

/** The view of another run begins at its top, its log at the end. */
export function freshView(ui: Ui): Ui {
	const {search, answered, wish} = ui.log;
	return {
		...ui,
		at: tops,
		across: 0,
		find: '',
		log: {...followed, search, answered, wish},
		curves: {...ui.curves, from: 0, to: 1, hair: null},
	};
}

/** How the screen begins. */
export function startUi(size: Size, filter = '', keys: readonly Key[] | null = null): Ui {
	return {
		keys,
		size,
		cursor: null,
		shown: null,
		index: 0,
		top: 0,
		sort: {by: 'trouble', reverse: false},
		filter,
		group: 'none',
		turned: new Set(),
		writing: null,
		draft: '',
		command: {text: '', at: 0},
		panel: 'curves',
		focus: 'list',
		enlarged: false,
		help: false,
		over: null,
		fresh: true,
		marks: new Set(),
		at: tops,
		curves: wholeCurve,
		log: followed,
		across: 0,
		find: '',
		folded: new Set(),
		results: null,
		notice: null,
	};
}
