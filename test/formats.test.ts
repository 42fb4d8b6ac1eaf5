import {describe, expect, test} from 'vitest';
import type {Event} from '../source/core/event.ts';
import {formats} from '../source/formats/index.ts';
import {read} from '../source/gather/read.ts';

/** A sample may leave out what it does not care for: `at`. */
function plain(events: readonly Event[] | undefined, wanted: readonly Event[]) {
	return events?.map((event, index) => {
		const {at, ...rest} = event;
		return wanted[index]?.at === undefined ? rest : {at, ...rest};
	});
}

describe.each(Object.entries(formats))('%s', (name, format) => {
	test.each(format.samples)('%s', (line, told) => {
		const wanted = told === null ? undefined : Array.isArray(told) ? told : [told];
		const events = read(format, line);
		if (wanted === undefined) expect(events).toBeUndefined();
		else expect(plain(events, wanted)).toEqual(wanted);
	});

	test('every line shape has a sample', () => {
		for (const shape of format.lines) {
			const owner = (line: string) => {
				const head = format.head?.exec(line);
				const text = head ? line.slice(head.index + head[0].length) : line;
				return format.lines.find(({has, match}) => (!has || text.includes(has)) && match.test(text));
			};
			expect(
				format.samples.some(([line]) => owner(line) === shape),
				String(shape.match),
			).toBe(true);
		}
	});

	test('no other particular format claims its metrics', () => {
		if (format.fallback) return;
		for (const [line, told] of format.samples) {
			if (told === null || !JSON.stringify(told).includes('"metrics"')) continue;
			const claimants = Object.entries(formats)
				.filter(([, other]) => !other.fallback && (read(other, line)?.length ?? 0) > 0)
				.map(([id]) => id);
			expect(claimants, line).toEqual([name]);
		}
	});
});
