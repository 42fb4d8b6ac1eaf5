import type {Format} from '../core/format.ts';
import type {Host} from '../core/host.ts';
import type {Trouble} from '../core/news.ts';
import type {Reader} from '../core/reader.ts';
import type {Remarks} from '../core/remark.ts';
import type {Run} from '../core/run.ts';
import {formats} from '../formats/index.ts';
import {guardFormat} from '../gather/guard.ts';
import {blocking} from '../host/blocking.ts';
import {localHost} from '../host/local.ts';
import {withArchives} from '../host/with-archives.ts';
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
	/** The user's expressions that were too slow and do not count any more; archives of which only a part is seen. */
	readonly trouble: () => readonly Trouble[];
	/** Files are opened for every look: a network file system tells the truth only then. */
	readonly anew: boolean;
	/** Bytes read at a time. */
	readonly piece: number;
};

/** How files are to be read. */
export type Ways = {
	/** For every look a file is opened anew. */
	readonly anew?: boolean;
	/** Runs in `.tar.gz` are read as well. */
	readonly archives?: boolean;
	/** One look at everything, while nobody waits at a screen. */
	readonly once?: boolean;
};

/** The means of this machine, as the user's settings change them. */
export function meansOf(config: Config = defaults, ways: Ways = {}): Means {
	const slow: Trouble[] = [];
	const own = ownFormats(config, trouble => slow.push(trouble));
	const local = ways.once ? blocking(localHost()) : localHost();
	const packed = ways.archives ? withArchives(local, {later: !ways.once}) : undefined;
	return {
		host: packed ?? local,
		formats: {...own, ...withoutThose(formats, own)},
		readers,
		wishesFor: wishesIn(config),
		remarksFor: () => undefined,
		config,
		trouble: () => [...slow, ...(packed?.trouble() ?? [])],
		anew: ways.anew ?? false,
		piece: 1_048_576,
	};
}

type Formats = Means['formats'];

/** The user's formats, whose expressions may not take long. */
function ownFormats({formats: own}: Config, heard: (trouble: Trouble) => void): Formats {
	const clock = () => performance.now();
	return Object.fromEntries(
		Object.entries(own).map(([id, format]) => [
			id,
			guardFormat(format, clock, ({expression, characters}) =>
				heard({
					path: `formats.${id}.${expression}`,
					what: `it took over 5 ms on ${characters} characters of a line and is switched off`,
				}),
			),
		]),
	);
}

/** Ours but those that the user's replace: what comes first is tried first. */
function withoutThose(ours: Formats, own: Formats): Formats {
	return Object.fromEntries(Object.entries(ours).filter(([id]) => !Object.hasOwn(own, id)));
}
