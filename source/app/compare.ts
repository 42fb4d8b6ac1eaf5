import {resolve} from 'node:path';
import {rankBranches} from '../show/branches.ts';
import {branchesJson, branchesText} from '../show/report/branches-text.ts';
import {compareJson, compareText} from '../show/report/compare-text.ts';
import {branchResults} from './branches.ts';
import {nothingFound} from './check.ts';
import {Complaint, exits, printable} from './complaint.ts';
import {loadConfig} from './config.ts';
import {lookUp} from './lookup.ts';
import {meansOf} from './means.ts';
import type {Flags, Io} from './options.ts';
import {lookFor} from './paths.ts';

/** `watchexp compare RUN RUN …`: runs side by side; a folder stands for the runs in it. */
export async function run(input: readonly string[], flags: Flags, io: Io): Promise<number> {
	if (flags.branches) return compareBranches(input, flags, io);
	const report = input.length > 0 ? await lookUp(input, flags, io) : undefined;
	if (!report || report.runs.length < 2) {
		const [only] = report?.runs ?? [];
		throw new Complaint(`compare takes two runs or more${only ? `, and this is one` : ''}`, {
			where: input.join(' ') || 'the command line',
			help: 'watchexp compare exp_1 exp_2; watchexp check lists the runs',
		});
	}

	io.stdout.write(
		flags.json
			? `${JSON.stringify(compareJson(report), null, 1)}\n`
			: compareText(report.runs, lookFor(flags, io)),
	);
	return exits.fine;
}

/** `watchexp compare --branches [path…]`: branches by the best validation of their runs. */
async function compareBranches(input: readonly string[], flags: Flags, io: Io): Promise<number> {
	const paths = input.length > 0 ? input : ['.'];
	const report = await lookUp(paths, flags, io, true);
	const folders = [
		...report.runs.map(({folder}) => folder),
		...paths.map(path => resolve(io.cwd, path)),
	];
	const means = meansOf(await loadConfig(flags.config, io.env), {once: true});
	const results = await branchResults(means, folders, report.at);
	const runs = [...report.runs, ...results.runs];
	if (runs.length === 0) throw nothingFound(paths, report);
	const ranking = rankBranches(runs);
	io.stdout.write(
		flags.json
			? `${JSON.stringify(branchesJson(ranking, report.at), null, 1)}\n`
			: branchesText(ranking, report.at, lookFor(flags, io)),
	);
	for (const {path, what} of results.trouble) {
		io.stderr.write(`watchexp: could not read ${printable(path)}: ${printable(what)}\n`);
	}

	return exits.fine;
}
