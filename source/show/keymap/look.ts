import {keyRows} from '../key.ts';

/** Moving about, and looking closer at what the cursor is on. */
export const lookKeys = [
	...keyRows(
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
	...keyRows('list', [
		'open',
		'enter',
		'list',
		'into the panel of the run',
		{kind: 'open'},
		'open',
	]),
	...keyRows(
		'tables',
		['open', 'enter', 'alerts', 'from an alert to its line in the log', {kind: 'open'}, 'log line'],
		['open', 'enter', 'panel', 'from an evaluation to its line', {kind: 'open'}, 'log line'],
		['open', 'enter', 'rows', 'from another row to its run', {kind: 'open'}, 'go to run'],
	),
	...keyRows(
		'settings',
		['open', 'enter', 'settings', 'fold or unfold a group', {kind: 'open'}, 'fold'],
		['find', '/', 'settings', 'look for a setting', {kind: 'find'}, 'find'],
	),
	...keyRows(
		'tables',
		['scroll-right', 'right l', 'panel', 'columns to the right', {kind: 'side', by: 1}, 'columns'],
		['scroll-left', 'left h', 'panel', 'columns to the left', {kind: 'side', by: -1}],
		['acknowledge', 'a', 'alerts', 'acknowledge this alert', {kind: 'acknowledge'}, 'acknowledge'],
	),
];
