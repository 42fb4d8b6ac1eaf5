import {panelNames} from '../action.ts';
import {type KeyRow, keyRows} from '../key.ts';

/** From panel to panel, and back. */
export const panelKeys = keyRows(
	'panels',
	['back', 'escape backspace', 'all', 'back, one layer', {kind: 'back'}],
	...panelNames.map(
		(panel, index): KeyRow => [
			`${panel}-panel`,
			String(index + 1),
			'main',
			`${panel} panel`,
			{kind: 'panel', panel},
		],
	),
	['next-panel', 'tab', 'main', 'next panel', {kind: 'turn', by: 1}, 'panel'],
	['previous-panel', 'shift-tab', 'main', 'previous panel', {kind: 'turn', by: -1}],
	['enlarge', 'z', 'main', 'enlarge, and back', {kind: 'enlarge'}, 'enlarge'],
);
