import {type Alert, atLeast, type RuleId, type Severity, verdictOf} from '../core/alert.ts';
import type {Time} from '../core/event.ts';
import {type Acknowledgement, beganTogether} from '../core/remark.ts';
import type {Run} from '../core/run.ts';

/** Where a run's files and its beginning are looked up. */
type Place = Pick<Run, 'files' | 'startedAt'>;

/**
Marks the open alerts that a person has acknowledged. One that got worse since, or that began anew,
is not among them. The same list when nothing is acknowledged.
*/
export function acknowledge(
	alerts: readonly Alert[],
	known: readonly Acknowledgement[],
	place: Place,
): readonly Alert[] {
	if (known.length === 0) return alerts;
	let changed = false;
	const marked = alerts.map(alert => {
		const acknowledged =
			alert.open &&
			known.some(one => isStillQuiet(alert, one, alerts) && isSame(alert, one, place));
		if (acknowledged === alert.acknowledged) return alert;
		changed = true;
		return {...alert, acknowledged};
	});
	return changed ? marked : alerts;
}

/** What is to be kept of an alert that a person acknowledges now. */
export function acknowledgementOf(alert: Alert, place: Place, now: Time): Acknowledgement {
	const {rule, severity, since, raised} = alert;
	const file = raised && pathOf(raised.file, place);
	return {
		rule,
		severity,
		raised: raised && file !== undefined && file !== null ? {file, offset: raised.offset} : null,
		since,
		startedAt: place.startedAt,
		at: now,
	};
}

/** Whether an acknowledgement was of this episode of an alert. */
export function isSame(alert: Alert, known: Acknowledgement, place: Place): boolean {
	if (alert.rule !== known.rule) return false;
	if (beganTogether(place.startedAt, known.startedAt) === false) return false;
	if (!alert.raised || !known.raised) return !alert.raised && !known.raised;
	return (
		alert.raised.offset === known.raised.offset &&
		pathOf(alert.raised.file, place) === known.raised.file
	);
}

/** Not worse than it was, and not closed and opened again. */
function isStillQuiet(alert: Alert, known: Acknowledgement, alerts: readonly Alert[]): boolean {
	if (!atLeast(known.severity, alert.severity)) return false;
	if (known.raised) return true;
	return !alerts.some(({rule, until}) => rule === known.rule && until !== null && until > known.at);
}

function pathOf(id: string, {files}: Place): string | undefined {
	return files.find(file => file.id === id)?.path;
}

/** Alerts with the severities that the user wants of their rules; the same list when none is told. */
export function regrade(
	alerts: readonly Alert[],
	severities: Readonly<Partial<Record<RuleId, Severity>>>,
): readonly Alert[] {
	const differs = ({rule, severity}: Alert) => (severities[rule] ?? severity) !== severity;
	if (!alerts.some(differs)) return alerts;
	return alerts.map(alert => ({...alert, severity: severities[alert.rule] ?? alert.severity}));
}

/** The same run with nothing but the alerts of some rules. */
export function onlyRules(run: Run, rules: readonly RuleId[]): Run {
	const alerts = run.alerts.filter(({rule}) => rules.includes(rule));
	return {...run, alerts, verdict: verdictOf(alerts)};
}
