import type {Over, PanelName} from './action.ts';
import type {Ui} from './ui.ts';

/** Where something stands: 0-based, in columns and rows. */
export type Place = {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
};

/** The places of everything on the screen; null where it is not drawn. Rows add up exactly. */
export type Frame = {
	readonly header: number | null;
	/** Row of the column titles. */
	readonly titles: number | null;
	readonly list: Place | null;
	readonly tabs: number | null;
	readonly panels: ReadonlyArray<{readonly name: PanelName; readonly place: Place}>;
	/** What stands in the place of the panels, or of list and panels. */
	readonly over: Place | null;
	readonly footer: number | null;
};

/** Which panels stand beside each other, by how many fit. */
const groups: Readonly<Record<1 | 2 | 3, ReadonlyArray<readonly PanelName[]>>> = {
	1: [],
	2: [
		['curves', 'validation'],
		['alerts', 'log'],
		['checkpoints', 'settings'],
	],
	3: [
		['curves', 'validation', 'alerts'],
		['log', 'alerts'],
		['checkpoints', 'settings'],
	],
};

const shares: Readonly<Record<PanelName, number>> = {
	curves: 5,
	validation: 4,
	alerts: 4,
	log: 6,
	checkpoints: 6,
	settings: 4,
};

/** What stands beside the panel that was chosen leaves it the greater part. */
function shareOf(name: PanelName, {panel}: Ui): number {
	const isLess = (name === 'alerts' && panel === 'log') || (name === 'log' && panel === 'alerts');
	return isLess ? 4 : name === 'alerts' && panel === 'alerts' ? shares.log : shares[name];
}

/** Columns between panels: a line with a space on either side. */
export const gap = 3;

function beside(ui: Ui): readonly PanelName[] {
	if (ui.enlarged || ui.size.columns < 120) return [ui.panel];
	const group = groups[ui.size.columns < 180 ? 2 : 3].find(names => names.includes(ui.panel));
	if (!group) return [ui.panel];
	return ui.bare && ui.panel !== 'validation' ? group.filter(name => name !== 'validation') : group;
}

/** Whether the curves stand in the room of evaluations that there are none of. */
export function fillsIn(ui: Ui): boolean {
	if (!ui.bare || overOf(ui) !== null || ui.enlarged || ui.size.columns < 120) return false;
	return beside(ui).includes('curves') && ui.panel !== 'validation';
}

function placePanels(ui: Ui, y: number, height: number): Frame['panels'] {
	if (height <= 0) return [];
	const names = beside(ui);
	const share = (name: PanelName) => (names.includes('log') ? shareOf(name, ui) : shares[name]);
	const total = names.reduce((sum, name) => sum + share(name), 0);
	const room = ui.size.columns - gap * (names.length - 1);
	let x = 0;
	return names.map((name, index) => {
		const last = index === names.length - 1;
		const width = last ? ui.size.columns - x : Math.floor((room * share(name)) / total);
		const place = {x, y, width, height};
		x += width + gap;
		return {name, place};
	});
}

/** Whether list and panel both fit. */
function isRoomy({columns, rows}: Ui['size']): boolean {
	return columns >= 60 && rows >= 15;
}

function onlyList({columns, rows}: Ui['size']): Frame {
	const header = rows >= 2 ? 0 : null;
	const titles = rows >= 6 ? 1 : null;
	const footer = rows >= 4 ? rows - 1 : null;
	const y = Number(header !== null) + Number(titles !== null);
	const height = rows - y - Number(footer !== null);
	return {
		header,
		titles,
		list: {x: 0, y, width: columns, height},
		tabs: null,
		panels: [],
		over: null,
		footer,
	};
}

function onlyPanel(ui: Ui): Frame {
	const {rows} = ui.size;
	const header = rows >= 8 ? 0 : null;
	const tabs = rows >= 3 ? Number(header !== null) : null;
	const footer = rows >= 4 ? rows - 1 : null;
	const y = Number(header !== null) + Number(tabs !== null);
	const height = rows - y - Number(footer !== null);
	return {
		header,
		titles: null,
		list: null,
		tabs,
		panels: placePanels(ui, y, height),
		over: null,
		footer,
	};
}

/** What stands over the panels now; null: nothing. */
export function overOf({over, writing}: Ui): Over | 'palette' | 'metrics' | null {
	return writing === 'palette' || writing === 'metrics' ? writing : over;
}

/** Rows without which something takes the place of the list as well. */
const leastRows = {
	palette: 8,
	metrics: 16,
	compare: 20,
	since: 12,
	queue: 12,
	branches: 12,
	unread: 12,
} as const;

function withOver(frame: Frame, over: keyof typeof leastRows, {columns, rows}: Ui['size']): Frame {
	const below = frame.list === null || frame.tabs === null ? rows : frame.tabs + 1;
	const height = rows - 1 - below;
	if (height >= leastRows[over]) {
		return {...frame, panels: [], over: {x: 0, y: below, width: columns, height}};
	}

	const header = rows >= 8 ? 0 : null;
	const tabs = rows >= 3 ? Number(header !== null) : null;
	const footer = rows >= 4 ? rows - 1 : null;
	const y = Number(header !== null) + Number(tabs !== null);
	const place = {x: 0, y, width: columns, height: rows - y - Number(footer !== null)};
	return {header, titles: null, list: null, tabs, panels: [], over: place, footer};
}

/** Divides the screen; `count` is how many runs the list would show. */
export function frameOf(ui: Ui, count: number): Frame {
	const over = overOf(ui);
	const frame = usualFrame(ui, count);
	return over === null ? frame : withOver(frame, over, ui.size);
}

function usualFrame(ui: Ui, count: number): Frame {
	const roomy = isRoomy(ui.size);
	if (ui.focus === 'panel' && (ui.enlarged || !roomy)) return onlyPanel(ui);
	if (ui.enlarged || !roomy) return onlyList(ui.size);
	const {columns, rows} = ui.size;
	const body = rows - 4;
	const height = Math.min(Math.max(count, 3), Math.max(3, Math.floor(body * 0.4)));
	return {
		header: 0,
		titles: 1,
		list: {x: 0, y: 2, width: columns, height},
		tabs: 2 + height,
		panels: placePanels(ui, 3 + height, body - height),
		over: null,
		footer: rows - 1,
	};
}
