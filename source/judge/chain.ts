import {inNaturalOrder} from '../core/natural.ts';
import {later} from './place.ts';
import type {ToldSession, Witness} from './told.ts';

/** One launch of a chain: which file tells it, and from where to where (orders of that file). */
export type Launch = {
	readonly witness: Witness;
	readonly session: ToldSession;
	readonly index: number;
	readonly from: number;
	readonly to: number;
	readonly resumed: boolean;
};

/** Files of one kind that tell one story, one after the other, and the launches in it. */
export type Chain = {
	readonly witnesses: readonly Witness[];
	readonly text: boolean;
	readonly launches: readonly Launch[];
	/** Launches of the newest attempt: from the last fresh start on. */
	readonly attempt: readonly Launch[];
};

type Lone = {
	readonly shape: number;
	readonly format: string;
	readonly path: string;
	readonly chain: Chain;
};

const lone = new WeakMap<Witness, Lone>();

/**
Groups files by kind, each group in the order of time; copies and other ranks of one story are left out.
The chain of a lone file is the same object while only training records are added to its only launch.
*/
export function chainsOf(witnesses: readonly Witness[]): readonly Chain[] {
	const [first, ...others] = witnesses;
	if (first && others.length === 0) return [loneChain(first)];
	const kinds = Map.groupBy(witnesses, ({format}) => format);
	return [...kinds.values()].map(same => (same.length === 1 ? loneChain(same[0]!) : chainOf(same)));
}

function loneChain(witness: Witness): Chain {
	const {shape, format, path} = witness;
	const before = lone.get(witness);
	if (before?.shape === shape && before.format === format && before.path === path) {
		return before.chain;
	}

	const chain = chainOf([witness]);
	lone.set(witness, {shape, format, path, chain});
	return chain;
}

function chainOf(same: readonly Witness[]): Chain {
	const weighty = [...same].sort((a, b) => weightOf(b) - weightOf(a) || byPath(a, b));
	const chosen: Witness[] = [];
	for (const witness of weighty) {
		if (!chosen.some(other => tellsTheSame(witness, other))) chosen.push(witness);
	}

	chosen.sort((a, b) => byTime(a, b));
	const launches = launchesOf(chosen);
	const start = launches.findLastIndex(({resumed}) => !resumed);
	return {
		witnesses: chosen,
		text: chosen.some(({path}) => isText(path)),
		launches,
		attempt: launches.slice(Math.max(0, start)),
	};
}

function weightOf({order}: Witness): number {
	return order;
}

/** Natural order: `log2` before `log10`. */
function byPath(a: Witness, b: Witness): number {
	return inNaturalOrder(a.path, b.path);
}

function byTime(a: Witness, b: Witness): number {
	if (a.firstAt !== null && b.firstAt !== null && a.firstAt !== b.firstAt) {
		return a.firstAt - b.firstAt;
	}

	return byPath(a, b);
}

/** Whether two files of one kind tell of the same time: a copy, or another rank. */
function tellsTheSame(a: Witness, b: Witness): boolean {
	if (a.firstAt !== null && a.lastAt !== null && b.firstAt !== null && b.lastAt !== null) {
		return Math.max(a.firstAt, b.firstAt) < Math.min(a.lastAt, b.lastAt);
	}

	const first = ({tables}: Witness) => {
		const told = tables.train.told.values().next().value;
		return told?.spans.values().next().value?.first;
	};
	const [one, other] = [first(a), first(b)];
	return (
		one !== undefined &&
		other !== undefined &&
		one.value === other.value &&
		one.step === other.step &&
		one.epoch === other.epoch
	);
}

/** `train.log`, `nohup.out`, `slurm-1.err` are text; `scalars.json`, `metrics.csv` and event files are not. */
export function isText(path: string): boolean {
	return /\.(?:log|txt|out|err)(?:\.\d+)?$/i.test(path) && !/\.log\.jsonl?$/i.test(path);
}

function launchesOf(witnesses: readonly Witness[]): readonly Launch[] {
	const launches: Launch[] = [];
	let beginning: ToldSession | undefined;
	for (const witness of witnesses) {
		for (const [index, session] of witness.sessions.entries()) {
			const placed = session.firstStep !== null || session.firstEpoch !== null;
			// A launch that has trained nothing yet belongs to what is there.
			const goesOn = session.resumed ?? (beginning === undefined || later(session, beginning));
			const waits = !placed && !session.active;
			launches.push({
				witness,
				session,
				index,
				from: session.order,
				to: witness.sessions[index + 1]?.order ?? Number.POSITIVE_INFINITY,
				resumed: launches.length > 0 && (goesOn || waits || !placed),
			});
			if (placed) beginning ??= session;
		}
	}

	return launches;
}
