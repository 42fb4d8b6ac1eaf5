import {describe, expect, test} from 'vitest';
import type {Event} from '../source/core/event.ts';
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

/**
The first group that repeats without bound and holds another such repetition, as in `(a+)*`: a line may
cost exponential time. A group that begins with a blank which nothing else in it matches is harmless.
*/
function nested(source: string): string | undefined {
	const bare = source
		.replaceAll(/\\[sSWD]/g, '~')
		.replaceAll(/\\./g, 'x')
		.replaceAll(/\[(\^?)([^\]]*)\]/g, (_, not, inside) => (not || /[ ~]/.test(inside) ? '~' : 'x'));
	const open: Array<{from: number; repeats: boolean}> = [];
	for (let at = 0; at < bare.length; at++) {
		const unbounded = /^(?:[*+]|\{\d+,\})/.test(bare.slice(at));
		if (bare[at] === '(') open.push({from: at, repeats: false});
		if (unbounded) for (const group of open) group.repeats = true;
		if (bare[at] !== ')') continue;
		const group = open.pop();
		const again = /^(?:[*+]|\{\d+,\})/.test(bare.slice(at + 1));
		if (!group?.repeats || !again) continue;
		const text = bare.slice(group.from, at + 2);
		if (!/^\((?:\?:)? [^.~?*]*$/.test(text.slice(0, -2))) return text;
	}

	return undefined;
}

/** Two programs of one project may print the same line: their hallmarks tell them apart. */
function sameHouse(a: Format, b: Format): boolean {
	const house = ({url, hallmark}: Format) =>
		hallmark && url && /^https:\/\/github\.com\/[\w-]+\//.exec(url)?.[0];
	return house(a) !== undefined && house(a) === house(b);
}

test('nested repetition is found, and single repetition is not', () => {
	expect(nested('^(a+)*$')).toBe('(a+)*');
	expect(nested('^(?:[a-z]+ ?)+$')).toBe('(?:x+ ?)+');
	expect(nested(String.raw`^\w*(?:[/_]\w+)*:`)).toBe('(?:xx+)*');
	expect(nested(String.raw`(?: \w+ [\d.]+)*\s*$`)).toBeUndefined();
	expect(nested(String.raw`^(?:(?!loss).)*\d+ (?:a*)? [(]+\)+`)).toBeUndefined();
});

describe.each(Object.entries(formats))('%s', (name, format) => {
	test.each(format.samples)('%s', (line, told) => {
		const wanted = told === null ? undefined : Array.isArray(told) ? told : [told];
		const events = read(format, line);
		if (wanted === undefined) expect(events).toBeUndefined();
		else expect(plain(events, wanted)).toEqual(wanted);
	});

	test('every line shape has a sample', () => {
		const told = new Set(format.samples.map(([line]) => understand(format, line)?.shape));
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

	test('no other particular format claims its metrics, but one that reads the same, or is of the same house', () => {
		if (format.fallback) return;
		for (const [line, told] of format.samples) {
			if (told === null || !JSON.stringify(told).includes('"metrics"')) continue;
			const own = JSON.stringify(read(format, line));
			const claimants = Object.entries(formats)
				.filter(([, other]) => !other.fallback && (read(other, line)?.length ?? 0) > 0)
				.filter(([id, other]) => id === name || !sameHouse(format, other))
				.filter(([id, other]) => id === name || JSON.stringify(read(other, line)) !== own)
				.map(([id]) => id);
			expect(claimants, line).toEqual([name]);
		}
	});
});
