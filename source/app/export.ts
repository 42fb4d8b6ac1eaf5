import {once} from 'node:events';
import {exportText, leftOut} from '../show/report/export.ts';
import {exits, printable} from './complaint.ts';
import {lookUpOne} from './lookup.ts';
import type {Flags, Io} from './options.ts';

/** `watchexp export RUN`: every series of a run for a notebook, no faster than the reader takes it. */
export async function run(input: readonly string[], flags: Flags, io: Io): Promise<number> {
	const {run: chosen, report} = await lookUpOne('export', input, flags, io);
	for (const what of leftOut(chosen)) io.stderr.write(`watchexp: ${printable(what)}\n`);
	for (const {path, what} of report.trouble) {
		io.stderr.write(`watchexp: could not read ${printable(path)}: ${printable(what)}\n`);
	}

	for (const text of exportText(chosen, flags.format)) {
		if (!io.stdout.write(text)) await once(io.stdout, 'drain');
	}

	return exits.fine;
}
