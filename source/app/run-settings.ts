import {basename, join, relative} from 'node:path';
import type {Fact} from '../core/event.ts';
import type {Found, FoundFile} from '../core/found.ts';
import type {Host} from '../core/host.ts';
import type {Trouble} from '../core/news.ts';
import type {Settings} from '../core/run.ts';
import {noSettings, repeats, type SettingsTold} from '../core/settings.ts';
import {settingsReaders} from '../readers/index.ts';
import {bytesIn, type Launch, launchText, newestLaunch, textLogs} from './launch-text.ts';
import type {Means} from './means.ts';
import {missingPaths} from './missing-paths.ts';
import type {Tracked} from './tracked.ts';

/** Longer files are no settings. */
const longest = 1 << 18;
const doubled = 1 << 17;
const known = /\.(?:ya?ml|json|toml|py)$/i;
/** Files that tell more than the settings file of their layout, as seen from the folder of a run. */
const beside = [
	'hyp.yaml',
	'.hydra/config.yaml',
	'../.hydra/config.yaml',
	'../../.hydra/config.yaml',
];

/** Reads the settings of runs whose files were not read yet, or lie elsewhere now. */
export async function askSettings({host}: Means, runs: readonly Tracked[]): Promise<void> {
	for (const tracked of runs) {
		const {found} = tracked;
		const [log] = textLogs(found.files);
		const launch = log && newestLaunch(tracked, log);
		const place = launch?.offset ?? 0;
		const key = [found.folder, found.settings, log?.id, doublings(log, place), place].join('\n');
		if (key === tracked.settingsAsked) continue;
		tracked.settingsAsked = key;
		const {settings, trouble} = await settingsOf(host, found, log, launch);
		tracked.settingsTrouble = trouble;
		if (settings === null && tracked.settings === null) continue;
		tracked.settings = settings;
		tracked.stale = true;
	}
}

/** A launch that has just begun is read again each time it has doubled. */
function doublings(log: FoundFile | undefined, place: number): number {
	const bytes = Math.max(0, (log?.bytes ?? 0) - place);
	return Math.floor(Math.log2(Math.min(doubled, bytes) + 1));
}

/** Settings that one file tells. */
type Told = {readonly file: string; readonly told: SettingsTold};

async function settingsOf(
	host: Host,
	found: Found,
	log: FoundFile | undefined,
	launch: Launch | undefined,
): Promise<{readonly settings: Settings | null; readonly trouble: Trouble | null}> {
	const files = await filesOf(host, found);
	const failed = files.find(({told}) => told.trouble !== null);
	const trouble = failed
		? {path: join(found.folder, failed.file), what: failed.told.trouble!}
		: null;
	const printed = log ? await printedIn(host, log, launch) : noSettings();
	const settings = joined(files, {file: log?.path ?? '', told: printed});
	if (settings === null) return {settings, trouble};
	const missing = await missingPaths(host, found.folder, settings.values);
	return {settings: missing.length > 0 ? {...settings, missing} : settings, trouble};
}

/** The settings file of the run's layout, then what lies beside it. */
async function filesOf(host: Host, {folder, layout, settings}: Found): Promise<readonly Told[]> {
	const more = layout === 'file' ? [] : beside.map(path => join(folder, path));
	const paths = new Set([...(settings === null ? [] : [settings]), ...more]);
	const told: Told[] = [];
	for (const path of paths) {
		if (!known.test(path)) continue;
		const text = new TextDecoder().decode(await bytesIn(host, path, 0, longest));
		if (text === '') continue;
		const read = settingsReaders.settingsFile.read(basename(path), text);
		told.push({file: relative(folder, path), told: read});
	}

	return told;
}

/** What the newest launch prints; where it prints little, what the first one did stands. */
async function printedIn(
	host: Host,
	log: FoundFile,
	newest: Launch | undefined,
): Promise<SettingsTold> {
	const first = await toldIn(host, log, undefined);
	if (!newest) return first;
	const last = await toldIn(host, log, newest);
	if (repeats(last, first)) return last;
	return {
		values: {...first.values, ...last.values},
		lines: {...first.lines, ...last.lines},
		trouble: null,
	};
}

async function toldIn(
	host: Host,
	log: FoundFile,
	launch: Launch | undefined,
): Promise<SettingsTold> {
	const {text, line} = await launchText(host, log, launch);
	if (text === '') return noSettings();
	const told = settingsReaders.launch.read(log.path, text);
	const lines = Object.entries(told.lines).map(([name, at]) => [name, at + line - 1] as const);
	return {...told, lines: Object.fromEntries(lines)};
}

/** What the files say counts, the first of them most; the log tells what they do not, and what it says otherwise. */
function joined(files: readonly Told[], printed: Told): Settings | null {
	const values: Record<string, Fact> = {};
	const sources: Record<string, string> = {};
	for (const each of [...files, printed]) {
		for (const [name, value] of Object.entries(each.told.values)) {
			if (Object.hasOwn(values, name)) continue;
			values[name] = value;
			sources[name] = sourceOf(each, name);
		}
	}

	const telling = [...files, printed].find(({told}) => Object.keys(told.values).length > 0);
	if (!telling) return null;
	const otherwise = Object.entries(printed.told.values)
		.filter(([name, value]) => differ(values[name]!, value))
		.map(([name, value]) => [name, {value, source: sourceOf(printed, name)}] as const);
	return {
		file: telling.file,
		values,
		sources,
		...(otherwise.length > 0 && {otherwise: Object.fromEntries(otherwise)}),
	};
}

/** `config.yaml:3`; the file alone where the line is not known. */
function sourceOf({file, told}: Told, name: string): string {
	const line = told.lines[name];
	return line === undefined ? file : `${file}:${line}`;
}

/** Lists and texts are printed in many ways: only numbers and yes or no are compared. */
function differ(a: Fact, b: Fact): boolean {
	return typeof a !== 'string' && typeof b === typeof a && a !== b && !Number.isNaN(a);
}
