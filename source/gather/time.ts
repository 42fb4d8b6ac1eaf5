import type {Time} from '../core/event.ts';

const full =
	/^(\d{4})[-/](\d\d)[-/](\d\d)[ T_](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(Z|[-+]\d\d:?\d\d)?$/;

/**
A time stamp in the machine's zone unless it names one: `2024-05-01 10:00:05,123`, `2024/05/01 10:00:05`,
ISO 8601, Unix seconds. Undefined when it is none, or has no year.
*/
export function parseTime(text: string): Time | undefined {
	const match = full.exec(text);
	if (match) {
		const [, year, month, day, hour, minute, second, fraction, zone] = match;
		const milliseconds = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
		if (zone !== undefined) return Date.parse(text.replace('_', 'T').replace(',', '.').replaceAll('/', '-'));
		return new Date(
			Number(year),
			Number(month) - 1,
			Number(day),
			Number(hour),
			Number(minute),
			Number(second),
			milliseconds,
		).getTime();
	}

	if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
	return undefined;
}
