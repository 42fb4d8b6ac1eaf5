import {basename, join} from 'node:path';
import {commandIn, mayHoldCommand} from '../core/command.ts';
import type {Fact, Facts} from '../core/event.ts';
import type {Found} from '../core/found.ts';
import type {Host} from '../core/host.ts';
import {environmentIn, linesWith} from '../gather/environment.ts';
import type {Around} from './around.ts';
import {bytesIn, type LaunchText, launchText, newestLaunch, textLogs} from './launch-text.ts';
import type {Tracked} from './tracked.ts';

/** Characters in which the environment is looked for, before the launch tells anything else and behind that. */
const near = 32_768;
const longest = 1 << 18;
const mostKept = 4096;
/** Logs of several launches that are looked into: the newest. */
const mostLogs = 2;
const ofWandb = /(?:^|\/)wandb\/(?:offline-)?run-/;
/** `events.out.tfevents.1729279650.gpu01.311.0` names its host. */
const eventFile = /tfevents\.\d{9,}\.([\w-][\w.-]*?)(?:\.\d+){0,2}(?:\.v2)?$/;
const packageLists = [
	'requirements.txt',
	'pip_freeze.txt',
	'pip-freeze.txt',
	'environment.yml',
	'conda-environment.yaml',
];

type Origin = NonNullable<Around['origin']>;

/** Reads once for each launch what a run tells of it besides its curves: where it begins in its logs, W&B's metadata, lists of packages. */
export async function originOf(host: Host, tracked: Tracked): Promise<Origin> {
	const {found, around} = tracked;
	const logs = textLogs(found.files)
		.slice(0, mostLogs)
		.map(log => ({log, launch: newestLaunch(tracked, log)}));
	const key = logs.map(({log, launch}) => `${log.id} ${launch?.offset ?? 0}`).join();
	if (around.origin?.key === key) return around.origin;
	const first = await Promise.all(logs.map(({log}) => launchText(host, log, undefined)));
	const newest = await Promise.all(
		logs.map(({log, launch}, at) => (launch ? launchText(host, log, launch) : first[at]!)),
	);
	const text = newest.map(nearby).join('\n');
	const wandb = ofWandb.test(found.folder) ? await metadataIn(host, found.folder) : {};
	const told = {...hostIn(found), ...factsOf(tracked), ...wandb};
	const environment = {
		...environmentIn(await packagesIn(host, found)),
		...(newest.every((each, at) => each === first[at])
			? {}
			: environmentIn(first.map(nearby).join('\n'))),
		...environmentIn(text, told),
	};
	const command = wandbCommand(wandb) ?? [...newest, ...first].map(commandOf).find(Boolean);
	around.origin = {key, head: worthKeeping(text), facts: wandb, environment, command};
	tracked.stale ||= command !== undefined || Object.keys(environment).length > 0;
	return around.origin;
}

function nearby({text, begins}: LaunchText): string {
	return text.slice(Math.max(0, begins - near), begins + near);
}

/** The last command before a launch told anything else; of the first launch the first one. */
function commandOf({text, begins}: LaunchText): string | undefined {
	const before = begins === 0 ? text : text.slice(0, begins);
	if (!mayHoldCommand(before)) return undefined;
	const told = before.split(/\r?\n|\r/).flatMap(line => commandIn(line) ?? []);
	return begins === 0 ? told[0] : told.at(-1);
}

/** Of a log's beginning only the lines that name a commit or a job are asked for again. */
function worthKeeping(text: string): string {
	return linesWith(text, ['git', 'commit', 'branch', 'sha', 'slurm', 'job'])
		.join('\n')
		.slice(0, mostKept);
}

function hostIn({files}: Found): Facts {
	for (const {full} of files) {
		const host = eventFile.exec(basename(full))?.[1];
		if (host !== undefined) return {hostname: host};
	}

	return {};
}

/** Lists of packages in the run's own folder; a lone log has none. */
async function packagesIn(host: Host, {folder, layout}: Found): Promise<string> {
	const wandb = ofWandb.test(folder);
	if (layout === 'file' && !wandb) return '';
	const place = wandb && basename(folder) !== 'files' ? join(folder, 'files') : folder;
	const lying = new Set((await host.list(place).catch(() => [])).map(({name}) => name));
	const names = packageLists.filter(name => lying.has(name));
	const texts = await Promise.all(names.map(name => textIn(host, join(place, name), longest)));
	return texts.join('\n');
}

/** Everything that a run tells of itself by name: its logs, its tools, its settings. */
export function factsOf({files, settings, around}: Tracked): Facts {
	const told: Record<string, Fact> = {};
	for (const file of files.values()) {
		for (const [name, fact] of file.witness().facts) told[name] = fact;
	}

	return {...told, ...around.origin?.facts, ...settings?.values};
}

/** `{"git": {"commit": "…"}, "gpu": "NVIDIA A100"}` → `git.commit`, `gpu`. */
async function metadataIn(host: Host, folder: string): Promise<Facts> {
	for (const place of ['files', '.']) {
		const text = await textIn(host, join(folder, place, 'wandb-metadata.json'), longest);
		if (text !== '') return {...factsIn(text), ...(await changesIn(host, folder, place))};
	}

	return {};
}

/** W&B writes down what was changed and not committed; where nothing is written that proves nothing. */
async function changesIn(host: Host, folder: string, place: string): Promise<Facts> {
	const patch = join(place, 'diff.patch');
	const head = await textIn(host, join(folder, patch), mostKept);
	return /^(?:diff --git |Submodule )/m.test(head) ? {'git.dirty': true, 'git.patch': patch} : {};
}

function factsIn(text: string): Facts {
	const facts: Record<string, Fact> = {};
	try {
		const metadata = JSON.parse(text) as Readonly<Record<string, unknown>>;
		for (const part of ['git', 'slurm']) {
			for (const [name, value] of Object.entries(metadata[part] ?? {})) {
				if (typeof value === 'string' || typeof value === 'number')
					facts[`${part}.${name}`] = value;
			}
		}

		for (const name of ['os', 'python', 'host', 'docker', 'gpu', 'cudaVersion', 'program']) {
			const value = metadata[name];
			if (typeof value === 'string') facts[name] = value;
		}

		const {args, gpu_count: count} = metadata;
		if (Array.isArray(args)) facts.args = args.map(String).join(' ').slice(0, 1500);
		if (typeof count === 'number' && count > 1 && facts.gpu !== undefined)
			facts.gpu = `${count} x ${facts.gpu}`;
	} catch {
		return {};
	}

	return facts;
}

function wandbCommand({program, args}: Facts): string | undefined {
	if (typeof program !== 'string') return undefined;
	return `python ${program}${args ? ` ${args}` : ''}`;
}

async function textIn(host: Host, path: string, most: number): Promise<string> {
	return new TextDecoder().decode(await bytesIn(host, path, 0, most));
}
