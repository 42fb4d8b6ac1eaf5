import type {LogPage} from '../core/page.ts';
import type {Effect} from './effect.ts';
import type {Frame} from './frame.ts';
import {isHit} from './log-words.ts';
import {firstShown, lineAt, pageOf} from './reading.ts';
import type {Ui} from './ui.ts';
import type {World} from './world.ts';

type Found = {readonly ui: Ui; readonly effects: readonly Effect[]};

/** Shows the line at an offset, a few lines below the top of the panel. */
export function litAt(ui: Ui, offset: number): Ui {
	return {...ui, log: {...ui.log, anchor: offset, lead: 4, lit: offset}};
}

/** The line that a search begins at: the hit before, else the first or last that is shown. */
function lineFrom(ui: Ui, page: LogPage, height: number, by: 1 | -1): number {
	const lit = ui.log.lit === null ? -1 : lineAt(page, ui.log.lit);
	if (lit >= 0) return lit + by;
	const first = Math.max(0, firstShown(ui, page, height));
	return by > 0 ? first : Math.min(page.lines.length, first + height) - 1;
}

/** Goes to the next line that is looked for: on the page, else the app is asked to look through the file. */
export function nextHit(
	ui: Ui,
	by: 1 | -1,
	text: string | null,
	frame: Frame,
	world: World,
): Found {
	const page = pageOf(ui, world);
	const place = frame.panels.find(({name}) => name === 'log')?.place;
	if (!page || !place || text === '') return {ui, effects: []};
	const from = lineFrom(ui, page, place.height - 1, by);
	for (let index = from; index >= 0 && index < page.lines.length; index += by) {
		if (isHit(page.lines[index]!, text)) return {ui: litAt(ui, page.offsets[index]!), effects: []};
	}

	const seek = (edge: number): Found['effects'] => [
		{kind: 'seek-log', file: page.file, from: edge, by, text},
	];
	const whole = by > 0 ? page.end : page.begin;
	if (!whole) return {ui, effects: seek((by > 0 ? page.offsets.at(-1) : page.offsets[0]) ?? 0)};
	// On from the other end: the line before the first, or after the last.
	return {ui: {...ui, notice: none(text, by)}, effects: seek(by > 0 ? -1 : page.size)};
}

function none(text: string | null, by: 1 | -1): string {
	const what = text === null ? 'error' : `"${text}"`;
	return by > 0 ? `No ${what} below: on from the top.` : `No ${what} above: on from the end.`;
}

/** Takes the answer to a search of the file. */
export function answered(ui: Ui, {sought}: World): Ui {
	if (sought.count === ui.log.answered) return ui;
	const heard = {...ui, log: {...ui.log, answered: sought.count}};
	return sought.offset === null
		? {...heard, notice: 'Nothing more found in the file.'}
		: litAt(heard, sought.offset);
}
