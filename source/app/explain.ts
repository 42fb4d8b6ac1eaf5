import {basename, resolve} from 'node:path';
import type {Report} from '../core/reader.ts';
import {matchedLines} from '../gather/matched.ts';
import {wrongSamples} from '../gather/samples.ts';
import {tally} from '../judge/tally.ts';
import {explainJson} from '../show/report/explain-json.ts';
import type {OwnFormat} from '../show/report/explain-own.ts';
import {explainText} from '../show/report/explain-text.ts';
import {Complaint, exits} from './complaint.ts';
import {loadConfig} from './config.ts';
import {follow} from './followed.ts';
import {type Means, meansOf} from './means.ts';
import type {Flags, Io} from './options.ts';

/** `watchexp explain FILE`: how one file is read; 0 whenever it could be read. */
export async function run(input: readonly string[], flags: Flags, io: Io): Promise<number> {
	const [path, ...more] = input;
	if (path === undefined || more.length > 0) {
		throw new Complaint('explain takes one file', {
			where: 'the command line',
			help: 'watchexp explain workdirs/exp_1/log.txt',
		});
	}

	const means = meansOf(await loadConfig(flags.config, io.env), {once: true});
	const {host} = means;
	const full = resolve(io.cwd, path);
	const stat = await host.stat(full);
	if (!stat) {
		throw new Complaint('there is no such file', {where: path, help: 'look at the path with ls'});
	}

	if (stat.kind !== 'file') {
		throw new Complaint('this is a folder, and explain reads one file', {
			where: path,
			help: `watchexp check ${path}, or explain one of the logs in it`,
		});
	}

	const {identity: id, bytes, modifiedAt} = stat;
	const file = {id, full, path: basename(full), bytes, modifiedAt};
	const followed = follow(means, file, {sums: true});
	while (await followed.step(modifiedAt, false));
	followed.settle();
	await followed.close();
	const report = followed.report();
	const [trouble] = followed.trouble();
	if (!report && bytes > 0) {
		throw new Complaint(trouble ?? 'it cannot be read', {
			where: path,
			help: 'check who may read it: ls -l',
		});
	}

	const own = await ownFormats(means, full, report?.format);
	const told = {
		file: path,
		bytes: followed.size(),
		report: withSlow(report ?? emptyReport, means),
		tally: tally(followed.witness()),
		own,
	};
	io.stdout.write(
		flags.json ? `${JSON.stringify(explainJson(told), null, 1)}\n` : explainText(told),
	);
	return exits.fine;
}

/** Bytes of a file in which examples of lines are looked for. */
const exampleBytes = 262_144;

/** The user's format that reads the file, else all of them: how lines matched, and wrong samples. */
async function ownFormats(
	{config, formats, host}: Means,
	path: string,
	chosen: string | undefined,
): Promise<readonly OwnFormat[]> {
	const all = Object.keys(config.formats);
	const names = all.filter(name => name === chosen);
	if (all.length === 0) return [];
	const opened = await host.open(path);
	const bytes = new Uint8Array(exampleBytes);
	const count = await opened.read(bytes, 0);
	await opened.close();
	return (names.length > 0 ? names : all).map(name => ({
		name,
		matched: matchedLines(formats[name]!, bytes.subarray(0, count)),
		wrong: wrongSamples(formats[name]!),
	}));
}

/** What the user's expressions cost belongs to what could not be read. */
function withSlow(report: Report, means: Means): Report {
	const trouble = means.trouble().map(({path, what}) => ({offset: 0, what: `${path}: ${what}`}));
	return {...report, trouble: [...report.trouble, ...trouble]};
}

const emptyReport = {
	format: 'none',
	why: 'the file is empty',
	candidates: [],
	lines: 0,
	understood: 0,
	notUnderstood: [],
	trouble: [],
};
