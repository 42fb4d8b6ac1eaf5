import {type Action, panelNames, type Ui} from './ui.ts';

/** Where a key is valid. */
export type Where = 'list' | 'panel' | 'log' | 'curves' | 'alerts' | 'help' | 'typing';

/** One row of the table of keys. */
export type Key = {
	/** As `nameOf` names them, the one to show first. */
	readonly keys: readonly string[];
	/** What the help says. */
	readonly help: string;
	/** One or two words for the footer. */
	readonly short?: string;
	readonly where: readonly Where[];
	readonly group: 'move' | 'look' | 'list' | 'log' | 'program';
	readonly action: Action;
};

const browsing: readonly Where[] = ['list', 'panel', 'log', 'curves', 'alerts', 'help'];
const main: readonly Where[] = ['list', 'panel', 'log', 'curves', 'alerts'];
const panelOnly: readonly Where[] = ['panel', 'log', 'curves', 'alerts'];

/** The one table of keys: the screen obeys it, footer and help print it, the README quotes it. */
export const keys: readonly Key[] = [
	{
		keys: ['j', 'down'],
		help: 'down',
		short: 'move',
		where: browsing,
		group: 'move',
		action: {kind: 'move', by: 1, unit: 'row'},
	},
	{
		keys: ['k', 'up'],
		help: 'up',
		where: browsing,
		group: 'move',
		action: {kind: 'move', by: -1, unit: 'row'},
	},
	{
		keys: ['g', 'home'],
		help: 'first',
		where: browsing,
		group: 'move',
		action: {kind: 'move', by: -1, unit: 'all'},
	},
	{
		keys: ['G', 'end'],
		help: 'last',
		where: browsing,
		group: 'move',
		action: {kind: 'move', by: 1, unit: 'all'},
	},
	{
		keys: ['ctrl-d'],
		help: 'half a page down',
		where: browsing,
		group: 'move',
		action: {kind: 'move', by: 1, unit: 'half'},
	},
	{
		keys: ['ctrl-u'],
		help: 'half a page up',
		where: browsing,
		group: 'move',
		action: {kind: 'move', by: -1, unit: 'half'},
	},
	{
		keys: ['pagedown', 'ctrl-f'],
		help: 'a page down',
		where: browsing,
		group: 'move',
		action: {kind: 'move', by: 1, unit: 'page'},
	},
	{
		keys: ['pageup', 'ctrl-b'],
		help: 'a page up',
		where: browsing,
		group: 'move',
		action: {kind: 'move', by: -1, unit: 'page'},
	},
	{
		keys: ['enter'],
		help: 'open the panel of the run',
		short: 'open',
		where: ['list'],
		group: 'look',
		action: {kind: 'open'},
	},
	{
		keys: ['enter'],
		help: 'to the line in the log',
		short: 'log line',
		where: ['alerts'],
		group: 'look',
		action: {kind: 'open'},
	},
	{
		keys: ['/'],
		help: 'filter: words, state:running, loss<0.5, !word',
		short: 'filter',
		where: ['list', 'panel', 'curves', 'alerts'],
		group: 'list',
		action: {kind: 'filter'},
	},
	{
		keys: ['s'],
		help: 'sort by the next column',
		short: 'sort',
		where: ['list'],
		group: 'list',
		action: {kind: 'sort'},
	},
	{
		keys: ['S'],
		help: 'sort the other way round',
		where: ['list'],
		group: 'list',
		action: {kind: 'reverse'},
	},
	{
		keys: ['e'],
		help: 'next run in trouble',
		short: 'next trouble',
		where: ['list', 'panel', 'curves', 'alerts'],
		group: 'list',
		action: {kind: 'trouble', by: 1},
	},
	{
		keys: ['E'],
		help: 'previous run in trouble',
		where: ['list', 'panel', 'curves', 'alerts'],
		group: 'list',
		action: {kind: 'trouble', by: -1},
	},
	{
		keys: ['a'],
		help: 'acknowledge: seen, no longer counts',
		short: 'acknowledge',
		where: ['list', 'alerts'],
		group: 'list',
		action: {kind: 'acknowledge'},
	},
	{
		keys: ['space'],
		help: 'mark the run',
		short: 'mark',
		where: ['list'],
		group: 'list',
		action: {kind: 'mark'},
	},
	{
		keys: ['escape', 'backspace'],
		help: 'back, one layer',
		short: 'back',
		where: ['list', ...panelOnly, 'help'],
		group: 'look',
		action: {kind: 'back'},
	},
	...panelNames.map(
		(panel, index): Key => ({
			keys: [String(index + 1)],
			help: `${panel} panel`,
			where: main,
			group: 'look',
			action: {kind: 'panel', panel},
		}),
	),
	{
		keys: ['tab'],
		help: 'next panel',
		short: 'panel',
		where: main,
		group: 'look',
		action: {kind: 'turn', by: 1},
	},
	{
		keys: ['shift-tab'],
		help: 'previous panel',
		where: main,
		group: 'look',
		action: {kind: 'turn', by: -1},
	},
	{
		keys: ['z'],
		help: 'enlarge, and back',
		short: 'enlarge',
		where: main,
		group: 'look',
		action: {kind: 'enlarge'},
	},
	{
		keys: [']'],
		help: 'next metric',
		short: 'metric',
		where: main,
		group: 'look',
		action: {kind: 'metric', by: 1},
	},
	{
		keys: ['['],
		help: 'previous metric',
		where: main,
		group: 'look',
		action: {kind: 'metric', by: -1},
	},
	{
		keys: ['p'],
		help: 'pause, and follow again',
		short: 'pause',
		where: ['log'],
		group: 'log',
		action: {kind: 'pause'},
	},
	{
		keys: ['right', 'l'],
		help: 'scroll long lines to the right',
		short: 'scroll',
		where: ['log'],
		group: 'log',
		action: {kind: 'side', by: 20},
	},
	{
		keys: ['left', 'h'],
		help: 'and back',
		where: ['log'],
		group: 'log',
		action: {kind: 'side', by: -20},
	},
	{
		keys: ['o'],
		help: 'open the log in $PAGER or $EDITOR',
		where: main,
		group: 'program',
		action: {kind: 'open-file'},
	},
	{
		keys: ['y'],
		help: 'copy the path of the run',
		where: main,
		group: 'program',
		action: {kind: 'copy'},
	},
	{
		keys: ['ctrl-l'],
		help: 'draw the screen anew',
		where: browsing,
		group: 'program',
		action: {kind: 'redraw'},
	},
	{
		keys: ['ctrl-z'],
		help: 'to the shell (fg comes back)',
		where: browsing,
		group: 'program',
		action: {kind: 'suspend'},
	},
	{
		keys: ['?'],
		help: 'this help',
		short: 'help',
		where: browsing,
		group: 'program',
		action: {kind: 'help'},
	},
	{
		keys: ['q'],
		help: 'back, one layer; from the list: quit',
		short: 'quit',
		where: browsing,
		group: 'program',
		action: {kind: 'leave'},
	},
	{
		keys: ['ctrl-c'],
		help: 'quit',
		where: [...browsing, 'typing'],
		group: 'program',
		action: {kind: 'quit'},
	},
	{
		keys: ['enter'],
		help: 'keep the filter',
		short: 'keep',
		where: ['typing'],
		group: 'list',
		action: {kind: 'accept'},
	},
	{
		keys: ['escape'],
		help: 'drop the filter',
		short: 'drop',
		where: ['typing'],
		group: 'list',
		action: {kind: 'back'},
	},
	{
		keys: ['backspace'],
		help: 'rub out a letter',
		where: ['typing'],
		group: 'list',
		action: {kind: 'erase', what: 'letter'},
	},
	{
		keys: ['ctrl-w'],
		help: 'rub out a word',
		where: ['typing'],
		group: 'list',
		action: {kind: 'erase', what: 'word'},
	},
	{
		keys: ['ctrl-u'],
		help: 'rub out all',
		where: ['typing'],
		group: 'list',
		action: {kind: 'erase', what: 'all'},
	},
	{
		keys: ['down'],
		help: 'down, while typing',
		where: ['typing'],
		group: 'list',
		action: {kind: 'move', by: 1, unit: 'row'},
	},
	{
		keys: ['up'],
		help: 'up, while typing',
		where: ['typing'],
		group: 'list',
		action: {kind: 'move', by: -1, unit: 'row'},
	},
];

