import {goalOf} from '../core/metric.ts';
import {inNaturalOrder} from '../core/natural.ts';
import type {Run, State} from '../core/run.ts';
import {matches} from './filter.ts';
import {type Named, namedFact} from './named.ts';

export const sortNames = [
	'trouble',
	'name',
	'state',
	'progress',
	'loss',
	'best',
	'age',
	'eta',
] as const;
/** What every list can be sorted by; `trouble` is worst first. */
export type UsualSort = (typeof sortNames)[number];
/** What the list can be sorted by: settings that the names of runs tell, too. */
export type SortName = UsualSort | Named;

/** Whether it is a setting that names of runs tell. */
export function isNamed(name: string): name is Named {
	return name.startsWith('named ');
}

/** What comes after `by`: the usual ones, then the settings in names; `among`: of those alone. */
export function nextSort(
	by: SortName,
	named: readonly Named[],
	among: 'all' | 'named' = 'all',
): SortName {
	const all: readonly SortName[] = among === 'named' ? named : [...sortNames, ...named];
	return all[(all.indexOf(by) + 1) % all.length] ?? by;
}

const stateRanks: Readonly<Record<State, number>> = {
	stalled: 0,
	crashed: 1,
	running: 2,
	quiet: 3,
	waiting: 4,
	interrupted: 5,
	unknown: 6,
	finished: 7,
};

/** How urgently a run wants to be seen; 0 is the worst. */
function urgency(run: Run): number {
	if (run.verdict === 'critical') return 0;
	if (run.verdict === 'warn') return 1;
	if (run.state === 'crashed' || run.state === 'stalled') return 8;
	return stateRanks[run.state];
}

/** The last value of the primary loss; NaN without one. */
export function lossOf(run: Run): number {
	return (run.loss === null ? undefined : run.series.get(run.loss)?.last.value) ?? Number.NaN;
}

function bestOf(run: Run): number {
	const {best, goal, primary} = run.validation;
	if (best === null) return Number.NaN;
	return (goal ?? goalOf(primary ?? '')) === 'max' ? -best.value : best.value;
}

type Measure = (run: Run) => number;
const measures: Readonly<Record<UsualSort, Measure | null>> = {
	trouble: urgency,
	name: null,
	state: run => stateRanks[run.state],
	progress: run => -(run.progress.fraction ?? Number.NaN),
	loss: lossOf,
	best: bestOf,
	age: run => -(run.updatedAt ?? Number.NaN),
	eta: run => run.progress.etaSeconds ?? Number.NaN,
};

function measureOf(by: SortName): Measure | null {
	if (!isNamed(by)) return measures[by];
	return run => Number.parseFloat(String(namedFact(run, by)));
}

type Compare = (a: Run, b: Run) => number;

function compareNames(a: Run, b: Run): number {
	return inNaturalOrder(a.name, b.name) || inNaturalOrder(a.id, b.id);
}

let ranked:
	| {readonly runs: readonly Run[]; readonly ranks: ReadonlyMap<string, number>}
	| undefined;

/** By name, as long as they are called the same without comparing the names of thousands again. */
function byRank(runs: readonly Run[]): Compare {
	const before = ranked?.runs;
	const same =
		before?.length === runs.length && before.every((run, index) => isCalledAs(run, runs[index]!));
	const ranks = same
		? ranked!.ranks
		: new Map(runs.toSorted(compareNames).map(({id}, rank) => [id, rank]));
	ranked = {runs, ranks};
	return (a, b) => ranks.get(a.id)! - ranks.get(b.id)!;
}

function isCalledAs(a: Run, b: Run): boolean {
	return a === b || (a.id === b.id && a.name === b.name);
}

/** What is not known comes last, whatever the direction. */
function compareBy(measure: Measure | null, sign: 1 | -1, byName: Compare): Compare {
	if (measure === null) return (a, b) => sign * byName(a, b);
	return (a, b) => {
		const left = measure(a);
		const right = measure(b);
		if (Number.isNaN(left) || Number.isNaN(right)) {
			return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || byName(a, b);
		}

		return sign * (left - right) || newerFirst(a, b) || byName(a, b);
	};
}

/** By when they began, which stands still while they run. */
function newerFirst(a: Run, b: Run): number {
	return (b.startedAt ?? 0) - (a.startedAt ?? 0);
}

/** Orders runs by how urgently they want to be seen. */
export const worstFirst = compareBy(urgency, 1, compareNames);

/** What the list shows, and in which order. */
export type Wanted = {
	readonly filter: string;
	readonly sort: {readonly by: SortName; readonly reverse: boolean};
};
const remembered = new WeakMap<
	readonly Run[],
	{readonly key: string; readonly runs: readonly Run[]}
>();

/** The runs in the list, filtered and sorted; the same array while nothing changed. */
export function listed(
	world: {readonly runs: readonly Run[]},
	{filter, sort}: Wanted,
): readonly Run[] {
	const key = `${sort.by} ${sort.reverse} ${filter}`;
	const known = remembered.get(world.runs);
	if (known?.key === key) return known.runs;
	const runs = world.runs
		.filter(run => matches(run, filter))
		.sort(compareBy(measureOf(sort.by), sort.reverse ? -1 : 1, byRank(world.runs)));
	remembered.set(world.runs, {key, runs});
	return runs;
}
