import type {RuleId} from '../core/alert.ts';
import type {Format} from '../core/format.ts';
import type {Host} from '../core/host.ts';
import type {Reader} from '../core/reader.ts';
import type {Thresholds} from '../core/rule.ts';
import {formats} from '../formats/index.ts';
import {localHost} from '../host/local.ts';
import {readers} from '../readers/index.ts';
import {type Config, defaults} from './preferences.ts';

/** What runs are read and judged with: a place, every format and reader by its id, the user's wishes. */
export type Means = {
	readonly host: Host;
	readonly formats: Readonly<Record<string, Format>>;
	readonly readers: Readonly<Record<string, Reader>>;
	/** What the settings file changes of a rule; null: switched off. */
	readonly thresholds: Readonly<Partial<Record<RuleId, Thresholds | null>>>;
	readonly config: Config;
	/** Files are opened for every look: a network file system tells the truth only then. */
	readonly anew: boolean;
};

/** The means of this machine, as the user's settings change them. */
export function meansOf(config: Config = defaults, anew = false): Means {
	const thresholds = Object.entries(config.rules).map(([id, wish]) => [id, wish || null]);
	return {
		host: localHost(),
		formats,
		readers,
		thresholds: Object.fromEntries(thresholds),
		config,
		anew,
	};
}
