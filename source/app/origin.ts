import {join} from 'node:path';
import type {Fact, Facts} from '../core/event.ts';
import type {Host} from '../core/host.ts';
import type {Around} from './around.ts';
import type {Tracked} from './tracked.ts';

const headBytes = 32_768;
const longest = 1 << 18;
const ofWandb = /(?:^|\/)wandb\/(?:offline-)?run-/;
const binary = /tfevents|\.(?:wandb|csv|json|jsonl|ya?ml)$/;

/** Reads once what a run tells of its launch besides its curves: the beginning of its log, W&B's metadata. */
export async function originOf(
	host: Host,
	{found, around}: Tracked,
): Promise<NonNullable<Around['origin']>> {
	if (around.origin) return around.origin;
	const log = found.files.find(({path}) => !binary.test(path));
	const head = log ? await textIn(host, log.full, headBytes) : '';
	const facts = ofWandb.test(found.folder) ? await metadataIn(host, found.folder) : {};
	around.origin = {head, facts};
	return around.origin;
}

/** Everything that a run tells of itself by name: its logs, its tools, its settings. */
export function factsOf({files, settings, around}: Tracked): Facts {
	const told: Record<string, Fact> = {};
	for (const file of files.values()) {
		for (const [name, fact] of file.witness().facts) told[name] = fact;
	}

	return {...told, ...around.origin?.facts, ...settings?.values};
}

/** `{"git": {"commit": "…"}, "slurm": {"job_id": "7"}}` → `git.commit`, `slurm.job_id`. */
async function metadataIn(host: Host, folder: string): Promise<Facts> {
	for (const path of ['files/wandb-metadata.json', 'wandb-metadata.json']) {
		const text = await textIn(host, join(folder, path), longest);
		if (text !== '') return factsIn(text);
	}

	return {};
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
	} catch {
		return {};
	}

	return facts;
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
