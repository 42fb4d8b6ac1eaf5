import {checkLine, checkTable} from '../show/report/check-text.ts';
import {type CheckReport, checkJson, verdictOfAll} from '../show/report/json.ts';
import {Complaint, exits} from './complaint.ts';
import {loadConfig} from './config.ts';
import {createFleet} from './fleet.ts';
import {meansOf} from './means.ts';
import type {Flags, Io} from './options.ts';
import {depthFor, pathsOf} from './paths.ts';
import {survey} from './survey.ts';

/** `watchexp check [path…]`: one look at every run; the exit code is the verdict. */
export async function run(input: readonly string[], flags: Flags, io: Io): Promise<number> {
	const means = meansOf(await loadConfig(flags.config, io.env));
	const paths = await pathsOf(input, io.cwd, means.host);
	const fleet = createFleet(means, {...flags, paths});
	const report = await survey(fleet, means, flags.now ?? Date.now());
	await fleet.close();
	if (report.runs.length === 0 && report.hidden === 0 && !flags.json)
		throw nothingFound(input, report);
	io.stdout.write(textOf(report, flags, io));
	return exitOf(report, flags.failOn);
}

function textOf(report: CheckReport, flags: Flags, io: Io): string {
	if (flags.json) return `${JSON.stringify(checkJson(report), null, 1)}\n`;
	if (flags.oneline) return `${checkLine(report)}\n`;
	return checkTable(report, {
		width: io.stdout.columns || 120,
		ascii: flags.ascii,
		depth: io.stdout.isTTY || flags.color ? depthFor(flags, io) : 'plain',
	});
}

function exitOf(report: CheckReport, failOn: Flags['failOn']): number {
	if (report.runs.length === 0 && report.hidden === 0) return exits.usage;
	const verdict = verdictOfAll(report.runs);
	if (verdict === 'critical') return exits.critical;
	return verdict === 'warn' && failOn === 'warn' ? exits.warning : exits.fine;
}

/** What to say where no run lies below the paths. */
export function nothingFound(
	input: readonly string[],
	report: Pick<CheckReport, 'trouble'>,
): Complaint {
	const [trouble] = report.trouble;
	return new Complaint(trouble ? `no runs found (${trouble.what})` : 'no runs found', {
		where: trouble?.path ?? (input.join(' ') || 'this folder'),
		help: 'name a folder that holds experiment logs, or look deeper with --depth',
	});
}
