import type {Run} from '../core/run.ts';
import type {CheckReport} from '../show/report/json.ts';
import type {Fleet} from './fleet.ts';
import type {Means} from './means.ts';
import type {Flags} from './options.ts';
import {startPipeline} from './pipeline.ts';

/** States that a run does not leave by itself. */
const over: ReadonlySet<Run['state']> = new Set(['finished', 'crashed', 'interrupted', 'unknown']);

/**
Follows the runs until all are over or one is critical; resolves to how things stand then, or to
undefined when the user interrupts. `choose` says which runs, and which of their alerts, count.
*/
export async function waitFor(
	fleet: Fleet,
	means: Means,
	flags: Pick<Flags, 'poll' | 'now'>,
	first: CheckReport,
	choose: (runs: readonly Run[]) => readonly Run[],
): Promise<CheckReport | undefined> {
	const started = Date.now();
	const clock = () => (flags.now === null ? Date.now() : flags.now + Date.now() - started);
	if (isDone(first.runs)) {
		await fleet.close();
		return first;
	}

	const {promise, resolve} = Promise.withResolvers<CheckReport | undefined>();
	const interrupt = () => resolve(undefined);
	process.once('SIGINT', interrupt);
	const known = new Map(first.runs.map(run => [run.id, run]));
	const pipeline = startPipeline(fleet, means, {poll: flags.poll, clock}, news => {
		for (const run of news.runs) known.set(run.id, run);
		for (const id of news.gone) known.delete(id);
		const all = [...known.values()];
		const runs = choose(all);
		if (runs.some(({partial}) => partial) || !isDone(runs)) return;
		const hidden = news.hidden + all.length - runs.length;
		resolve({at: clock(), runs, hidden, trouble: news.trouble});
	});
	// Nothing else need keep the program alive while no file changes.
	const alive = setInterval(() => {}, 60_000);
	const report = await promise;
	clearInterval(alive);
	process.off('SIGINT', interrupt);
	await pipeline.stop();
	return report;
}

function isDone(runs: readonly Run[]): boolean {
	return runs.every(({state}) => over.has(state)) || runs.some(run => run.verdict === 'critical');
}
