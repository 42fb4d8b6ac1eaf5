import {isAbsolute, relative, resolve} from 'node:path';
import type {Run} from '../core/run.ts';
import type {CheckReport} from '../show/report/json.ts';
import {nothingFound} from './check.ts';
import {Complaint} from './complaint.ts';
import {loadConfig} from './config.ts';
import {createFleet} from './fleet.ts';
import {meansOf} from './means.ts';
import type {Flags, Io} from './options.ts';
import {pathsOf} from './paths.ts';
import {openRemarks} from './remarks.ts';
import {survey} from './survey.ts';

/**
Reads every run that is typed, in that order, each once, as of now or the moment of the flags; where
nothing lies it complains, unless that is `allowed`.
*/
export async function lookUp(
	input: readonly string[],
	flags: Flags,
	io: Io,
	allowed = false,
): Promise<CheckReport> {
	const remarks = await openRemarks(io.env, flags);
	const bare = meansOf(await loadConfig(flags.config, io.env), {
		anew: flags.poll !== null,
		archives: true,
		once: true,
	});
	const means = {...bare, remarksFor: remarks.of};
	const now = flags.now ?? Date.now();
	const runs = new Map<string, Run>();
	const trouble = [...remarks.trouble()];
	for (const typed of input) {
		const paths = await pathsOf([typed], io.cwd, means, flags);
		const fleet = createFleet(means, {...flags, all: true, since: null, paths});
		const report = await survey(fleet, means, now, true);
		await fleet.close();
		if (report.runs.length === 0 && !allowed) throw nothingFound([typed], report);
		for (const run of report.runs) runs.set(run.id, {...run, path: pathFrom(io.cwd, run)});
		trouble.push(...report.trouble);
	}

	return {at: now, runs: [...runs.values()], hidden: 0, trouble};
}

/** The path of a run as seen from a folder, where it lies below that. */
function pathFrom(cwd: string, {path, folder}: Run): string {
	if (path !== '.' && !isAbsolute(path)) return path;
	const seen = relative(cwd, path === '.' ? folder : path) || '.';
	return seen.startsWith('..') ? resolve(folder, path) : seen;
}

/** The one run that is typed, and the report it stands in; a Complaint where there are none or several. */
export async function lookUpOne(
	command: 'export' | 'show',
	input: readonly string[],
	flags: Flags,
	io: Io,
): Promise<{readonly run: Run; readonly report: CheckReport}> {
	const [typed, ...more] = input;
	if (typed === undefined || more.length > 0) {
		throw new Complaint(`${command} takes one run`, {
			where: 'the command line',
			help: `watchexp ${command} exp_20260105_143022, or the path of a run; watchexp check lists the runs`,
		});
	}

	const report = await lookUp([typed], flags, io);
	const [run, ...others] = report.runs;
	if (!run || others.length > 0) {
		const names = report.runs.slice(0, 8).map(({path}) => path);
		const rest = others.length > 7 ? ` and ${others.length - 7} more` : '';
		throw new Complaint(`${report.runs.length} runs lie there, and ${command} takes one`, {
			where: typed,
			help: `name one of ${names.join(', ')}${rest}`,
		});
	}

	return {run, report};
}
