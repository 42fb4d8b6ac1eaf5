import {type PanelName, panelNames} from './action.ts';
import {isListed, type Key} from './key.ts';
import {keys} from './key-table.ts';
import {whereOf} from './keys.ts';
import type {Ui} from './ui.ts';

/** What is being written now. */
export function draftOf(ui: Ui): string {
	if (ui.writing === 'search') return ui.log.search;
	if (ui.writing === 'find') return ui.find;
	if (ui.writing === 'label' || ui.writing === 'note') return ui.draft;
	return isChoosing(ui) ? ui.command.text : ui.filter;
}

/** Whether what is written chooses among rows. */
export function isChoosing({writing}: Pick<Ui, 'writing'>): boolean {
	return writing === 'palette' || writing === 'metrics';
}

const longest = 200;

function drafted(ui: Ui, text: string): Ui {
	const draft = text.slice(0, longest);
	if (ui.writing === 'search') return {...ui, log: {...ui.log, search: draft}};
	if (ui.writing === 'find') return {...ui, find: draft, at: {...ui.at, settings: 0}};
	if (isChoosing(ui)) return {...ui, command: {...ui.command, text: draft, at: 0}};
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

/** Rows of the table of keys whose words hold all that was written; those that are valid here first. */
export function paletteRows(ui: Ui): readonly Key[] {
	const words = ui.command.text.toLowerCase().split(/\s+/);
	const found = (ui.keys ?? keys).filter(
		row =>
			isListed(row) &&
			row.group !== 'move' &&
			words.every(word =>
				`${row.help} ${row.short ?? ''} ${row.group} ${row.name}`.toLowerCase().includes(word),
			),
	);
	const here = whereOf({...ui, writing: null});
	const isHere = ({where}: Key) => where.includes(here);
	const near = found.filter(isHere);
	const names = new Set((ui.keys ?? keys).filter(isHere).map(({name}) => name));
	const far = found.filter(({name, where}) => !names.has(name) && !where.includes('rows'));
	return [...near, ...far];
}

/** Goes where an action of the palette is valid: to the list, or to the panel that it belongs to. */
export function placed(ui: Ui, {where}: Key): Ui {
	if (where.includes(whereOf(ui))) return ui;
	const left: Ui = {...ui, help: false, over: null};
	if (where.includes('list')) return {...left, focus: 'list'};
	const panel = where.find(place => (panelNames as readonly string[]).includes(place));
	if (panel) return {...left, focus: 'panel', panel: panel as PanelName};
	return where.includes('panel') ? {...left, focus: 'panel', panel: 'validation'} : ui;
}
