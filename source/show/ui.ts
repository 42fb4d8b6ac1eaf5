import type {PagePlace} from '../core/page.ts';
import type {Over, PanelName, Size} from './action.ts';
import {type CurveView, wholeCurve} from './curve-choice.ts';
import {away, type Grouping} from './grouping.ts';
import type {Key} from './key.ts';
import type {SortName} from './order.ts';

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
	readonly writing: 'filter' | 'search' | 'find' | 'palette' | 'metrics' | 'label' | 'note' | null;
	/** A label or note while it is written. */
	readonly draft: string;
	/** What was written into the palette or the list of metrics, the row chosen there, and whether one was turned. */
	readonly command: {readonly text: string; readonly at: number; readonly turned?: boolean};
	readonly panel: PanelName;
	/** The run shown was not evaluated: its curves take the room that evaluations would. */
	readonly bare: boolean;
	readonly focus: 'list' | 'panel';
	readonly enlarged: boolean;
	readonly help: boolean;
	/** What stands where the panels would. */
	readonly over: Over | null;
	/** No key was pressed yet. */
	readonly fresh: boolean;
	readonly marks: ReadonlySet<string>;
	/** First line, or line under the cursor, of each panel. */
	readonly at: Readonly<Record<PanelName | Over | 'help', number>>;
	readonly curves: CurveView;
	readonly log: LogView;
	/** Lines of the alert under the cursor that are scrolled away. */
	readonly down: number;
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

const tops: Readonly<Record<PanelName, number>> = {
	curves: 0,
	validation: 0,
	alerts: 0,
	log: 0,
	checkpoints: 0,
	settings: 0,
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
		at: {...ui.at, ...tops},
		down: 0,
		across: 0,
		find: '',
		log: {...followed, search, answered, wish},
		curves: {...ui.curves, from: 0, to: 1, hair: null},
	};
}

/** How the screen begins; `unfolded`: with what is folded away in the list. */
export function startUi(
	size: Size,
	filter = '',
	keys: readonly Key[] | null = null,
	unfolded = false,
): Ui {
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
		turned: new Set(unfolded ? [away] : []),
		writing: null,
		draft: '',
		command: {text: '', at: 0},
		panel: 'curves',
		bare: false,
		focus: 'list',
		enlarged: false,
		help: false,
		over: null,
		fresh: true,
		marks: new Set(),
		at: {...tops, compare: 0, since: 0, queue: 0, branches: 0, unread: 0, help: 0},
		curves: wholeCurve,
		log: followed,
		down: 0,
		across: 0,
		find: '',
		folded: new Set(),
		results: null,
		notice: null,
	};
}
