import type {Action} from './action.ts';
import {type Group, groupTitles, isListed, type Where} from './key.ts';
import {keys} from './key-table.ts';
import type {Ui} from './ui.ts';

/** Where the keys go now. */
export function whereOf(ui: Ui): Where {
	if (ui.writing === 'palette' || ui.writing === 'metrics') return ui.writing;
	if (ui.writing !== null) return 'typing';
	if (ui.help) return 'help';
	if (ui.over !== null) return ui.over === 'compare' ? 'compare' : 'rows';
	if (ui.focus === 'list') return 'list';
	return ui.panel === 'validation' || ui.panel === 'checkpoints' ? 'panel' : ui.panel;
}

/** What a key means now; a letter that is being written is an action of its own. */
export function actionOf(name: string, ui: Ui): Action | undefined {
	const where = whereOf(ui);
	const key = (ui.keys ?? keys).find(row => row.keys.includes(name) && row.where.includes(where));
	if (key) return key.action;
	if (ui.writing === null) return undefined;
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

/** The key that the user presses first for an action: `labelFor(ui, 'since')` → `L`. */
export function labelFor({keys: own}: Pick<Ui, 'keys'>, name: string, ascii = false): string {
	const key = (own ?? keys).find(row => row.name === name)?.keys[0];
	return key === undefined ? name : keyLabel(key, ascii);
}

/** The whole table as Markdown, for the README. */
export function keySheet(): string {
	const rows = (Object.keys(groupTitles) as readonly Group[])
		.flatMap(group => keys.filter(row => row.group === group))
		.filter(row => isListed(row) && row.keys.length > 0)
		.map(row => {
			const labels = row.keys.map(name => `\`${keyLabel(name)}\``).join(' ');
			return `| ${labels} | ${row.help} | \`${row.name}\` |`;
		});
	return ['| key | does | name in the settings |', '| --- | --- | --- |', ...rows].join('\n');
}
