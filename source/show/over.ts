import type {Over} from './action.ts';
import {ranksOf} from './branches.ts';
import {rowsCompared} from './comparison.ts';
import {matches} from './filter.ts';
import {unfolded} from './folding.ts';
import {queueOf} from './queue.ts';
import type {Ui} from './ui.ts';
import type {World} from './world.ts';

/** Rows that can be scrolled through, or that the cursor can stand on, less one. */
export function lastRow(over: Over, ui: Ui, world: World): number {
	switch (over) {
		case 'compare':
			return rowsCompared(world.runs.filter(({id}) => ui.marks.has(id)));
		case 'since':
			return Math.max(0, (world.since?.changes.length ?? 0) - 1);
		case 'queue':
			return Math.max(0, queueOf(world).length - 1);
		case 'branches':
			return Math.max(0, ranksOf(world).rows.length - 1);
		case 'unread':
			return Math.max(0, world.trouble.length - 1);
	}
}

/** The run that a row of the queue or of the branches leads to. */
function rowIn({over, at}: Ui, world: World): string | undefined {
	if (over === 'queue') return queueOf(world)[at.queue]?.id;
	return over === 'branches' ? ranksOf(world).rows[at.branches]?.leader?.id : undefined;
}

/** From a row to its run: to what went wrong, where the row says that something did. */
export function goToRun(ui: Ui, world: World): Ui {
	const change = ui.over === 'since' ? world.since?.changes[ui.at.since] : undefined;
	const id = rowIn(ui, world) ?? change?.run;
	const run = world.runs.find(one => one.id === id);
	if (!run) return ui;
	const wrong = change?.kind === 'died' || change?.kind === 'broke';
	const better = change?.kind === 'improved';
	return unfolded(
		{
			...ui,
			over: null,
			focus: 'panel',
			enlarged: false,
			panel: wrong ? 'alerts' : better ? 'validation' : ui.panel,
			cursor: run.id,
			filter: matches(run, ui.filter) ? ui.filter : '',
		},
		run,
	);
}
