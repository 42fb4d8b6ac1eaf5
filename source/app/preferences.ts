import type {Goal} from '../core/metric.ts';

/** What the settings file says, with defaults for what it does not say. */
export type Config = {
	/** By rule id: false switches it off, numbers replace its thresholds. */
	readonly rules: Readonly<Record<string, false | Readonly<Record<string, number>>>>;
	/** Keys by the name of their action. */
	readonly keys: Readonly<Record<string, readonly string[]>>;
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
};

/** How an alert leaves the window. */
export type Notify = {
	readonly bell: boolean;
	readonly title: boolean;
	readonly desktop: boolean;
	/** A program and its arguments; it gets the alert as JSON on its standard input. */
	readonly command: readonly string[] | null;
};

/** What holds without a settings file. */
export const defaults: Config = {
	rules: {},
	keys: {},
	theme: {ascii: false, colors: 'auto'},
	notify: {bell: true, title: true, desktop: false, command: null},
	goals: {},
	ignore: [],
};
