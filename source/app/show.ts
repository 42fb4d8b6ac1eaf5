import {runJson} from '../show/report/json.ts';
import {showText} from '../show/report/show-text.ts';
import {exits, printable} from './complaint.ts';
import {lookUpOne} from './lookup.ts';
import type {Flags, Io} from './options.ts';
import {lookFor} from './paths.ts';

/** `watchexp show RUN`: one run as a page of text, or as its object of `check --json`. */
export async function run(input: readonly string[], flags: Flags, io: Io): Promise<number> {
	const {run: chosen, report} = await lookUpOne('show', input, flags, io);
	if (flags.json) io.stdout.write(`${JSON.stringify(runJson(chosen), null, 1)}\n`);
	else {
		const zone = -new Date(report.at).getTimezoneOffset();
		io.stdout.write(showText(chosen, report.at, zone, lookFor(flags, io)));
	}

	for (const {path, what} of report.trouble) {
		io.stderr.write(`watchexp: could not read ${printable(path)}: ${printable(what)}\n`);
	}

	return exits.fine;
}
