import type {Severity} from '../core/alert.ts';
import type {Format} from '../core/format.ts';
import type {Goal} from '../core/metric.ts';
import type {Key} from '../show/key.ts';
import type {PaletteName} from '../show/theme.ts';

/** What is changed of one rule; false switches it off. */
export type RuleWish =
	| false
	| {
			/** Replace thresholds of the same names. */
			readonly thresholds: Readonly<Record<string, number>>;
			/** How grave its alerts are, whatever the rule says. */
			readonly severity?: Severity;
	  };

/** Wishes by rule id. */
export type RuleWishes = Readonly<Record<string, RuleWish>>;

/** What the settings file says, with defaults for what it does not say. */
export type Config = {
	readonly rules: RuleWishes;
	/** Rules for runs of certain names (`*` stands for anything); later ones win. */
	readonly runs: ReadonlyArray<{readonly name: string; readonly rules: RuleWishes}>;
	/** The user's own formats by id: they come before ours, and replace one of the same id. */
	readonly formats: Readonly<Record<string, Format>>;
	/** The user's own table of keys; null: ours. */
	readonly keys: readonly Key[] | null;
	readonly theme: Look;
	readonly notify: Notify;
	/** By wire name. */
	readonly goals: Readonly<Record<string, {readonly goal?: Goal; readonly target?: number}>>;
	/** Names of folders and files that the search passes by; `*` stands for anything. */
	readonly ignore: readonly string[];
};

/** How the screen is drawn, where the command line does not say. */
export type Look = {
	readonly ascii: boolean;
	readonly colors: 'auto' | 'none' | '16' | '256' | 'true';
	readonly name: PaletteName;
};

/** How an alert leaves the window. */
export type Notify = {
	readonly bell: boolean;
	readonly title: boolean;
	readonly desktop: boolean;
	/** A program and its arguments; it gets the alert as JSON on its standard input. */
	readonly command: readonly string[] | null;
	/** The least grave alerts that are told. */
	readonly from: Severity;
	/** The same for one rule; false: it is never told. */
	readonly rules: Readonly<Record<string, Severity | false>>;
	/** Minutes until the same alert of a run is told again. */
	readonly again: number;
	/** The most that is told a minute. */
	readonly perMinute: number;
};

/** What holds without a settings file. */
export const defaults: Config = {
	rules: {},
	runs: [],
	formats: {},
	keys: null,
	theme: {ascii: false, colors: 'auto', name: 'dark'},
	notify: {
		bell: true,
		title: true,
		desktop: false,
		command: null,
		from: 'warn',
		rules: {},
		again: 10,
		perMinute: 10,
	},
	goals: {},
	ignore: [],
};
