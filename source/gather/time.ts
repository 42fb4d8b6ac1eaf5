import type {Time} from '../core/event.ts';

/** What is known of a file that dates its lines incompletely. */
export type Dating = {
	/** The year of stamps without one. */
	readonly year?: number;
	/** When the file was last written: decides the year and the day of stamps without them. */
	readonly modifiedAt?: Time;
};

const clock = String.raw`(\d\d?):(\d\d):(\d\d)(?:[.,](\d{1,9}))?`;
const full = new RegExp(
	String.raw`^(\d{4})[-/.](\d\d?)[-/.](\d\d?)[ T_,-]\s*${clock}\s*(Z|UTC|[-+]\d\d:?\d\d)?$`,
);
const american = new RegExp(String.raw`^(\d\d)/(\d\d)/(\d{4}|\d\d)[ T,]\s*${clock}$`);
const yearless = new RegExp(String.raw`^(\d\d)[-/]?(\d\d)[ T]\s*${clock}$`);
const named = new RegExp(
	String.raw`^(?:\w{3},? )?(?:([A-Z][a-z]{2}) +(\d\d?)|(\d\d?) ([A-Z][a-z]{2}))(?:,? (\d{4}))? ${clock}(?: (?:[A-Z]{3,4} )?(\d{4}))?$`,
);
const daily = new RegExp(`^${clock}$`);
const compact = /^(\d{4})(\d\d)(\d\d)[_T-]?(\d\d)(\d\d)(\d\d)$/;
const unix = /^\d{9,10}(?:\.\d+)?$/;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const half = 183 * 86_400_000;

/**
A time stamp in the machine's zone unless it names one: `2024-05-01 10:00:05,123`, `2024/05/01 10:00:05`,
ISO 8601, `05/01 10:00:05` and `May  1 10:00:05` with the year nearest to the file's last change, `10:00:05`
on that day, Unix seconds. Undefined when it is none, or when what it leaves out is not known.
*/
export function parseTime(text: string, dating: Dating = {}): Time | undefined {
	const match = full.exec(text);
	if (match) {
		const [, year, month, day, hour, minute, second, fraction, zone] = match;
		return moment([year, month, day, hour, minute, second, fraction], zone);
	}

	if (unix.test(text)) return Number(text) * 1000;
	return rarer(text, dating);
}

function rarer(text: string, dating: Dating): Time | undefined {
	const us = american.exec(text);
	if (us) {
		const [, month, day, year, ...rest] = us;
		return moment([year?.length === 2 ? `20${year}` : year, month, day, ...rest]);
	}

	const short = yearless.exec(text);
	if (short) return nearest(short.slice(1), dating);
	const words = named.exec(text);
	if (words) {
		const [, monthFirst, day, dayFirst, monthAfter, year, h, m, s, f, yearAfter] = words;
		const month = String(months.indexOf(monthFirst ?? monthAfter ?? '') + 1);
		const parts = [month, day ?? dayFirst, h, m, s, f];
		const known = year ?? yearAfter;
		if (month === '0') return undefined;
		return known === undefined ? nearest(parts, dating) : moment([known, ...parts]);
	}

	const dense = compact.exec(text);
	if (dense) return moment(dense.slice(1));
	const only = daily.exec(text);
	if (!only || dating.modifiedAt === undefined) return undefined;
	const today = new Date(dating.modifiedAt);
	const date = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
	return moment([...date.map(String), ...only.slice(1)]);
}

/** Year, month, day, hour, minute, second, fraction as digits. */
type Parts = ReadonlyArray<string | undefined>;

function nearest(parts: Parts, dating: Dating): Time | undefined {
	const {modifiedAt} = dating;
	const year =
		dating.year ?? (modifiedAt === undefined ? undefined : new Date(modifiedAt).getFullYear());
	if (year === undefined) return undefined;
	const time = moment([String(year), ...parts]);
	if (time === undefined || modifiedAt === undefined) return time;
	if (time - modifiedAt > half) return moment([String(year - 1), ...parts]);
	if (modifiedAt - time > half) return moment([String(year + 1), ...parts]);
	return time;
}

function moment(parts: Parts, zone?: string): Time | undefined {
	const [year, month, day, hour, minute, second] = parts.slice(0, 6).map(Number) as [
		number,
		number,
		number,
		number,
		number,
		number,
	];
	if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60)
		return undefined;
	const milliseconds = parts[6] === undefined ? 0 : Number(parts[6].padEnd(3, '0').slice(0, 3));
	if (zone === undefined)
		return new Date(year, month - 1, day, hour, minute, second, milliseconds).getTime();
	const utc = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
	if (zone === 'Z' || zone === 'UTC') return utc;
	const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
	return zone.startsWith('-') ? utc + minutes * 60_000 : utc - minutes * 60_000;
}
