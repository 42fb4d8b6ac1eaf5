import {type BranchFamily, branchFamilies, familyOf} from '../core/branch.ts';
import {incomparable} from '../core/environment.ts';
import {better, type Goal, goalOf} from '../core/metric.ts';
import type {Mark, Run} from '../core/run.ts';
import {bestUpTo, evaluationsOf} from './comparison.ts';
import {present} from './grouping.ts';
import type {World} from './world.ts';

/** A branch among others: its runs and how good they became. */
export type Ranked = {
	/** Null: runs of which nobody knows the branch. */
	readonly branch: string | null;
	readonly family: BranchFamily;
	/** 1 for the best; null where it cannot be ranked. */
	readonly rank: number | null;
	readonly runs: readonly Run[];
	/** The best value of its runs up to the place that all branches reached. */
	readonly atEqual: number | null;
	/** The best of its runs up to there, else of all. */
	readonly leader: Run | null;
	readonly best: Mark | null;
	/** Some of its runs do not tell their branch: the reflog does. */
	readonly inferred: boolean;
};

/** Branches by the best validation of their runs at an equal epoch. */
export type Ranking = {
	readonly metric: string | null;
	readonly goal: Goal | null;
	readonly equal: {readonly unit: 'epoch' | 'step'; readonly at: number} | null;
	readonly branches: readonly Ranked[];
	/** What differs between the leaders so that their results are not comparable. */
	readonly incomparable: readonly string[];
};

/** Ranks the branches of runs: by the metric that most of them are judged by. */
export function rankBranches(runs: readonly Run[]): Ranking {
	const metric = commonMetric(runs);
	const goal =
		metric === null
			? null
			: (runs.find(({validation}) => validation.primary === metric)?.validation.goal ??
				goalOf(metric));
	const byBranch = [...Map.groupBy(runs, ({git}) => git?.branch ?? null)];
	const equal = metric === null ? null : equalPlace(byBranch, metric);
	const drafts = byBranch.map(([branch, members]) =>
		draftOf(branch, members, {metric, goal, equal}),
	);
	const isRanked = ({branch, best}: Ranked) => branch !== null && best !== null;
	const inOrder = [...drafts].sort((a, b) => compare(a, b, goal));
	const ranks = new Map(inOrder.filter(isRanked).map(({branch}, index) => [branch, index + 1]));
	const branches = inOrder
		.map(draft => ({...draft, rank: ranks.get(draft.branch) ?? null}))
		.sort((a, b) => familyRank(a) - familyRank(b));
	const leaders = branches.flatMap(({branch, leader}) =>
		branch !== null && leader ? [leader.environment] : [],
	);
	return {metric, goal, equal, branches, incomparable: incomparable(leaders)};
}

/** The ranking of what the list holds, and its branches in the order of their ranks, what has none last. */
export function ranksOf(world: Pick<World, 'runs' | 'old'>): {
	readonly ranking: Ranking;
	readonly rows: readonly Ranked[];
} {
	const ranking = rankBranches(present(world));
	const last = ranking.branches.length + 1;
	const rows = ranking.branches
		.filter(({branch}) => branch !== null)
		.toSorted((a, b) => (a.rank ?? last) - (b.rank ?? last));
	return {ranking, rows};
}

type Measure = Pick<Ranking, 'metric' | 'goal' | 'equal'>;

function commonMetric(runs: readonly Run[]): string | null {
	const counts = new Map<string, number>();
	for (const {validation, git} of runs) {
		const {primary} = validation;
		if (primary !== null && git?.branch) counts.set(primary, (counts.get(primary) ?? 0) + 1);
	}

	return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** The last place that some run of every branch evaluated. */
function equalPlace(
	byBranch: ReadonlyArray<readonly [branch: string | null, runs: readonly Run[]]>,
	metric: string,
): Ranking['equal'] {
	const told = byBranch
		.filter(([branch]) => branch !== null)
		.map(([, runs]) => runs.map(run => evaluationsOf(run, metric)))
		.filter(each => each.some(({length}) => length > 0));
	for (const unit of ['epoch', 'step'] as const) {
		const reached = told.map(each =>
			Math.max(...each.map(evaluations => evaluations.at(-1)?.[unit] ?? Number.NEGATIVE_INFINITY)),
		);
		if (reached.length > 0 && reached.every(Number.isFinite))
			return {unit, at: Math.min(...reached)};
	}

	return null;
}

function draftOf(
	branch: string | null,
	runs: readonly Run[],
	{metric, goal, equal}: Measure,
): Ranked {
	const judged = runs.filter(({validation}) => validation.primary === metric && validation.best);
	const lead = (value: (run: Run) => number | null) => {
		let leader: Run | null = null;
		let best: number | null = null;
		for (const run of judged) {
			const own = value(run);
			if (own === null || goal === null || (best !== null && !better(goal, own, best))) continue;
			[leader, best] = [run, own];
		}

		return {leader, best};
	};
	const early = lead(run =>
		metric === null || goal === null || equal === null ? null : bestUpTo(run, metric, goal, equal),
	);
	const late = lead(({validation}) => validation.best?.value ?? null);
	return {
		branch,
		family: branch === null ? 'other' : familyOf(branch),
		rank: null,
		runs,
		atEqual: early.best,
		leader: early.leader ?? late.leader,
		best: late.leader?.validation.best ?? null,
		inferred: runs.some(({git}) => git?.inferred === true),
	};
}

/** What reached the equal place comes first, then what is only known by its best. */
function compare(a: Ranked, b: Ranked, goal: Goal | null): number {
	const unknown = ({branch, best, atEqual}: Ranked) =>
		branch === null ? 3 : best === null ? 2 : atEqual === null ? 1 : 0;
	const step = unknown(a) - unknown(b);
	if (step !== 0 || goal === null) return step;
	const [one, other] = [a, b].map(({atEqual, best}) => atEqual ?? best?.value ?? 0) as [
		number,
		number,
	];
	return goal === 'max' ? other - one : one - other;
}

function familyRank({branch, family}: Ranked): number {
	return branch === null ? branchFamilies.length : branchFamilies.indexOf(family);
}
