import type {Run} from '../core/run.ts';
import type {Action} from './action.ts';
import type {Effect} from './effect.ts';
import type {Ui} from './ui.ts';

/** Ties the cursor to its run before that run may move in the list. */
export function pinnedTo(ui: Ui): Ui {
	return ui.cursor === null ? {...ui, cursor: ui.shown} : ui;
}

/** Begins to write a label or a note, from what there is. */
export function beginRemark(
	ui: Ui,
	{what}: Action & {readonly kind: 'remark'},
	{run}: {readonly run: Run | undefined},
): Ui {
	if (!run) return {...ui, notice: 'Move to a run first.'};
	return {...pinnedTo(ui), writing: what, draft: run.remarks?.[what] ?? '', help: false};
}

/** Hides a run, or shows it again. */
export function hiding(run: Run): Effect {
	return {kind: 'remark', run: run.id, wish: {hidden: run.remarks?.hidden !== true}};
}

/** Keeps the label or note that was written. */
export function remarked({writing, draft}: Ui, run: Run): readonly Effect[] {
	if (writing !== 'label' && writing !== 'note') return [];
	return [{kind: 'remark', run: run.id, wish: {[writing]: draft}}];
}
