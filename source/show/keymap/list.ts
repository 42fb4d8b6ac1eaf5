import {type Grouping, groupings} from '../grouping.ts';
import {type KeyRow, keyRows} from '../key.ts';
import {sortNames} from '../order.ts';

function groupingHelp(by: Grouping): string {
	return by === 'none' ? 'do not group' : `group by ${by}`;
}

const filterHelp = 'filter: word, !word, state:running, loss<0.5';
const groupHelp = `group by ${groupings.slice(1).join(', ')}`;

/** What is done with the list and its runs. */
export const listKeys = keyRows(
	'list',
	['filter', '/', 'runs', filterHelp, {kind: 'filter'}, 'filter'],
	['sort', 's', 'list', 'sort by the next column', {kind: 'sort', by: null}, 'sort'],
	['reverse', 'S', 'list', 'sort the other way round', {kind: 'reverse'}],
	['group', 'b', 'list', groupHelp, {kind: 'group', by: null}],
	['unfold', 'right l', 'list', 'unfold the group', {kind: 'fold', to: 'unfolded'}, 'unfold'],
	['fold', 'left h', 'list', 'fold the group', {kind: 'fold', to: 'folded'}, 'fold'],
	['folded-away', 'f', 'list', 'show what is folded away, and back', {kind: 'away'}],
	['next-trouble', 'e', 'others', 'next run in trouble', {kind: 'trouble', by: 1}, 'next trouble'],
	['previous-trouble', 'E', 'others', 'previous run in trouble', {kind: 'trouble', by: -1}],
	[
		'acknowledge',
		'a',
		'list',
		'acknowledge: it counts no longer',
		{kind: 'acknowledge'},
		'acknowledge',
	],
	['mark', 'space', 'list', 'mark the run', {kind: 'mark'}, 'mark'],
	['unmark', 'U', 'list', 'take all marks off', {kind: 'unmark'}],
	['compare', 'c', 'comparable', 'compare the marked runs', {kind: 'compare'}, 'compare'],
	['label', 'r', 'list', 'give the run a name of your own', {kind: 'remark', what: 'label'}],
	['note', 'N', 'list', 'write a note on the run', {kind: 'remark', what: 'note'}],
	['hide', 'H', 'list', 'hide the run, or show it again', {kind: 'hide'}],
	...sortNames.map(
		(by): KeyRow => [`sort-by-${by}`, '', 'list', `sort by ${by}`, {kind: 'sort', by}],
	),
	['sort-by-setting', '', 'list', 'sort by a setting in names', {kind: 'sort', by: 'named'}],
	...groupings.map(
		(by): KeyRow => [`group-by-${by}`, '', 'list', groupingHelp(by), {kind: 'group', by}],
	),
);

const sinceHelp = 'what happened since you last looked';

/** What is told of all runs together. */
export const overKeys = keyRows(
	'list',
	['since', 'L', 'main', sinceHelp, {kind: 'over', over: 'since'}, 'since last look'],
	['queue', 'Q', 'main', 'when everything will be done', {kind: 'over', over: 'queue'}, 'queue'],
	['branches', 'B', 'main', 'branches by validation', {kind: 'over', over: 'branches'}, 'branches'],
	['unread', '!', 'main', 'what could not be read', {kind: 'over', over: 'unread'}, 'unreadable'],
);
