import type {Time} from '../core/event.ts';
import {probes} from '../probes/index.ts';
import {scoreReaders} from '../readers/index.ts';
import {createLane} from './lane.ts';
import type {Means} from './means.ts';
import type {Tracked} from './tracked.ts';

/** Looks at the evaluation results of the run that is shown, and of no other. */
export type ResultsWatch = {
	/** The run whose results are on the screen; null: none is. */
	readonly show: (run: string | null) => void;
	/** Asks when it is time; returns at once. */
	readonly tick: (runs: ReadonlyMap<string, Tracked>, now: Time) => void;
};

/** Images of all runs together that are read at once, and of one run at least. */
const mostImages = 4000;
const leastImages = 20;
const abreast = 4;
/** A look is followed by a pause so many times as long. */
const dearness = 200;

/** Looks at the evaluation results of each run; of many runs at fewer images. */
export async function askResults(means: Means, runs: readonly Tracked[], now: Time): Promise<void> {
	const most = Math.max(leastImages, Math.min(400, Math.floor(mostImages / runs.length)));
	const queue = runs.values();
	const work = async () => {
		for (const run of queue) await askFor(means, run, now, most);
	};
	await Promise.all(Array.from({length: abreast}, work));
}

/** `heard` is called when a look found something new. */
export function watchResults(means: Means, heard: () => void): ResultsWatch {
	let shown: string | null = null;
	let all: ReadonlyMap<string, Tracked> = new Map();
	let pause = 0;
	const lane = createLane(probes.results.every, async now => {
		const run = shown === null ? undefined : all.get(shown);
		if (!run || now - run.resultsAskedAt < Math.max(probes.results.every * 1000, pause))
			return true;
		const begun = performance.now();
		if (await askFor(means, run, now)) heard();
		pause = (performance.now() - begun) * dearness;
		return true;
	});
	return {
		show(run) {
			shown = run;
			lane.hurry();
		},
		tick(runs, now) {
			all = runs;
			if (shown !== null) lane.tick(now);
		},
	};
}

/** Whether anything else lies there than at the last look. */
async function askFor({host}: Means, run: Tracked, now: Time, most?: number): Promise<boolean> {
	run.resultsAskedAt = now;
	if (run.found.layout === 'file' || run.gone) return false;
	const reader = scoreReaders.imageScores;
	const {folder} = run.found;
	const question = {folder, reader, ...(most !== undefined && {most})};
	const results = await probes.results.ask(host, question).catch(() => []);
	if (JSON.stringify(results) === JSON.stringify(run.results)) return false;
	const first = run.results === undefined && results.length === 0;
	run.results = results;
	run.stale ||= !first;
	return !first;
}
