/** Milliseconds since 1970, UTC. */
export type Time = number;

/** What identifies a file while it is watched, whatever its path becomes. */
export type FileId = string;

/** The place in a file that proves a verdict: 1-based line, byte offset of the line's first byte. */
export type Source = {readonly file: FileId; readonly line: number; readonly offset: number};

/** Which part of the data a value was measured on. */
export type Split = 'train' | 'val' | 'test';

export const splits: readonly Split[] = ['train', 'val', 'test'];

/** What training is doing, as told by a line. */
export type Phase =
	| 'started'
	| 'resumed'
	| 'training'
	| 'validating'
	| 'saving'
	| 'finished'
	| 'interrupted'
	/** Training was left, at its end or before it: how much of its plan was done tells which. */
	| 'left';

/** Kinds of trouble that text can tell; each becomes evidence for a rule. */
export type TroubleKind =
	| 'cuda-oom'
	| 'host-oom'
	| 'collective-timeout'
	| 'device-error'
	| 'disk-full'
	| 'time-limit'
	| 'cancelled'
	| 'bad-data'
	| 'traceback'
	| 'exception'
	| 'failed'
	| 'error';

/** Where training stands. A format names what is printed; judging derives the rest. */
export type Position = {
	readonly epoch?: number;
	readonly epochs?: number;
	/** Optimiser steps over the whole run. */
	readonly step?: number;
	readonly steps?: number;
	readonly stepInEpoch?: number;
	readonly stepsPerEpoch?: number;
};

export const places: readonly (keyof Position)[] = [
	'epoch',
	'epochs',
	'step',
	'steps',
	'stepInEpoch',
	'stepsPerEpoch',
];

/** Metric name as the framework writes it, without the split; NaN and infinities are values. */
export type Values = Readonly<Record<string, number>>;

/** One setting, or one thing told of the environment. */
export type Fact = string | number | boolean;
/** Settings and other facts by name. */
export type Facts = Readonly<Record<string, Fact>>;

/**
Many train records at once, column by column: the fast path makes no object per line. All columns
are `length` long; NaN where a line did not print that place. Every line has every key; NaN is a value.
*/
export type Rows = {
	readonly length: number;
	readonly line: Float64Array;
	readonly offset: Float64Array;
	readonly at: Float64Array;
	readonly epoch: Float64Array;
	readonly step: Float64Array;
	readonly stepInEpoch: Float64Array;
	readonly keys: readonly string[];
	readonly values: readonly Float64Array[];
};

/** What a line, a file or a probe can tell about a run. */
export type Event = {
	readonly at?: Time;
	readonly position?: Position;
	readonly source?: Source;
} & (
	| {readonly kind: 'rows'; readonly split: Split; readonly rows: Rows}
	| {readonly kind: 'metrics'; readonly split: Split; readonly values: Values}
	| {
			readonly kind: 'checkpoint';
			readonly best: boolean;
			readonly path?: string;
			/** The metric that decides what is best, and its value. */
			readonly monitor?: string;
			readonly value?: number;
	  }
	| {
			readonly kind: 'trouble';
			readonly what: TroubleKind;
			readonly text: string;
			/** Told as passing: caught, skipped, retried. */
			readonly passing?: boolean;
	  }
	| {readonly kind: 'phase'; readonly phase: Phase; readonly text?: string}
	| {readonly kind: 'facts'; readonly facts: Facts}
	| {readonly kind: 'file'; readonly what: 'renamed' | 'truncated' | 'replaced' | 'gone'}
);

/** `EventOf<'trouble'>`: the events of one kind. */
export type EventOf<K extends Event['kind']> = Extract<Event, {readonly kind: K}>;
