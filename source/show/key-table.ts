import {type Action, panelNames} from './ui.ts';

/** Where a key is valid. */
export type Where = 'list' | 'panel' | 'log' | 'curves' | 'alerts' | 'help' | 'typing' | 'palette';

/** Under which title the help lists a key. */
export type Group = 'move' | 'look' | 'list' | 'curves' | 'log' | 'program';

/** One row of the table of keys. */
export type Key = {
	/** As `namesOf` names them, the one to show first. */
	readonly keys: readonly string[];
	/** What the help says. */
	readonly help: string;
	/** One or two words for the footer; none where it is not shown there. */
	readonly short: string | null;
	readonly where: readonly Where[];
	readonly group: Group;
	readonly action: Action;
};

const places: Readonly<Record<string, readonly Where[]>> = {
	all: ['list', 'panel', 'log', 'curves', 'alerts', 'help'],
	main: ['list', 'panel', 'log', 'curves', 'alerts'],
	panels: ['panel', 'log', 'curves', 'alerts'],
	runs: ['list', 'panel', 'curves', 'alerts'],
	back: ['list', 'panel', 'log', 'curves', 'alerts', 'help'],
	any: ['list', 'panel', 'log', 'curves', 'alerts', 'help', 'typing', 'palette'],
	writing: ['typing', 'palette'],
};

function rows(
	group: Group,
	...table: ReadonlyArray<
		readonly [keys: string, where: string, help: string, action: Action, short?: string]
	>
): readonly Key[] {
	return table.map(([keys, where, help, action, short]) => ({
		keys: keys.split(' '),
		where: places[where] ?? [where as Where],
		help,
		short: short ?? null,
		group,
		action,
	}));
}

