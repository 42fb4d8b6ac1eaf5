import {type Alert, verdictOf} from '../../core/alert.ts';
import type {Source, Time} from '../../core/event.ts';
import type {Trouble} from '../../core/news.ts';
import {type Mark, type Run, type Settings, type State, states} from '../../core/run.ts';
import type {Point, Series} from '../../core/series.ts';
import type {Session} from '../../core/session.ts';
import {settingNotes} from '../../core/wrong-setting.ts';

/** Everything `check` tells, before it becomes a table, a line or JSON. */
export type CheckReport = {
	readonly at: Time;
	readonly runs: readonly Run[];
	/** Runs folded away: archived, or not written to for a week. */
	readonly hidden: number;
	readonly trouble: readonly Trouble[];
};

/** A time in milliseconds as ISO 8601 in UTC; null stays null. */
export function iso(time: Time | null): string | null {
	if (time === null || !Number.isFinite(time) || Math.abs(time) > 8.64e15) return null;
	return new Date(time).toISOString();
}

/** NaN and infinities have no JSON: they become null. */
export function finite(value: number | null | undefined): number | null {
	return value !== null && value !== undefined && Number.isFinite(value) ? value : null;
}

/** The gravest verdict of all runs. */
export function verdictOfAll(runs: readonly Run[]): 'ok' | 'warn' | 'critical' {
	if (runs.some(run => run.verdict === 'critical')) return 'critical';
	return runs.some(run => run.verdict === 'warn') ? 'warn' : 'ok';
}

/** How many runs are in each state; archived ones are counted besides. */
export function countStates(runs: readonly Run[]): Readonly<Record<State | 'archived', number>> {
	const counts = {
		...(Object.fromEntries(states.map(state => [state, 0])) as Record<State, number>),
	};
	for (const run of runs) counts[run.state]++;
	return {...counts, archived: runs.filter(run => run.archived).length};
}

/** `14 runs, 5 running, 2 crashed, 1 archived`. */
export function statesText(runs: readonly Run[]): string {
	const told = Object.entries(countStates(runs)).filter(([, count]) => count > 0);
	const counts = told.map(([state, count]) => `${count} ${state}`);
	return [`${runs.length} ${runs.length === 1 ? 'run' : 'runs'}`, ...counts].join(', ');
}

/** The object of `check --json`, schema `watchexp.check/1`. */
export function checkJson(report: CheckReport): object {
	return {
		schema: 'watchexp.check/1',
		at: iso(report.at),
		verdict: verdictOfAll(report.runs),
		counts: countStates(report.runs),
		hidden: report.hidden,
		runs: report.runs.map(runJson),
		trouble: report.trouble,
	};
}

/** One run of `check --json`. */
export function runJson(run: Run): object {
	const {validation, progress, settings, process, git, scheduler} = run;
	return {
		id: run.id,
		name: run.name,
		path: run.path,
		aliases: run.aliases,
		host: run.host,
		formats: run.formats,
		files: run.files.map(file => ({
			path: file.path,
			format: file.format,
			bytes: file.bytes,
			lines: file.lines,
			understood: file.understood,
			believed: file.believed,
			trouble: file.trouble,
		})),
		state: run.state,
		why: run.why,
		archived: run.archived,
		label: run.remarks?.label || null,
		note: run.remarks?.note || null,
		partial: run.partial,
		verdict: verdictOf(run.alerts),
		health: run.health,
		startedAt: iso(run.startedAt),
		updatedAt: iso(run.updatedAt),
		sessions: run.sessions.length,
		launches: run.sessions.map(launchJson),
		progress: {
			epoch: finite(progress.epoch),
			epochs: finite(progress.epochs),
			step: finite(progress.step),
			steps: finite(progress.steps),
			fraction: finite(progress.fraction),
			stepsPerSecond: finite(progress.stepsPerSecond),
			etaSeconds: finite(progress.etaSeconds),
		},
		loss: run.loss,
		metrics: Object.fromEntries(
			[...run.series].map(([name, series]) => [name, seriesJson(series)]),
		),
		validation: {
			records: validation.evaluations.length,
			primary: validation.primary,
			goal: validation.goal,
			best: markJson(validation.best),
			last: markJson(validation.last),
			target: finite(validation.target),
		},
		saved: run.saved ?? null,
		checkpoints: run.checkpoints.map(checkpoint => ({
			...checkpoint,
			savedAt: iso(checkpoint.savedAt),
			metric: checkpoint.metric
				? {...checkpoint.metric, value: finite(checkpoint.metric.value)}
				: null,
		})),
		policy: run.policy ?? null,
		results: run.results ?? null,
		disk: diskJson(run.disk),
		alerts: run.alerts.map(alert => alertJson(alert, run)),
		settings: settingsJson(settings),
		process: process && {...process, since: iso(process.since ?? null)},
		git,
		scheduler,
		environment: run.environment ?? null,
		command: run.command ?? null,
		gpus: run.gpus ?? null,
		happened: run.happened?.map(({at, what, text}) => ({at: iso(at), what, text})) ?? null,
		base: run.base ?? null,
	};
}

/** Bytes, bytes an hour, seconds; null where nobody asked or nothing is known. */
function diskJson(disk: Run['disk']): object | null {
	if (!disk) return null;
	const {free, size, growth, falling, fullSeconds} = disk;
	return {
		free,
		size,
		growthPerHour: finite(growth),
		fallingPerHour: finite(falling),
		fullSeconds: finite(fullSeconds),
	};
}

function launchJson(session: Session): object {
	const {file, startedAt, resumed, firstStep, firstEpoch, lastStep, lastEpoch, seam} = session;
	return {
		file,
		line: session.source?.line ?? null,
		startedAt: iso(startedAt),
		resumed,
		first: {step: finite(firstStep), epoch: finite(firstEpoch)},
		last: {step: finite(lastStep), epoch: finite(lastEpoch)},
		seam: seam ?? null,
	};
}

function settingsJson(settings: Settings | null): object | null {
	if (settings === null) return null;
	const {file, values, sources = {}} = settings;
	return {file, values, sources, notes: settingNotes(settings)};
}

function seriesJson(series: Series): object {
	return {
		goal: series.goal,
		points: series.points,
		first: pointJson(series.first),
		last: pointJson(series.last),
		min: pointJson(series.min),
		max: pointJson(series.max),
		nonFinite: series.nonFinite,
		file: series.file,
	};
}

/** A point as `{step, epoch, value}`. */
export function pointJson(point: Point | null): object | null {
	if (!point) return null;
	return {step: finite(point.step), epoch: finite(point.epoch), value: finite(point.value)};
}

function markJson(mark: Mark | null): object | null {
	if (!mark) return null;
	return {step: finite(mark.step), epoch: finite(mark.epoch), value: finite(mark.value)};
}

function alertJson(alert: Alert, run: Run): object {
	const place = ({file, line}: Source) => ({
		file: run.files.find(({id}) => id === file)?.path ?? null,
		line,
	});
	return {
		rule: alert.rule,
		severity: alert.severity,
		certain: alert.certain,
		since: iso(alert.since),
		until: iso(alert.until),
		raised: alert.raised && place(alert.raised),
		acknowledged: alert.acknowledged,
		message: alert.message,
		evidence: alert.evidence.map(one => ({...place(one), offset: one.offset, text: one.text})),
		advice: alert.advice,
	};
}
