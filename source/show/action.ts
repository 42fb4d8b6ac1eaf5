import type {Grouping} from './grouping.ts';
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

/** Marked runs side by side, what happened since the last visit, when all is done, which branch leads, what is unreadable. */
export type Over = 'compare' | 'since' | 'queue' | 'branches' | 'unread';

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
	/** Null: by the next column; `named`: by the next setting that names tell. */
	| {readonly kind: 'sort'; readonly by: SortName | 'named' | null}
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
	/** Metrics from a list of all. */
	| {readonly kind: 'choose'}
	| {readonly kind: 'smooth'}
	| {readonly kind: 'logarithmic'}
	| {readonly kind: 'axis'}
	| {readonly kind: 'palette'}
	| {readonly kind: 'acknowledge'}
	| {readonly kind: 'copy'}
	| {readonly kind: 'open-file'}
	| {readonly kind: 'redraw'}
	| {readonly kind: 'suspend'};
