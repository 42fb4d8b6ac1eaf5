import {compareJson, compareText} from '../show/report/compare-text.ts';
import {Complaint, exits} from './complaint.ts';
import {lookUp} from './lookup.ts';
import type {Flags, Io} from './options.ts';
import {lookFor} from './paths.ts';

/** `watchexp compare RUN RUN …`: runs side by side; a folder stands for the runs in it. */
export async function run(input: readonly string[], flags: Flags, io: Io): Promise<number> {
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
