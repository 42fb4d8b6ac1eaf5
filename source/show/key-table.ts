import {type Grouping, groupings} from './grouping.ts';
import {sortNames} from './order.ts';
import {type Action, panelNames} from './ui.ts';

/** Where a key is valid. */
export type Where =
	| 'list'
	| 'panel'
	| 'log'
	| 'curves'
	| 'alerts'
	| 'settings'
	| 'help'
	| 'typing'
	| 'palette';

/** Under which title the help lists a key. */
export type Group = 'move' | 'look' | 'list' | 'curves' | 'log' | 'program';

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
const places: Readonly<Record<string, readonly Where[]>> = {
	all: ['list', ...panels, 'help'],
	main: ['list', ...panels],
	panels,
	runs: ['list', 'panel', 'curves', 'alerts'],
	others: ['list', 'panel', 'curves', 'alerts', 'settings'],
	/** The curve is drawn beside the list as well. */
	charts: ['curves', 'list'],
	back: ['list', ...panels, 'help'],
	any: ['list', ...panels, 'help', 'typing', 'palette'],
	writing: ['typing', 'palette'],
};

function rows(
	group: Group,
	...table: ReadonlyArray<
		readonly [
			name: string,
			keys: string,
			where: string,
			help: string,
			action: Action,
			short?: string,
		]
	>
): readonly Key[] {
	return table.map(([name, keys, where, help, action, short]) => ({
		name,
		keys: keys.split(' ').filter(Boolean),
		where: places[where] ?? [where as Where],
		help,
		short: short ?? null,
		group,
		action,
	}));
}

function groupingHelp(by: Grouping): string {
	return by === 'none' ? 'do not group' : `group by ${by}`;
}

