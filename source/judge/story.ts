import type {Settings} from '../core/run.ts';
import type {Point} from '../core/series.ts';
import type {Session} from '../core/session.ts';
import {type Chain, chainsOf, type Launch} from './chain.ts';
import {accountsOf} from './measured.ts';
import type {Witness} from './told.ts';

/** The files that tell a run's story, most telling first; the first is quoted and judged by. */
export type Story = {
	readonly chains: readonly Chain[];
	readonly main: Chain | null;
};

/** Orders the files of a run into chains and chooses the one to quote: text, unless it tells little. */
export function storyOf(witnesses: readonly Witness[]): Story {
	const chains = [...chainsOf(witnesses)];
	if (chains.length < 2) return {chains, main: chains[0] ?? null};
	const trained = (chain: Chain) =>
		Math.max(
			0,
			...accountsOf(chain)
				.filter(({split}) => split === 'train')
				.map(({sum}) => sum.points),
		);
	const weight = (chain: Chain) =>
		chain.witnesses.reduce((sum, {order}) => sum + Math.min(order, 1), 0) / 1e6 +
		trained(chain) * (chain.text ? 4 : 1);
	chains.sort((a, b) => weight(b) - weight(a));
	return {chains, main: chains[0] ?? null};
}

/** The file that tells where the run stands now: of the newest launch that trained, else the newest. */
export function currentOf(main: Chain | null): Witness | undefined {
	const trained = main?.attempt.findLast(({witness}) => witness.lastTrained >= 0);
	return trained?.witness ?? main?.launches.at(-1)?.witness ?? main?.witnesses.at(-1);
}

const monitors = ['save_best', 'metric_for_best_model', 'monitor', 'main_indicator'];

/** The metric that the run itself watches: its best-checkpoint line tells, else its settings. */
export function monitorOf(main: Chain | null, settings: Settings | null): string | null {
	const told = main?.witnesses.findLast(({monitor}) => monitor !== null)?.monitor;
	if (told) return told;
	for (const [name, value] of Object.entries(settings?.values ?? {})) {
		const last = name.slice(name.lastIndexOf('.') + 1);
		if (monitors.includes(last) && typeof value === 'string') return value;
	}

	return null;
}

/** Every launch that the main files tell of. */
export function sessionsOf(main: Chain): readonly Session[] {
	return main.launches.map(launch => {
		const {witness, session, resumed} = launch;
		const last = lastOf(launch);
		return {
			file: witness.path,
			startedAt: session.startedAt,
			resumed,
			firstStep: session.firstStep,
			firstEpoch: session.firstEpoch,
			source: session.source,
			lastStep: last?.step ?? null,
			lastEpoch: last?.epoch ?? null,
		};
	});
}

function lastOf({witness, index}: Launch): Point | undefined {
	let last: Point | undefined;
	for (const {spans} of witness.tables.train.told.values()) {
		const point = spans.get(index)?.last;
		if (point && (last === undefined || point.line > last.line)) last = point;
	}

	return last;
}
