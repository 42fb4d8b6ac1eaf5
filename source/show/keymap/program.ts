import {keyRows} from '../key.ts';

const openHelp = 'open the log line in $PAGER or $EDITOR';

/** What concerns the program as a whole, and writing. */
export const programKeys = keyRows(
	'program',
	['palette', ':', 'main', 'find an action by its name', {kind: 'palette'}, 'actions'],
	['open-log', 'o', 'main', openHelp, {kind: 'open-file'}],
	['copy', 'y', 'main', 'copy what the cursor is on, or the path', {kind: 'copy'}],
	['redraw', 'ctrl-l', 'all', 'draw the screen anew', {kind: 'redraw'}],
	['suspend', 'ctrl-z', 'all', 'to the shell (fg comes back)', {kind: 'suspend'}],
	['help', '?', 'all', 'every key, and what the signs mean', {kind: 'help'}, 'help'],
	['quit', 'q', 'all', 'back, one layer; from the list: quit', {kind: 'leave'}, 'quit'],
	['quit-at-once', 'ctrl-c', 'any', 'quit', {kind: 'quit'}],
	['done', 'enter', 'free', 'done', {kind: 'accept'}, 'done'],
	[
		'done',
		'enter',
		'metrics',
		'done: this one alone, or those that were chosen',
		{kind: 'accept'},
		'done',
	],
	['drop', 'escape', 'free', 'drop it', {kind: 'back'}, 'drop'],
	['drop', 'escape', 'metrics', 'close the list', {kind: 'back'}, 'close'],
	['rub-out-letter', 'backspace', 'writing', 'rub out a letter', {kind: 'erase', what: 'letter'}],
	['rub-out-word', 'ctrl-w', 'writing', 'rub out a word', {kind: 'erase', what: 'word'}],
	['rub-out-all', 'ctrl-u', 'writing', 'rub out all', {kind: 'erase', what: 'all'}],
	['choose-down', 'down', 'choosing', 'down', {kind: 'move', by: 1, unit: 'row'}],
	['choose-up', 'up', 'choosing', 'up', {kind: 'move', by: -1, unit: 'row'}],
	['choose-page-down', 'pagedown', 'choosing', 'a page down', {kind: 'move', by: 1, unit: 'page'}],
	['choose-page-up', 'pageup', 'choosing', 'a page up', {kind: 'move', by: -1, unit: 'page'}],
);