/** The one table of keys: the screen obeys it, footer, help and palette print it, the README quotes it. */
export const keys: readonly Key[] = [
	...rows(
		'move',
		['down', 'j down', 'all', 'down', {kind: 'move', by: 1, unit: 'row'}, 'move'],
		['up', 'k up', 'all', 'up', {kind: 'move', by: -1, unit: 'row'}],
		['first', 'g home', 'all', 'first', {kind: 'move', by: -1, unit: 'all'}],
		['last', 'G end', 'all', 'last', {kind: 'move', by: 1, unit: 'all'}],
		['half-page-down', 'ctrl-d', 'all', 'half a page down', {kind: 'move', by: 1, unit: 'half'}],
		['half-page-up', 'ctrl-u', 'all', 'half a page up', {kind: 'move', by: -1, unit: 'half'}],
		['page-down', 'pagedown ctrl-f', 'all', 'a page down', {kind: 'move', by: 1, unit: 'page'}],
		['page-up', 'pageup ctrl-b', 'all', 'a page up', {kind: 'move', by: -1, unit: 'page'}],
	),
	...rows(
		'look',
		['open', 'enter', 'list', 'open the panel of the run', {kind: 'open'}, 'open'],
		['open', 'enter', 'alerts', 'from an alert to its line in the log', {kind: 'open'}, 'log line'],
		['open', 'enter', 'panel', 'from an evaluation to its line', {kind: 'open'}, 'log line'],
		[
			'open',
			'enter',
			'settings',
			'fold the group of settings, or unfold it',
			{kind: 'open'},
			'fold',
		],
		['find', '/', 'settings', 'look for a setting', {kind: 'find'}, 'find'],
		['scroll-right', 'right l', 'panel', 'columns to the right', {kind: 'side', by: 1}, 'columns'],
		['scroll-left', 'left h', 'panel', 'and back', {kind: 'side', by: -1}],
	),
	...rows(
		'list',
		[
			'filter',
			'/',
			'runs',
			'filter: words, state:running, loss<0.5, !word',
			{kind: 'filter'},
			'filter',
		],
		['sort', 's', 'list', 'sort by the next column', {kind: 'sort', by: null}, 'sort'],
		['reverse', 'S', 'list', 'sort the other way round', {kind: 'reverse'}],
		[
			'group',
			'b',
			'list',
			'group: by folder, branch, state, experiment',
			{kind: 'group', by: null},
		],
		['unfold', 'right l', 'list', 'unfold the group', {kind: 'fold', to: 'unfolded'}, 'unfold'],
		['fold', 'left h', 'list', 'fold the group', {kind: 'fold', to: 'folded'}, 'fold'],
		['folded-away', 'f', 'list', 'show what is folded away, and back', {kind: 'away'}],
		[
			'next-trouble',
			'e',
			'others',
			'next run in trouble',
			{kind: 'trouble', by: 1},
			'next trouble',
		],
		['previous-trouble', 'E', 'others', 'previous run in trouble', {kind: 'trouble', by: -1}],
		[
			'acknowledge',
			'a',
			'list',
			'acknowledge: seen, counts no longer',
			{kind: 'acknowledge'},
			'acknowledge',
		],
		['acknowledge', 'a', 'alerts', 'acknowledge this alert', {kind: 'acknowledge'}, 'acknowledge'],
		['since', 'L', 'main', 'what happened since you last looked', {kind: 'over', over: 'since'}],
		['queue', 'Q', 'main', 'when everything will be done', {kind: 'over', over: 'queue'}],
		['unread', '!', 'main', 'what could not be read', {kind: 'over', over: 'unread'}],
		['mark', 'space', 'list', 'mark the run', {kind: 'mark'}, 'mark'],
		['unmark', 'U', 'list', 'take all marks off', {kind: 'unmark'}],
		['compare', 'c', 'others', 'compare the marked runs', {kind: 'compare'}, 'compare'],
		['label', 'r', 'list', 'give the run a name of your own', {kind: 'remark', what: 'label'}],
		['note', 'N', 'list', 'write a note on the run', {kind: 'remark', what: 'note'}],
		['hide', 'H', 'list', 'hide the run, or show it again', {kind: 'hide'}],
		...sortNames.map(
			by => [`sort-by-${by}`, '', 'list', `sort by ${by}`, {kind: 'sort', by}] as const,
		),
		...groupings.map(
			by => [`group-by-${by}`, '', 'list', groupingHelp(by), {kind: 'group', by}] as const,
		),
	),
	...rows(
		'log',
		['search', '/', 'log', 'search', {kind: 'search'}, 'search'],
		['next-hit', 'n', 'log', 'next hit', {kind: 'hit', by: 1, what: 'search'}, 'next'],
		['previous-hit', 'N', 'log', 'previous hit', {kind: 'hit', by: -1, what: 'search'}],
		['next-error', 'e', 'log', 'next error', {kind: 'hit', by: 1, what: 'error'}, 'next error'],
		['previous-error', 'E', 'log', 'previous error', {kind: 'hit', by: -1, what: 'error'}],
		['pause', 'p', 'log', 'pause, and follow again', {kind: 'pause'}, 'pause'],
		['next-log', 'f', 'log', 'the next log of the run', {kind: 'file', by: 1}, 'next file'],
		['previous-log', 'F', 'log', 'the log before', {kind: 'file', by: -1}],
		['scroll-right', 'right l', 'log', 'long lines to the right', {kind: 'side', by: 20}, 'scroll'],
		['scroll-left', 'left h', 'log', 'and back', {kind: 'side', by: -20}],
	),
	...rows(
		'curves',
		[
			'hair-right',
			'right l',
			'curves',
			'cross-hair to the right',
			{kind: 'hair', by: 1},
			'read values',
		],
		['hair-left', 'left h', 'curves', 'cross-hair to the left', {kind: 'hair', by: -1}],
		['zoom-in', '+ =', 'charts', 'zoom in', {kind: 'zoom', by: 1}, 'zoom'],
		['zoom-out', '-', 'charts', 'zoom out', {kind: 'zoom', by: -1}],
		['pan-right', '. >', 'charts', 'later part of the curve', {kind: 'pan', by: 1}, 'pan'],
		['pan-left', ', <', 'charts', 'earlier part', {kind: 'pan', by: -1}],
		['whole-curve', '0', 'charts', 'the whole curve', {kind: 'zoom', by: 0}],
		[
			'keep-metric',
			'space',
			'curves',
			'keep this metric while others are drawn',
			{kind: 'pin'},
			'keep',
		],
		['smooth', 'v', 'charts', 'smoothing: none, light, strong', {kind: 'smooth'}, 'smooth'],
		['log-scale', 't', 'charts', 'logarithmic or linear', {kind: 'logarithmic'}, 'log scale'],
		['x-axis', 'x', 'charts', 'x axis: step, epoch, time', {kind: 'axis'}, 'x axis'],
		['next-metric', ']', 'main', 'next metric', {kind: 'metric', by: 1}],
		['previous-metric', '[', 'main', 'previous metric', {kind: 'metric', by: -1}],
	),
	...rows(
		'look',
		['back', 'escape backspace', 'back', 'back, one layer', {kind: 'back'}, 'back'],
		...panelNames.map(
			(panel, index) =>
				[
					`${panel}-panel`,
					String(index + 1),
					'main',
					`${panel} panel`,
					{kind: 'panel', panel},
				] as const,
		),
		['next-panel', 'tab', 'main', 'next panel', {kind: 'turn', by: 1}, 'panel'],
		['previous-panel', 'shift-tab', 'main', 'previous panel', {kind: 'turn', by: -1}],
		['enlarge', 'z', 'main', 'enlarge, and back', {kind: 'enlarge'}, 'enlarge'],
	),
	...rows(
		'program',
		['palette', ':', 'main', 'find an action by its name', {kind: 'palette'}],
		[
			'open-log',
			'o',
			'main',
			'open the log, at the line, in $PAGER or $EDITOR',
			{kind: 'open-file'},
		],
		['copy', 'y', 'main', 'copy what the cursor is on, or the path', {kind: 'copy'}],
		['redraw', 'ctrl-l', 'all', 'draw the screen anew', {kind: 'redraw'}],
		['suspend', 'ctrl-z', 'all', 'to the shell (fg comes back)', {kind: 'suspend'}],
		['help', '?', 'all', 'this help', {kind: 'help'}, 'help'],
		['quit', 'q', 'all', 'back, one layer; from the list: quit', {kind: 'leave'}, 'quit'],
		['quit-at-once', 'ctrl-c', 'any', 'quit', {kind: 'quit'}],
		['done', 'enter', 'writing', 'done', {kind: 'accept'}, 'done'],
		['drop', 'escape', 'writing', 'drop it', {kind: 'back'}, 'drop'],
		['rub-out-letter', 'backspace', 'writing', 'rub out a letter', {kind: 'erase', what: 'letter'}],
		['rub-out-word', 'ctrl-w', 'writing', 'rub out a word', {kind: 'erase', what: 'word'}],
		['rub-out-all', 'ctrl-u', 'writing', 'rub out all', {kind: 'erase', what: 'all'}],
		['choose-down', 'down', 'writing', 'down', {kind: 'move', by: 1, unit: 'row'}],
		['choose-up', 'up', 'writing', 'up', {kind: 'move', by: -1, unit: 'row'}],
	),
];
