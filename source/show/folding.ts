import type {Run} from '../core/run.ts';
import type {Action} from './action.ts';
import {
	away,
	type Grouping,
	groupId,
	groupings,
	headingOf,
	type ListRow,
	prefixId,
} from './grouping.ts';
import type {Ui} from './ui.ts';

/** What folding looks at. */
type Rows = {readonly rows: readonly ListRow[]};

/** Groups the list by something else; null: by what comes next. The cursor stays on its run. */
export function byGroup(ui: Ui, by: Grouping | null): Ui {
	const next = by ?? groupings[(groupings.indexOf(ui.group) + 1) % groupings.length]!;
	const notice = next === 'none' ? 'Not grouped.' : `Grouped by ${next}.`;
	return {...ui, group: next, cursor: ui.shown ?? ui.cursor, notice};
}

function turned(ui: Ui, id: string): Ui {
	const groups = new Set(ui.turned);
	if (!groups.delete(id)) groups.add(id);
	return {...ui, turned: groups};
}

/** Folds or unfolds the group that the cursor is in, of a folded one the group above; folded, the cursor stands on its heading. */
export function fold(ui: Ui, {to}: Action & {readonly kind: 'fold'}, {rows}: Rows): Ui {
	const group = headingOf(rows, ui.index);
	if (!group) return ui;
	if (group.folded && to === 'folded' && group.above !== undefined)
		return {...turned(ui, group.above), cursor: group.above};
	if (group.folded === (to === 'folded')) return ui;
	return {...turned(ui, group.id), cursor: to === 'folded' ? group.id : rows[ui.index]!.id};
}

/** Folds or unfolds the group whose heading the cursor stands on. */
export function turnUnderCursor(ui: Ui, {rows}: Rows): Ui {
	const row = rows[ui.index];
	return row?.kind === 'group' ? {...turned(ui, row.id), cursor: row.id} : ui;
}

/** Shows what is folded away, or folds it away again. */
export function foldAway(ui: Ui): Ui {
	return turned(ui, away);
}

/** Unfolds the group of a run, and the one above it. */
export function unfolded(ui: Ui, run: Run): Ui {
	const ids = [groupId(ui.group, run), prefixId(ui.group, run.git?.branch ?? '')];
	const left = [...ui.turned].filter(id => !ids.includes(id));
	return left.length < ui.turned.size ? {...ui, turned: new Set(left)} : ui;
}
