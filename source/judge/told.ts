import type {
	Fact,
	FileId,
	Phase,
	Position,
	Source,
	Split,
	Time,
	TroubleKind,
	Values,
} from '../core/event.ts';
import type {Goal} from '../core/metric.ts';
import type {Evaluation} from '../core/run.ts';
import type {Heard, Table} from './columns.ts';
import {type Counting, forget} from './place.ts';
import {beat, type Rhythm, restart} from './rhythm.ts';

/** What is known of a file besides its events. */
export type Given = {
	readonly file: FileId;
	/** As seen from the run's folder. */
	readonly path: string;
	/** Known once enough of the file was read; it may change when the file changes its style. */
	format: string;
	/** The loss, where it is not called `loss`, first choice first. */
	losses?: readonly string[];
	/** What this format calls best, first choice first. */
	primary?: readonly string[];
	goals?: Readonly<Record<string, Goal | null>>;
	/** Only what its values come to is asked for: no points are kept. */
	readonly sums?: boolean;
	/** Hears every record with its place, in the order of the file. */
	readonly heard?: (split: Split, ...told: Parameters<Heard>) => void;
};

/** Where in the file and in the run something was told; `order` numbers all that the file told. */
export type Mention = {
	readonly order: number;
	readonly source: Source | null;
	readonly at: Time | null;
	readonly step: number | null;
	readonly epoch: number | null;
};

/** An error line, cut to a readable length. */
export type ToldTrouble = Mention & {
	readonly what: TroubleKind;
	readonly text: string;
	readonly passing: boolean;
	/** How many training records had gone beyond all before them. */
	readonly advances: number;
};
/** What training said it was doing. */
export type ToldPhase = Mention & {
	readonly phase: Phase;
	readonly text: string;
	/** How many training records had gone beyond all before them. */
	readonly advances: number;
};
/** A save line. */
export type ToldCheckpoint = Mention & {
	readonly best: boolean;
	readonly path: string | null;
	readonly monitor: string | null;
	readonly value: number | null;
};
/** An evaluation, and its place in the file. */
export type ToldEvaluation = Evaluation & {readonly order: number};

/** One launch as a file tells it; `resumed` is null until a record or a mark tells. */
export type ToldSession = {
	readonly order: number;
	readonly source: Source | null;
	startedAt: Time | null;
	resumed: boolean | null;
	firstStep: number | null;
	firstEpoch: number | null;
	/** Something other than marks was told in it. */
	active: boolean;
};

/**
What one file told so far. It grows by `reduce` alone; others read it. `version` changes with every
change, so that what was made of it can be kept.
*/
export type Witness = Given & {
	version: number;
	/** Changes with `version`, but for one more training record of its only launch: so told, all but numbers stays as it is. */
	shape: number;
	readonly tables: Readonly<Record<Split, Table>>;
	readonly counting: Counting;
	readonly rhythm: Rhythm;
	readonly sessions: ToldSession[];
	/** The table: one entry for each evaluation. */
	readonly evaluations: ToldEvaluation[];
	/** The same as it was told, record by record. */
	readonly evaluationRecords: ToldEvaluation[];
	readonly troubles: ToldTrouble[];
	readonly phases: ToldPhase[];
	readonly checkpoints: ToldCheckpoint[];
	readonly facts: Map<string, Fact>;
	/** Evaluations, troubles and checkpoints told in all: the lists keep the first and the newest. */
	evaluationCount: number;
	troubleCount: number;
	/** Of the evaluations, those of test data. */
	testCount: number;
	/** Training records that went beyond all before them in their session: a repeated one is none. */
	advances: number;
	checkpointCount: number;
	/** Evaluations that told each metric, by wire name. */
	readonly evaluated: Map<string, number>;
	/** Number of the next thing told. */
	order: number;
	/** Numbers of the last training record and of the last record of any split; -1: none. */
	lastTrained: number;
	lastMeasured: number;
	/** Epoch of the last record that printed one. */
	lastEpoch: number | null;
	firstAt: Time | null;
	lastAt: Time | null;
	/** When something last arrived while it was watched. */
	heardAt: Time | null;
	lastSource: Source | null;
	/** The metric that a best-checkpoint line named last. */
	monitor: string | null;
};

const mostKept = 4096;

/** Notes when something was told, by its own time, else by its arrival. */
export function hear(witness: Witness, at: Time | null, heardAt: Time | null): void {
	const time = at ?? heardAt;
	if (time === null) return;
	witness.firstAt ??= time;
	witness.lastAt = time;
	beat(witness.rhythm, time);
}

/** Adds to a list that keeps its first and its newest entries. */
export function keep<T>(list: T[], entry: T): void {
	list.push(entry);
	if (list.length > mostKept) list.splice(mostKept / 4, mostKept / 4);
}

/** Where training stands now, for what is told without a place. */
export function mention(
	witness: Witness,
	event: {readonly at?: Time; readonly source?: Source; readonly position?: Position},
): Mention {
	const {last} = witness.counting;
	return {
		order: witness.order++,
		source: sourceIn(witness, event),
		at: event.at ?? null,
		step: event.position?.step ?? (Number.isNaN(last.step) ? null : last.step),
		epoch: event.position?.epoch ?? (Number.isNaN(last.epoch) ? null : last.epoch),
	};
}

/** Where an event stands: readers of tables know its line, not their file. */
export function sourceIn({file}: Witness, {source}: {readonly source?: Source}): Source | null {
	if (!source) return null;
	return source.file === file ? source : {...source, file};
}

/** The session in progress; the first thing told opens one. */
export function sessionOf(
	witness: Witness,
	event: {readonly at?: Time; readonly source?: Source},
): ToldSession {
	return witness.sessions.at(-1) ?? openSession(witness, event);
}

/** Opens a session: what follows is told by a new launch. */
export function openSession(
	witness: Witness,
	event: {readonly at?: Time; readonly source?: Source},
): ToldSession {
	if (witness.sessions.length > 0) {
		forget(witness.counting);
		restart(witness.rhythm);
	}

	const session: ToldSession = {
		order: witness.order,
		source: sourceIn(witness, event),
		startedAt: event.at ?? null,
		resumed: null,
		firstStep: null,
		firstEpoch: null,
		active: false,
	};
	witness.sessions.push(session);
	return session;
}

/** The values of an evaluation joined to what the same evaluation told before. */
export function joined(before: ToldEvaluation, values: Values): ToldEvaluation {
	return {...before, values: {...before.values, ...values}};
}
