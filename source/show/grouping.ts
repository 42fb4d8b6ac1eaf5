import type {Verdict} from '../core/alert.ts';
import {branchFamilies, familyOf} from '../core/branch.ts';
import type {Run} from '../core/run.ts';
import {listed, type Wanted} from './order.ts';
import type {World} from './world.ts';

export const groupings = ['none', 'folder', 'branch', 'state', 'experiment'] as const;
/** What the list can be grouped by; an experiment is what versions and archives of one share. */
export type Grouping = (typeof groupings)[number];

/** Runs that stand under one heading. */
export type Group = {
	/** As a cursor and a fold name it. */
	readonly id: string;
	readonly name: string;
	readonly runs: readonly Run[];
	/** Runs that belong here and were not read yet. */
	readonly unread: number;
	readonly folded: boolean;
	/** The heading that this one stands below: `branch:exp/`. */
	readonly above?: string;
};

/** A row of the list: a run, or the heading of a group. */
export type ListRow =
	| {readonly kind: 'run'; readonly id: string; readonly run: Run}
	| {readonly kind: 'group'; readonly id: string; readonly group: Group};

/** Where hidden, old and archived runs stand; folded unless the user unfolds it. */
export const away = 'away:';

type Chosen = Wanted & {
	readonly group: Grouping;
	/** Groups that the user folded, or unfolded where they are folded by themselves. */
	readonly turned: ReadonlySet<string>;
};

/** Whether a run is folded away: by the user, or because it is archived or old. */
export function isAway(run: Run, world: Pick<World, 'old'>): boolean {
	return run.remarks?.hidden === true || world.old.has(run.id);
}

const presentRuns = new WeakMap<
	readonly Run[],
	{readonly old: World['old']; readonly runs: readonly Run[]}
>();

/** The runs that are not folded away; the same array while nothing changed. */
export function present(world: Pick<World, 'runs' | 'old'>): readonly Run[] {
	const known = presentRuns.get(world.runs);
	if (known?.old === world.old) return known.runs;
	const runs = world.runs.some(run => isAway(run, world))
		? world.runs.filter(run => !isAway(run, world))
		: world.runs;
	presentRuns.set(world.runs, {old: world.old, runs});
	return runs;
}

/** `workdirs/a/exp_1` → `workdirs/a`. */
function folderOf({path}: Run): string {
	const parent = path.replace(/\/+$/, '').replace(/\/?[^/]*$/, '');
	return parent === '' ? (path.startsWith('/') ? '/' : '.') : parent;
}

const noBranch = 'no branch known';

const keys: Readonly<Record<Exclude<Grouping, 'none'>, (run: Run) => string>> = {
	folder: folderOf,
	branch: run => run.git?.branch ?? noBranch,
	state: run => run.state,
	experiment: run => run.base ?? run.name,
};

/** The group that a run belongs to; null where nothing is grouped. */
export function groupId(group: Grouping, run: Run): string | null {
	return group === 'none' ? null : `${group}:${keys[group](run)}`;
}

function gathered(runs: readonly Run[], {group, turned}: Chosen): readonly Group[] {
	if (group === 'none') return [];
	const byKey = new Map<string, Run[]>();
	for (const run of runs) {
		const key = keys[group](run);
		const known = byKey.get(key);
		if (known) known.push(run);
		else byKey.set(key, [run]);
	}

	return inFamilies([...byKey], group).map(([name, members]) => {
		const id = `${group}:${name}`;
		return {id, name, runs: members, unread: 0, folded: turned.has(id)};
	});
}

/** Branches of one prefix stand together: feat/, exp/, fix/, doc/, then others, then runs of which none is known. */
function inFamilies(
	groups: ReadonlyArray<readonly [name: string, runs: readonly Run[]]>,
	group: Grouping,
): typeof groups {
	if (group !== 'branch') return groups;
	const rank = (name: string) =>
		name === noBranch ? branchFamilies.length : branchFamilies.indexOf(familyOf(name));
	return groups.toSorted(([a], [b]) => rank(a) - rank(b));
}

/** The heading of the prefix that a branch has: `branch:exp/`; null where it has none. */
export function prefixId(group: Grouping, name: string): string | null {
	const family = familyOf(name);
	return group !== 'branch' || family === 'other' ? null : `branch:${family}/`;
}

