import {type Alert, atLeast} from '../core/alert.ts';
import type {Run} from '../core/run.ts';

/** The gravest open alert that nobody acknowledged, certain ones and causes first. */
export function worstAlert(run: Run): Alert | null {
	let worst: Alert | null = null;
	for (const alert of run.alerts) {
		if (!alert.open || alert.acknowledged || alert.severity === 'info') continue;
		if (worst === null || !atLeast(worst.severity, alert.severity)) worst = alert;
	}

	return worst;
}
