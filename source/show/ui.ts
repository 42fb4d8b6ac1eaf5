import type {RuleId} from '../core/alert.ts';
import type {PagePlace} from '../core/page.ts';
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
	readonly wish: LogWish | null;
};

/** What the user has chosen; nothing about runs themselves. */
export type Ui = {
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
	readonly typing: boolean;
	readonly panel: PanelName;
	readonly focus: 'list' | 'panel';
	readonly enlarged: boolean;
	readonly help: boolean;
	readonly marks: ReadonlySet<string>;
	/** First line, or line under the cursor, of each panel. */
	readonly at: Readonly<Record<PanelName | 'help', number>>;
	/** Wire name of the metric drawn; null: the primary loss. */
	readonly metric: string | null;
	readonly log: LogView;
};

/** What a key asked of the outside; the app performs it. */
export type Effect =
	| {readonly kind: 'quit'}
	| {readonly kind: 'redraw'}
	| {readonly kind: 'suspend'}
	| ({readonly kind: 'open-log'} & LogWish)
	| {readonly kind: 'close-log'}
	/** Null: every open alert of the run. */
	| {readonly kind: 'acknowledge'; readonly run: string; readonly rule: RuleId | null}
	| {readonly kind: 'copy'; readonly text: string}
	/** In the user's pager or editor. */
	| {readonly kind: 'open-file'; readonly path: string; readonly line: number | null};

/** What a key, or the outside, tells the screen. */
export type Action =
	/** The world changed: nothing was asked. */
	| {readonly kind: 'look'}
	| {readonly kind: 'resize'; readonly size: Size}
	| {readonly kind: 'move'; readonly by: number; readonly unit: 'row' | 'half' | 'page' | 'all'}
	| {readonly kind: 'side'; readonly by: number}
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
	| {readonly kind: 'sort'}
	| {readonly kind: 'reverse'}
	| {readonly kind: 'mark'}
	| {readonly kind: 'trouble'; readonly by: 1 | -1}
	| {readonly kind: 'metric'; readonly by: 1 | -1}
	| {readonly kind: 'pause'}
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
	help: 0,
};

const followed: LogView = {file: null, anchor: 'end', lead: 0, side: 0, lit: null, wish: null};

/** The view of another run begins at its top, its log at the end. */
export function freshView(ui: Ui): Ui {
	return {...ui, at: tops, log: {...followed, wish: ui.log.wish}};
}

/** How the screen begins. */
export function startUi(size: Size, filter = ''): Ui {
	return {
		size,
		cursor: null,
		shown: null,
		index: 0,
		top: 0,
		sort: {by: 'trouble', reverse: false},
		filter,
		typing: false,
		panel: 'curves',
		focus: 'list',
		enlarged: false,
		help: false,
		marks: new Set(),
		at: tops,
		metric: null,
		log: followed,
	};
}
