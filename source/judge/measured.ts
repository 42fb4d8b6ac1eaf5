import type {Split} from '../core/event.ts';
import {splits} from '../core/event.ts';
import {type Goal, goalOf, primaryLoss, primaryMetric, wireName} from '../core/metric.ts';
import type {Evaluation, Validation} from '../core/run.ts';
import type {Series} from '../core/series.ts';
import type {Sum} from '../core/tally.ts';
import type {Chain} from './chain.ts';
import type {Told} from './columns.ts';
import type {Goals} from './goals.ts';
import {added, goalIn, markOf} from './tally.ts';
import type {Witness} from './told.ts';
import {type Cut, viewOf} from './view.ts';

/** One metric as one chain of files tells it in the newest attempt. */
export type Account = {
	readonly chain: Chain;
	readonly split: Split;
	readonly name: string;
	/** Names that differ only in spelling are one metric. */
	readonly key: string;
	readonly sum: Sum;
	readonly cuts: readonly Cut[];
	readonly path: string;
	readonly goal: Goal | null;
};

const kept = new WeakMap<
	Witness,
	{readonly stamp: string; readonly accounts: readonly Account[]}
>();

/** Every metric of a chain; kept until one of its files changes. */
export function accountsOf(chain: Chain): readonly Account[] {
	const [first] = chain.witnesses;
	if (!first) return [];
	const before = kept.get(first);
	if (before?.stamp === chain.stamp) return before.accounts;
	const accounts: Account[] = [];
	for (const split of splits) {
		const names = new Set(chain.witnesses.flatMap(({tables}) => [...tables[split].told.keys()]));
		for (const name of names) {
			const account = accountOf(chain, split, name);
			if (account) accounts.push(account);
		}
	}

	kept.set(first, {stamp: chain.stamp, accounts});
	return accounts;
}

function accountOf(chain: Chain, split: Split, name: string): Account | null {
	const cuts: Cut[] = [];
	let sum: Sum | null = null;
	let path = '';
	let goal: Goal | null = null;
	for (const [place, {witness, index, from, to}] of chain.attempt.entries()) {
		const told: Told | undefined = witness.tables[split].told.get(name);
		const span = told?.spans.get(index);
		if (!told || !span) continue;
		sum = sum ? added(sum, span) : {...span};
		path = witness.path;
		goal = goalIn(witness, name);
		cuts.push({told, path, from, to, below: takenOver(chain, place)});
	}

	return sum && {chain, split, name, key: keyOf(split, name), sum, cuts, path, goal};
}

/** The step at which a later launch goes on, if it went back. */
function takenOver(chain: Chain, place: number): number {
	let below = Number.POSITIVE_INFINITY;
	for (const {session} of chain.attempt.slice(place + 1)) {
		if (session.firstStep !== null) below = Math.min(below, session.firstStep);
	}

	return below;
}

/** `train`, `Train/Loss` → `train/loss`: spelling and a repeated split make no other metric. */
export function keyOf(split: Split, name: string): string {
	const plain = name
		.replace(/^(?:train(?:ing)?|val(?:id(?:ation)?)?|test|eval|losses)[/_.]/i, '')
		.replace(/[\s_.-]+/g, '_')
		.toLowerCase();
	return `${split}/${plain}`;
}

/** For each metric the chain that told most of it; of equals the text log. */
export function believe(chains: readonly Chain[]): ReadonlyMap<string, Account> {
	const best = new Map<string, Account>();
	for (const account of chains.flatMap(accountsOf)) {
		const rival = best.get(account.key);
		if (!rival || isBetter(account, rival)) best.set(account.key, account);
	}

	return best;
}

function isBetter(a: Account, b: Account): boolean {
	if (a.sum.points !== b.sum.points) return a.sum.points > b.sum.points;
	return a.chain.text && !b.chain.text;
}

/** The believed accounts as series, by wire name. */
export function seriesOf(
	believed: ReadonlyMap<string, Account>,
	goals: Goals = {},
): ReadonlyMap<string, Series> {
	const series = new Map<string, Series>();
	for (const account of believed.values()) {
		const wire = wireName(account.split, account.name);
		const goal = goals[wire]?.goal ?? account.goal;
		series.set(wire, viewOf(wire, goal, account.path, account.sum, account.cuts));
	}

	return series;
}

