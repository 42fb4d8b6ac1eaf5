import type {Run} from '../core/run.ts';
import {onlyRules} from '../judge/acknowledge.ts';
import {checkTable} from '../show/report/check-text.ts';
import {type CheckReport, checkJson, verdictOfAll} from '../show/report/json.ts';
import {onelineText, onelineUnknown} from '../show/report/oneline.ts';
import {prometheusText} from '../show/report/prometheus.ts';
import {Complaint, exits} from './complaint.ts';
import {loadConfig} from './config.ts';
import {createFleet} from './fleet.ts';
import {meansOf} from './means.ts';
import type {Flags, Io} from './options.ts';
import {depthFor, pathsOf} from './paths.ts';
import {openRemarks} from './remarks.ts';
import {survey} from './survey.ts';

/** `watchexp check [path…]`: one look at every run, or a long one; the exit code is the verdict. */
export async function run(input: readonly string[], flags: Flags, io: Io): Promise<number> {
	try {
		return await check(input, flags, io);
	} catch (error) {
		if (!flags.oneline || !(error instanceof Complaint)) throw error;
		// Whoever collects such lines reads standard output only.
		io.stdout.write(`${onelineUnknown(`${error.message}: ${error.where}`)}\n`);
		return exits.usage;
	}
}

async function check(input: readonly string[], flags: Flags, io: Io): Promise<number> {
	const remarks = await openRemarks(io.env, flags);
	const bare = meansOf(await loadConfig(flags.config, io.env), {
		anew: flags.poll !== null,
		archives: flags.all,
		once: !flags.wait,
	});
	const means = {...bare, remarksFor: remarks.of};
	const paths = await pathsOf(input, io.cwd, means, flags);
	const fleet = createFleet(means, {...flags, paths});
	const first = chosen(await survey(fleet, means, flags.now ?? Date.now(), flags.json), flags);
	if (first.runs.length === 0 && first.hidden === 0 && (!flags.json || flags.wait)) {
		await fleet.close();
		throw nothingFound(input, first);
	}

	let report = first;
	if (flags.wait) {
		const {waitFor} = await import('./waiting.ts');
		const waited = await waitFor(fleet, means, flags, first, runs => chosenRuns(runs, flags));
		if (!waited) return exits.interrupted;
		report = waited;
	} else await fleet.close();
	const troubled = {
		...report,
		trouble: [...report.trouble, ...remarks.trouble()],
	};
	io.stdout.write(textOf(troubled, flags, io));
	return exitOf(troubled, flags);
}

function chosen(report: CheckReport, flags: Flags): CheckReport {
	const runs = chosenRuns(report.runs, flags);
	return {...report, runs, hidden: report.hidden + report.runs.length - runs.length};
}

/** Without the runs that the user hid, and with nothing but the alerts of the wanted rules. */
function chosenRuns(runs: readonly Run[], {only, all}: Flags): readonly Run[] {
	const shown = all ? runs : runs.filter(({remarks}) => !remarks?.hidden);
	return only.length > 0 ? shown.map(one => onlyRules(one, only)) : shown;
}

function textOf(report: CheckReport, flags: Flags, io: Io): string {
	if (flags.json) return `${JSON.stringify(checkJson(report), null, 1)}\n`;
	if (flags.prometheus) return prometheusText(report);
	if (flags.oneline) return `${onelineText(report)}\n`;
	return checkTable(report, {
		width: io.stdout.columns || 120,
		ascii: flags.ascii,
		depth: io.stdout.isTTY || flags.color ? depthFor(flags, io) : 'plain',
	});
}

function exitOf({runs, hidden}: CheckReport, {failOn, wait}: Flags): number {
	if (runs.length === 0 && hidden === 0) return exits.usage;
	const verdict = verdictOfAll(runs);
	if (verdict === 'critical') return exits.critical;
	if (verdict === 'warn' && failOn === 'warn') return exits.warning;
	return wait && runs.some(({state}) => state !== 'finished') ? exits.warning : exits.fine;
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