/** The one table of keys: the screen obeys it, footer, help and palette print it, the README quotes it. */
export const keys: readonly Key[] = [
	...rows(
		'move',
		['j down', 'all', 'down', {kind: 'move', by: 1, unit: 'row'}, 'move'],
		['k up', 'all', 'up', {kind: 'move', by: -1, unit: 'row'}],
		['g home', 'all', 'first', {kind: 'move', by: -1, unit: 'all'}],
		['G end', 'all', 'last', {kind: 'move', by: 1, unit: 'all'}],
		['ctrl-d', 'all', 'half a page down', {kind: 'move', by: 1, unit: 'half'}],
		['ctrl-u', 'all', 'half a page up', {kind: 'move', by: -1, unit: 'half'}],
		['pagedown ctrl-f', 'all', 'a page down', {kind: 'move', by: 1, unit: 'page'}],
		['pageup ctrl-b', 'all', 'a page up', {kind: 'move', by: -1, unit: 'page'}],
	),
	...rows(
		'look',
		['enter', 'list', 'open the panel of the run', {kind: 'open'}, 'open'],
		['enter', 'alerts', 'to the line in the log', {kind: 'open'}, 'log line'],
	),
	...rows(
		'list',
		['/', 'runs', 'filter: words, state:running, loss<0.5, !word', {kind: 'filter'}, 'filter'],
		['s', 'list', 'sort by the next column', {kind: 'sort'}, 'sort'],
		['S', 'list', 'sort the other way round', {kind: 'reverse'}],
		['b', 'list', 'group: by folder, branch, state, experiment', {kind: 'group', by: null}],
		['right l', 'list', 'unfold the group', {kind: 'fold', to: 'unfolded'}],
		['left h', 'list', 'fold the group', {kind: 'fold', to: 'folded'}],
		['f', 'list', 'show what is folded away, and back', {kind: 'away'}],
		['e', 'runs', 'next run in trouble', {kind: 'trouble', by: 1}, 'next trouble'],
		['E', 'runs', 'previous run in trouble', {kind: 'trouble', by: -1}],
		['a', 'list', 'acknowledge: seen, counts no longer', {kind: 'acknowledge'}, 'acknowledge'],
		['a', 'alerts', 'acknowledge this alert', {kind: 'acknowledge'}, 'acknowledge'],
		['L', 'main', 'what happened since you last looked', {kind: 'since'}],
		['space', 'list', 'mark the run', {kind: 'mark'}, 'mark'],
		['U', 'list', 'take all marks off', {kind: 'unmark'}],
		['c', 'runs', 'compare the marked runs', {kind: 'compare'}, 'compare'],
	),
	...rows(
		'log',
		['/', 'log', 'search', {kind: 'search'}, 'search'],
		['n', 'log', 'next hit', {kind: 'hit', by: 1, what: 'search'}, 'next'],
		['N', 'log', 'previous hit', {kind: 'hit', by: -1, what: 'search'}],
		['e', 'log', 'next error', {kind: 'hit', by: 1, what: 'error'}, 'next error'],
		['E', 'log', 'previous error', {kind: 'hit', by: -1, what: 'error'}],
		['p', 'log', 'pause, and follow again', {kind: 'pause'}, 'pause'],
		['right l', 'log', 'long lines to the right', {kind: 'side', by: 20}, 'scroll'],
		['left h', 'log', 'and back', {kind: 'side', by: -20}],
	),
	...rows(
		'curves',
		['right l', 'curves', 'cross-hair to the right', {kind: 'hair', by: 1}, 'read values'],
		['left h', 'curves', 'cross-hair to the left', {kind: 'hair', by: -1}],
		['+ =', 'curves', 'zoom in', {kind: 'zoom', by: 1}, 'zoom'],
		['-', 'curves', 'zoom out', {kind: 'zoom', by: -1}],
		['0', 'curves', 'the whole curve', {kind: 'zoom', by: 0}],
		['space', 'curves', 'keep this metric while others are drawn', {kind: 'pin'}, 'keep'],
		['v', 'curves', 'smoothing: none, light, strong', {kind: 'smooth'}, 'smooth'],
		['t', 'curves', 'logarithmic or linear', {kind: 'logarithmic'}, 'log scale'],
		['x', 'curves', 'x axis: step, epoch, time', {kind: 'axis'}, 'x axis'],
		[']', 'main', 'next metric', {kind: 'metric', by: 1}],
		['[', 'main', 'previous metric', {kind: 'metric', by: -1}],
	),
	...rows(
		'look',
		['escape backspace', 'back', 'back, one layer', {kind: 'back'}, 'back'],
		...panelNames.map(
			(panel, index) =>
				[String(index + 1), 'main', `${panel} panel`, {kind: 'panel', panel}] as const,
		),
		['tab', 'main', 'next panel', {kind: 'turn', by: 1}, 'panel'],
		['shift-tab', 'main', 'previous panel', {kind: 'turn', by: -1}],
		['z', 'main', 'enlarge, and back', {kind: 'enlarge'}, 'enlarge'],
	),
	...rows(
		'program',
		[':', 'main', 'find an action by its name', {kind: 'palette'}],
		['o', 'main', 'open the log in $PAGER or $EDITOR', {kind: 'open-file'}],
		['y', 'main', 'copy the path of the run', {kind: 'copy'}],
		['ctrl-l', 'all', 'draw the screen anew', {kind: 'redraw'}],
		['ctrl-z', 'all', 'to the shell (fg comes back)', {kind: 'suspend'}],
		['?', 'all', 'this help', {kind: 'help'}, 'help'],
		['q', 'all', 'back, one layer; from the list: quit', {kind: 'leave'}, 'quit'],
		['ctrl-c', 'any', 'quit', {kind: 'quit'}],
		['enter', 'writing', 'done', {kind: 'accept'}, 'done'],
		['escape', 'writing', 'drop it', {kind: 'back'}, 'drop'],
		['backspace', 'writing', 'rub out a letter', {kind: 'erase', what: 'letter'}],
		['ctrl-w', 'writing', 'rub out a word', {kind: 'erase', what: 'word'}],
		['ctrl-u', 'writing', 'rub out all', {kind: 'erase', what: 'all'}],
		['down', 'writing', 'down', {kind: 'move', by: 1, unit: 'row'}],
		['up', 'writing', 'up', {kind: 'move', by: -1, unit: 'row'}],
	),
];
