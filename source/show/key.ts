import type {Action} from './action.ts';

/** Where a key is valid: the list, a panel, what stands over them, or something that is being written. */
export type Where =
	| 'list'
	| 'panel'
	| 'log'
	| 'curves'
	| 'alerts'
	| 'settings'
	| 'help'
	| 'rows'
	| 'compare'
	| 'metrics'
	| 'typing'
	| 'palette';

/** Under which title the help lists a key. */
export type Group =
	| 'move'
	| 'list'
	| 'panels'
	| 'curves'
	| 'tables'
	| 'log'
	| 'settings'
	| 'program';

/** The titles of the help, from place to place. */
export const groupTitles: Readonly<Record<Group, string>> = {
	move: 'Move',
	list: 'The list',
	panels: 'Panels',
	curves: 'Curves',
	tables: 'Validation, alerts and other rows',
	log: 'The log',
	settings: 'Settings',
	program: 'Everywhere',
};

/** One row of the table of keys. */
export type Key = {
	/** As the settings file calls it; rows of one name have the same keys. */
	readonly name: string;
	/** As `namesOf` names them, the one to show first; none: only the palette finds it. */
	readonly keys: readonly string[];
	/** What the help says. */
	readonly help: string;
	/** One or two words for the footer; none where it is not shown there. */
	readonly short: string | null;
	readonly where: readonly Where[];
	readonly group: Group;
	readonly action: Action;
};

const panels = ['panel', 'log', 'curves', 'alerts', 'settings'] as const;
/** What stands over the panels: rows of runs or files, marked runs side by side. */
const overs = ['rows', 'compare'] as const;
const main = ['list', ...panels, ...overs] as const;
const writing = ['typing', 'palette', 'metrics'] as const;

/** Several places under one word. */
const places = {
	main,
	all: [...main, 'help'],
	any: [...main, 'help', ...writing],
	writing,
	free: ['typing', 'palette'],
	choosing: ['palette', 'metrics'],
	runs: ['list', 'panel', 'curves', 'alerts'],
	others: ['list', 'panel', 'curves', 'alerts', 'settings'],
	comparable: ['list', 'panel', 'curves', 'alerts', 'settings', ...overs],
	/** The curve is drawn beside the list as well. */
	charts: ['curves', 'list', 'compare'],
} as const satisfies Readonly<Record<string, readonly Where[]>>;

type Place = keyof typeof places;

/** A row of the table as it is written: `short` is for the footer. */
export type KeyRow = readonly [
	name: string,
	keys: string,
	where: Where | Place,
	help: string,
	action: Action,
	short?: string,
];

/** Rows of the table under one title of the help. */
export function keyRows(group: Group, ...table: readonly KeyRow[]): readonly Key[] {
	return table.map(([name, keys, where, help, action, short]) => ({
		name,
		keys: keys.split(' ').filter(Boolean),
		where: isPlace(where) ? places[where] : [where],
		help,
		short: short ?? null,
		group,
		action,
	}));
}

function isPlace(where: Where | Place): where is Place {
	return Object.hasOwn(places, where);
}

/** Whether a row of the table belongs into help, palette and README: not what only writing needs. */
export function isListed({where}: Key): boolean {
	return where.some(place => !(writing as readonly Where[]).includes(place));
}
