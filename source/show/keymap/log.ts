import {keyRows} from '../key.ts';

/** What is done with a log. */
export const logKeys = keyRows(
	'log',
	['search', '/', 'log', 'search in the log', {kind: 'search'}, 'search'],
	['next-hit', 'n', 'log', 'next hit', {kind: 'hit', by: 1, what: 'search'}, 'next'],
	['previous-hit', 'N', 'log', 'previous hit', {kind: 'hit', by: -1, what: 'search'}],
	['next-error', 'e', 'log', 'next error', {kind: 'hit', by: 1, what: 'error'}, 'next error'],
	['previous-error', 'E', 'log', 'previous error', {kind: 'hit', by: -1, what: 'error'}],
	['pause', 'p', 'log', 'pause, and follow again', {kind: 'pause'}, 'pause'],
	['next-log', 'f', 'log', 'the next log of the run', {kind: 'file', by: 1}, 'next file'],
	['previous-log', 'F', 'log', 'the log of the run before', {kind: 'file', by: -1}],
	['scroll-right', 'right l', 'log', 'long lines to the right', {kind: 'side', by: 20}, 'scroll'],
	['scroll-left', 'left h', 'log', 'long lines to the left', {kind: 'side', by: -20}],
);
