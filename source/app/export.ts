import {once} from 'node:events';
import {exportText, isThinned, leftOut, rowFor} from '../show/report/export.ts';
import {exits, printable} from './complaint.ts';
import {loadConfig} from './config.ts';
import {lookUpOne} from './lookup.ts';
import {meansOf} from './means.ts';
import type {Flags, Io} from './options.ts';
import {retold} from './retold.ts';

/** `watchexp export RUN`: every series of a run for a notebook, no faster than the reader takes it. */
export async function run(input: readonly string[], flags: Flags, io: Io): Promise<number> {
	const {run: chosen, report} = await lookUpOne('export', input, flags, io);
	const say = (what: string) => io.stderr.write(`watchexp: ${printable(what)}\n`);
	const write = async (text: string) => {
		if (!io.stdout.write(text)) await once(io.stdout, 'drain');
	};
	for (const {path, what} of report.trouble) say(`could not read ${path}: ${what}`);
	const all = [...chosen.series.values()];
	const thinned = all.filter(isThinned);
	const told = new Map(all.map(({name, length}) => [name, length]));
	for (const text of exportText(
		all.filter(series => !thinned.includes(series)),
		flags.format,
	)) {
		await write(text);
	}

	if (thinned.length > 0) {
		for (const {name} of thinned) told.set(name, 0);
		const means = meansOf(await loadConfig(flags.config, io.env), {
			anew: flags.poll !== null,
			archives: true,
			once: true,
		});
		const count = (metric: string) => told.set(metric, told.get(metric)! + 1);
		const row = rowFor(flags.format);
		for await (const text of retold(means, chosen.files, thinned, row, count)) await write(text);
	}

	for (const series of all) {
		const lack = leftOut(series, told.get(series.name) ?? 0);
		if (lack !== undefined) say(lack);
	}

	return exits.fine;
}
