import type {Time} from '../core/event.ts';
import {better, goalOf} from '../core/metric.ts';
import {measure} from '../core/quantity.ts';
import type {Run, State} from '../core/run.ts';
import {bareName, ruleName} from './words.ts';
import {worstAlert} from './worst-alert.ts';

/** What is kept of a run between two visits; plain data, so that it can be stored as JSON. */
export type Remembered = {
	readonly state: State;
	readonly best: number | null;
	readonly rule: string | null;
};

/** How everything stood when the user looked last. */
export type Visit = {readonly at: Time; readonly runs: Readonly<Record<string, Remembered>>};

/** How a change matters. */
export type ChangeKind = 'died' | 'broke' | 'finished' | 'improved' | 'began';

/** What happened to a run since. */
export type Change = {readonly run: string; readonly kind: ChangeKind; readonly text: string};

/** All changes since a visit. */
export type Since = {readonly at: Time; readonly changes: readonly Change[]};

/** What to keep of this moment for the next visit. */
export function visitOf(runs: readonly Run[], now: Time): Visit {
	return {
		at: now,
		runs: Object.fromEntries(
			runs.map(run => [
				run.id,
				{
					state: run.state,
					best: run.validation.best?.value ?? null,
					rule: worstAlert(run)?.rule ?? null,
				},
			]),
		),
	};
}

const order: readonly ChangeKind[] = ['died', 'broke', 'finished', 'improved', 'began'];

/** What finished, died, broke, improved or began since a visit; the gravest first. */
export function since({at, runs: before}: Visit, runs: readonly Run[]): Since {
	const changes = runs.flatMap(run => changesOf(run, before[run.id]));
	return {at, changes: changes.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))};
}

const dead: ReadonlySet<State> = new Set(['crashed', 'stalled', 'interrupted']);

function changesOf(run: Run, before: Remembered | undefined): readonly Change[] {
	const change = (kind: ChangeKind, text: string): Change => ({run: run.id, kind, text});
	if (before === undefined) return [change('began', `is new, ${run.state}`)];
	const changes: Change[] = [];
	const alert = worstAlert(run);
	if (run.state !== before.state && dead.has(run.state)) {
		changes.push(change('died', `${run.state}: ${alert?.message ?? run.why}`));
	} else if (alert && alert.rule !== before.rule) {
		changes.push(change('broke', `${ruleName(alert.rule)}: ${alert.message}`));
	}

	if (run.state === 'finished' && before.state !== 'finished')
		changes.push(change('finished', 'finished'));
	const improved = improvement(run, before.best);
	return improved === null ? changes : [...changes, change('improved', improved)];
}

/** `F-score 0.7450 → 0.8120`, or null. */
function improvement(
	{validation: {best, goal, primary}}: Run,
	before: number | null,
): string | null {
	if (best === null || primary === null) return null;
	const wanted = goal ?? goalOf(primary);
	if (wanted === null || (before !== null && !better(wanted, best.value, before))) return null;
	const from = before === null ? '' : `${measure(before)} to `;
	return `${bareName(primary)} ${from}${measure(best.value)}`;
}
