import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import type {Series} from '../../source/core/series.ts';
import {formats} from '../../source/formats/index.ts';
import {openReading} from '../../source/gather/reading.ts';
import {attend, createBook} from '../../source/judge/book.ts';
import {compose} from '../../source/judge/compose.ts';
import {createWitness, reduce} from '../../source/judge/witness.ts';
import {readers} from '../../source/readers/index.ts';
import {rules} from '../../source/rules/index.ts';
import {dawn, foundOf} from '../kit/patient.ts';

const data = join(import.meta.dirname, '../../../shared/diagnosis');
const runs = existsSync(data)
	? readFileSync(join(data, 'runs.tsv'), 'utf8')
			.split('\n')
			.slice(1)
			.map(line => line.split('\t'))
			.flatMap(([id, log]) =>
				id && log && readdirSync(join(data, id)).length ? [join(data, id, log)] : [],
			)
	: [];

/** A log read and judged piece by piece; tells what it came to at the end. */
function judged(log: string, pieces: number) {
	const bytes = readFileSync(log);
	const file = 'log.txt';
	const reading = openReading({name: log, modifiedAt: dawn, id: file}, bytes, formats, readers);
	const witness = createWitness({file, path: file, format: 'any'});
	const book = createBook(rules);
	const size = Math.ceil(bytes.length / pieces);
	const look = () => {
		const run = compose(foundOf(), [witness], {now: dawn, host: 'local', read: 1, partial: false});
		return {run, alerts: attend(book, run, [witness], dawn)};
	};
	for (let from = 0; from < bytes.length; from += size) {
		for (const event of reading.push(bytes.subarray(from, from + size), from)) {
			reduce(witness, event, null);
		}

		if (from + size < bytes.length) look();
	}

	for (const event of reading.rest?.() ?? []) reduce(witness, event, null);
	const {run, alerts} = look();
	const series = [...run.series.values()].map(summed);
	return {...run, series, alerts};
}

function summed(series: Series) {
	const {name, goal, points, nonFinite, first, last, min, max, length, parts} = series;
	const values = Array.from({length}, (_, index) => series.value(index));
	return {name, goal, points, nonFinite, first, last, min, max, parts, values};
}

test.skipIf(runs.length === 0)(
	'labelled runs, where they lie beside: judged thirty times while they grow they come to the same as judged once',
	{timeout: 60_000},
	() => {
		expect(runs.length).toBe(144);
		// A third of them shows it, in a third of the time.
		for (const log of runs.filter((_, index) => index % 3 === 0)) {
			expect(judged(log, 30), log).toEqual(judged(log, 1));
		}
	},
);