/** Where the keys go now. */
export function whereOf(ui: Ui): Where {
	if (ui.typing) return 'typing';
	if (ui.help) return 'help';
	if (ui.focus === 'list') return 'list';
	return ui.panel === 'log' || ui.panel === 'curves' || ui.panel === 'alerts' ? ui.panel : 'panel';
}

/** What a key means now; text typed into the filter is an action of its own. */
export function actionOf(name: string, ui: Ui): Action | undefined {
	const where = whereOf(ui);
	const key = keys.find(
		({keys: names, where: places}) => names.includes(name) && places.includes(where),
	);
	if (key) return key.action;
	if (where !== 'typing') return undefined;
	const text = name === 'space' ? ' ' : name;
	return [...text].length === 1 ? {kind: 'type', text} : undefined;
}

const signs: Readonly<Record<string, string>> = {
	down: '↓',
	up: '↑',
	left: '←',
	right: '→',
	enter: '⏎',
	escape: 'Esc',
	backspace: 'Backspace',
	tab: 'Tab',
	'shift-tab': 'Shift-Tab',
	space: 'Space',
	pagedown: 'PgDn',
	pageup: 'PgUp',
	home: 'Home',
	end: 'End',
};
const plainSigns: Readonly<Record<string, string>> = {
	down: 'Down',
	up: 'Up',
	left: 'Left',
	right: 'Right',
	enter: 'Enter',
};

/** How a key is written for people: `ctrl-d` → `^d`, `enter` → `⏎` (`Enter` in ASCII). */
export function keyLabel(name: string, ascii = false): string {
	if (name.startsWith('ctrl-')) return `^${name.slice(5)}`;
	return (ascii ? plainSigns[name] : undefined) ?? signs[name] ?? name;
}

/** The keys of a row, written for people: `j ↓`. */
export function labelOf({keys: names}: Key, ascii = false): string {
	return names.map(name => keyLabel(name, ascii)).join(' ');
}

/** The whole table as Markdown, for the README. */
export function keySheet(): string {
	const rows = keys
		.filter(({where}) => !where.includes('typing') || where.length > 1)
		.map(key => `| ${key.keys.map(name => `\`${keyLabel(name)}\``).join(' ')} | ${key.help} |`);
	return ['| key | does |', '| --- | --- |', ...new Set(rows)].join('\n');
}
