import type {Split} from '../core/event.ts';
import {splits} from '../core/event.ts';
import {type Goal, goalOf, primaryLoss, primaryMetric, wireName} from '../core/metric.ts';
import type {Evaluation, Validation} from '../core/run.ts';
import type {Series, Sum} from '../core/series.ts';
import type {Chain} from './chain.ts';
import type {Told} from './columns.ts';
import type {Goals} from './goals.ts';
import {added, goalIn, markOf} from './tally.ts';
import type {Witness} from './told.ts';
import {type Cut, type View, viewOf} from './view.ts';

/** One metric as one chain of files tells it in the newest attempt. */
export type Account = {
	readonly chain: Chain;
	readonly split: Split;
	readonly name: string;
	readonly wire: string;
	/** Names that differ only in spelling are one metric. */
	readonly key: string;
	/** Of a metric that one launch tells it goes on while that does. */
	readonly sum: Sum;
	readonly cuts: readonly Cut[];
	readonly path: string;
	readonly goal: Goal | null;
};

const kept = new WeakMap<Chain, readonly Account[]>();

/** Every metric of a chain. */
export function accountsOf(chain: Chain): readonly Account[] {
	const before = kept.get(chain);
	if (before) return before;
	const accounts: Account[] = [];
	for (const split of splits) {
		const names = new Set(chain.witnesses.flatMap(({tables}) => [...tables[split].told.keys()]));
		for (const name of names) {
			const account = accountOf(chain, split, name);
			if (account) accounts.push(account);
		}
	}

	kept.set(chain, accounts);
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
		sum = sum ? added(sum, span) : span;
		path = witness.path;
		goal = goalIn(witness, name);
		cuts.push({told, path, from, to, below: takenOver(chain, place)});
	}

	const [key, wire] = [keyOf(split, name), wireName(split, name)];
	return sum && {chain, split, name, wire, key, sum, cuts, path, goal};
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

/** What is believed, by the key of each metric. */
export type Believed = ReadonlyMap<string, Account>;

const undisputed = new WeakMap<Chain, Believed>();

/** For each metric the chain that told most of it; of equals the text log. */
export function believe(chains: readonly Chain[]): Believed {
	const [chain, ...rivals] = chains;
	if (!chain || rivals.length > 0) return elect(chains);
	const before = undisputed.get(chain) ?? elect(chains);
	undisputed.set(chain, before);
	return before;
}

function elect(chains: readonly Chain[]): Believed {
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

const views = new WeakMap<Account, View>();

/** The believed accounts as series, by wire name; the same series as before where nothing was told of it. */
export function seriesOf(believed: Believed, goals: Goals = {}): ReadonlyMap<string, View> {
	const series = new Map<string, View>();
	for (const account of believed.values()) {
		const {wire, path, sum, cuts} = account;
		const goal = goals[wire]?.goal ?? account.goal;
		const before = views.get(account);
		const view =
			before?.points === sum.points && before.goal === goal
				? before
				: viewOf(wire, goal, path, sum, cuts);
		if (view !== before) views.set(account, view);
		series.set(wire, view);
	}

	return series;
}

type Trained = {
	readonly all: readonly Account[];
	among: readonly Account[] | null;
	loss: string | null;
};

const losses = new WeakMap<Believed, Trained>();

/** Wire name of the training loss, or of what a run trains by. */
export function primaryLossOf(believed: Believed): string | null {
	const trained = losses.get(believed) ?? trainedIn(believed);
	let most = 0;
	for (const {sum} of trained.all) most = Math.max(most, sum.points);
	const among = trained.all.filter(({sum}) => sum.points >= most / 10);
	const same =
		trained.among?.length === among.length &&
		trained.among.every((account, index) => account === among[index]);
	if (!same) Object.assign(trained, {among, loss: lossAmong(among)});
	return trained.loss;
}

function trainedIn(believed: Believed): Trained {
	const all = [...believed.values()].filter(({split}) => split === 'train');
	const trained = {all, among: null, loss: null};
	losses.set(believed, trained);
	return trained;
}

function lossAmong(train: readonly Account[]): string | null {
	const names = train.map(({name}) => name);
	const preferred = train.flatMap(({chain}) => chain.witnesses[0]?.losses ?? []);
	const loss =
		primaryLoss(names, [...new Set(preferred)]) ?? names.find(name => goalOf(name) !== null);
	return loss === undefined ? null : wireName('train', loss);
}

/** The validation table: evaluations, the metric that decides, its best and last. */
export function validationOf(
	chains: readonly Chain[],
	believed: Believed,
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
