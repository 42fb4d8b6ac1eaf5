import {type Alert, atLeast} from '../core/alert.ts';
import type {Checkpoint} from '../core/checkpoint.ts';
import type {Evaluation, Run} from '../core/run.ts';

const orders: Readonly<Record<'train' | 'val' | 'test', number>> = {train: 0, val: 1, test: 2};

function splitRank(wire: string): number {
	return orders[wire.slice(0, wire.indexOf('/')) as 'train'] ?? 3;
}

/** Alerts as they are listed: open before past, grave before light, newest first. */
function alerts(run: Run): readonly Alert[] {
	const group = (alert: Alert) => (alert.open ? (alert.acknowledged ? 1 : 0) : 2);
	return run.alerts.toSorted((a, b) => {
		if (group(a) !== group(b)) return group(a) - group(b);
		if (a.severity !== b.severity) return atLeast(a.severity, b.severity) ? -1 : 1;
		return (b.since ?? 0) - (a.since ?? 0);
	});
}

/** Names of the metrics that can be drawn: the primary loss first, train before val. */
function curves(run: Run): readonly string[] {
	const rank = (wire: string) => (wire === run.loss ? -1 : splitRank(wire));
	return [...run.series.keys()].sort((a, b) => rank(a) - rank(b));
}

/** Evaluations, newest first. */
function validation(run: Run): readonly Evaluation[] {
	return run.validation.evaluations.toReversed();
}

/** Checkpoints, newest first. */
function checkpoints(run: Run): readonly Checkpoint[] {
	return run.checkpoints.toSorted((a, b) => (b.savedAt ?? 0) - (a.savedAt ?? 0));
}

/** The metrics whose names hold all that was written, in the order in which they are drawn. */
export function metricRows(run: Run, text: string): readonly string[] {
	const words = text.toLowerCase().split(/\s+/);
	return curves(run).filter(name => words.every(word => name.toLowerCase().includes(word)));
}

/** What the panels list, in the order in which they list it: moving and drawing read the same rows. */
export const rowsOf = {alerts, curves, validation, checkpoints} as const;
