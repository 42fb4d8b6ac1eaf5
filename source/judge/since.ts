import type {Time} from '../core/event.ts';
import {better, goalOf} from '../core/metric.ts';
import type {Run, State} from '../core/run.ts';
import {
	type Change,
	type ChangeKind,
	changeKinds,
	type Glance,
	type Since,
	type Visit,
} from '../core/visit.ts';

const dead: readonly State[] = ['crashed', 'interrupted', 'stalled'];

/** What became of the runs since the last visit, worst first; nothing where there was no visit. */
export function sinceOf(before: Visit | null, runs: readonly Run[]): Since {
	if (!before) return {at: null, changes: []};
	const changes = runs.flatMap(run => {
		const glance = before.runs.get(run.id);
		return changesOf(run, glance);
	});
	const rank = ({kind}: Change) => changeKinds.indexOf(kind);
	return {at: before.at, changes: changes.toSorted((a, b) => rank(a) - rank(b))};
}

/** A run as it is when the user looks. */
export function glanceAt(run: Run, now: Time): Glance {
	const {primary, best} = run.validation;
	return {
		at: now,
		state: run.state,
		verdict: run.verdict,
		metric: primary,
		best: best?.value ?? null,
		step: run.progress.step,
	};
}

function changesOf(run: Run, glance: Glance | undefined): readonly Change[] {
	const kinds = kindsOf(run, glance);
	const {primary, best} = run.validation;
	const now = run.progress.step;
	const steps = glance && glance.step !== null && now !== null ? now - glance.step : null;
	return kinds.map(kind => ({
		kind,
		run: run.id,
		name: run.name,
		state: run.state,
		steps: steps !== null && steps < 0 ? null : steps,
		metric: kind === 'improved' ? primary : null,
		before: kind === 'improved' && glance?.metric === primary ? (glance?.best ?? null) : null,
		now: kind === 'improved' ? (best?.value ?? null) : null,
		trouble: kind === 'died' || kind === 'broke' ? troubleOf(run) : '',
	}));
}

function kindsOf(run: Run, glance: Glance | undefined): readonly ChangeKind[] {
	const kinds: ChangeKind[] = [];
	const isDead = dead.includes(run.state);
	if (isDead && !(glance && dead.includes(glance.state))) kinds.push('died');
	else if (run.verdict === 'critical' && glance?.verdict !== 'critical') kinds.push('broke');
	if (run.state === 'finished' && glance?.state !== 'finished') kinds.push('finished');
	if (glance && hasImproved(run, glance)) kinds.push('improved');
	if (!glance) kinds.push('appeared');
	return kinds;
}

function hasImproved({validation: {primary, goal, best}}: Run, glance: Glance): boolean {
	if (primary === null || !best) return false;
	if (glance.metric === null || glance.best === null) return true;
	const way = goal ?? goalOf(primary);
	return glance.metric === primary && way !== null && better(way, best.value, glance.best);
}

function troubleOf({alerts, why}: Run): string {
	const open = alerts.filter(alert => alert.open && alert.severity !== 'info');
	return (open.find(({severity}) => severity === 'critical') ?? open[0])?.message ?? why;
}
