import type {Time} from '../core/event.ts';
import type {Trouble} from '../core/news.ts';
import type {Remarks} from '../core/remark.ts';
import type {Run} from '../core/run.ts';
import type {Flags, Io} from './options.ts';
import {keptOf, remarksOf, withRuns} from './state.ts';
import {openState, passingState, type StateFile, statePath} from './state-file.ts';

/** The user's remarks on runs, kept in the state file. */
export type Desk = {
	readonly of: (run: Run) => Remarks | undefined;
	/** Changes what is kept of a run, and writes it. */
	readonly change: (
		run: Run,
		now: Time,
		change: (before: Remarks) => Partial<Remarks>,
	) => Promise<void>;
	readonly file: StateFile;
	/** What could not be done with the state file. */
	readonly trouble: () => readonly Trouble[];
};

/** Opens the user's state; without `--ack` acknowledgements and hiding do not hold. */
export async function openRemarks(
	env: Io['env'],
	{ack}: Pick<Flags, 'ack'>,
	passing = false,
): Promise<Desk> {
	const path = statePath(env);
	const file = passing ? passingState() : await openState(path);
	return {
		of: run => {
			const remarks = remarksOf(keptOf(file.state(), run));
			return remarks && !ack ? {...remarks, hidden: false, acknowledged: []} : remarks;
		},
		change: async (run, now, change) => {
			file.change(state => withRuns(state, [run], now, change));
			await file.save(now);
		},
		file,
		trouble: () => file.trouble().map(what => ({path, what})),
	};
}
