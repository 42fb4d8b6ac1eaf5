import {type Alert, atLeast, type RuleId, type Severity} from '../../core/alert.ts';
import type {Time} from '../../core/event.ts';
import type {Run} from '../../core/run.ts';
import type {Notify} from '../preferences.ts';

/** An alert that is news. */
export type Raised = {readonly run: Run; readonly alert: Alert};

/** Watches for alerts that were raised, or got worse, since it last looked. */
export type Lookout = (runs: readonly Run[]) => readonly Raised[];

/**
A lookout for alerts at least as grave as `from`, or as their rule asks for. What was open when a run was first read is no news,
unless it began after `started`. A warning that may pass is waited for until it is certain.
*/
export function createLookout(from: Severity, started: Time, rules: Notify['rules'] = {}): Lookout {
	const told = new Map<string, Map<RuleId, Severity>>();
	const barOf = (rule: RuleId) => rules[rule] ?? from;

	const look = (run: Run): readonly Raised[] => {
		const known = told.get(run.id);
		const before = known ?? new Map<RuleId, Severity>();
		const open = new Map<RuleId, Severity>();
		const news: Raised[] = [];
		for (const alert of run.alerts) {
			if (!isLoud(alert, barOf(alert.rule))) continue;
			const {rule, severity, since} = alert;
			const last = before.get(rule);
			open.set(rule, severity);
			const isNew = last === undefined || !atLeast(last, severity);
			if (isNew && (known || (since !== null && since > started))) news.push({run, alert});
		}

		told.set(run.id, open);
		return run.remarks?.hidden ? [] : news;
	};

	return runs => runs.filter(({partial}) => !partial).flatMap(look);
}

function isLoud({open, acknowledged, severity, certain}: Alert, from: Severity | false): boolean {
	if (!open || acknowledged || from === false || !atLeast(severity, from)) return false;
	return certain || severity === 'critical';
}
