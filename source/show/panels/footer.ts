import type {Action, Over} from '../action.ts';
import {grouped, present} from '../grouping.ts';
import type {Key} from '../key.ts';
import {keys} from '../key-table.ts';
import {keyLabel, labelFor, whereOf} from '../keys.ts';
import {blank, fitted, type Line, lineWidth, type Span, span, spread} from '../lines.ts';
import {logsOf} from '../reading.ts';
import type {Theme} from '../theme.ts';
import type {Ui} from '../ui.ts';
import {clean} from '../width.ts';
import type {World} from '../world.ts';
import {draftOf} from '../writing.ts';
import {sinceWords} from './since.ts';

/** The last line: what is being typed, a notice, or the keys that are valid here. */
export function drawFooter(world: World, ui: Ui, theme: Theme, width: number): Line {
	const {ascii} = theme;
	const count = `${grouped(world, ui).runs.length} of ${present(world).length} `;
	if (ui.writing !== null) {
		const line = [span(` ${ui.writing} `, 'accent'), span(clean(draftOf(ui))), span(' ', 'chosen')];
		const right = ui.writing === 'filter' ? [span(count, 'quiet')] : [];
		const room = width - lineWidth(line) - lineWidth(right) - 4;
		return spread([...line, blank(2), ...hints(ui, world, ascii, room)], right, width);
	}

	const told = ui.fresh ? sinceWords(world) : '';
	const greeting =
		told === ''
			? null
			: `Since you last looked: ${told}. ${labelFor(ui, 'since', ascii)} shows more.`;
	const notice = ui.notice ?? world.notice ?? greeting;
	if (notice !== null) return fitted([span(` ${clean(notice)}`, 'accent')], width);
	const filter =
		ui.filter === ''
			? []
			: [span(' filter ', 'quiet'), span(clean(ui.filter), 'accent'), span(` ${count}`, 'quiet')];
	return fitted(
		[...filter, blank(1), ...hints(ui, world, ascii, width - lineWidth(filter) - 1)],
		width,
	);
}

/** As many hints as fit; help and quit are always among them. */
function hints(ui: Ui, world: World, ascii: boolean, room: number): Line {
	const where = whereOf(ui);
	const valid = (ui.keys ?? keys).filter(
		key => key.keys.length > 0 && key.short && key.where.includes(where),
	);
	const always = valid.filter(({short}) => short === 'help' || short === 'quit');
	const others = valid.filter(key => !always.includes(key) && isUseful(key, ui, world));
	const line: Span[] = [];
	const last = always.flatMap(key => hint(key.keys.slice(0, 1), wordOf(key.short!, ui), ascii));
	for (const key of others) {
		const next = hint(key.name === 'down' ? moves(ui) : key.keys.slice(0, 1), key.short!, ascii);
		if (lineWidth(line) + lineWidth(next) + lineWidth(last) > room) break;
		line.push(...next);
	}

	return [...line, ...last];
}

/** The first keys for down and up. */
function moves({keys: own}: Ui): readonly string[] {
	return ['down', 'up'].flatMap(
		name => (own ?? keys).find(key => key.name === name)?.keys.slice(0, 1) ?? [],
	);
}

type Useful = {
	readonly [Kind in Action['kind']]?: (
		ui: Ui,
		world: World,
		action: Extract<Action, {readonly kind: Kind}>,
	) => boolean;
};

const hasRows = (ui: Ui) => ui.panel !== 'checkpoints' || ui.focus !== 'panel';

/** When actions do something that are of no use at other times. */
const useful: Useful = {
	file: (ui, {runs}) => {
		const run = runs.find(({id}) => id === ui.shown);
		return run !== undefined && logsOf(run).length > 1;
	},
	open: ui => hasRows(ui) && ui.over !== 'unread',
	side: hasRows,
	fold: ui => ui.cursor !== null && ui.shown === null,
	pan: ui => ui.curves.to - ui.curves.from < 1,
	compare: ui => ui.marks.size > 1,
	over: (ui, world, {over}) => ui.focus === 'list' && ui.over === null && hasOver(over, world),
	palette: ui => ui.over === null,
	hit: (ui, _, {what}) => what !== 'search' || ui.log.search !== '',
};

/** Whether it has something to tell. */
function hasOver(over: Over, {since, trouble, runs}: World): boolean {
	if (over === 'since') return since !== null && since.changes.length > 0;
	if (over === 'unread') return trouble.length > 0;
	return over !== 'branches' || runs.some(({git}) => git?.branch);
}

/** Not what would do nothing now. */
function isUseful({action, group}: Key, ui: Ui, world: World): boolean {
	if (group === 'curves' && whereOf(ui) === 'list') return false;
	const test = useful[action.kind] as ((ui: Ui, world: World, of: Action) => boolean) | undefined;
	return test ? test(ui, world, action) : true;
}

/** Whether there is a layer to leave. */
function isDeep(ui: Ui): boolean {
	return ui.focus === 'panel' || ui.help || ui.enlarged || ui.over !== null;
}

function wordOf(short: string, ui: Ui): string {
	return short === 'quit' && isDeep(ui) ? 'back' : short;
}

function hint(names: readonly string[], word: string, ascii: boolean): Line {
	return [
		span(names.map(name => keyLabel(name, ascii)).join('/'), 'plain'),
		span(` ${word}  `, 'quiet'),
	];
}
