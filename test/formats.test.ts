import {describe, expect, test} from 'vitest';
import type {Event} from '../source/core/event.ts';
import {nested} from '../source/core/expression.ts';
import type {Format} from '../source/core/format.ts';
import {formats} from '../source/formats/index.ts';
import {read, understand} from '../source/gather/read.ts';

/** A sample may leave out what it does not care for: `at`. */
function plain(events: readonly Event[] | undefined, wanted: readonly Event[]) {
	return events?.map((event, index) => {
		const {at, ...rest} = event;
		return wanted[index]?.at === undefined ? rest : {at, ...rest};
	});
}

/** Two programs of one project may print the same line: their hallmarks tell them apart. */
function sameHouse(a: Format, b: Format): boolean {
	const house = ({url, hallmark}: Format) =>
		hallmark && url && /^https:\/\/github\.com\/[\w-]+\//.exec(url)?.[0];
	return house(a) !== undefined && house(a) === house(b);
}

/** A row of a table is of the format whose heading was there. */
function unnamed(format: Format, line: string): boolean {
	return JSON.stringify(read(format, line)).includes('"c1":');
}

/** The shapes that samples show: formats may share some. */
const told = new Set(
	Object.values(formats).flatMap(format =>
		format.samples.map(([line]) => understand(format, line)?.shape),
	),
);

describe.each(Object.entries(formats))('%s', (name, format) => {
	test.each(format.samples)('%s', (line, told) => {
		const wanted = told === null ? undefined : Array.isArray(told) ? told : [told];
		const events = read(format, line);
		if (wanted === undefined) expect(events).toBeUndefined();
		else expect(plain(events, wanted)).toEqual(wanted);
	});

	test('every line shape has a sample', () => {
		const untold = format.lines.filter(shape => !told.has(shape)).map(({match}) => String(match));
		expect(untold).toEqual([]);
	});

	test('no expression repeats a repetition', () => {
		const expressions = [format.head, format.hallmark, ...format.lines.map(({match}) => match)];
		const bad = expressions.filter(expression => expression && nested(expression.source));
		expect(bad.map(String)).toEqual([]);
	});

	test('no expression keeps a place between lines', () => {
		const expressions = [format.head, format.hallmark, ...format.lines.map(({match}) => match)];
		expect(expressions.filter(expression => /[gy]/.test(expression?.flags ?? ''))).toEqual([]);
	});

	test('no other particular format claims its metrics, but one that reads the same, is of the same house, or knows them under a heading only', () => {
		if (format.fallback) return;
		for (const [line, told] of format.samples) {
			if (told === null || !JSON.stringify(told).includes('"metrics"')) continue;
			const own = JSON.stringify(read(format, line));
			const claimants = Object.entries(formats)
				.filter(([, other]) => !other.fallback && (read(other, line)?.length ?? 0) > 0)
				.filter(([id, other]) => id === name || !sameHouse(format, other))
				.filter(([id, other]) => id === name || JSON.stringify(read(other, line)) !== own)
				.filter(([id, other]) => id === name || !unnamed(other, line))
				.map(([id]) => id);
			expect(claimants, line).toEqual([name]);
		}
	});
});
