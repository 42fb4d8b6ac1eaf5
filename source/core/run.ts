import type {Alert, Verdict} from './alert.ts';
import type {Checkpoint} from './checkpoint.ts';
import type {Disk} from './disk.ts';
import type {Environment} from './environment.ts';
import type {Fact, Facts, Phase, Source, Time, Values} from './event.ts';
import type {GpuUse} from './gpu.ts';
import type {Happening} from './happening.ts';
import type {Goal} from './metric.ts';
import type {PolicyNote} from './policy.ts';
import type {Remarks} from './remark.ts';
import type {Results} from './results.ts';
import type {Series} from './series.ts';
import type {Session} from './session.ts';

export const states = [
	'waiting',
	'running',
	'quiet',
	'stalled',
	'finished',
	'crashed',
	'interrupted',
	'unknown',
] as const;
/** What a run is doing, as far as can be proven. */
export type State = (typeof states)[number];

/** All that is known of one experiment at one moment. Immutable: a change makes a new one. */
export type Run = {
	readonly id: string;
	readonly name: string;
	/** As the user would type it: relative to the folder that was searched. */
	readonly path: string;
	readonly folder: string;
	readonly aliases: readonly string[];
	readonly host: string;
	/** Title of the layout that found it. */
	readonly layout: string;
	readonly files: readonly RunFile[];
	readonly formats: readonly string[];
	readonly state: State;
	/** The evidence for the state in words: `wrote 3 s ago; usual interval 5 s`. */
	readonly why: string;
	readonly archived: boolean;
	/** Only the newest part is read so far. */
	readonly partial: boolean;
	/** Share of the bytes read, 0 to 1. */
	readonly read: number;
	readonly verdict: Verdict;
	readonly health: Health;
	readonly startedAt: Time | null;
	readonly updatedAt: Time | null;
	readonly phase: Phase | null;
	readonly sessions: readonly Session[];
	readonly progress: Progress;
	/** Wire name of the primary loss. */
	readonly loss: string | null;
	/** By wire name. */
	readonly series: ReadonlyMap<string, Series>;
	/** The primary loss cut into at most 32 columns (mean of the finite values, NaN where none). */
	readonly trend: readonly number[];
	readonly validation: Validation;
	readonly checkpoints: readonly Checkpoint[];
	/** What lies on disk in all, older saves than the listed ones too; absent where nobody looked. */
	readonly saved?: {readonly count: number; readonly bytes: number};
	readonly alerts: readonly Alert[];
	readonly settings: Settings | null;
	readonly process: Process | null;
	readonly git: Git | null;
	readonly scheduler: Scheduler | null;
	/** What it ran on, as far as it is told; absent where nothing is. */
	readonly environment?: Environment;
	/** The command that it says it was started with; absent where it does not. */
	readonly command?: string;
	/** The GPUs that its processes hold; absent where none is known. */
	readonly gpus?: readonly GpuUse[];
	/** How it saves beside how it should, and what could be deleted; absent where nobody looked. */
	readonly policy?: readonly PolicyNote[];
	/** What evaluations left in its folder; absent where nobody looked. */
	readonly results?: readonly Results[];
	/** The space where it writes; absent where nobody asked. */
	readonly disk?: Disk;
	/** What became of its folder while it was watched, oldest first. */
	readonly happened?: readonly Happening[];
	/** The name that versions of one experiment share. */
	readonly base?: string;
	/** What the user keeps of it: label, note, acknowledgements; absent where there is nothing. */
	readonly remarks?: Remarks;
};

/** One file that tells of a run, and what of it was understood. */
export type RunFile = {
	readonly id: string;
	/** As seen from the run's folder. */
	readonly path: string;
	/** Where it can be opened now. */
	readonly full: string;
	readonly format: string;
	readonly bytes: number;
	readonly lines: number;
	readonly understood: number;
	/** Wire names of the metrics for which this file is believed. */
	readonly believed: readonly string[];
	readonly trouble: readonly string[];
};

/** Five marks; null where it cannot be told. */
export type Health = {
	readonly alive: boolean | null;
	readonly lossFalling: boolean | null;
	readonly validationImproving: boolean | null;
	readonly bestSaved: boolean | null;
	readonly noErrors: boolean | null;
};

/** How far a run has come; null where its files do not tell. */
export type Progress = {
	readonly epoch: number | null;
	readonly epochs: number | null;
	readonly step: number | null;
	readonly steps: number | null;
	readonly stepInEpoch: number | null;
	readonly stepsPerEpoch: number | null;
	readonly fraction: number | null;
	readonly stepsPerSecond: number | null;
	readonly etaSeconds: number | null;
};

/** One evaluation of one data set. */
export type Evaluation = {
	readonly step: number | null;
	readonly epoch: number | null;
	readonly at: Time | null;
	/** By wire name. */
	readonly values: Values;
	readonly source: Source | null;
};

/** One value of note and where it was reached. */
export type Mark = {
	readonly step: number | null;
	readonly epoch: number | null;
	readonly value: number;
};

/** What the evaluations come to. */
export type Validation = {
	readonly evaluations: readonly Evaluation[];
	/** Wire name of the metric that decides which is best. */
	readonly primary: string | null;
	readonly goal: Goal | null;
	readonly best: Mark | null;
	readonly last: Mark | null;
	/** The value that the user is after. */
	readonly target?: number | null;
};

/** The run's settings file, else the log that prints them, and what it says. */
export type Settings = {
	readonly file: string;
	readonly values: Facts;
	/** Where a value stands, by its name: `config.yaml:12`. */
	readonly sources?: Readonly<Record<string, string>>;
	/** Names of values that are paths of this user and lead nowhere. */
	readonly missing?: readonly string[];
	/** What the log says otherwise than the file, by name. */
	readonly otherwise?: Readonly<Record<string, {readonly value: Fact; readonly source: string}>>;
};
/** The process that writes the log; what it uses, where this user may look. */
export type Process = {
	readonly pid: number;
	readonly alive: boolean;
	readonly command: string;
	/** When it began. */
	readonly since?: Time;
	readonly user?: string;
	/** Cores it kept busy on average since it began: 1.5 is one and a half. */
	readonly cpu?: number;
	/** Resident bytes. */
	readonly memory?: number;
	readonly threads?: number;
	/** Threads that wait for a disk or a device and cannot be interrupted. */
	readonly waiting?: number;
	/** The folder it runs in. */
	readonly folder?: string;
};
/** The commit a run was started from. */
export type Git = {
	readonly branch: string | null;
	readonly commit: string | null;
	readonly dirty: boolean | null;
	/** Not told by the run itself: what its repository had checked out when the run began. */
	readonly inferred?: boolean;
	/** Tags of the commit. */
	readonly tags?: readonly string[];
	/** Where the changes that were not committed lie, as seen from the run's folder: `files/diff.patch`. */
	readonly patch?: string;
	/** Why neither branch nor commit is known, though there is a repository. */
	readonly why?: string;
};
/** What the scheduler says of the job. */
export type Scheduler = {
	/** `123`, or `13_0` for a task of an array. */
	readonly job: string;
	/** As the scheduler writes it: `RUNNING`, `TIMEOUT`. */
	readonly state: string;
	readonly reason: string | null;
	readonly name?: string;
	/** Until its time limit; null: none. */
	readonly leftSeconds?: number | null;
	/** `3:0`: what its script returned, and the signal that ended it. */
	readonly exit?: string;
};
