import {mostRows, type Point, type Series} from '../../core/series.ts';
import {iso} from './json.ts';

/** How a run's series are written: a table with a row for each point, or one JSON object a line. */
export type ExportFormat = 'csv' | 'jsonl';

/** The first line of the table. */
export const csvHead = 'metric,step,epoch,time,value,file,line\n';

/** Characters that are handed out at a time. */
const piece = 65_536;

/** Every kept point of some series in a few kilobytes of text at a time. */
export function* exportText(list: readonly Series[], format: ExportFormat): Generator<string> {
	const row = rowFor(format);
	let text = format === 'csv' ? csvHead : '';
	for (const series of list) {
		for (let index = 0; index < series.length; index++) {
			text += row(series.name, series.point(index), series.fileOf?.(index) ?? series.file);
			if (text.length < piece) continue;
			yield text;
			text = '';
		}
	}

	if (text !== '') yield text;
}

/** One point of a metric, told by a file, as a line. */
export type Row = (metric: string, point: Point, file: string) => string;

/** How a point is written. */
export function rowFor(format: ExportFormat): Row {
	return format === 'csv' ? csvRow : jsonRow;
}

/** Whether some of its points must be read again. */
export function isThinned({points, length}: Series): boolean {
	return length < points && points > mostRows;
}

/** What the export lacks of a series, a sentence; undefined where it lacks nothing. */
export function leftOut({name, points}: Series, told: number): string | undefined {
	if (told >= points) return undefined;
	return `${name}: ${told} of its ${points} points are told: a later launch went back behind the others`;
}

/** `train/loss,10,1,2026-01-05T10:00:00.000Z,0.5,log.txt,7`: quoted as RFC 4180 says. */
function csvRow(metric: string, {step, epoch, at, value, line}: Point, file: string): string {
	const cells = [quoted(metric), step ?? '', epoch ?? '', iso(at) ?? '', numeral(value)];
	return `${cells.join(',')},${quoted(file)},${line}\n`;
}

function jsonRow(metric: string, {step, epoch, at, value, line}: Point, file: string): string {
	const told = Number.isFinite(value) ? {value} : {value: null, nonFinite: numeral(value)};
	const text = JSON.stringify({metric, step, epoch, time: iso(at), ...told, file, line});
	// JSON escapes only the older half of the control characters.
	const safe = text.replace(
		controls,
		sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
	return `${safe}\n`;
}

const controls = /[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g;

function quoted(text: string): string {
	const safe = text.replace(controls, '\uFFFD');
	return /[",]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function numeral(value: number): string {
	if (Number.isNaN(value)) return 'nan';
	if (Number.isFinite(value)) return String(value);
	return value > 0 ? 'inf' : '-inf';
}
