import type {TroubleKind} from '../../core/event.ts';
import type {Report} from '../../core/reader.ts';
import type {Series} from '../../core/series.ts';
import type {Printed, Tally, ValidationTally} from '../../core/tally.ts';
import {finite, pointJson} from './json.ts';

/** Everything `explain` tells of one file. */
export type ExplainReport = {
	readonly file: string;
	readonly bytes: number;
	readonly report: Report;
	readonly tally: Tally;
};

/** What a kind of trouble is called where rules are named. */
const ruleOf: Readonly<Record<TroubleKind, string>> = {
	'cuda-oom': 'cuda-oom',
	'host-oom': 'host-oom',
	'collective-timeout': 'collective-timeout',
	'device-error': 'device-error',
	'disk-full': 'disk-full',
	'time-limit': 'time-limit',
	cancelled: 'interrupted',
	'bad-data': 'bad-data',
	traceback: 'crashed',
	exception: 'crashed',
	failed: 'crashed',
	error: 'crashed',
};

/** The object of `explain --json`, schema `watchexp.explain/1`. */
export function explainJson({file, bytes, report, tally}: ExplainReport): object {
	return {
		schema: 'watchexp.explain/1',
		file,
		format: report.format,
		why: report.why,
		candidates: report.candidates,
		bytes,
		lines: report.lines,
		understood: report.understood,
		records: tally.records,
		train: {
			loss: tally.train.loss,
			first: printedJson(tally.train.first),
			last: printedJson(tally.train.last),
			min: printedJson(tally.train.min),
			nonFinite: tally.train.nonFinite,
		},
		metrics: Object.fromEntries(
			[...tally.metrics].map(([name, series]) => [name, seriesJson(series)]),
		),
		validation: {
			metrics: Object.fromEntries(
				Object.entries(tally.validation).map(([name, metric]) => [name, validationJson(metric)]),
			),
		},
		sessions: tally.sessions,
		errors: tally.errors.map(({what, line, text}) => ({rule: ruleOf[what], line, text})),
		ended: tally.ended,
		cause: tally.cause,
		notUnderstood: report.notUnderstood,
		trouble: report.trouble,
	};
}

function printedJson(printed: Printed | null): object | null {
	return printed && {...printed, value: finite(printed.value)};
}

function seriesJson(series: Series): object {
	return {
		points: series.points,
		first: pointJson(series.first),
		last: pointJson(series.last),
		min: pointJson(series.min),
		max: pointJson(series.max),
		nonFinite: series.nonFinite,
	};
}

function validationJson(metric: ValidationTally): object {
	const mark = (one: ValidationTally['best']) => one && {...one, value: finite(one.value)};
	return {...metric, best: mark(metric.best), last: mark(metric.last)};
}
