import type {Alert, RuleId} from '../core/alert.ts';
import type {Time} from '../core/event.ts';
import type {Run} from '../core/run.ts';
import {acknowledgementOf, isSame} from '../judge/acknowledge.ts';
import {ruleName} from '../show/words.ts';
import type {Desk} from './remarks.ts';

/**
Acknowledges the open alert of a rule, or all of a run (null), or takes that back where it was done;
resolves to what was done, in words.
*/
export function toggleAcknowledged(
	desk: Desk,
	run: Run,
	rule: RuleId | null,
	now: Time,
): {readonly said: string; readonly saved: Promise<void>} {
	const nothing = Promise.resolve();
	const open = run.alerts.filter(
		alert => alert.open && (rule === null ? alert.severity !== 'info' : alert.rule === rule),
	);
	if (open.length === 0) return {said: 'no open alert to acknowledge', saved: nothing};
	const back = open.every(({acknowledged}) => acknowledged);
	const isMeant = (alert: Alert) => back || !alert.acknowledged;
	const meant = open.filter(isMeant);
	const saved = desk.change(run, now, ({acknowledged}) => {
		const others = acknowledged.filter(one => !meant.some(alert => isSame(alert, one, run)));
		const made = back ? [] : meant.map(alert => acknowledgementOf(alert, run, now));
		return {acknowledged: [...others, ...made]};
	});
	return {said: `${back ? 'no longer acknowledged' : 'acknowledged'}: ${namesOf(meant)}`, saved};
}

function namesOf(alerts: readonly Alert[]): string {
	return alerts.map(({rule}) => ruleName(rule)).join(', ');
}