/** Wire name of the training loss, or of what a run trains by. */
export function primaryLossOf(believed: ReadonlyMap<string, Account>): string | null {
	const all = [...believed.values()].filter(({split}) => split === 'train');
	const most = Math.max(...all.map(({sum}) => sum.points));
	const train = all.filter(({sum}) => sum.points >= most / 10);
	const names = train.map(({name}) => name);
	const preferred = train.flatMap(({chain}) => chain.witnesses[0]?.losses ?? []);
	const loss =
		primaryLoss(names, [...new Set(preferred)]) ?? names.find(name => goalOf(name) !== null);
	return loss === undefined ? null : wireName('train', loss);
}

/** The validation table: evaluations, the metric that decides, its best and last. */
export function validationOf(
	chains: readonly Chain[],
	believed: ReadonlyMap<string, Account>,
	series: ReadonlyMap<string, Series>,
	monitor: string | null,
): Validation {
	const accounts = [...believed.values()].filter(({split}) => split !== 'train');
	const held = accounts.some(({split}) => split === 'val') ? 'val' : 'test';
	const names = accounts.filter(({split}) => split === held).map(({name}) => name);
	const preferred = accounts.flatMap(({chain}) => chain.witnesses[0]?.primary ?? []);
	const name = monitored(names, monitor) ?? primaryMetric(names, [...new Set(preferred)]);
	const primary = name === undefined ? null : wireName(held, name);
	const told = primary === null ? undefined : series.get(primary);
	const best = told?.goal === 'max' ? told.max : told?.goal === 'min' ? told.min : null;
	return {
		evaluations: tableOf(chains, primary),
		primary,
		goal: told?.goal ?? null,
		best: best ? markOf(best) : null,
		last: told ? markOf(told.last) : null,
	};
}

/** The longest table of evaluations that tells the metric that decides, else the longest. */
function tableOf(chains: readonly Chain[], primary: string | null): readonly Evaluation[] {
	const tables = chains.map(evaluationsOf);
	const telling = tables.filter(table =>
		table.some(({values}) => primary !== null && values[primary] !== undefined),
	);
	return (telling.length > 0 ? telling : tables).reduce(
		(most, some) => (some.length > most.length ? some : most),
		[],
	);
}

/** `val_F-score`, `coco/bbox_mAP` → the name that the log uses for it. */
function monitored(names: readonly string[], monitor: string | null): string | undefined {
	if (monitor === null) return undefined;
	const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
	const wanted = plain(monitor.replace(/^.*\//, ''));
	if (wanted === '' || wanted === 'auto') return undefined;
	return (
		names.find(name => plain(name) === wanted) ??
		names.find(name => plain(name).endsWith(wanted) || wanted.endsWith(plain(name)))
	);
}

function evaluationsOf({witnesses, attempt}: Chain): readonly Evaluation[] {
	const tables = witnesses.map(witness => {
		const launch = attempt.find(one => one.witness === witness);
		return evaluationsIn(witness, launch?.from ?? Number.POSITIVE_INFINITY);
	});
	return tables.length === 1 ? (tables[0] ?? []) : tables.flat();
}

type Table = {
	readonly from: number;
	readonly length: number;
	readonly last: Evaluation | undefined;
	readonly evaluations: readonly Evaluation[];
};

const tables = new WeakMap<Witness, Table>();

/** What a file evaluated from an order on; the same list until it evaluates again. */
function evaluationsIn(witness: Witness, from: number): readonly Evaluation[] {
	const {length} = witness.evaluations;
	const last = witness.evaluations[length - 1];
	const before = tables.get(witness);
	if (before?.from === from && before.length === length && before.last === last) {
		return before.evaluations;
	}

	const evaluations = witness.evaluations.filter(({order}) => order >= from);
	tables.set(witness, {from, length, last, evaluations});
	return evaluations;
}
