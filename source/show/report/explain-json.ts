import type {Report} from '../../core/reader.ts';
import type {Mark} from '../../core/run.ts';
import type {Sum} from '../../core/series.ts';
import type {Printed, Tally} from '../../core/tally.ts';
import {type OwnFormat, ownJson} from './explain-own.ts';
import {finite, pointJson} from './json.ts';

type ValidationSum = Tally['validation']['metrics'][string];

/** Everything `explain` tells of one file. */
export type ExplainReport = {
	readonly file: string;
	readonly bytes: number;
	readonly report: Report;
	readonly tally: Tally;
	/** The user's own formats that have a say here. */
	readonly own: readonly OwnFormat[];
};

/** The object of `explain --json`, schema `watchexp.explain/1`. */
export function explainJson({file, bytes, report, tally, own}: ExplainReport): object {
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
			min: tally.train.min && {...tally.train.min, value: finite(tally.train.min.value)},
			nonFinite: tally.train.nonFinite,
		},
		metrics: Object.fromEntries(
			Object.entries(tally.metrics).map(([name, sum]) => [name, sumJson(sum)]),
		),
		validation: {
			metrics: Object.fromEntries(
				Object.entries(tally.validation.metrics).map(([name, metric]) => [
					name,
					validationJson(metric),
				]),
			),
		},
		sessions: tally.sessions,
		errors: tally.errors,
		ended: tally.ended,
		cause: tally.cause,
		notUnderstood: report.notUnderstood,
		trouble: report.trouble,
		own: own.map(ownJson),
	};
}

function printedJson(printed: Printed | null): object | null {
	return printed && {...printed, value: printed.value === null ? null : finite(printed.value)};
}

/** What a metric was over a file, with its points as `{step, epoch, value}`. */
export function sumJson(sum: Sum): object {
	return {
		points: sum.points,
		first: pointJson(sum.first),
		last: pointJson(sum.last),
		min: pointJson(sum.min),
		max: pointJson(sum.max),
		nonFinite: sum.nonFinite,
	};
}

function validationJson(metric: ValidationSum): object {
	const mark = (one: Mark | null) => one && {...one, value: finite(one.value)};
	return {...metric, best: mark(metric.best), last: mark(metric.last)};
}
