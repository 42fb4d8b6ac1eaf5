import {type Run, states} from '../../core/run.ts';
import {labelOfNamed, type Named, namedIn, namedWidth} from '../named.ts';
import {isNamed, type SortName, type UsualSort} from '../order.ts';
import {shortened} from '../shortening.ts';
import {clean, widthOf} from '../width.ts';

type UsualColumn =
	| 'name'
	| 'state'
	| 'progress'
	| 'loss'
	| 'trend'
	| 'best'
	| 'age'
	| 'eta'
	| 'trouble';
/** The columns that the list may have: settings that the names of runs tell, too. */
export type ColumnName = UsualColumn | Named;

/** A column of the list. */
export type Column = {readonly name: ColumnName; readonly width: number};

/** The columns of the list, left to right, and what names are called in theirs. */
export type Columns = {
	readonly columns: readonly Column[];
	/** Whether progress has room for a bar. */
	readonly bar: boolean;
	readonly short: ReadonlyMap<string, string>;
	/** Names that several runs bear: their path is shown instead. */
	readonly doubled: ReadonlySet<string>;
};

const titles: Readonly<Record<UsualColumn, string>> = {
	name: 'run',
	state: 'state',
	progress: 'progress',
	loss: 'loss',
	trend: 'trend',
	best: 'best validation',
	age: 'age',
	eta: 'eta',
	trouble: 'trouble',
};

const sortedBy: Readonly<Record<UsualSort, UsualColumn>> = {
	trouble: 'trouble',
	name: 'name',
	state: 'state',
	progress: 'progress',
	loss: 'loss',
	best: 'best',
	age: 'age',
	eta: 'eta',
};

/** The title of a column. */
export function titleOf(name: ColumnName): string {
	return isNamed(name) ? labelOfNamed(name) : titles[name];
}

/** Which column shows what the list is sorted by. */
export function columnOf(sort: SortName): ColumnName {
	return isNamed(sort) ? sort : sortedBy[sort];
}

/** Whether its values stand at its right edge. */
export function isRightSet(name: ColumnName): boolean {
	return isNamed(name) || rightSet.has(name);
}

const rightSet: ReadonlySet<ColumnName> = new Set(['loss', 'age', 'eta']);

const before: readonly UsualColumn[] = ['name', 'state', 'progress'];
const behind: readonly UsualColumn[] = ['loss', 'trend', 'best', 'age', 'eta', 'trouble'];

/** Columns before the first: a mark, the glyph of the state, a space. */
export const lead = 3;
/** Columns between two. */
export const between = 2;

type Wish = {readonly name: ColumnName; readonly width: number};

/** Longest state: the column never moves when a run is interrupted. */
const widestState = Math.max(...states.map(state => state.length));
/** Columns that a name gets before anything else is made comfortable: `exp_20260105_143022`. */
const usualName = 19;

/** What to show, the most important first; what comes again grows. */
const wishes: readonly Wish[] = [
	{name: 'name', width: 12},
	{name: 'state', width: 8},
	{name: 'progress', width: 4},
	{name: 'loss', width: 8},
	{name: 'trouble', width: 12},
	{name: 'trend', width: 6},
	{name: 'name', width: usualName - 12},
	{name: 'progress', width: 6},
	{name: 'state', width: widestState - 8},
	{name: 'age', width: 4},
	{name: 'trend', width: 2},
	{name: 'best', width: 18},
	{name: 'progress', width: 3},
	{name: 'eta', width: 6},
];

/** What comes when all settings in names are shown. */
const comforts: readonly Wish[] = [
	{name: 'trouble', width: 8},
	{name: 'best', width: 4},
	{name: 'trouble', width: 8},
	{name: 'trend', width: 4},
	{name: 'progress', width: 4},
	{name: 'trend', width: 4},
];

type Chosen = {
	readonly runs: readonly Run[];
	readonly width: number;
	readonly columns: Columns;
};
let remembered: Chosen | undefined;

/**
Chooses the columns of a list by its width and by what its runs are called, never by their values:
they stand still while runs change. The important ones are the last to go.
*/
export function columnsOf(runs: readonly Run[], width: number): Columns {
	if (remembered?.width !== width || !areCalledTheSame(remembered.runs, runs)) {
		remembered = {runs, width, columns: choose(runs, width)};
	}

	return remembered.columns;
}

function areCalledTheSame(before: readonly Run[], now: readonly Run[]): boolean {
	if (before === now) return true;
	return (
		before.length === now.length && before.every((run, index) => isCalledTheSame(run, now[index]!))
	);
}

function isCalledTheSame(a: Run, b: Run): boolean {
	return (
		a === b || (a.name === b.name && a.path === b.path && a.remarks?.label === b.remarks?.label)
	);
}

function choose(runs: readonly Run[], width: number): Columns {
	const doubled = doubledNames(runs);
	const labels = runs.map(run => labelOf(run, doubled));
	const longest = Math.min(
		48,
		labels.reduce((most, label) => Math.max(most, widthOf(label)), 3),
	);
	const widths = new Map<ColumnName, number>();
	let left = width - lead - 1;
	const named = namedIn(runs);
	const room = named.map((name): Wish => ({name, width: namedWidth(runs, name)}));
	for (const {name, width: more} of [...wishes, ...room, ...comforts]) {
		const has = widths.get(name);
		const wanted = name === 'name' && has ? Math.min(more, Math.max(0, longest - has), left) : more;
		const cost = wanted + (has === undefined && widths.size > 0 ? between : 0);
		if (cost > left) continue;
		left -= cost;
		widths.set(name, (has ?? 0) + wanted);
	}

	const own = widths.get('name') ?? Math.max(0, width - lead);
	const nameWidth = Math.min(longest, own) + Math.max(0, Math.min(left, longest - own));
	left += own - nameWidth;
	widths.set('name', nameWidth);
	if (widths.has('trouble')) widths.set('trouble', widths.get('trouble')! + Math.max(0, left));
	return {
		columns: [...before, ...named, ...behind]
			.filter(name => widths.has(name))
			.map(name => ({name, width: widths.get(name)!})),
		bar: (widths.get('progress') ?? 0) >= 10,
		short: shortened(labels, nameWidth),
		doubled,
	};
}

function doubledNames(runs: readonly Run[]): ReadonlySet<string> {
	const seen = new Set<string>();
	const doubled = new Set<string>();
	for (const {name} of runs) {
		if (seen.has(name)) doubled.add(name);
		seen.add(name);
	}

	return doubled;
}

/** The user's own name for a run, else its name, or its path where several bear that name. */
export function labelOf(run: Run, doubled: ReadonlySet<string>): string {
	return clean(run.remarks?.label || (doubled.has(run.name) ? run.path : run.name));
}
