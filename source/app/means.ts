import type {Format} from '../core/format.ts';
import type {Host} from '../core/host.ts';
import type {Reader} from '../core/reader.ts';
import type {Remarks} from '../core/remark.ts';
import type {Run} from '../core/run.ts';
import {formats} from '../formats/index.ts';
import {localHost} from '../host/local.ts';
import {readers} from '../readers/index.ts';
import {type Config, defaults} from './preferences.ts';
import {type Wishes, wishesIn} from './wishes.ts';

/** What runs are read and judged with: a place, every format and reader by its id, the user's wishes. */
export type Means = {
	readonly host: Host;
	readonly formats: Readonly<Record<string, Format>>;
	readonly readers: Readonly<Record<string, Reader>>;
	/** What the settings file changes of the rules for a run of this name. */
	readonly wishesFor: (name: string) => Wishes;
	/** What the user keeps of a run. */
	readonly remarksFor: (run: Run) => Remarks | undefined;
	readonly config: Config;
	/** Files are opened for every look: a network file system tells the truth only then. */
	readonly anew: boolean;
};

/** The means of this machine, as the user's settings change them. */
export function meansOf(config: Config = defaults, anew = false): Means {
	return {
		host: localHost(),
		formats,
		readers,
		wishesFor: wishesIn(config),
		remarksFor: () => undefined,
		config,
		anew,
	};
}
