import {type Alert, verdictOf} from '../core/alert.ts';
import type {Checkpoint} from '../core/checkpoint.ts';
import {diskOf, type Space} from '../core/disk.ts';
import type {FileId, Time} from '../core/event.ts';
import type {Found} from '../core/found.ts';
import type {GpuUse} from '../core/gpu.ts';
import type {Writer} from '../core/probe.ts';
import type {Results} from '../core/results.ts';
import type {Git, Process, Run, RunFile, Scheduler, Settings} from '../core/run.ts';
import {gistOf} from './gist.ts';
import type {Goals} from './goals.ts';
import {growthOf} from './growth.ts';
import {healthOf} from './health.ts';
import type {Believed} from './measured.ts';
import {withPlan} from './plan.ts';
import {noProgress, progressOf} from './progress.ts';
import {standingOf} from './standing.ts';
import {currentOf} from './story.ts';
import type {Witness} from './told.ts';

/** What the reading of a file found out besides events. */
export type FileReport = {
	readonly format: string;
	readonly bytes: number;
	readonly lines: number;
	readonly understood: number;
	readonly trouble: readonly string[];
};

/** All that a run is judged by besides what its files tell. */
export type View = {
	readonly now: Time;
	readonly host: string;
	/** Who holds the run's logs open; unknown when nobody asked. */
	readonly writer?: Writer;
	/** Share of the bytes read, 0 to 1. */
	readonly read: number;
	/** Only the newest part is read so far. */
	readonly partial: boolean;
	readonly alerts?: readonly Alert[];
	readonly settings?: Settings | null;
	/** What the user wants of metrics, by wire name. */
	readonly goals?: Goals;
	readonly reports?: ReadonlyMap<FileId, FileReport>;
	/** Checkpoints found on disk: they win over those that lines tell of. */
	readonly checkpoints?: readonly Checkpoint[];
	/** Older saves that lie there besides. */
	readonly moreSaves?: number;
	/** The room where it writes, and how many bytes an hour went while it was watched. */
	readonly space?: Space & {readonly falling: number | null};
	readonly process?: Process | null;
	readonly git?: Git | null;
	readonly scheduler?: Scheduler | null;
	readonly gpus?: readonly GpuUse[];
	readonly results?: readonly Results[];
};

/** Puts a run together from what its files told. Nothing is copied; what unchanged files come to is kept. */
export function compose(found: Found, witnesses: readonly Witness[], view: View): Run {
	const {goals, settings, checkpoints: lying} = view;
	const gist = gistOf(witnesses, {goals, settings, checkpoints: lying});
	const {story, believed, series, loss, trend, validation, checkpoints, sessions} = gist;
	const {main} = story;
	const current = currentOf(main);
	const standing = standingOf(found, witnesses, story, view);
	const {silence, ended, phase, state, why} = standing;
	const alerts = view.alerts ?? [];
	const files = filesOf(found, witnesses, believed, view.reports);
	const startedAt = startOf(witnesses);
	const {lastAt: updatedAt} = silence;
	const more = view.moreSaves ?? 0;
	const growth = view.space && growthOf({checkpoints, files, startedAt, updatedAt, more});
	return {
		id: found.id,
		name: found.name,
		...(found.base !== undefined && {base: found.base}),
		path: found.path,
		folder: found.folder,
		aliases: found.aliases,
		host: view.host,
		layout: found.layout,
		files,
		formats: [...new Set(witnesses.filter(({order}) => order > 0).map(({format}) => format))],
		state,
		why,
		archived: found.archived,
		partial: view.partial,
		read: view.read,
		verdict: verdictOf(alerts),
		health: healthOf({
			state,
			goal: (loss === null ? undefined : series.get(loss))?.goal ?? null,
			trend,
			validation,
			checkpoints,
			main,
			ended,
		}),
		startedAt,
		updatedAt,
		phase,
		sessions,
		progress: current
			? progressOf(withPlan(current.counting, view.settings?.values), current.rhythm, state)
			: noProgress,
		loss,
		series,
		trend,
		validation,
		checkpoints,
		alerts,
		...(view.space && {disk: diskOf(view.space, growth ?? null, view.space.falling)}),
		...environmentOf(view),
	};
}

function environmentOf({settings, process, git, scheduler, writer, gpus, results}: View) {
	return {
		settings: settings ?? null,
		process: process ?? (writer?.kind === 'writing' ? writer.process : null),
		git: git ?? null,
		scheduler: scheduler ?? null,
		...(gpus && {gpus}),
		...(results && {results}),
	};
}

function startOf(witnesses: readonly Witness[]): Time | null {
	const starts = witnesses.map(({firstAt}) => firstAt).filter(time => time !== null);
	return starts.length > 0 ? Math.min(...starts) : null;
}

/** The same run with its alerts, which are judged from it. */
export function alarmed(run: Run, alerts: readonly Alert[]): Run {
	return {...run, alerts, verdict: verdictOf(alerts)};
}

function filesOf(
	found: Found,
	witnesses: readonly Witness[],
	believed: Believed,
	reports: ReadonlyMap<FileId, FileReport> | undefined,
): readonly RunFile[] {
	return found.files.map(({id, path, full, bytes}) => {
		const report = reports?.get(id);
		const witness = witnesses.findLast(({file}) => file === id);
		return {
			id,
			path,
			full,
			format: report?.format ?? witness?.format ?? '',
			bytes: report?.bytes ?? bytes,
			lines: report?.lines ?? 0,
			understood: report?.understood ?? 0,
			believed: witness ? believedOf(witness, believed) : [],
			trouble: report?.trouble ?? [],
		};
	});
}

const names = new WeakMap<Believed, Map<Witness, readonly string[]>>();

function believedOf(witness: Witness, believed: Believed): readonly string[] {
	const kept = names.get(believed) ?? new Map<Witness, readonly string[]>();
	names.set(believed, kept);
	let told = kept.get(witness);
	if (!told) {
		told = [...believed.values()]
			.filter(({chain}) => chain.witnesses.includes(witness))
			.map(({split, name}) => `${split}/${name}`);
		kept.set(witness, told);
	}

	return told;
}
