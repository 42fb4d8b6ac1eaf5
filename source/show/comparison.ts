import {environmentParts, incomparable} from '../core/environment.ts';
import type {Facts} from '../core/event.ts';
import {better, type Goal, goalOf} from '../core/metric.ts';
import {settingsInName} from '../core/name.ts';
import type {Evaluation, Run} from '../core/run.ts';
import {treeRows} from './setting-tree.ts';

/** One fact of several runs: a value for each, and which of them is best. */
export type Compared = {
	readonly name: string;
	readonly values: ReadonlyArray<number | string | null>;
	/** Place of the best value; -1 where none is. */
	readonly best: number;
	/** Where each value stands: `config.yaml:3`. */
	readonly sources?: ReadonlyArray<string | null>;
};

/** The runs' marks by the metric that the first of them is judged by, and only the settings that differ. */
export type Comparison = {
	readonly metric: string | null;
	readonly goal: Goal | null;
	/** The last epoch (or step) that all runs evaluated. */
	readonly equal: {readonly unit: 'epoch' | 'step'; readonly at: number} | null;
	/** Best value up to that place, of each run. */
	readonly bestAtEqual: Compared;
	readonly settings: readonly Compared[];
	/** What the names of the runs tell, where it differs: `b`, `lr`. */
	readonly names: readonly Compared[];
	/** What their repositories tell, where it differs: `branch`, `commit`. */
	readonly origin: readonly Compared[];
	/** What they ran on, where it differs. */
	readonly environment: readonly Compared[];
	/** Differences that make their results incomparable: `torch 2.1.2 vs 1.13.1`. */
	readonly incomparable: readonly string[];
};

/** Puts runs side by side. */
export function compared(runs: readonly Run[]): Comparison {
	const metric = runs.find(run => run.validation.primary !== null)?.validation.primary ?? null;
	const goal = metric === null ? null : (runs[0]?.validation.goal ?? goalOf(metric));
	const equal = metric === null ? null : equalPlace(runs, metric);
	const values = runs.map(run =>
		metric === null || goal === null || equal === null ? null : bestUpTo(run, metric, goal, equal),
	);
	return {
		metric,
		goal,
		equal,
		bestAtEqual: {name: metric ?? '', values, best: goal === null ? -1 : bestOf(values, goal)},
		settings: differing(runs.map(({settings}) => settings?.values ?? {})).map(row => ({
			...row,
			sources: runs.map(({settings}) => settings?.sources?.[row.name] ?? null),
		})),
		names: differing(runs.map(({name}) => settingsInName(name))),
		origin: differing(runs.map(originOf)),
		environment: differing(runs.map(environmentOf)),
		incomparable: incomparable(runs.map(({environment}) => environment)),
	};
}

/** About how many rows a table of them has. */
export function rowsCompared(runs: readonly Run[]): number {
	const {settings, names, origin, environment} = compared(runs);
	return 8 + settingTree(settings).length + names.length + origin.length + environment.length;
}

/** A row of the settings that differ: a heading, or a setting with what each run says. */
export type SettingBranch = {
	readonly label: string;
	readonly depth: number;
	readonly compared: Compared | undefined;
};

/** The settings that differ as a tree. */
export function settingTree(settings: readonly Compared[]): readonly SettingBranch[] {
	const byName = new Map(settings.map(row => [row.name, row]));
	const names = Object.fromEntries(settings.map(({name}) => [name, name]));
	return treeRows(names).map(({name, label, depth, value}) => ({
		label,
		depth,
		compared: value === undefined ? undefined : byName.get(name),
	}));
}

/** The evaluations of a run that measured a metric. */
export function evaluationsOf(run: Run, metric: string): readonly Evaluation[] {
	return run.validation.evaluations.filter(({values}) => values[metric] !== undefined);
}

function equalPlace(runs: readonly Run[], metric: string): Comparison['equal'] {
	for (const unit of ['epoch', 'step'] as const) {
		const ends = runs.map(run => evaluationsOf(run, metric).at(-1)?.[unit] ?? null);
		const known = ends.filter(end => end !== null);
		if (known.length === runs.length && known.length > 0) return {unit, at: Math.min(...known)};
	}

	return null;
}

/** The best value of a metric up to a place; null where none was measured up to there. */
export function bestUpTo(
	run: Run,
	metric: string,
	goal: Goal,
	{unit, at}: NonNullable<Comparison['equal']>,
): number | null {
	let best: number | null = null;
	for (const evaluation of evaluationsOf(run, metric)) {
		const place = evaluation[unit];
		const value = evaluation.values[metric]!;
		if (place === null || place > at || !Number.isFinite(value)) continue;
		if (best === null || better(goal, value, best)) best = value;
	}

	return best;
}

function bestOf(values: ReadonlyArray<number | null>, goal: Goal): number {
	let best = -1;
	for (const [index, value] of values.entries()) {
		if (value !== null && (best < 0 || better(goal, value, values[best]!))) best = index;
	}

	return best;
}

/** What is not the same in all runs. */
function differing(told: readonly Facts[]): readonly Compared[] {
	const names = new Set(told.flatMap(facts => Object.keys(facts)));
	const rows = [...names].map(
		(name): Compared => ({
			name,
			values: told.map(facts => (facts[name] === undefined ? null : String(facts[name]))),
			best: -1,
		}),
	);
	return rows.filter(({values}) => new Set(values).size > 1);
}

/** What a run's repository says it was made with. */
function originOf({git}: Run): Facts {
	return {
		...(git?.branch && {branch: git.branch}),
		...(git?.commit && {commit: git.commit.slice(0, 10)}),
	};
}

/** In the order in which parts are told; what only some tell differs as well. */
function environmentOf({environment = {}}: Run): Facts {
	return Object.fromEntries(
		environmentParts.flatMap(part => {
			const value = environment[part];
			return value === undefined ? [] : [[part, value]];
		}),
	);
}
