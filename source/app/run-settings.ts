import {basename, relative} from 'node:path';
import type {Fact} from '../core/event.ts';
import type {Found} from '../core/found.ts';
import type {Host} from '../core/host.ts';
import type {Settings} from '../core/run.ts';
import {noSettings, type SettingsTold} from '../core/settings.ts';
import {settingsReaders} from '../readers/index.ts';
import type {Means} from './means.ts';
import {missingPaths} from './missing-paths.ts';
import type {Tracked} from './tracked.ts';

/** Longer files are no settings; so much of a log's beginning is searched for them. */
const longest = 1 << 18;
const headBytes = 1 << 17;
const binary = /tfevents|\.(?:wandb|csv|json|jsonl|ya?ml)$/;
const known = /\.(?:ya?ml|json|py)$/i;

/** Reads the settings of runs whose files were not read yet, or lie elsewhere now. */
export async function askSettings({host}: Means, runs: readonly Tracked[]): Promise<void> {
	for (const run of runs) {
		const log = newestLog(run.found);
		const key = [run.found.folder, run.found.settings, log?.id, doublings(log)].join('\n');
		if (key === run.settingsAsked) continue;
		run.settingsAsked = key;
		const settings = await settingsOf(host, run.found, log);
		if (settings === null && run.settings === null) continue;
		run.settings = settings;
		run.stale = true;
	}
}

type Log = Found['files'][number];

/** A log that has just begun is read again each time it has doubled. */
function doublings(log: Log | undefined): number {
	return Math.floor(Math.log2(Math.min(headBytes, log?.bytes ?? 0) + 1));
}

/** The log of the newest launch. */
function newestLog({files}: Found): Log | undefined {
	return files
		.filter(({path, rank = 0}) => rank === 0 && !binary.test(path))
		.reduce<Log | undefined>(
			(newest, file) => (newest && newest.modifiedAt >= file.modifiedAt ? newest : file),
			undefined,
		);
}

async function settingsOf(
	host: Host,
	found: Found,
	log: Log | undefined,
): Promise<Settings | null> {
	const path = found.settings;
	const text = path !== null && known.test(path) ? await textIn(host, path, longest) : '';
	const file =
		text === '' ? noSettings() : settingsReaders.settingsFile.read(basename(path!), text);
	const head = log ? await textIn(host, log.full, Math.min(headBytes, log.bytes)) : '';
	const printed = head === '' ? noSettings() : settingsReaders.launch.read(log!.path, head);
	const seen = path === null ? '' : relative(found.folder, path);
	const settings = joined(seen, file, log?.path ?? '', printed);
	if (settings === null) return null;
	const missing = await missingPaths(host, found.folder, settings.values);
	return missing.length > 0 ? {...settings, missing} : settings;
}

/** What the file says counts; the log tells what the file does not, and what it says otherwise. */
function joined(
	path: string,
	file: SettingsTold,
	log: string,
	printed: SettingsTold,
): Settings | null {
	const values: Record<string, Fact> = {...file.values};
	const sources: Record<string, string> = {};
	const otherwise: Record<string, {value: Fact; source: string}> = {};
	for (const [name, line] of Object.entries(file.lines)) sources[name] = `${path}:${line}`;
	for (const [name, value] of Object.entries(printed.values)) {
		const source = `${log}:${printed.lines[name] ?? 1}`;
		if (!Object.hasOwn(file.values, name)) {
			values[name] = value;
			sources[name] = source;
		} else if (differ(file.values[name]!, value)) otherwise[name] = {value, source};
	}

	if (Object.keys(values).length === 0) return null;
	const ofFile = Object.keys(file.values).length > 0;
	return {
		file: ofFile ? path : log,
		values,
		sources,
		...(Object.keys(otherwise).length > 0 && {otherwise}),
	};
}

/** Lists and texts are printed in many ways: only numbers and yes or no are compared. */
function differ(a: Fact, b: Fact): boolean {
	return typeof a !== 'string' && typeof b === typeof a && a !== b && !Number.isNaN(a);
}

async function textIn(host: Host, path: string, most: number): Promise<string> {
	const opened = await host.open(path).catch(() => undefined);
	try {
		const bytes = new Uint8Array(most);
		const count = (await opened?.read(bytes, 0)) ?? 0;
		return new TextDecoder().decode(bytes.subarray(0, count));
	} catch {
		return '';
	} finally {
		await opened?.close().catch(() => undefined);
	}
}
