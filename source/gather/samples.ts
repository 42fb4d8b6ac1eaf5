import type {Event} from '../core/event.ts';
import type {Format} from '../core/format.ts';
import {read} from './read.ts';

/** A sample that does not become what its format says; undefined: the format does not know the line. */
export type WrongSample = {
	/** Its number, from 1. */
	readonly number: number;
	readonly line: string;
	readonly wanted: readonly Event[] | undefined;
	readonly told: readonly Event[] | undefined;
};

/** The samples of a format that do not become what they say; the time counts only where they tell it. */
export function wrongSamples(format: Format): readonly WrongSample[] {
	return format.samples.flatMap(([line, said], index) => {
		const wanted = said === null ? undefined : Array.isArray(said) ? said : [said];
		const told = read(format, line)?.map(({at, ...event}, place) =>
			wanted?.[place]?.at === undefined ? event : {at, ...event},
		) as readonly Event[] | undefined;
		return written(wanted) === written(told) ? [] : [{number: index + 1, line, wanted, told}];
	});
}

/** Data as text, names in order, so that equal data is equal text. */
function written(data: unknown): string {
	return JSON.stringify(data, (_, value: unknown) => {
		if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
		return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
	});
}
