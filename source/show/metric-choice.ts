import type {Run} from '../core/run.ts';
import {turned} from './curve-set.ts';
import {pinned} from './curve-view.ts';
import {metricRows} from './rows.ts';
import type {Ui} from './ui.ts';

function underCursor({command}: Ui, run: Run): string | undefined {
	const names = metricRows(run, command.text);
	return names[Math.min(command.at, names.length - 1)];
}

/** Draws the metric under the cursor of the list of metrics, or lets it go. */
export function turnMetric(ui: Ui, run: Run | undefined): Ui {
	const name = run && underCursor(ui, run);
	if (!run || name === undefined) return ui;
	return {...ui, command: {...ui.command, turned: true}, curves: turned(ui.curves, run, name)};
}

const holdsForAll = 'Drawn so for every run that tells these metrics, until others are chosen.';

/** Leaves the list of metrics: with those that were turned on, else with the one under the cursor alone. */
export function takeMetric(ui: Ui, run: Run | undefined): Ui {
	const left: Ui = {...ui, writing: null, notice: holdsForAll};
	const name = run && underCursor(ui, run);
	if (name === undefined || ui.command.turned) return left;
	return {...left, curves: {...ui.curves, metric: name, pinned: [], twins: true}};
}

/** Keeps the metric that is drawn while others are chosen, or lets it go. */
export function keepMetric(ui: Ui, run: Run | undefined): Ui {
	return {...ui, curves: pinned(ui.curves, ui.curves.metric ?? run?.loss ?? null)};
}
