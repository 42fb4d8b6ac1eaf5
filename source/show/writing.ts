import {type Key, keys} from './key-table.ts';
import {isListed} from './keys.ts';
import type {Ui} from './ui.ts';

/** What is being written now. */
export function draftOf(ui: Ui): string {
	if (ui.writing === 'search') return ui.log.search;
	if (ui.writing === 'find') return ui.find;
	if (ui.writing === 'label' || ui.writing === 'note') return ui.draft;
	return ui.writing === 'palette' ? ui.command.text : ui.filter;
}

const longest = 200;

function drafted(ui: Ui, text: string): Ui {
	const draft = text.slice(0, longest);
	if (ui.writing === 'search') return {...ui, log: {...ui.log, search: draft}};
	if (ui.writing === 'find') return {...ui, find: draft, at: {...ui.at, settings: 0}};
	if (ui.writing === 'palette') return {...ui, command: {text: draft, at: 0}};
	if (ui.writing === 'label' || ui.writing === 'note') return {...ui, draft};
	return {...ui, filter: draft};
}

/** Adds what was typed or pasted. */
export function typed(ui: Ui, text: string): Ui {
	return drafted(ui, draftOf(ui) + text);
}

/** Rubs out. */
export function erased(ui: Ui, what: 'letter' | 'word' | 'all'): Ui {
	const draft = draftOf(ui);
	if (what === 'all') return drafted(ui, '');
	if (what === 'word') return drafted(ui, draft.replace(/\S*\s*$/, ''));
	return draft === '' ? {...ui, writing: null} : drafted(ui, [...draft].slice(0, -1).join(''));
}

/** Stops writing and forgets what was written. */
export function dropped(ui: Ui): Ui {
	return {...drafted(ui, ''), writing: null};
}

/** Rows of the table of keys that the palette offers: those whose words hold all that was written. */
export function paletteRows({command, keys: own}: Ui): readonly Key[] {
	const words = command.text.toLowerCase().split(/\s+/);
	return (own ?? keys).filter(
		row =>
			isListed(row) &&
			row.group !== 'move' &&
			words.every(word =>
				`${row.help} ${row.short ?? ''} ${row.group} ${row.name}`.toLowerCase().includes(word),
			),
	);
}
