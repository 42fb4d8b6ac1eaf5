import type {Finding, RuleId} from './alert.ts';
import type {Checkpoint} from './checkpoint.ts';
import type {Curve} from './curve.ts';
import type {Disk} from './disk.ts';
import type {Event, Facts, Phase, Position, Source, Time, TroubleKind, Values} from './event.ts';
import type {Goal} from './metric.ts';
import type {Process, Scheduler, State} from './run.ts';
import type {Trials} from './trials.ts';

/** Thresholds and their defaults; the config file may change them. */
export type Thresholds = Readonly<Record<string, number>>;

/** One thing the believed witnesses told, in the order of the run. */
export type Heard = {
	readonly source: Source | null;
	readonly at: Time | null;
	readonly position: Position;
} & (
	| {
			readonly kind: 'loss';
			readonly value: number;
			readonly learningRate: number | null;
			/** Of one step: waiting for data, and in all. */
			readonly dataSeconds: number | null;
			readonly stepSeconds: number | null;
	  }
	| {
			readonly kind: 'evaluation';
			/** By wire name. */
			readonly values: Values;
			readonly primary: number | null;
	  }
	| {
			readonly kind: 'trouble';
			readonly what: TroubleKind;
			readonly text: string;
			readonly passing: boolean;
	  }
	| {readonly kind: 'phase'; readonly phase: Phase; readonly text: string}
	| {readonly kind: 'checkpoint'; readonly best: boolean; readonly path: string | null}
	/** A new launch: `fresh` when it starts from the beginning. */
	| {readonly kind: 'session'; readonly fresh: boolean}
);

/** What a rule may know of the run besides what it heard. */
export type Case = {
	readonly state: State;
	readonly why: string;
	readonly archived: boolean;
	readonly heardAt: Time | null;
	readonly lossName: string | null;
	readonly metricName: string | null;
	readonly goal: Goal | null;
	/** Share of the planned length that was done after the thing heard last, 0 to 1; null: no plan known. */
	readonly fraction: number | null;
	readonly settings: Facts;
	/** The training loss of this attempt, and its evaluations, so far. */
	readonly curve: Curve;
	readonly trials: Trials;
	/** Two networks play against each other, or it trains by a reward: the curve need not fall. */
	readonly adversarial: boolean;
	/** The learning rate was lower five records ago: warm-up, a restart of its schedule, a cycle. */
	readonly rateRises: boolean;
	/** It began from trained weights. */
	readonly pretrained: boolean;
	readonly checkpoints: readonly Checkpoint[];
	/** The space where it writes; null where nobody asked. */
	readonly disk: Disk | null;
	/** Seconds until its planned end; null: not known. */
	readonly secondsLeft: number | null;
	/** What the scheduler says of its job; null where it says nothing. */
	readonly scheduler: Scheduler | null;
	/** Who writes its files, as far as known. */
	readonly process: Process | null;
	/** Its files are no longer found: deleted, or moved out of sight. */
	readonly gone: boolean;
	/** Last line of text told by the run's main file. */
	readonly lastLine: Source | null;
};

/** What a rule finds now: this, nothing, or what it found before. */
export type Told = Finding | null | 'same';

/**
One way a run can be unwell. `hear` is called once for every thing heard, live and in replay alike,
and costs O(1); `judge` is called when the clock moves or something was heard. Both say what they
find now: a finding that is not repeated clears the alert. `'same'` keeps what was found before.
*/
export type Rule<Memory = unknown, S extends Thresholds = Thresholds> = {
	readonly title: string;
	/** Alerts of these rules are not raised while this one is open: one cause, one alert. */
	readonly explains?: readonly RuleId[];
	/** What it finds may lie ahead (not `certain`), and explains nothing until it has come. */
	readonly foretells?: true;
	readonly settings: S;
	readonly begin: () => Memory;
	hear?(memory: Memory, heard: Heard, run: Case, settings: S): Told;
	judge?(memory: Memory, run: Case, now: Time, settings: S): Told;
	readonly examples: readonly Example[];
};

/** A short story and what the rule must say at its end. */
export type Example = {
	readonly title: string;
	/** As a log would tell it; `source` and `at` are filled in where missing: a line each, a second apart. */
	readonly events: readonly Event[];
	/** Seconds of silence after the last event. */
	readonly silence?: number;
	/** The process is known to live, to be gone, or nothing is known. */
	readonly writer?: 'alive' | 'gone';
	readonly archived?: boolean;
	/** What lies in its folders of checkpoints. */
	readonly checkpoints?: readonly Checkpoint[];
	/** Its files are no longer found. */
	readonly gone?: boolean;
	/** The space where it writes. */
	readonly disk?: Disk;
	/** What the scheduler says of its job. */
	readonly scheduler?: Scheduler;
	/** Severity of the open alert, or null for none. */
	readonly finds: Finding['severity'] | null;
	/** 1-based place in `events` after which it must have been raised. */
	readonly raisedAt?: number;
	readonly message?: RegExp;
	readonly advice?: RegExp;
};

/** A drawer of rules. */
export type Rules = Readonly<Partial<Record<RuleId, Rule>>>;