/** Groups with what is below them; two branches of a prefix and more have a heading of their own. */
function rowsOfGroups(groups: readonly Group[], {group, turned}: Chosen): readonly ListRow[] {
	const byPrefix = Map.groupBy(groups, ({name}) => prefixId(group, name));
	return [...byPrefix].flatMap(([id, members]) => {
		if (id === null || members.length < 2) return members.flatMap(rowsOfGroup);
		const runs = members.flatMap(member => member.runs);
		const name = id.slice(group.length + 1);
		const prefix: Group = {id, name, runs, unread: 0, folded: turned.has(id)};
		const below = prefix.folded ? [] : members.map(member => ({...member, above: id}));
		return [{kind: 'group', id, group: prefix} as const, ...below.flatMap(rowsOfGroup)];
	});
}

function awayGroup(runs: readonly Run[], world: World, chosen: Chosen): Group | null {
	const unread = chosen.filter === '' ? world.hidden : 0;
	if (runs.length + unread === 0) return null;
	return {id: away, name: 'folded away', runs, unread, folded: !chosen.turned.has(away)};
}

type Groups = {
	/** Runs that are not folded away, in the order of the list. */
	readonly runs: readonly Run[];
	readonly rows: readonly ListRow[];
};

const remembered = new WeakMap<
	readonly Run[],
	{readonly key: string; readonly old: World['old']; readonly groups: Groups}
>();

/** The rows of the list: filtered, sorted, grouped and folded; the same while nothing changed. */
export function grouped(world: World, chosen: Chosen): Groups {
	const all = listed(world, chosen);
	const key = `${chosen.group} ${world.hidden} ${chosen.filter} ${[...chosen.turned].join('\n')}`;
	const known = remembered.get(all);
	if (known?.key === key && known.old === world.old) return known.groups;
	const here = all.filter(run => !isAway(run, world));
	const groups = gathered(here, chosen);
	const last = awayGroup(
		all.filter(run => isAway(run, world)),
		world,
		chosen,
	);
	const runs = groups.length > 0 ? groups.flatMap(group => group.runs) : here;
	const rows = [
		...(groups.length > 0 ? rowsOfGroups(groups, chosen) : here.map(rowOfRun)),
		...(last ? rowsOfGroup(last) : []),
	];
	const made = {runs, rows};
	remembered.set(all, {key, old: world.old, groups: made});
	return made;
}

/** The rows of the list. */
export function listRows(world: World, chosen: Chosen): readonly ListRow[] {
	return grouped(world, chosen).rows;
}

function rowOfRun(run: Run): ListRow {
	return {kind: 'run', id: run.id, run};
}

function rowsOfGroup(group: Group): readonly ListRow[] {
	const heading: ListRow = {kind: 'group', id: group.id, group};
	return group.folded ? [heading] : [heading, ...group.runs.map(rowOfRun)];
}

/** Where the cursor stands: on its run, on the heading that its run is folded under, or where it stood. */
export function rowOf(rows: readonly ListRow[], cursor: string | null, index: number): number {
	if (cursor === null)
		return Math.max(
			0,
			rows.findIndex(({kind}) => kind === 'run'),
		);
	const found = rows.findIndex(({id}) => id === cursor);
	if (found >= 0) return found;
	const heading = rows.findIndex(
		row =>
			row.kind === 'group' &&
			row.id !== away &&
			row.group.folded &&
			row.group.runs.some(({id}) => id === cursor),
	);
	return Math.max(0, Math.min(heading >= 0 ? heading : index, rows.length - 1));
}

/** The heading above a row, or that row itself; undefined where there is none. */
export function headingOf(rows: readonly ListRow[], index: number): Group | undefined {
	for (let at = Math.min(index, rows.length - 1); at >= 0; at--) {
		const row = rows[at]!;
		if (row.kind === 'group') return row.group;
	}

	return undefined;
}

/** The gravest verdict of the runs of a group. */
export function worstOf({runs}: Group): Verdict {
	if (runs.some(({verdict}) => verdict === 'critical')) return 'critical';
	return runs.some(({verdict}) => verdict === 'warn') ? 'warn' : 'ok';
}
